import { isMap, parseDocument, stringify } from 'yaml';
import type { Edition } from '../../core/source.ts';
import type { Metadata } from '../blocks.ts';

const frontMatterFences =
  /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)([^]*?)(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/;

/** The YAML between the fences of a source file, unchanged. Undefined if it has no front matter. */
export function existingFrontMatter(source: string): string | undefined {
  return frontMatterFences.exec(source)?.[1]?.replace(/\r\n|\r/g, '\n');
}

/** The `id` in front matter. Undefined if it has none. */
export function idIn(yaml: string): string | undefined {
  return /^id:[ \t]*(?:"([^"\n]+)"|'([^'\n]+)'|([^\s#"'][^\n#]*))/m
    .exec(yaml)
    ?.slice(1)
    .find(Boolean)
    ?.trim();
}

/** Writes front matter with CSL variables. Those of the edition replace those found in the page. */
export function writeFrontMatter(key: string, metadata: Metadata, edition: Edition | undefined): string {
  const found: Record<string, unknown> = {
    type: metadata.type ?? 'document',
    ...(metadata.title ? { title: metadata.title } : {}),
    ...(metadata.authors?.length ? { author: metadata.authors.map(nameInCsl) } : {}),
    ...(metadata.container ? { 'container-title': metadata.container } : {}),
    ...(metadata.publisher ? { publisher: metadata.publisher } : {}),
    ...(metadata.issued ? { issued: metadata.issued } : {}),
    ...(metadata.url ? { URL: metadata.url } : {}),
    ...(metadata.language ? { language: metadata.language } : {}),
  };
  const data = {
    ...found,
    ...(edition?.csl ?? {}),
    ...(metadata.abstract ? { abstract: metadata.abstract } : {}),
  };
  const { id: _id, ...rest } = data as Record<string, unknown>;
  return stringify({ id: key, ...rest }, { lineWidth: 0 });
}

/** What a person says about a source. Undefined fields were not given. */
export interface ToldMetadata {
  readonly key?: string;
  readonly title?: string;
  readonly author?: string;
}

/**
 * Returns handwritten front matter with the `id` that citations need, and with what the person says now.
 * @param metadata what was found, and what the person says about it
 */
export function withTold(
  yaml: string,
  key: string,
  told: ToldMetadata,
  { title, authors = [] }: Pick<Metadata, 'title' | 'authors'>,
): string {
  const changes = new Map<string, unknown>();
  if (told.key !== undefined && idIn(yaml) !== undefined && idIn(yaml) !== key) changes.set('id', key);
  if (told.title !== undefined) changes.set('title', title);
  if (told.author !== undefined) changes.set('author', authors.map(nameInCsl));
  const complete = idIn(yaml) === undefined ? `${stringify({ id: key })}${yaml}` : yaml;
  if (changes.size === 0) return complete;
  const document = parseDocument(complete);
  // Broken YAML is not rewritten. The check of the source will report it.
  if (document.errors.length > 0 || !isMap(document.contents)) return complete;
  for (const [name, value] of changes)
    document.set(name, typeof value === 'string' ? value : document.createNode(value));
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** A name in CSL's form: `Marx, Karl` in its parts, any other as a literal. */
function nameInCsl(name: string): Record<string, string> {
  const parts = /^([^,]{1,60}), ([^,]{1,60})$/.exec(name);
  return parts?.[1] && parts[2] ? { family: parts[1], given: parts[2] } : { literal: name };
}

/** Proposes a key: author and year, else the first words of the title, else the name of the file. */
export function proposeKey(metadata: Metadata, fileName: string): string {
  const author = metadata.authors?.[0];
  const family =
    author === undefined
      ? undefined
      : author.includes(',')
        ? author.split(',')[0]
        : author.split(/\s+/).findLast((part) => part.replace(/[^\p{L}]/gu, '').length > 1);
  const year = /\d{4}/.exec(metadata.issued ?? '')?.[0];
  if (family !== undefined && year !== undefined && keyFromWords(family) !== '')
    return `${keyFromWords(family)}-${year}`;
  const title = keyFromWords(
    (metadata.title ?? '')
      .split(/\s+/)
      .filter((word) => !stopWord.test(word))
      .slice(0, 4)
      .join(' '),
  );
  if (title !== '') return title;
  const file = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return keyFromWords(file) || 'source';
}

const stopWord = /^(?:the|a|an|of|on|in|and|to|for|der|die|das|und|le|la|les|el|los)$/i;

/** Reduces a text to lower-case ASCII letters, digits and hyphens, which are safe in citation keys and file names. */
function keyFromWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}
