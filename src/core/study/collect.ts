import { authorLabel, workFromCsl, yearLabel } from '../bibliography.ts';
import { memo } from '../memo.ts';
import {
  type Edition,
  readingOfEdition,
  recognise,
  type Recognition,
  type SourceText,
  structureOfEdition,
  withGists,
} from '../source.ts';
import type { Role } from './roles.ts';
import type {
  Analysis,
  CitedWork,
  Paper,
  PlacedWork,
  Source,
  SourceFile,
  Study,
  StudyContext,
} from './studyTypes.ts';
import { appendTo, sameItems } from '../text.ts';

/** A file before and after a change; one of them is undefined if it was added or removed. */
export interface Change {
  readonly before: Analysis | undefined;
  readonly after: Analysis | undefined;
}

/** Compares files by path, those with the same path by URI: by code unit, so that the order is the same on every machine. */
export function comparePaths({ file: a }: Analysis, { file: b }: Analysis): number {
  const [one, other] = a.path === b.path ? [a.uri, b.uri] : [a.path, b.path];
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * Returns the differences between two lists of files, both in order of path. An unchanged file costs one comparison of
 * references.
 */
export function changesBetween(before: readonly Analysis[], after: readonly Analysis[]): readonly Change[] {
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const old = before[i];
    const now = after[j];
    if (old === now) {
      i++;
      j++;
      continue;
    }
    const order = !old ? 1 : !now ? -1 : comparePaths(old, now);
    changes.push({ before: order <= 0 ? old : undefined, after: order >= 0 ? now : undefined });
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return changes;
}

/** Whether a file with one of the roles was added, removed or changed. */
export function changesRole(changes: readonly Change[], ...roles: readonly Role[]): boolean {
  const isOne = (file: Analysis | undefined): boolean => roles.some((role) => file?.role === role);
  return changes.some(({ before, after }) => isOne(before) || isOne(after));
}

/** Returns the old list if the new one holds the same items. */
export function keepList<T>(before: readonly T[] | undefined, after: readonly T[]): readonly T[] {
  return before && sameItems(before, after) ? before : after;
}

/**
 * Returns the old map if the new one is equal. Otherwise returns the new one, with equal lists replaced by the old ones.
 */
function keepMap<V>(
  before: ReadonlyMap<string, V> | undefined,
  after: Map<string, V>,
  same: (a: V, b: V) => boolean,
): ReadonlyMap<string, V> {
  if (!before) return after;
  let isSame = before.size === after.size;
  const keys = before.keys();
  for (const [key, value] of after) {
    isSame &&= keys.next().value === key;
    const kept = before.get(key);
    if (kept !== undefined && same(kept, value)) after.set(key, kept);
    else isSame = false;
  }
  return isSame ? before : after;
}

/** Indexes source files by key. */
export function collectSourceFiles(
  files: readonly Analysis[],
  before: Study['sourceFiles'] | undefined,
): Study['sourceFiles'] {
  const byKey = new Map<string, SourceFile[]>();
  for (const file of files) {
    if (file.role !== 'source') continue;
    appendTo(byKey, file.key, file);
  }
  return keepMap<readonly SourceFile[]>(before, byKey, sameItems);
}

/**
 * Indexes sources by key: files first, then editions without text.
 * @param builtIns what ships with Pilcrow, some of the editions among it
 */
export function collectSources(
  sourceFiles: Study['sourceFiles'],
  editions: readonly Edition[],
  builtIns: readonly Analysis[],
  before: Study['sources'] | undefined,
): Study['sources'] {
  const sources = new Map<string, Source>();
  for (const [key, [file]] of sourceFiles) if (file) sources.set(key, sourceOfFile(file, editions, builtIns));
  for (const edition of editions)
    if (!sources.has(edition.key)) sources.set(edition.key, sourceOfEdition(edition));
  return keepMap(before, sources, (a, b) => a === b);
}

/** Compares the text of a file with the editions. */
const sourceOfFile = memo(
  'source of a file',
  (file: SourceFile, editions: readonly Edition[], builtIns: readonly Analysis[]): Source => {
    const { reading, recognition } = bestRecognition(file, editions);
    const text = recognition ? withGists(reading, recognition) : reading;
    // An edition of the group's own was frozen from this front matter, so a field removed since then must not come back.
    const known = recognition && isShipped(recognition.edition, builtIns) ? recognition.edition.csl : {};
    const csl = { ...known, ...file.source.frontMatter.data };
    const abstract = typeof csl['abstract'] === 'string' ? csl['abstract'] : undefined;
    return {
      ...text,
      ...labels(file.key, csl),
      key: file.key,
      csl,
      file,
      edition: recognition?.edition,
      recognition,
      abstract,
    };
  },
);

export function isShipped(edition: Edition, builtIns: readonly Analysis[]): boolean {
  return builtIns.some((file) => file.role === 'edition' && file.edition === edition);
}

interface RecognisedReading {
  readonly reading: SourceText;
  readonly recognition: Recognition | undefined;
}

/**
 * Returns the recognition for the edition with the source's own key, whose numbers the source keeps; otherwise for the edition that
 * shares most passages.
 */
function bestRecognition(
  { key, source, document }: SourceFile,
  editions: readonly Edition[],
): RecognisedReading {
  const own = editions.find((edition) => edition.key === key);
  const reading = own ? readingOfEdition(document, source, own) : source;
  const byKey = own && recognise(reading, own);
  if (byKey) return { reading, recognition: byKey };
  const [recognition] = editions
    .flatMap((edition) => recognise(source, edition) ?? [])
    .sort((a, b) => b.matched - a.matched);
  return { reading: source, recognition };
}

const sourceOfEdition = memo('source of an edition', (edition: Edition): Source => ({
  ...structureOfEdition(edition),
  ...labels(edition.key, edition.csl),
  key: edition.key,
  csl: edition.csl,
  file: undefined,
  edition,
  recognition: undefined,
  abstract: undefined,
}));

function labels(
  key: string,
  csl: Readonly<Record<string, unknown>>,
): { title: string; author: string; year: string } {
  const work = workFromCsl(key, csl);
  const given = csl['title'];
  const title = typeof given === 'string' && given.trim() !== '' ? given.trim() : key;
  const author = authorLabel(work);
  return {
    title,
    author: author === title || author === key ? '' : author,
    year: yearLabel(work),
  };
}

/** Returns the works in a file. A paper has some only if its front matter lists them. */
export function worksOf(file: Analysis | undefined): readonly PlacedWork['work'][] {
  if (file?.role === 'bibliography') return file.bibliography.works;
  return file?.role === 'paper' ? file.works : [];
}

/** Indexes works by key, each with its file. */
export function collectWorks(files: readonly Analysis[], before: Study['works'] | undefined): Study['works'] {
  const works = new Map<string, PlacedWork[]>();
  for (const analysis of files) {
    if (analysis.role !== 'bibliography' && analysis.role !== 'paper') continue;
    for (const work of worksOf(analysis)) appendTo(works, work.key, { work, analysis });
  }
  return keepMap<readonly PlacedWork[]>(before, works, samePlaces);
}

function samePlaces(a: readonly PlacedWork[], b: readonly PlacedWork[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ work, analysis }, at) => work === b[at]?.work && analysis === b[at].analysis)
  );
}

/** Returns the keys that papers cite, by updating the previous result with the changes. */
export function collectCitedKeys(
  papers: readonly Paper[],
  changes: readonly Change[],
  before: ReadonlySet<string> | undefined,
): ReadonlySet<string> {
  const keysIn = (file: Analysis | undefined): readonly string[] =>
    file?.role === 'paper' ? file.citedKeys : [];
  if (!before) return new Set(papers.flatMap((paper) => paper.citedKeys));
  const now = new Set(changes.flatMap(({ after }) => keysIn(after)));
  const come = [...now].filter((key) => !before.has(key));
  const left = new Set(changes.flatMap((change) => keysIn(change.before)).filter((key) => !now.has(key)));
  for (const paper of left.size > 0 ? papers : []) for (const key of paper.citedKeys) left.delete(key);
  if (come.length === 0 && left.size === 0) return before;
  return new Set([...[...before].filter((key) => !left.has(key)), ...come]);
}

type WorkTable<W extends CitedWork> = ReadonlyMap<string, readonly W[]>;

/** The key that a further name stands for, and whether Pandoc finds it by that name. */
interface Alias {
  readonly key: string;
  readonly isResolved: boolean;
}

/** Returns the works that a key names: by their key, else by one of the further names that Pandoc resolves, too. */
export function worksNamed<W extends CitedWork>(
  name: string,
  { works, sources }: { readonly works: WorkTable<W>; readonly sources: StudyContext['sources'] },
): readonly W[] {
  const own = works.get(name);
  if (own || sources.has(name)) return own ?? [];
  const alias = workAliases(works).get(name);
  const named = alias?.isResolved === true ? works.get(alias.key) : undefined;
  return named?.slice(0, 1) ?? [];
}

/** Returns the key of the work that has a name by which Pandoc does not find it; undefined where none has. */
export function keyOfAlias(
  name: string,
  { works }: { readonly works: WorkTable<CitedWork> },
): string | undefined {
  return workAliases(works).get(name)?.key;
}

const workAliases = memo('further names of works', (works: WorkTable<CitedWork>) => {
  const table = new Map<string, Alias>();
  for (const [key, [placed]] of works) {
    const { aliases = [], unresolvedAliases = [] } = placed?.work ?? {};
    for (const name of unresolvedAliases) if (!table.has(name)) table.set(name, { key, isResolved: false });
    for (const name of aliases) if (!table.get(name)?.isResolved) table.set(name, { key, isResolved: true });
  }
  return table;
});
