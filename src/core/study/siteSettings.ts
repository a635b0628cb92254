import { getNodeValue, type Node } from 'jsonc-parser';
import { type Message, messageOf } from '../messages.ts';
import type { ConfigurationProblem } from './configurationProblem.ts';

/** What the web pages of a study show. What names a member, and what is no paper of theirs, is left out unless it is asked for. */
export interface SiteSettings {
  /** The title of the pages; undefined where they are called by their sources. */
  readonly title: string | undefined;
  /** The tag of the language of the pages; undefined for that of the papers. */
  readonly lang: string | undefined;
  /** Whether the pages name the authors of papers and notes. */
  readonly authors: boolean;
  /** Whether the pages show readers' notes. */
  readonly notes: boolean;
}

export const defaultSiteSettings: SiteSettings = {
  title: undefined,
  lang: undefined,
  authors: false,
  notes: false,
};

const siteNames = ['title', 'lang', 'authors', 'notes'] as const;
const tagOfLanguage = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/iu;

/** Reads `site` of `pilcrow.json`. A setting that cannot be used is a problem, and the default stays. */
export function readSiteSettings(node: Node, problems: ConfigurationProblem[]): SiteSettings {
  const settings: { -readonly [Name in keyof SiteSettings]: SiteSettings[Name] } = { ...defaultSiteSettings };
  const reject = (
    { offset, length }: Node,
    message: Message,
    unknown?: ConfigurationProblem['unknown'],
  ): void =>
    void problems.push({
      message,
      range: { start: offset, end: offset + length },
      ...(unknown ? { unknown } : {}),
    });
  if (node.type !== 'object') reject(node, messageOf('settings.site'));
  for (const { children: [nameNode, valueNode] = [] } of node.type === 'object'
    ? (node.children ?? [])
    : []) {
    if (!nameNode || !valueNode) continue;
    const value: unknown = getNodeValue(valueNode);
    const name = siteNames.find((each) => each === nameNode.value);
    if (name === undefined) {
      const written = String(nameNode.value);
      reject(nameNode, messageOf('settings.siteUnknown', { name: written }), {
        name: written,
        known: siteNames,
      });
    } else if (name === 'title') {
      if (typeof value === 'string' && value.trim() !== '') settings.title = value.trim();
      else reject(valueNode, messageOf('settings.siteTitle'));
    } else if (name === 'lang') {
      if (typeof value === 'string' && tagOfLanguage.test(value)) settings.lang = value;
      else reject(valueNode, messageOf('settings.siteLang'));
    } else if (typeof value === 'boolean') settings[name] = value;
    else reject(valueNode, messageOf('settings.siteFlag', { name }));
  }
  return settings;
}
