import { isMap, isNode, isScalar, isSeq, Scalar, type Document, type Node, type YAMLMap } from 'yaml';
import { messageOf } from '../messages.ts';
import { appendAll, moveRange, type Range } from '../text.ts';
import { aliasesOfCsl } from './workAliases.ts';
import { readCslItem } from './cslItem.ts';
import { relationOfCsl } from './relatedWorks.ts';
import { asMapping, scalarText } from './values.ts';
import { parseYaml } from '../syntax.ts';
import type { BibliographyFile, BibliographyProblem, Work } from './work.ts';

/** More repetitions than this, by aliases (`*name`) of aliases, are an attack. */
const maxYamlAliases = 10_000;
const noList = messageOf('bibliography.noCslYaml');

/**
 * Reads CSL-YAML: a list of entries, under `references:` or alone. If the YAML is not valid, entries are read one by one,
 * so that a broken one hides no other. Never throws.
 */
export function readCslYaml(text: string): BibliographyFile {
  return readYaml(text, true);
}

/** Reads the `references:` of front matter. `offset` is the start of the YAML in its document. */
export function readReferences(yaml: string, offset: number): BibliographyFile {
  return movedBy(offset, readYaml(yaml, false));
}

/** Moves all ranges by `offset` units. */
function movedBy(offset: number, { works, problems }: BibliographyFile): BibliographyFile {
  const place = ({ range }: { readonly range: Range }) => ({ range: moveRange(range, offset) });
  return {
    works: works.map((work) => ({ ...work, ...place(work), keyRange: moveRange(work.keyRange, offset) })),
    problems: problems.map((problem) => ({ ...problem, ...place(problem) })),
  };
}

function readYaml(text: string, alone: boolean): BibliographyFile {
  const documents = parseYaml(text);
  if (documents === undefined || errorOf(documents)) return readOneByOne(text, alone, documents);
  return readDocuments(text, documents, alone);
}

function errorOf(documents: readonly Document[]): Document['errors'][number] | undefined {
  return documents.find((document) => document.errors.length > 0)?.errors[0];
}

function readDocuments(text: string, documents: readonly Document[], alone: boolean): BibliographyFile {
  const filled = documents.filter((document) => document.contents !== null);
  for (const document of filled) {
    const list = entryList(document, alone);
    if (list === undefined) continue;
    try {
      const values = document.toJS({ maxAliasCount: maxYamlAliases }) as unknown;
      const entries: unknown = Array.isArray(values) ? values : asMapping(values)?.['references'];
      return readEntries(list, Array.isArray(entries) ? entries : [], text);
    } catch {
      const message = messageOf('bibliography.manyAliases');
      return { works: [], problems: [{ message, range: yamlRange(list, text) }] };
    }
  }
  const first = filled[0]?.contents;
  if (!alone || !first) return { works: [], problems: [] };
  return { works: [], problems: [{ message: noList, range: yamlRange(first, text) }] };
}

function entryList(document: Document, alone: boolean): (Node & { items: readonly unknown[] }) | undefined {
  const { contents } = document;
  if (alone && isSeq(contents)) return contents;
  const references = isMap(contents) ? contents.get('references', true) : undefined;
  return isSeq(references) ? references : undefined;
}

function readEntries(
  list: { readonly items: readonly unknown[] },
  values: readonly unknown[],
  text: string,
): BibliographyFile {
  const works: Work[] = [];
  const problems: BibliographyProblem[] = [];
  list.items.forEach((node, index) => {
    const read = readYamlEntry(node, values[index], text);
    if ('key' in read) works.push(read);
    else problems.push(read);
  });
  return { works, problems };
}

function readYamlEntry(node: unknown, value: unknown, text: string): Work | BibliographyProblem {
  const range = yamlRange(node, text);
  if (!isMap(node)) return { message: messageOf('bibliography.noYamlEntry'), range };
  const id = idNode(node);
  const key = scalarText(asMapping(value)?.['id']);
  if (key === undefined || id === undefined)
    return { message: messageOf('bibliography.noId'), range: firstYamlLine(range, text) };
  return {
    key,
    format: 'csl-yaml',
    range,
    keyRange: keyRangeOf(id, text),
    data: readCslItem(value),
    ...aliasesOfCsl(value, key),
    ...relationOfCsl(value),
  };
}

function idNode(map: YAMLMap): Node | undefined {
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === 'id');
  return isNode(pair?.value) ? pair.value : undefined;
}

/** Returns the range of a node, without trailing white space. */
function yamlRange(node: unknown, text: string): Range {
  const [start, valueEnd] = (isNode(node) ? node.range : undefined) ?? [0, 0];
  let end = valueEnd;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

function firstYamlLine({ start, end }: Range, text: string): Range {
  const [line = ''] = /^[^\n\r]*/.exec(text.slice(start, end)) ?? [];
  return { start, end: start + line.length };
}

function keyRangeOf(id: Node, text: string): Range {
  const range = yamlRange(id, text);
  const quoted = isScalar(id) && (id.type === Scalar.QUOTE_DOUBLE || id.type === Scalar.QUOTE_SINGLE);
  return quoted ? { start: range.start + 1, end: range.end - 1 } : range;
}

/** Reads each entry by itself, for YAML that cannot be parsed as a whole. */
function readOneByOne(
  text: string,
  alone: boolean,
  whole: readonly Document[] | undefined,
): BibliographyFile {
  const works: Work[] = [];
  const problems: BibliographyProblem[] = [];
  for (const range of splitYamlEntries(text, alone)) {
    const read = movedBy(range.start, readAlone(text.slice(range.start, range.end)));
    appendAll(works, read.works);
    appendAll(problems, read.problems);
  }
  if (alone && problems.length === 0) problems.push(yamlProblem(whole, text));
  return { works, problems };
}

function readAlone(entry: string): BibliographyFile {
  const documents = parseYaml(entry);
  if (documents !== undefined && !errorOf(documents)) return readDocuments(entry, documents, true);
  return { works: rescue(entry), problems: [yamlProblem(documents, entry)] };
}

const idLine =
  /^[ \t]*(?:-[ \t]+)?(["']?)id\1[ \t]*:[ \t]+(["']?)([^\s"'#&*!|>[\]{}][^\n\r"']{0,200}?)\2[ \t]{0,20}$/m;

/** Reads at least the key of an entry whose YAML is not valid, so that its citations are not reported as unknown. */
function rescue(text: string): Work[] {
  const match = idLine.exec(text);
  const written = match?.[3] ?? '';
  const key = scalarText(written);
  if (match === null || key === undefined) return [];
  // The text as written: white space in the key has been collapsed.
  const start = match.index + match[0].lastIndexOf(written);
  const range = { start: 0, end: text.trimEnd().length };
  const keyRange = { start, end: start + written.length };
  return [{ key, format: 'csl-yaml', range, keyRange, data: readCslItem(undefined) }];
}

/** Returns the error that the YAML library reports for a text. */
function yamlProblem(documents: readonly Document[] | undefined, text: string): BibliographyProblem {
  const all = { start: 0, end: text.trimEnd().length };
  const error = documents && errorOf(documents);
  if (error === undefined) {
    const message = documents ? noList : messageOf('bibliography.deepYaml');
    return { message, range: firstYamlLine(all, text) };
  }
  const start = Math.min(error.pos[0], Math.max(0, all.end - 1));
  const end = Math.max(start + 1, Math.min(error.pos[1], all.end));
  return { message: messageOf('bibliography.noYaml', { error: error.message }), range: { start, end } };
}

/**
 * Finds the entries of a YAML list without parsing it. The list starts at a line `references:` (or, in a file of its own,
 * at the first `-`). Its entries are the `-` items at the indentation of the first, up to a line that is indented less.
 */
function splitYamlEntries(text: string, alone: boolean): readonly Range[] {
  const heading = /^(["']?)references\1[ \t]*:[ \t]*(?:#[^\n\r]*)?$/m.exec(text);
  if (heading === null && !alone) return [];
  const starts: number[] = [];
  let indentation: number | undefined;
  let end = text.length;
  for (const line of yamlLinesFrom(text, heading ? heading.index + heading[0].length : 0)) {
    const match = /^([ \t]*)(\S.*)$/.exec(text.slice(line.start, line.end));
    const [, indent = '', words = ''] = match ?? [];
    if (match === null || words.startsWith('#') || (indentation === undefined && words === '---')) continue;
    const isItem = /^-(?:\s|$)/.test(words);
    if (indentation === undefined) {
      if (!isItem) break;
      indentation = indent.length;
    }
    if (isItem && indent.length === indentation) starts.push(line.start);
    else if (indent.length <= indentation) {
      end = line.start;
      break;
    }
  }
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? end }));
}

function* yamlLinesFrom(text: string, from: number): Generator<Range> {
  for (let start = from; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    yield { start, end };
    start = end + 1;
  }
}
