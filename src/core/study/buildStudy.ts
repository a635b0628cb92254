import { memo, Queries } from '../memo.ts';
import { buildGlossary, buildMatcher, type Glossary, type TermMatcher } from '../glossary.ts';
import type { Edition } from '../source.ts';
import { appendTo, sameItems } from '../text.ts';
import { type Configuration, defaultConfiguration } from './configuration.ts';
import type { Role } from './roles.ts';
import { isShipped, sourceOfEdition, sourceOfFile } from './sourceOf.ts';
import type {
  Analysis,
  FilesByUri,
  GlossaryDocument,
  Paper,
  PlacedWork,
  Source,
  SourceFile,
  Study,
  StudyContext,
  Terms,
} from './studyTypes.ts';

/** Tracked queries of a study. A query by key depends on the value of this key only. */
export const studyQueries = new Queries<Study>(['sources', 'works', 'sourceFiles', 'paths']);

/** Tracked queries of what the findings of a paper depend on. */
export const contextQueries = new Queries<StudyContext>(['sources', 'works', 'sourceFiles']);

/** The editions of known texts that ship with Pilcrow, and their glossaries, as analysed files. */
export type BuiltIns = readonly Analysis[];

/**
 * Combines the files of a study folder.
 * @param analyses one for each file, in any order
 * @param builtIns editions and glossaries that ship with Pilcrow; the study folder's own come first
 * @param before the previous study, with the same `builtIns`: equal parts stay the same objects, and unchanged files cost
 * almost nothing
 */
export function buildStudy(analyses: readonly Analysis[], builtIns: BuiltIns = [], before?: Study): Study {
  const isInOrder = analyses.every((file, at) => comparePaths(analyses[at - 1] ?? file, file) <= 0);
  const files = isInOrder ? analyses : [...analyses].sort(comparePaths);
  const changes = changesBetween(before?.files ?? [], files);
  const changed = new Set(changes.flatMap((change) => [change.before?.role, change.after?.role]));
  const unless = (role: Role): Study | undefined => (changed.has(role) ? undefined : before);
  const papers = unless('paper')?.papers ?? files.filter((file) => file.role === 'paper');
  const own = unless('glossary')?.glossaries ?? files.filter((file) => file.role === 'glossary');
  const cited = citable(files, builtIns, changes, changed, before);
  const citedKeys = collectCitedKeys(papers, changes, before?.citedKeys);
  const shipped = builtIns.filter((file) => file.role === 'glossary');
  const ofUse = shipped.filter((glossary) => isOfUse(glossary, own, cited.sources, citedKeys, builtIns));
  const stay = changes.every((change) => change.before?.file.uri === change.after?.file.uri);
  const places = stay && before?.byUri instanceof Places ? before.byUri.order : undefined;
  return {
    files,
    glossaries: own,
    papers,
    notes: unless('notes')?.notes ?? files.filter((file) => file.role === 'notes'),
    alignments: unless('alignment')?.alignments ?? files.filter((file) => file.role === 'alignment'),
    byUri: new Places(files, builtIns, places ?? new Map(files.map(({ file }, at) => [file.uri, at]))),
    paths: (places && before?.paths) ?? new Set(files.map(({ file }) => file.path)),
    ...cited,
    configuration: unless('configuration')?.configuration ?? configurationOf(files, before),
    citedKeys,
    terms: mergeGlossaries(own, ofUse, before?.terms),
    allTerms: mergeGlossaries(own, shipped, before?.allTerms),
  };
}

/** Returns a study with some parts replaced. */
export function withParts(study: Study, parts: Partial<Study>): Study {
  return { ...study, ...parts };
}

type Citable = Pick<Study, 'editions' | 'sourceFiles' | 'sources' | 'works' | 'keys'>;

function citable(
  files: readonly Analysis[],
  builtIns: BuiltIns,
  changes: readonly Change[],
  changed: ReadonlySet<Analysis['role'] | undefined>,
  before: Study | undefined,
): Citable {
  const sameEditions = changed.has('edition') ? undefined : before;
  const sameFiles = changed.has('source') ? undefined : before;
  const editions = sameEditions?.editions ?? keepList(before?.editions, editionsIn([...files, ...builtIns]));
  const sourceFiles = sameFiles?.sourceFiles ?? collectSourceFiles(files, before?.sourceFiles);
  const sources =
    (sameEditions && sameFiles?.sources) ?? collectSources(sourceFiles, editions, builtIns, before?.sources);
  const hasWorks = changes.some(({ before: old, after }) => worksOf(old).length + worksOf(after).length > 0);
  const works = before && !hasWorks ? before.works : collectWorks(files, before?.works);
  if (before?.sources === sources && before.works === works)
    return { editions, sourceFiles, sources, works, keys: before.keys };
  const keys = [...sources.keys(), ...works.keys()];
  return { editions, sourceFiles, sources, works, keys: keepList(before?.keys, keys) };
}

function editionsIn(files: readonly Analysis[]): Study['editions'] {
  return files.flatMap((file) => (file.role === 'edition' && file.edition ? [file.edition] : []));
}

function configurationOf(files: readonly Analysis[], before: Study | undefined): Configuration {
  const file = files.find((each) => each.role === 'configuration');
  const configuration = file?.configuration ?? defaultConfiguration;
  const isSame = before && JSON.stringify(before.configuration) === JSON.stringify(configuration);
  return isSame ? before.configuration : configuration;
}

/** Files by their index in the list. The map is reused while no file is added or removed. */
class Places implements FilesByUri {
  constructor(
    private readonly files: readonly Analysis[],
    private readonly builtIns: BuiltIns,
    /** URI → index in `files`. */
    readonly order: ReadonlyMap<string, number>,
  ) {}

  get(uri: string): Analysis | undefined {
    const at = this.order.get(uri);
    return at === undefined ? this.builtIns.find(({ file }) => file.uri === uri) : this.files[at];
  }

  has(uri: string): boolean {
    return this.get(uri) !== undefined;
  }

  values(): Iterable<Analysis> {
    return [...this.builtIns.filter(({ file }) => !this.order.has(file.uri)), ...this.files];
  }
}

/** Glossaries that are merged on first use, because most papers can be checked without them. */
class MergedGlossaries implements Terms {
  private made: Glossary | undefined;
  private matching: TermMatcher | undefined;

  constructor(
    readonly own: readonly GlossaryDocument[],
    readonly shipped: readonly GlossaryDocument[],
  ) {}

  get glossary(): Glossary {
    const input = (builtIn: boolean) => (file: GlossaryDocument) => ({
      uri: file.file.uri,
      glossary: file.glossary,
      builtIn,
    });
    return (this.made ??= buildGlossary(this.own.map(input(false)), this.shipped.map(input(true))));
  }

  get matcher(): TermMatcher {
    return (this.matching ??= buildMatcher(this.glossary));
  }
}

/** @param before what a study had before a change: the same, if it was made of the same glossaries */
function mergeGlossaries(
  own: readonly GlossaryDocument[],
  shipped: readonly GlossaryDocument[],
  before: Terms | undefined,
): Terms {
  const isSame =
    before instanceof MergedGlossaries && sameItems(before.own, own) && sameItems(before.shipped, shipped);
  if (isSame) return before;
  const [first, ...others] = own.length === 0 ? shipped : [];
  return first ? mergeShipped(first, ...others) : new MergedGlossaries(own, shipped);
}

/** Study folders without a glossary of their own share what is made of those that ship. */
const mergeShipped = memo(
  'merged glossaries',
  (...shipped: readonly GlossaryDocument[]): Terms => new MergedGlossaries([], shipped),
);

/**
 * Whether the study folder has to do with a text that a built-in glossary is about: has its text or an edition of its own, or
 * cites it in a paper or a glossary. What the glossary cites is the text that it is about.
 */
function isOfUse(
  glossary: GlossaryDocument,
  own: readonly GlossaryDocument[],
  sources: Study['sources'],
  citedKeys: ReadonlySet<string>,
  builtIns: BuiltIns,
): boolean {
  const held = [...sources.values()].flatMap(({ key, file, edition }) => {
    if (edition && (file ?? !isShipped(edition, builtIns))) return [edition.key];
    return file ? [key] : [];
  });
  // What a glossary cites is only read where it may matter, since nearly no folder has to do with the text.
  const named = namesIn(glossary);
  const cited = own
    .filter((one) => namesIn(one).some((other) => named.some((name) => name.startsWith(other.charAt(0)))))
    .flatMap(({ citations }) => citations.map(({ key }) => key));
  const keys = new Set([...citedKeys, ...held, ...cited]);
  if (named.length > 0 && ![...keys].some((key) => named.some((name) => name.startsWith(key)))) return false;
  return glossary.citations.length === 0 || glossary.citations.some(({ key }) => keys.has(key));
}

/** What stands behind each `@` of a glossary: a key that it cites is how one of these begins. */
const namesIn = memo('names behind @ in a glossary', ({ text }: GlossaryDocument): readonly string[] => [
  ...new Set(Array.from(text.matchAll(/@\{?([^\s@{}\]]+)/gu), ([, name = '']) => name)),
]);

/** A file before and after a change; one of them is undefined if it was added or removed. */
interface Change {
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
function changesBetween(before: readonly Analysis[], after: readonly Analysis[]): readonly Change[] {
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

/** Returns the old list if the new one holds the same items. */
function keepList<T>(before: readonly T[] | undefined, after: readonly T[]): readonly T[] {
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
function collectSourceFiles(
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
function collectSources(
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

/** Returns the works in a file. A paper has some only if its front matter lists them. */
function worksOf(file: Analysis | undefined): readonly PlacedWork['work'][] {
  if (file?.role === 'bibliography') return file.bibliography.works;
  return file?.role === 'paper' ? file.works : [];
}

/** Indexes works by key, each with its file. */
function collectWorks(files: readonly Analysis[], before: Study['works'] | undefined): Study['works'] {
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
function collectCitedKeys(
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
