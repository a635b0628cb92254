import { memo } from '../memo.ts';
import type { Nodes } from 'mdast';
import { type DocumentTermUse, findChunkTerms, type Term } from '../glossary.ts';
import type { Paper, StudyContext } from '../study.ts';
import { type Citation, citationsNear } from '../citations.ts';
import type { Chunk, PlacedChunk } from '../blocks.ts';
import { encloses, firstIndex, type Range } from '../text.ts';

/** A place where a paper says what a term means. Ranges are offsets into the paper. */
export interface PaperDefinition {
  readonly term: Term;
  /** The term as it stands there. */
  readonly range: Range;
  /** The words that say what it means, citations included. */
  readonly words: string;
  /** The citations of the sentence, or of the entry of a definition list. */
  readonly citations: readonly Citation[];
  /** All citations behind the term in the same block. */
  readonly nearby: readonly Citation[];
}

/** Longer definitions are none that could be compared; of what follows no more is read either. UTF-16 code units. */
const maxDefinitionUnits = 800;
/** More citations than this are not looked at. */
const maxCitationsNearby = 24;
const unitsBefore = 120;

/**
 * The definitions that a paper gives in so many words: an entry of a definition list whose term is a term of the
 * glossary; “By X we mean …”, “X is meant here”, “We define X as …”; `[X]{.term}: …` and `[X]{.term} means …` at the
 * start of a sentence. Block quotations define nothing: their words are the source's.
 */
export function paperDefinitions(paper: Paper, study: StudyContext): PaperDefinition[] {
  const { text, document } = paper;
  const { chunks } = document;
  if (text.length < maxPaperUnitsAtOnce && !mayDefine(text)) return [];
  const defines = chunks.map(({ chunk }) => mayDefineIn(chunk));
  // What defines a term may stand at the beginning of the next chunk.
  const wanted = [...chunks.keys()].filter((index) => [index, index + 1].some((each) => defines[each]));
  if (wanted.length === 0) return [];
  const concerns = ({ term }: DocumentTermUse): boolean => !term.builtIn || isAboutCited(term, paper, study);
  const terms = findChunkTerms(document, study.allTerms.matcher, wanted);
  return wanted.flatMap((index, at) => {
    const placed = chunks[index];
    const found = terms[at];
    if (!placed || !found || found.uses.length === 0) return [];
    // What follows in another chunk follows after a blank line.
    const blocks = [...paragraphRanges(placed), ...paragraphRanges(chunks[index + 1]).slice(0, 1)];
    return definitionsIn(blocks, found.uses.filter(concerns), paper);
  });
}

/** Whether a built-in entry is about a text that the paper cites, or that is in the study folder. */
function isAboutCited({ senses }: Term, { citedKeys }: Paper, { sources }: StudyContext): boolean {
  return senses.some(
    ({ key }) => key !== undefined && (citedKeys.includes(key) || sources.get(key)?.file !== undefined),
  );
}

/** @param uses of terms in all of the blocks, or all but the last */
function definitionsIn(
  blocks: readonly Range[],
  uses: readonly DocumentTermUse[],
  paper: Paper,
): PaperDefinition[] {
  const found: PaperDefinition[] = [];
  let next = 0;
  for (const [index, block] of blocks.entries()) {
    while (next < uses.length && rangeOfUse(uses[next]).start < block.start) next++;
    for (; next < uses.length && rangeOfUse(uses[next]).end <= block.end; next++) {
      const use = uses[next];
      const definition =
        use && (listEntry(use, block, blocks[index + 1], paper) ?? definingSentence(use, block, paper));
      if (definition) found.push(definition);
    }
  }
  return found;
}

/** Longer papers are looked through chunk by chunk, not at every keystroke. UTF-16 code units. */
const maxPaperUnitsAtOnce = 30_000;
const mayDefineIn = memo('whether a chunk may define a term', ({ text }: Chunk): boolean => mayDefine(text));

function rangeOfUse(use: DocumentTermUse | undefined): Range {
  return use?.span ?? use?.range ?? { start: 0, end: 0 };
}

/** The paragraphs, terms and definitions of a chunk in reading order, those of block quotations left out. */
function paragraphRanges(placed: PlacedChunk | undefined): Range[] {
  const blocks: Range[] = [];
  const walk = (node: Nodes, origin: number): void => {
    if (node.type === 'blockquote') return;
    if (
      node.type === 'paragraph' ||
      node.type === 'definitionTerm' ||
      node.type === 'definitionDescription'
    ) {
      const start = node.position?.start.offset ?? 0;
      blocks.push({ start: origin + start, end: origin + (node.position?.end.offset ?? start) });
    } else if ('children' in node) for (const child of node.children) walk(child, origin);
  };
  for (const node of placed?.chunk.blocks ?? []) walk(node, placed?.start ?? 0);
  return blocks;
}

const definingWord = /mean|define/i;
const mayBeginDefinition = /^[ \t]{0,3}[:~][ \t]/m;
const mayFollowTerm = /[};][*_"”’']*:\s/;

/** Every way of defining that is known below has one of these in it; most papers have none, and are not searched for terms. */
function mayDefine(text: string): boolean {
  return definingWord.test(text) || mayBeginDefinition.test(text) || mayFollowTerm.test(text);
}

const definitionMarkAtStart = /^[ \t]{0,3}[:~][ \t]+(?=\S)/;

/** `Term` on a line of its own, and the definition behind a colon on the next, or on the next but one. */
function listEntry(
  use: DocumentTermUse,
  block: Range,
  following: Range | undefined,
  paper: Paper,
): PaperDefinition | undefined {
  const { text } = paper;
  const place = rangeOfUse(use);
  if (!/^[*_"“‘']*$/.test(text.slice(block.start, place.start))) return undefined;
  const [, rest = ''] = /^[*_"”’']*[ \t]*(?:\r?\n|$)([^]*)$/.exec(text.slice(place.end, block.end)) ?? [];
  const tight = definitionMarkAtStart.exec(rest);
  if (tight)
    return definitionOf(
      use,
      { start: block.end - rest.length + tight[0].length, end: block.end },
      block,
      paper,
    );
  if (rest !== '' || !following || !/^[*_"”’']*[ \t]*$/.test(text.slice(place.end, block.end)))
    return undefined;
  const loose = definitionMarkAtStart.exec(text.slice(following.start, following.end));
  if (!loose || /\n[^]*\n[^]*\n/.test(text.slice(block.end, following.start))) return undefined;
  return definitionOf(
    use,
    { start: following.start + loose[0].length, end: following.end },
    following,
    paper,
  );
}

const hypothetical = /\b(?:if|whether|when|unless|suppose|what|how)\b[^.;:]*$/i;
const by =
  /(?:^|[\s(“"‘'—–])(?:by|with)\s+(?:(?:the|this)\s+)?(?:(?:term|word|words|phrase|expression)\s+)?(?:an?\s+|the\s+)?$/i;
const weMean =
  /^,?\s+(?:(?:we|I)\s+(?:(?:here|shall|will|simply|only|always)\s+)?mean|(?:is|are)\s+(?:here\s+)?meant)\b:?\s*/i;
const weDefine = /(?:^|[\s(])(?:we|I)\s+(?:(?:here|shall|will)\s+)?define\s+(?:the\s+|an?\s+)?$/i;
const as = /^\s+as\s+/i;
const colon = /^(?::\s+|\s+means\s+)(?=\S)/;
const sentenceBeforeTerm = /(?:^|[.!?][)”"’']*\s+)(?:(?:an?|the)\s+)?$/i;

function definingSentence(use: DocumentTermUse, block: Range, paper: Paper): PaperDefinition | undefined {
  const place = rangeOfUse(use);
  const { text } = paper;
  const left = text
    .slice(Math.max(block.start, place.start - unitsBefore), place.start)
    .replace(/[*_"“‘']+$/, '');
  const marks = /^[*_"”’']*/.exec(text.slice(place.end, place.end + 10))?.[0].length ?? 0;
  const behind = text.slice(place.end + marks, Math.min(block.end, place.end + maxDefinitionUnits));
  if (hypothetical.test(left)) return undefined;
  const cue =
    (by.test(left) ? weMean.exec(behind) : null) ??
    (weDefine.test(left) ? as.exec(behind) : null) ??
    (use.span && sentenceBeforeTerm.test(left) ? colon.exec(behind) : null);
  if (!cue) return undefined;
  const start = place.end + marks + cue[0].length;
  const limit = Math.min(block.end, start + maxDefinitionUnits);
  const end = endOfSentence(text, start, limit, firstCitationsIn(paper, { start, end: limit }));
  if (end === limit && limit < block.end) return undefined;
  return text[end - 1] === '?' ? undefined : definitionOf(use, { start, end }, block, paper);
}

/** The end of a sentence, with a citation that stands behind its full stop; full stops in citations end nothing. */
function endOfSentence(text: string, from: number, limit: number, citations: readonly Citation[]): number {
  const groups = citations.map(({ group }) => group);
  const stops = /[.!?](?=[\s)”"’']|$)/g;
  stops.lastIndex = from;
  for (let stop = stops.exec(text); stop && stop.index < limit; stop = stops.exec(text)) {
    const at = stop.index;
    if (
      groups.some(({ start, end }) => start <= at && at < end) ||
      /\b(?:e\.g|i\.e|cf|p|pp|sec|n|no|vol|St|Mr|Ms|Dr)$/.test(text.slice(Math.max(from, at - 5), at))
    )
      continue;
    const next = groups.find(({ start }) => start > at && /^[.!?)”"’'\s]*$/.test(text.slice(at, start)));
    return next ? next.end : at + 1;
  }
  return limit;
}

function definitionOf(
  use: DocumentTermUse,
  words: Range,
  block: Range,
  paper: Paper,
): PaperDefinition | undefined {
  if (words.end - words.start > maxDefinitionUnits) return undefined;
  const nearby = firstCitationsIn(paper, {
    start: words.start,
    end: Math.min(Math.max(words.end, block.end), words.start + 2 * maxDefinitionUnits),
  });
  return {
    term: use.term,
    range: use.range,
    words: paper.text.slice(words.start, words.end),
    citations: nearby.filter(({ range }) => encloses(words, range)),
    nearby,
  };
}

/** The first citations in a stretch of a paper. */
function firstCitationsIn({ document }: Paper, within: Range): Citation[] {
  const citations = citationsNear(document, within.start, within.end);
  const first = firstIndex(citations, ({ range }) => range.start >= within.start);
  return citations.slice(first, first + maxCitationsNearby).filter(({ range }) => encloses(within, range));
}
