import { memo, Queries } from '../memo.ts';
import { buildGlossary, buildMatcher, type Glossary, type TermMatcher } from '../glossary.ts';
import {
  type Change,
  changesBetween,
  changesRole,
  collectCitedKeys,
  collectSourceFiles,
  collectSources,
  collectWorks,
  comparePaths,
  isShipped,
  keepList,
  worksOf,
} from './collect.ts';
import { type Configuration, defaultConfiguration } from './configuration.ts';
import type { Role } from './roles.ts';
import type { Analysis, FilesByUri, GlossaryDocument, Study, StudyContext, Terms } from './studyTypes.ts';

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
  const unless = (...roles: Role[]): Study | undefined =>
    changesRole(changes, ...roles) ? undefined : before;
  const papers = unless('paper')?.papers ?? files.filter((file) => file.role === 'paper');
  const own = unless('glossary')?.glossaries ?? files.filter((file) => file.role === 'glossary');
  const cited = citable(files, builtIns, changes, before);
  const citedKeys = collectCitedKeys(papers, changes, before?.citedKeys);
  const shipped = builtIns.filter((file) => file.role === 'glossary');
  const ofUse = shipped.filter((glossary) => isOfUse(glossary, own, cited.sources, citedKeys, builtIns));
  const parts = {
    files,
    glossaries: own,
    papers,
    notes: unless('notes')?.notes ?? files.filter((file) => file.role === 'notes'),
    ...fileTables(files, builtIns, changes, before),
    ...cited,
    configuration: unless('configuration')?.configuration ?? configurationOf(files, before),
    citedKeys,
    allTerms: mergeGlossaries(own, shipped),
  };
  return withTerms(parts, mergeGlossaries(own, ofUse));
}

/**
 * Returns a study whose terms are computed on first use, because most papers can be checked without them. This is a
 * separate function so that the getters capture nothing else: they would keep the previous study in memory, and through it
 * all earlier ones.
 */
function withTerms(parts: Omit<Study, keyof Terms>, terms: Terms): Study {
  return {
    ...parts,
    get glossary() {
      return terms.glossary;
    },
    get matcher() {
      return terms.matcher;
    },
  };
}

/** Returns a study with some parts replaced. Parts that are computed on first use stay so. */
export function withParts(study: Study, parts: Partial<Study>): Study {
  return Object.assign(Object.create(study) as Study, parts);
}

type Citable = Pick<Study, 'editions' | 'sourceFiles' | 'sources' | 'works' | 'keys'>;

function citable(
  files: readonly Analysis[],
  builtIns: BuiltIns,
  changes: readonly Change[],
  before: Study | undefined,
): Citable {
  const unless = (...roles: Role[]): Study | undefined =>
    changesRole(changes, ...roles) ? undefined : before;
  const editions =
    unless('edition')?.editions ?? keepList(before?.editions, editionsIn([...files, ...builtIns]));
  const sourceFiles = unless('source')?.sourceFiles ?? collectSourceFiles(files, before?.sourceFiles);
  const sources =
    unless('source', 'edition')?.sources ?? collectSources(sourceFiles, editions, builtIns, before?.sources);
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

function fileTables(
  files: readonly Analysis[],
  builtIns: BuiltIns,
  changes: readonly Change[],
  before: Study | undefined,
): Pick<Study, 'byUri' | 'paths'> {
  const stay = changes.every((change) => change.before?.file.uri === change.after?.file.uri);
  if (stay && before?.byUri instanceof Places)
    return { byUri: new Places(files, builtIns, before.byUri.order), paths: before.paths };
  const order = new Map(files.map(({ file }, at) => [file.uri, at]));
  return { byUri: new Places(files, builtIns, order), paths: new Set(files.map(({ file }) => file.path)) };
}

/** Glossaries that are merged on first use. */
class MergedGlossaries implements Terms {
  private made: Glossary | undefined;
  private matching: TermMatcher | undefined;

  constructor(
    private readonly own: readonly GlossaryDocument[],
    private readonly shipped: readonly GlossaryDocument[],
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

const emptyGlossary = new MergedGlossaries([], []);

function mergeGlossaries(own: readonly GlossaryDocument[], shipped: readonly GlossaryDocument[]): Terms {
  const [first, ...others] = [...own, ...shipped];
  return first ? mergedGlossaries(first, own.length, ...others) : emptyGlossary;
}

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

/** Study folders without a glossary of their own share what is made of those that ship. */
const mergedGlossaries = memo(
  'merged glossaries',
  (first: GlossaryDocument, ownCount: number, ...others: readonly GlossaryDocument[]): Terms => {
    const files = [first, ...others];
    return new MergedGlossaries(files.slice(0, ownCount), files.slice(ownCount));
  },
);
