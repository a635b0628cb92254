import { authorLabel, workFromCsl, yearLabel } from '../bibliography/work.ts';
import { buildGlossary, type Glossary } from '../glossary/glossary.ts';
import { buildMatcher, type TermMatcher } from '../glossary/matcher.ts';
import type { Edition } from '../source/edition.ts';
import { structureOfEdition } from '../source/editionSource.ts';
import { recognise, withGists, type Recognition } from '../source/recognise.ts';
import { defaultConfiguration } from './configuration.ts';
import type { Analysis, GlossaryDocument, PlacedWork, Source, SourceFile, Study } from './study.ts';

/** What Pilcrow brings along: the editions of known texts and their glossaries, as analysed files. */
export type BuiltIns = readonly Analysis[];

/**
 * Puts the files of a study folder together.
 * @param analyses one for each file; their order does not matter
 * @param builtIns editions and glossaries that ship with Pilcrow; the study folder's own come first
 */
export function buildStudy(analyses: readonly Analysis[], builtIns: BuiltIns = []): Study {
  const files = [...analyses].sort((a, b) => compare(a.file.path, b.file.path));
  const configurationFile = files.find((file) => file.role === 'configuration');
  const editions = [...files, ...builtIns].flatMap((file) =>
    file.role === 'edition' && file.edition ? [file.edition] : [],
  );
  const sources = collectSources(files, editions);
  const own = files.filter((file): file is GlossaryDocument => file.role === 'glossary');
  const shipped = builtIns.filter((file): file is GlossaryDocument => file.role === 'glossary');
  const { glossary, matcher } = mergeGlossaries(own, shipped);
  return {
    configuration: configurationFile?.configuration ?? defaultConfiguration,
    files,
    byUri: new Map([...builtIns, ...files].map((file) => [file.file.uri, file])),
    papers: files.filter((file) => file.role === 'paper'),
    sources,
    works: collectWorks(files),
    glossary,
    matcher,
  };
}

interface MergedGlossary {
  readonly files: readonly GlossaryDocument[];
  readonly glossary: Glossary;
  readonly matcher: TermMatcher;
}

/** Glossaries are merged once; the result is kept, by the first of the files, until one of them changes. */
const merged = new WeakMap<GlossaryDocument, MergedGlossary>();
const noGlossary = buildGlossary([]);
const emptyMerge: MergedGlossary = { files: [], glossary: noGlossary, matcher: buildMatcher(noGlossary) };

function mergeGlossaries(
  own: readonly GlossaryDocument[],
  shipped: readonly GlossaryDocument[],
): MergedGlossary {
  const files = [...own, ...shipped];
  const [first] = files;
  if (!first) return emptyMerge;
  const kept = merged.get(first);
  if (kept && sameItems(kept.files, files)) return kept;
  const input = (builtIn: boolean) => (file: GlossaryDocument) => ({
    uri: file.file.uri,
    glossary: file.glossary,
    builtIn,
  });
  const glossary = buildGlossary(own.map(input(false)), shipped.map(input(true)));
  const result = { files, glossary, matcher: buildMatcher(glossary) };
  merged.set(first, result);
  return result;
}

/** By code unit, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function collectSources(files: readonly Analysis[], editions: readonly Edition[]): Map<string, Source> {
  const sources = new Map<string, Source>();
  for (const file of files)
    if (file.role === 'source' && !sources.has(file.key)) sources.set(file.key, sourceOfFile(file, editions));
  for (const edition of editions)
    if (!sources.has(edition.key)) sources.set(edition.key, sourceOfEdition(edition));
  return sources;
}

/** A text is compared with the editions once; the result is kept as long as both live. */
const recognitions = new WeakMap<SourceFile, { editions: readonly Edition[]; source: Source }>();

function sourceOfFile(file: SourceFile, editions: readonly Edition[]): Source {
  const kept = recognitions.get(file);
  if (kept && sameItems(kept.editions, editions)) return kept.source;
  const recognition = bestRecognition(file, editions);
  const text = recognition ? withGists(file.source, recognition) : file.source;
  const csl = { ...recognition?.edition.csl, ...file.source.frontMatter.data };
  const abstract = typeof csl['abstract'] === 'string' ? csl['abstract'] : undefined;
  const source: Source = {
    ...text,
    ...labels(file.key, csl),
    key: file.key,
    csl,
    file,
    edition: recognition?.edition,
    recognition,
    abstract,
  };
  recognitions.set(file, { editions, source });
  return source;
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** The edition with the source's own key comes first, then the one most of whose passages it shares. */
function bestRecognition(file: SourceFile, editions: readonly Edition[]): Recognition | undefined {
  const own = editions.find((edition) => edition.key === file.key);
  const byKey = own && recognise(file.source, own);
  if (byKey) return byKey;
  return editions
    .flatMap((edition) => recognise(file.source, edition) ?? [])
    .sort((a, b) => b.matched - a.matched)[0];
}

function sourceOfEdition(edition: Edition): Source {
  return {
    ...structureOfEdition(edition),
    ...labels(edition.key, edition.csl),
    key: edition.key,
    csl: edition.csl,
    file: undefined,
    edition,
    recognition: undefined,
    abstract: undefined,
  };
}

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

function collectWorks(files: readonly Analysis[]): Map<string, PlacedWork[]> {
  const works = new Map<string, PlacedWork[]>();
  for (const analysis of files) {
    if (analysis.role !== 'bibliography' && analysis.role !== 'paper') continue;
    const found = analysis.role === 'bibliography' ? analysis.bibliography.works : analysis.works;
    for (const work of found) works.set(work.key, [...(works.get(work.key) ?? []), { work, analysis }]);
  }
  return works;
}
