import type { Blockquote, BlockContent, Nodes, Paragraph as ParagraphNode, DefinitionContent } from 'mdast';
import { MappedTextBuilder, sliceMapped, type MappedText } from '../../text/mappedText.ts';
import type { Citation } from '../citation.ts';
import type { Quotation } from '../quotation.ts';
import { plainTextOf } from '../plainText.ts';
import { hasWords } from './inline.ts';
import { outermost, pairMarks } from './marks.ts';
import { quotedWords, readProse, role, type CitationGroups, type CitingPlace, type Prose } from './prose.ts';
import { sentenceStarts } from './sentences.ts';

/** The paragraphs next to a block quotation. */
export interface Surroundings {
  readonly before: Prose | undefined;
  readonly behind: Prose | undefined;
}

/** The dashes that open an attribution line. */
const attributionDash = /^\s*(?:[\u2014\u2015\u2013]|--)/u;
/** An attribution is shorter than what it attributes: a reference, not prose. */
const longestAttribution = 300;

interface Content {
  readonly words: MappedText;
  readonly breaks: readonly number[];
  /** Citations inside the block, on the attribution line first. */
  readonly citations: readonly Citation[];
}

/** Reads a block quotation; undefined where it holds no words. */
export function readBlockQuotation(
  node: Blockquote,
  text: string,
  groups: CitationGroups,
  around: Surroundings,
): Quotation | undefined {
  const content = contentOf(node, text, groups);
  if (!content || !hasWords(content.words.text)) return undefined;
  const { words, breaks, marks } = withoutMarks(withoutTail(content.words, text), content.breaks);
  if (words.text.length === 0) return undefined;
  const start = node.position?.start.offset ?? 0;
  const citations = content.citations.length > 0 ? content.citations : (citedAround(around)?.citations ?? []);
  return {
    kind: 'block',
    range: { start: words.starts[0] ?? start, end: words.ends[words.text.length - 1] ?? start },
    outer: { start, end: node.position?.end.offset ?? start },
    words,
    breaks,
    marks,
    citations,
    lead: '',
  };
}

/** Punctuation behind the citation closes the writer's sentence and is not quoted: `words [@key, ¶ 1].` */
function withoutTail(words: MappedText, text: string): MappedText {
  let end = words.text.length;
  while (end > 0 && /[\s.,;:!?]/.test(words.text.charAt(end - 1))) end--;
  for (let at = Math.max(end, 1); at < words.text.length; at++)
    if (text.slice(words.ends[at - 1], words.starts[at]).includes('@')) return sliceMapped(words, 0, at);
  return words;
}

interface Piece {
  readonly words: MappedText | undefined;
  readonly places: readonly CitingPlace[];
  readonly attribution: boolean;
}

function contentOf(node: Blockquote, text: string, groups: CitationGroups): Content | undefined {
  const leaves = leavesOf(node);
  const pieces = leaves.flatMap((leaf, index) =>
    piecesOf(leaf, index === leaves.length - 1, index > 0, text, groups),
  );
  const builder = new MappedTextBuilder();
  const breaks: number[] = [];
  let length = 0;
  for (const { words, attribution } of pieces) {
    if (!words || attribution) continue;
    if (length > 0) {
      builder.append('\n', words.starts[0] ?? 0, words.starts[0] ?? 0);
      breaks.push(++length);
    }
    for (let i = 0; i < words.text.length; i++)
      builder.append(words.text.charAt(i), words.starts[i] ?? 0, words.ends[i] ?? 0);
    length += words.text.length;
  }
  const line = pieces.find((piece) => piece.attribution && piece.places.length > 0);
  const cited = line ? line.places : pieces.flatMap((piece) => piece.places);
  const inText = cited.filter((place) => !place.note);
  const citations = (inText.length > 0 ? inText : cited).flatMap((place) => place.citations);
  return length === 0 ? undefined : { words: builder.build(), breaks, citations };
}

/** Paragraphs, headings, cells and code inside a block quotation, however deep. */
function leavesOf(node: Nodes): Nodes[] {
  if (
    node.type === 'paragraph' ||
    node.type === 'heading' ||
    node.type === 'tableCell' ||
    node.type === 'code'
  )
    return [node];
  return 'children' in node
    ? node.children.flatMap((child: BlockContent | DefinitionContent | Nodes) => leavesOf(child))
    : [];
}

function piecesOf(leaf: Nodes, last: boolean, alone: boolean, text: string, groups: CitationGroups): Piece[] {
  if (leaf.type === 'code') return [{ words: plainTextOf([leaf], text), places: [], attribution: false }];
  if (!('children' in leaf)) return [];
  const prose = readProse((leaf as ParagraphNode).children, text, groups);
  const { words } = prose;
  const whole = (attribution: boolean): Piece => ({
    words: quotedWords(prose, 0, words.text.length),
    places: prose.places,
    attribution,
  });
  if (!last) return [whole(false)];
  if (alone && isAttribution(prose, 0)) return [whole(true)];
  const line = Math.max(words.text.lastIndexOf('\n'), words.text.lastIndexOf('\r')) + 1;
  if (line === 0 || !isAttribution(prose, line)) return [whole(false)];
  const behind = prose.places.filter((place) => place.start >= line);
  const inside = prose.places.filter((place) => place.start < line);
  return [
    { words: quotedWords(prose, 0, line), places: inside, attribution: false },
    { words: undefined, places: behind, attribution: true },
  ];
}

/** A line that opens with a dash, or that holds nothing but citations. */
function isAttribution(prose: Prose, from: number): boolean {
  const { text } = prose.words;
  if (text.length - from > longestAttribution) return false;
  if (attributionDash.test(text.slice(from))) return true;
  const words = quotedWords(prose, from, text.length)?.text ?? '';
  return prose.places.some((place) => place.start >= from && !place.note) && !/[\p{L}\p{N}]/u.test(words);
}

/** Marks around the whole of a block quotation are not part of its words, nor are those repeated at each paragraph. */
function withoutMarks(
  words: MappedText,
  breaks: readonly number[],
): Pick<Quotation, 'words' | 'breaks' | 'marks'> {
  const { text } = words;
  const whole = { words, breaks, marks: undefined };
  const begins = new Set(breaks);
  const { pairs } = pairMarks({ text, usable: (at) => !begins.has(at) || at === 0 });
  const [pair] = outermost(pairs);
  if (pair?.open !== 0 || !/^[.,;:]?$/u.test(text.slice(pair.close + 1))) return whole;
  const open = text.charAt(0);
  const kept: number[] = [];
  const newBreaks: number[] = [];
  for (let i = 1; i < pair.close; i++) {
    if (begins.has(i)) newBreaks.push(kept.length);
    if (!(begins.has(i) && text.charAt(i) === open)) kept.push(i);
  }
  return {
    words: {
      text: kept.map((i) => text.charAt(i)).join(''),
      starts: kept.map((i) => words.starts[i] ?? 0),
      ends: kept.map((i) => words.ends[i] ?? 0),
    },
    breaks: newBreaks,
    marks: { open, close: text.charAt(pair.close) },
  };
}

function citedAround(around: Surroundings): CitingPlace | undefined {
  const before = around.before && lastSentence(around.before);
  if (before?.introduces && before.place) return before.place;
  const behind = around.behind && firstSentence(around.behind);
  if (behind?.opens) return behind.place;
  if (before?.place && !before.spent) return before.place;
  if (behind?.place && !behind.spent) return behind.place;
  return before?.place ?? behind?.place;
}

interface CitingSentence {
  readonly place: CitingPlace | undefined;
  /** Whether a quotation of the sentence itself claims the citation. */
  readonly spent: boolean;
}

/** The last sentence of the paragraph before: it introduces the quotation where it ends in a colon or not at all. */
function lastSentence(prose: Prose): CitingSentence & { readonly introduces: boolean } {
  const { pairs, starts } = sentences(prose);
  const from = starts.at(-1) ?? 0;
  const place = prose.places.findLast((candidate) => candidate.start >= from);
  const words = quotedWords(prose, 0, prose.words.text.length)?.text ?? '';
  return {
    place,
    spent: pairs.some((pair) => pair.open >= from),
    introduces: !/[.!?][)\]'"\u2019\u201D\u00BB]*$/u.test(words),
  };
}

/** The first sentence of the paragraph behind: it opens with the citation, or names it further on. */
function firstSentence(prose: Prose): CitingSentence & { readonly opens: boolean } {
  const { pairs, starts } = sentences(prose);
  const to = starts[0] ?? Infinity;
  const place = prose.places.find((candidate) => candidate.start < to);
  const lead = place ? prose.words.text.slice(0, place.start) : '';
  const opens = place !== undefined && (!/[\p{L}\p{N}]/u.test(lead) || attributionDash.test(lead));
  return { place, spent: pairs.some((pair) => pair.open < to), opens };
}

function sentences(prose: Prose) {
  const pairs = outermost(
    pairMarks({ text: prose.words.text, usable: (at) => prose.roles[at] === role.word }).pairs,
  );
  return { pairs, starts: sentenceStarts(prose, pairs) };
}
