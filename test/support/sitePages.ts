import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

/** The files of a folder of web pages, by path with `/`. */
export type SitePages = ReadonlyMap<string, string>;

/** Reads a folder of web pages. */
export async function readSite(folder: string): Promise<SitePages> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map(async ({ parentPath, name }): Promise<[string, string]> => {
    const full = join(parentPath, name);
    return [full.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(full, 'utf8')];
  });
  return new Map(await Promise.all(read));
}

/** What is wrong with the HTML of pages, as the standard's parser says. */
export function htmlProblems(site: SitePages): string[] {
  return pagesOf(site).flatMap(([path, html]) => {
    const messages: string[] = [];
    const processor = unified().use(rehypeParse, { emitParseErrors: true });
    const file = { value: html, path, message: (text: string) => (messages.push(text), { fatal: null }) };
    processor.parse(file);
    return messages.map((message) => `${path}: ${message}`);
  });
}

/** Links that lead to no file or anchor of the folder, identifiers that are there twice, and whatever is loaded from elsewhere. */
export function linkProblems(site: SitePages): string[] {
  const elements = new Map(pagesOf(site).map(([path, html]) => [path, elementsOf(html)]));
  const ids = new Map(
    [...elements].map(([path, all]) => [
      path,
      all.flatMap(({ properties: { id } }) => (typeof id === 'string' ? [id] : [])),
    ]),
  );
  const problems = [...ids].flatMap(([path, all]) =>
    all.filter((id, at) => all.indexOf(id) !== at).map((id) => `${path}: #${id} is there twice`),
  );
  for (const [path, all] of elements)
    for (const { tagName, properties } of all) {
      const { href, src, style } = properties;
      const handler = Object.keys(properties).find((name) => /^on[A-Z]/.test(name));
      if (handler !== undefined || style !== undefined)
        problems.push(`${path}: <${tagName}> has ${handler ?? 'a style'}`);
      if (/^(?:base|embed|form|iframe|object|style)$/.test(tagName)) problems.push(`${path}: <${tagName}>`);
      const isLink = tagName === 'a';
      for (const address of [href, src])
        if (typeof address === 'string') problems.push(...addressProblems(path, address, isLink, site, ids));
    }
  return problems;
}

function addressProblems(
  path: string,
  address: string,
  isLink: boolean,
  site: SitePages,
  ids: ReadonlyMap<string, readonly string[]>,
): string[] {
  if (isLink && /^(?:https?:\/\/|mailto:)/.test(address)) return [];
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|^\//i.test(address)) return [`${path}: ${address} is elsewhere`];
  const [file = '', fragment] = address.split('#').map((part) => decodeURIComponent(part));
  const target = file === '' ? path : posix.join(posix.dirname(path), file);
  if (!site.has(target)) return [`${path}: ${address} leads nowhere`];
  if (fragment === undefined || ids.get(target)?.includes(fragment)) return [];
  return [`${path}: ${address} leads to no anchor`];
}

function pagesOf(site: SitePages): [string, string][] {
  return [...site].filter(([path]) => path.endsWith('.html'));
}

function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'element') found.push(node);
    if ('children' in node) node.children.forEach(visit);
    if (node.type === 'element' && node.content) visit(node.content);
  };
  visit(unified().use(rehypeParse).parse(html));
  return found;
}
