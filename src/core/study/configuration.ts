import { getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { readFilePattern } from './filePattern.ts';
import { type CheckId, checkIds, isCheckId, type Level, levels } from '../catalogue.ts';
import { minRunWords } from '../match.ts';
import { type Message, messageOf } from '../messages.ts';
import {
  defaultKinds,
  type Motivation,
  motivations,
  type NoteColor,
  noteColors,
  type NoteKind,
} from '../notes.ts';
import { styleNames } from '../styles.ts';
import type { Range } from '../text.ts';
import type { ConfigurationProblem } from './configurationProblem.ts';
import { repeatedNames } from './repeatedNames.ts';
import { defaultSiteSettings, readSiteSettings, type SiteSettings } from './siteSettings.ts';
import { tableOf } from '../text.ts';

/** The settings of `pilcrow.json`, with defaults for missing ones. Globs are relative to the study folder. */
export interface Configuration {
  /** Levels that differ from those of the catalogue. */
  readonly checks: Readonly<Partial<Record<CheckId, Level>>>;
  /** Findings at this level or above make `pilcrow check` exit with 1. */
  readonly failOn: Exclude<Level, 'off'>;
  /** The least words of a source that have to be marked as a quotation. */
  readonly unmarkedWords: number;
  readonly papers: readonly string[];
  readonly sources: readonly string[];
  readonly glossaries: readonly string[];
  readonly bibliographies: readonly string[];
  readonly notes: readonly string[];
  readonly exclude: readonly string[];
  /** The kinds of notes, in the order in which they are offered. */
  readonly noteKinds: readonly NoteKind[];
  /** The citation style of papers that name none, as `styleChoice` understands it; undefined for the usual one. */
  readonly csl: string | undefined;
  /** What `pilcrow site` shows. */
  readonly site: SiteSettings;
}

/** The settings of a study folder without `pilcrow.json`. */
export const defaultConfiguration: Configuration = {
  checks: {},
  failOn: 'warning',
  unmarkedWords: minRunWords,
  papers: ['**/*.analysis.md'],
  sources: ['sources/**/*.md'],
  glossaries: ['glossary.md', 'glossary/**/*.md'],
  bibliographies: ['sources/**/*.bib', 'sources/**/*.json', 'sources/**/*.yaml', 'sources/**/*.yml'],
  notes: ['notes/**/*.jsonld'],
  exclude: ['**/node_modules/**', '**/.*/**'],
  noteKinds: defaultKinds,
  csl: undefined,
  site: defaultSiteSettings,
};

const globLists = ['papers', 'sources', 'glossaries', 'bibliographies', 'notes', 'exclude'] as const;

/**
 * Reads `pilcrow.json` (comments and trailing commas are allowed). A setting that cannot be used is a problem, and the
 * others apply. If the file is not valid JSON, its first error is the only problem, because others would follow from it.
 * Complete settings in it are used all the same.
 */
export function readConfiguration(text: string): {
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
} {
  const errors: ParseError[] = [];
  if (isTooDeep(text)) return { configuration: defaultConfiguration, problems: [tooDeep] };
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const broken: ConfigurationProblem[] = errors.slice(0, 1).map((error) => ({
    message: messageOf('settings.noJson'),
    range: { start: error.offset, end: error.offset + error.length },
    broken: true,
  }));
  if (root?.type !== 'object')
    return { configuration: defaultConfiguration, problems: broken.length > 0 ? broken : notAnObject(root) };
  const draft: Record<string, unknown> = {};
  const reader = new PropertyReader(text, errors);
  for (const property of root.children ?? []) reader.read(property, draft);
  const problems = broken.length > 0 ? broken : [...reader.problems, ...repeatedNames(root)];
  return { configuration: { ...defaultConfiguration, ...draft }, problems };
}

/** No settings nest deeper. The parser recurses and would exhaust the stack. */
const maxSettingsDepth = 200;
const tooDeep: ConfigurationProblem = {
  message: messageOf('settings.deep'),
  range: { start: 0, end: 1 },
  broken: true,
};

/** Whether brackets nest too deeply. Brackets in strings and comments count, too; the limit allows for them. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > maxSettingsDepth) return true;
  }
  return false;
}

function notAnObject(root: Node | undefined): ConfigurationProblem[] {
  const message = messageOf('settings.noList');
  return root ? [{ message, range: settingRange(root), broken: true }] : [];
}

function settingRange(node: Node): Range {
  return { start: node.offset, end: node.offset + node.length };
}

const settingNames = ['checks', 'failOn', 'unmarkedWords', 'noteKinds', 'csl', 'site', ...globLists] as const;
/** As many words nobody writes without meaning to. */
const maxUnmarkedWords = 1000;
const failingLevels = levels.filter((level) => level !== 'off');

/** Reads the settings of a file one by one. */
class PropertyReader {
  readonly problems: ConfigurationProblem[] = [];

  /** @param errors syntax errors of the file */
  constructor(
    private readonly text: string,
    private readonly errors: readonly ParseError[],
  ) {}

  read(property: Node, draft: Record<string, unknown>): void {
    const [nameNode, valueNode] = property.children ?? [];
    if (!nameNode || !valueNode) return;
    const name = String(nameNode.value);
    if (name === '$schema') return;
    // Each level is independent. Half of a list, or of a kind of notes, would mean something else than the whole.
    if (name === 'checks') draft[name] = this.checks(valueNode);
    else if (!this.isWhole(valueNode)) return;
    else if (name === 'noteKinds') draft[name] = readNoteKinds(valueNode, this.problems);
    else if (name === 'site') draft[name] = readSiteSettings(valueNode, this.problems);
    else if (name === 'failOn') {
      const level = this.level(valueNode, failingLevels, 'settings.failOn');
      if (level !== undefined) draft[name] = level;
    } else if (name === 'unmarkedWords') {
      const words = this.wordCount(valueNode);
      if (words !== undefined) draft[name] = words;
    } else if (name === 'csl') {
      const style = this.citationStyle(valueNode);
      if (style !== undefined) draft[name] = style;
    } else if (isGlobList(name)) {
      const globs = this.globs(name, valueNode);
      if (globs) draft[name] = globs;
    } else this.reject(nameNode, messageOf('settings.unknown', { name }), { name, known: [...settingNames] });
  }

  /** Whether a value is complete. An unclosed list may have been meant to go on. */
  private isWhole({ type, offset, length }: Node): boolean {
    const end = offset + length;
    const closing = { array: ']', object: '}' }[type as string] ?? '';
    return (
      this.text.slice(offset, end).endsWith(closing) &&
      !this.errors.some((error) => error.offset >= offset && error.offset < end)
    );
  }

  private checks(node: Node): Partial<Record<CheckId, Level>> {
    const checks: Partial<Record<CheckId, Level>> = {};
    if (node.type !== 'object') {
      this.reject(node, messageOf('settings.checks'));
      return checks;
    }
    for (const property of node.children ?? []) {
      const [nameNode, valueNode] = property.children ?? [];
      if (!nameNode || !valueNode || !this.isWhole(valueNode)) continue;
      const id = String(nameNode.value);
      if (!isCheckId(id)) {
        this.reject(nameNode, messageOf('checks.unknown', { id }), { name: id, known: checkIds });
        continue;
      }
      const level = this.level(valueNode, levels, 'settings.level');
      if (level !== undefined) checks[id] = level;
    }
    return checks;
  }

  private wordCount(node: Node): number | undefined {
    const value: unknown = getNodeValue(node);
    if (
      typeof value === 'number' &&
      Number.isInteger(value) &&
      value >= minRunWords &&
      value <= maxUnmarkedWords
    )
      return value;
    this.reject(node, messageOf('settings.unmarkedWords', { least: minRunWords, most: maxUnmarkedWords }));
    return undefined;
  }

  private citationStyle(node: Node): string | undefined {
    const value: unknown = getNodeValue(node);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    this.reject(node, messageOf('settings.csl', { names: styleNames }));
    return undefined;
  }

  private level<L extends Level>(
    node: Node,
    known: readonly L[],
    problem: 'settings.failOn' | 'settings.level',
  ): L | undefined {
    const value: unknown = getNodeValue(node);
    const level = known.find((each) => each === value);
    if (level === undefined)
      this.reject(
        node,
        messageOf(problem, { levels: known }),
        typeof value === 'string' ? { name: value, known } : undefined,
      );
    return level;
  }

  /** Returns the usable patterns of a list; undefined where there are none, so that the default is used. */
  private globs(name: string, node: Node): string[] | undefined {
    if (node.type !== 'array') {
      this.reject(node, messageOf('settings.globs', { name }));
      return undefined;
    }
    const items = node.children ?? [];
    let length = 0;
    let isShort = true;
    const usable = items.flatMap((item) => {
      const glob: unknown = getNodeValue(item);
      const problem = typeof glob === 'string' ? globProblem(glob) : messageOf('settings.globText');
      length += typeof glob === 'string' ? glob.length : 0;
      if (length > maxGlobsLength) {
        if (isShort) this.reject(item, messageOf('settings.globsLong', { characters: maxGlobsLength }));
        isShort = false;
        return [];
      }
      if (problem !== undefined) this.reject(item, problem);
      return typeof glob === 'string' && problem === undefined ? [glob] : [];
    });
    return usable.length > 0 || items.length === 0 ? usable : undefined;
  }

  private reject(node: Node, message: Message, unknown?: ConfigurationProblem['unknown']): void {
    this.problems.push({ message, range: settingRange(node), ...(unknown ? { unknown } : {}) });
  }
}

function isGlobList(name: string): name is (typeof globLists)[number] {
  return (globLists as readonly string[]).includes(name);
}

/**
 * Reads `noteKinds` of `pilcrow.json`: kinds by id that extend or change the default ones; `false` removes one. A kind that
 * cannot be used is a problem, and the others apply.
 */
function readNoteKinds(node: Node, problems: ConfigurationProblem[]): readonly NoteKind[] {
  const kinds = new Map(defaultKinds.map((kind) => [kind.id, kind]));
  if (node.type !== 'object') {
    problems.push(noteKindProblemAt(node, messageOf('settings.noteKinds')));
    return defaultKinds;
  }
  for (const property of node.children ?? []) {
    const [nameNode, valueNode] = property.children ?? [];
    if (!nameNode || !valueNode) continue;
    const id = String(nameNode.value);
    if (valueNode.value === false) kinds.delete(id);
    else if (valueNode.type === 'object') kinds.set(id, readKind(id, valueNode, kinds.get(id), problems));
    else problems.push(noteKindProblemAt(valueNode, messageOf('settings.noteKind')));
  }
  return [...kinds.values()];
}

function noteKindProblemAt({ offset, length }: Node, message: Message): ConfigurationProblem {
  return { message, range: { start: offset, end: offset + length } };
}

/** Maximum length of a symbol, which has to fit narrow columns. */
const maxSymbolCharacters = 2;

function readKind(
  id: string,
  node: Node,
  base: NoteKind | undefined,
  problems: ConfigurationProblem[],
): NoteKind {
  const kind: { -readonly [Name in keyof NoteKind]: NoteKind[Name] } = base
    ? { ...base }
    : { id, label: id, symbol: [...id][0] ?? '·', color: 'foreground', motivation: 'commenting' };
  for (const property of node.children ?? []) {
    const [nameNode, valueNode] = property.children ?? [];
    if (!nameNode || !valueNode) continue;
    const value: unknown = getNodeValue(valueNode);
    const reject = (message: Message): void => void problems.push(noteKindProblemAt(valueNode, message));
    const name = String(nameNode.value);
    if (name === 'label' && typeof value === 'string' && value.trim() !== '') kind.label = value.trim();
    else if (name === 'symbol' && typeof value === 'string' && isSymbol(value)) kind.symbol = value;
    else if (name === 'color' && isOneOf<NoteColor>(value, noteColors)) kind.color = value;
    else if (name === 'motivation' && isOneOf<Motivation>(value, motivations)) kind.motivation = value;
    else if (name === 'color') reject(messageOf('settings.noteColor', { colors: noteColors }));
    else if (name === 'motivation') reject(messageOf('settings.noteMotivation', { motivations }));
    else if (name === 'symbol') reject(messageOf('settings.noteSymbol'));
    else if (name === 'label') reject(messageOf('settings.noteLabel'));
    else problems.push(noteKindProblemAt(nameNode, messageOf('settings.noteProperty', { name })));
  }
  return kind;
}

function isSymbol(value: string): boolean {
  const { length } = [...value];
  return value.trim() !== '' && length <= maxSymbolCharacters;
}

function isOneOf<Name extends string>(value: unknown, names: readonly Name[]): value is Name {
  return (names as readonly unknown[]).includes(value);
}

/** Longer patterns, and lists that are longer together, are rejected: nobody writes them, and every path is held against them. Characters. */
const maxGlobLength = 1000;
const maxGlobsLength = 10_000;

/**
 * Returns why a file pattern of `pilcrow.json` cannot be used, with a correction; undefined where it
 * can be used. Patterns are relative to the study folder, with `/`.
 */
export function globProblem(glob: string): Message | undefined {
  if (glob.trim() === '') return messageOf('settings.globEmpty');
  if (glob.length > maxGlobLength) return messageOf('settings.globLong', { characters: maxGlobLength });
  if (glob.startsWith('!')) return messageOf('settings.globNot');
  if (/^(?:\/|~|[a-z]:)/i.test(glob)) return messageOf('settings.globAbsolute', { glob });
  if (/\\(?![[\]{}()!?+@*\\])|\\\*[.*]/.test(glob)) return messageOf('settings.globBackslash', { glob });
  if (glob.split('/').includes('..')) return messageOf('settings.globUp', { glob });
  if (glob.endsWith('/')) return messageOf('settings.globFolder', { glob });
  const open = unclosedBracket(glob);
  if (open !== undefined) return messageOf('settings.globOpen', { glob, bracket: open });
  const read = readFilePattern(glob);
  if (typeof read !== 'string') return undefined;
  return messageOf(read === 'group' ? 'settings.globGroup' : 'settings.globBrackets', { glob });
}

const closingByOpening = tableOf<string>({ '[': ']', '{': '}', '(': ')' });

/**
 * Returns the first bracket that is never closed; undefined where there is none. Characters after a backslash or inside
 * `[…]` do not count.
 */
function unclosedBracket(glob: string): string | undefined {
  const open: string[] = [];
  for (let at = 0; at < glob.length; at++) {
    const character = glob[at] ?? '';
    if (character === '\\') at++;
    else if (open.at(-1) === '[') {
      if (character === ']') open.pop();
    } else if (Object.hasOwn(closingByOpening, character)) {
      open.push(character);
      // In `[]…]` and `[!]…]` the first closing bracket is one of the characters.
      if (character === '[') at += /^[!^]?\]/.exec(glob.slice(at + 1))?.[0].length ?? 0;
    } else if (character === closingByOpening[open.at(-1) ?? '']) open.pop();
  }
  return open[0];
}
