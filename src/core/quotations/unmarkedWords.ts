import type { Nodes } from 'mdast';
import { type Chunk, type MarkdownDocument, rangeOf } from '../blocks.ts';
import { type Citation, type ChunkCitations, readChunkCitations } from '../citations.ts';
import { type Glossary, proseOf } from '../glossary.ts';
import {
  barrier,
  type Comparable,
  comparable,
  isBoundary,
  otherCase,
  minRunWords,
  shinglesOf,
  shingleWidth,
  shingleWords,
  tokensOf,
  unitsOf,
  WordRunIndex,
  type WordWindows,
  wordWindowsOf,
} from '../match.ts';
import { fingerprintsOf, foundByFingerprints, type SourceFingerprints } from '../fingerprints.ts';
import { memo } from '../memo.ts';
import { type Found, foundAt, type Quotable, quotableOf, resolveCitation } from '../resolve.ts';
import { contextQueries, type Paper, type Source, type StudyContext } from '../study.ts';
import { type ChunkRange, encloses, inFile, moveRange, PlacedRanges, type Range } from '../text.ts';
import type { DraftQuotation } from './reading/draft.ts';
import { quotationPlaces, type QuotationPlace } from './quotationsIn.ts';

/** Words of a source that a paper writes without saying that they are the source's. */
export interface UnmarkedWords {
  /** In the paper, from the first word to the last. */
  readonly range: Range;
  readonly found: Found;
  /** The number of words. */
  readonly words: number;
  /** Whether a citation of the passage follows in the same sentence. */
  readonly isCited: boolean;
}

const noWords: readonly UnmarkedWords[] = [];

/**
 * Returns the runs of words of a paper that stand word for word in a source, and are neither a quotation nor a heading. A source
 * without its text is looked at by its fingerprints, and only where the paper cites it, since that takes longer. What the paper marks as quoted elsewhere, what a glossary says and names are left out.
 * @param minWords a shorter run is none
 */
export function unmarkedWordsIn(
  paper: Paper,
  study: StudyContext,
  minWords: number,
): readonly UnmarkedWords[] {
  // The table itself, with which the index of its words is kept, and not what stands in for it in a query.
  const sources = contextQueries.ask(study, (whole) => whole.sources);
  const runs = wordRunsOfAll(sources);
  const prints = [...sources.values()].flatMap((source) =>
    source.file || !paper.citedKeys.includes(source.key) ? [] : (fingerprintsOf(source) ?? []),
  );
  if (runs.quotables.length + prints.length === 0) return noWords;
  const { document } = paper;
  const quotations = quotationPlaces(document);
  const marked = quotations
    .map(({ draft, start }) => ({ range: inFile(draft.outer, start) }))
    .sort((a, b) => a.range.start - b.range.start);
  const holding = chunksHoldingRuns(document, quotations, runs.index);
  if (holding.size + prints.length === 0) return noWords;
  const citations = readChunkCitations(document);
  const found = document.chunks.flatMap(({ chunk, start }, at): FoundRun[] =>
    [
      ...(holding.has(at) ? runsInChunk(chunk, citations[at], (block) => runsInBlock(block, runs)) : []),
      ...prints.flatMap((each) => printedRuns(chunk, each, citations[at])),
    ]
      .filter((run) => run.words >= minWords)
      .map(({ range, ...run }) => ({ ...run, range: inFile(range, start) })),
  );
  if (found.length === 0) return noWords;
  const placed = new PlacedRanges(marked);
  const free = found.filter(({ range }) => placed.overlapping(range).length === 0);
  if (free.length === 0) return noWords;
  const known = [
    ...quotations.map(({ draft }) => comparable(draft.words).text),
    ...definitionsOf(study.allTerms.glossary),
  ].map((text) => text.toLowerCase());
  return free
    .filter(({ text }) => !isName(text) && !known.some((each) => each.includes(text.toLowerCase())))
    .map(({ range, found: place, words, text }) => ({
      range,
      found: place,
      words,
      isCited: isCitedBehind({ range, found: place, words, text }, paper, study),
    }));
}

/** A source, and the windows of its words. */
interface SourceWindows {
  readonly quotable: Quotable;
  readonly windows: WordWindows;
}

const wordWindowsOfSource = memo('word windows of a source', (source: Source): SourceWindows | undefined => {
  const quotable = quotableOf(source);
  return quotable && { quotable, windows: wordWindowsOf(quotable.index.text, barrier) };
});

/** The sources with a text, and an index of their words in the same order. */
interface SourceRuns {
  readonly quotables: readonly Quotable[];
  readonly index: WordRunIndex;
}

const wordRunsOfAll = memo('word runs of all sources', (sources: StudyContext['sources']): SourceRuns => {
  const all = [...sources.values()].flatMap((source) => wordWindowsOfSource(source) ?? []);
  return {
    quotables: all.map(({ quotable }) => quotable),
    index: new WordRunIndex(all.map(({ windows }) => windows)),
  };
});

/** Returns the numbers of the chunks in which words stand that some source has, too, outside quotations. */
function chunksHoldingRuns(
  { chunks }: MarkdownDocument,
  quotations: readonly QuotationPlace[],
  index: WordRunIndex,
): ReadonlySet<number> {
  const marked = quotations
    .map(({ draft, start }) => ({ draft, by: start, range: inFile(draft.outer, start) }))
    .sort((a, b) => a.range.start - b.range.start);
  let first = 0;
  const holding = chunks.flatMap(({ chunk, start }, number) => {
    while ((marked[first]?.range.end ?? Infinity) <= start) first++;
    const end = start + chunk.text.length;
    const within: (number | DraftQuotation)[] = [];
    for (let at = first; ; at++) {
      const one = marked[at];
      if (!one || one.range.start >= end) break;
      if (one.range.end > start) within.push(one.draft, one.by - start);
    }
    const holds =
      within.length > maxKept ? holdsRuns(chunk, index, within) : keptRuns(chunk, index, ...within);
    return holds ? [number] : [];
  });
  return new Set(holding);
}

/** A call has room for only so many arguments; no paragraph that somebody writes has so many quotations. */
const maxKept = 1000;

/** Kept with the chunk, as every letter of it is looked at. */
const keptRuns = memo(
  'whether a chunk holds words of sources',
  (chunk: Chunk, index: WordRunIndex, ...marked: readonly (number | DraftQuotation)[]): boolean =>
    holdsRuns(chunk, index, marked),
);

/** @param marked the quotations in the chunk and where they were read from, as offsets into it, by turns */
function holdsRuns(
  { text }: Chunk,
  index: WordRunIndex,
  marked: readonly (number | DraftQuotation)[],
): boolean {
  const left = marked.flatMap((draft, at): ChunkRange[] => {
    const by = marked[at + 1];
    return typeof draft === 'object' && typeof by === 'number' ? [moveRange(draft.outer, by)] : [];
  });
  // The mark of a note is no word.
  if (text.includes('[^')) {
    for (const { 0: mark, index: start } of text.matchAll(/\[\^[^\]\s]*\]/g))
      left.push({ start, end: start + mark.length });
    left.sort((a, b) => a.start - b.start);
  }
  return index.startsOfRuns(text, left).length > 0;
}

/** A run with its comparable text. */
interface FoundRun {
  readonly range: Range;
  readonly text: string;
  readonly words: number;
  readonly found: Found;
}

/** @returns runs with offsets into the chunk */
function runsInChunk(
  chunk: Chunk,
  citations: ChunkCitations | undefined,
  runsIn: (block: Comparable) => ComparableRun[],
): FoundRun[] {
  const skipped = chunk.nodes.flatMap((node) => notPlain(node));
  return proseOf(chunk, citations).flatMap((block) => {
    const whole = block.originalRange({ start: 0, end: block.text.length });
    if (!whole || skipped.some((range) => encloses(range, whole))) return [];
    const words = comparable(block);
    return runsIn(words).flatMap(({ start, end, ...run }): FoundRun[] => {
      const range = { start: words.startAt(start), end: words.endAt(end - 1) };
      return range.start < range.end ? [{ ...run, range }] : [];
    });
  });
}

/** Block quotations say themselves that their words are a source's, and headings are titles. */
function notPlain(node: Nodes): Range[] {
  if (node.type === 'blockquote' || node.type === 'heading') return [rangeOf(node)];
  return 'children' in node && node.type !== 'paragraph' ? node.children.flatMap(notPlain) : [];
}

/** A run of a comparable text. */
interface ComparableRun extends Range {
  readonly text: string;
  readonly words: number;
  readonly found: Found;
}

/** More places of one window are those of a formula of words that everybody writes. */
const maxPlaces = 64;

function runsInBlock(block: Comparable, { quotables, index }: SourceRuns): ComparableRun[] {
  const runs: ComparableRun[] = [];
  const { starts, hashes } = wordWindowsOf(block.text);
  let behind = 0;
  starts.forEach((start, at) => {
    if (start < behind) return;
    const candidates = index.find(hashes[at] ?? 0, maxPlaces).flatMap((place) => {
      const quotable = quotables[place.text];
      return (quotable && runAt(block, start, quotable, place.start)) ?? [];
    });
    const longest = candidates.sort((a, b) => b.end - b.start - (a.end - a.start))[0];
    if (!longest) return;
    runs.push(longest);
    behind = longest.end;
  });
  return runs;
}

/** The longest run of equal characters around two places, cut to whole words; undefined where it has no passage or note. */
function runAt(
  block: Comparable,
  at: number,
  { index, ...quotable }: Quotable,
  place: number,
): ComparableRun | undefined {
  const { text } = block;
  const by = place - at;
  const isSame = (offset: number): boolean =>
    text[offset] === index.text[offset + by] && text[offset] !== undefined && text[offset] !== barrier;
  let [start, end] = [at, at];
  while (isSame(end)) end++;
  while (start > 0 && isSame(start - 1)) start--;
  const dashes = new Set(block.dashes);
  const isEdge = (offset: number): boolean =>
    isBoundary(text, offset, dashes) && isBoundary(index.text, offset + by, index.dashes);
  // The first letter of a sentence may differ in case.
  if (start > 0 && otherCase(text[start - 1] ?? '') === index.text[start - 1 + by] && isEdge(start - 1))
    start--;
  const tokens = tokensOf(text.slice(start, end), false).filter(
    ({ kind, ...word }) => kind === 'word' && isEdge(start + word.start) && isEdge(start + word.end),
  );
  const [first] = tokens;
  const last = tokens.at(-1);
  if (!first || !last) return undefined;
  const run = { start: start + first.start, end: start + last.end };
  const inSource = moveRange(run, by);
  const isPlain = unitsOf(index, inSource).every((unit) =>
    ['passage', 'note'].includes(quotable.places[unit]?.kind ?? ''),
  );
  if (!isPlain) return undefined;
  return {
    ...run,
    text: text.slice(run.start, run.end),
    words: tokens.length,
    found: foundAt({ index, ...quotable }, inSource),
  };
}

const printedRuns = memo(
  'fingerprinted runs of a chunk',
  (chunk: Chunk, prints: SourceFingerprints, citations: ChunkCitations | undefined) =>
    runsInChunk(chunk, citations, (block) => runsByFingerprints(block, prints)),
);

function runsByFingerprints({ text }: Comparable, prints: SourceFingerprints): ComparableRun[] {
  const runs: ComparableRun[] = [];
  const words = shingleWords(text);
  const { index } = prints;
  const shingleAt = (word: number): number | undefined =>
    word < 0
      ? undefined
      : shinglesOf(
          index.salt,
          words.slice(word, word + shingleWidth).map((each) => each.text),
        )[0];
  for (let word = 0; word + shingleWidth <= words.length;) {
    const next = word + minRunWords - shingleWidth + 1;
    const [place] = index.find(shingleAt(word) ?? -1);
    const goesOn = (by: number): boolean => {
      const shingle = place && index.at({ unit: place.unit, at: place.at + by });
      return shingle !== undefined && shingle === shingleAt(word + by);
    };
    let [before, behind] = [0, 0];
    while (place && goesOn(before - 1)) before--;
    while (place && goesOn(behind + 1)) behind++;
    const [first, last] = [words[word + before], words[word + behind + shingleWidth - 1]];
    const kind = place && prints.places[place.unit]?.kind;
    if (place && first && last && (kind === 'passage' || kind === 'note'))
      runs.push({
        start: first.start,
        end: last.end,
        text: text.slice(first.start, last.end),
        words: behind - before + shingleWidth,
        found: foundByFingerprints(prints, [place.unit]),
      });
    word = Math.max(next, word + behind + 1);
  }
  return runs;
}

/** Whether all words but small ones have a capital: a title or the name of an organisation. */
function isName(text: string): boolean {
  return tokensOf(text, false).every(
    ({ kind, text: word }) => kind !== 'word' || /^(?:\p{Lu}|\p{N}|.{1,3}$)/u.test(word),
  );
}

/** What the glossaries say, in comparable form. */
const definitionsOf = memo('definitions in comparable form', ({ terms }: Glossary): readonly string[] =>
  terms.flatMap(({ senses }) =>
    senses.map(({ definition }) => definition.plain.map((part) => comparable(part).text).join(' ')),
  ),
);

/** A sentence that ends, or a paragraph. */
const sentenceEnd = /[.!?…][)\]’”"']*\s+\p{Lu}|\n[ \t]*\n/u;

/** Whether a citation of a passage follows in the same sentence. */
function isCitedBehind({ range, found }: FoundRun, { citations, text }: Paper, study: StudyContext): boolean {
  const leadsThere = (citation: Citation): boolean => {
    const { source, target } = resolveCitation(citation, study);
    if (source !== found.source || !target) return false;
    const { passages, note } = target;
    return found.labels.every(
      (label) =>
        passages.some((number) => number === label) || (note !== undefined && label === `n${String(note)}`),
    );
  };
  return citations.some(
    ({ group, ...citation }) =>
      group.start >= range.end &&
      group.start < range.end + 400 &&
      !sentenceEnd.test(text.slice(range.end, group.start)) &&
      leadsThere({ group, ...citation }),
  );
}
