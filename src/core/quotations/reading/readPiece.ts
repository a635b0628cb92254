import type { Blockquote, Html, Nodes, Parents, TableRow } from 'mdast';
import { type PlainParagraph, shiftNode } from '../../blocks.ts';
import { anyWithin, markCandidates } from './writtenMarks.ts';
import { readBlockQuotations } from './blockQuotations.ts';
import { calloutKind, quotingCallouts } from './callouts.ts';
import { citationQuotations } from './citationQuotations.ts';
import { imageQuotations } from './imageQuotations.ts';
import {
  attributionParagraph,
  htmlParagraphs,
  isPassedOver,
  openQuotationsOf,
  withHtmlQuotations,
} from './htmlQuotations.ts';
import { outside, type SentencesBeside, type DraftQuotation } from './draft.ts';
import { readInlineQuotations } from './inlineQuotations.ts';
import {
  markedOf,
  type MarkedParagraph,
  openAtEnd,
  openingMark,
  unmarkedParagraph,
} from './markedParagraph.ts';
import {
  type AttributionPlace,
  type ProseNode,
  readPlainProse,
  readProse,
  type ProseSource,
} from './paragraphProse.ts';
import {
  attributingParagraph,
  firstSentence,
  type FirstSentence,
  lastSentence,
  type LastSentence,
} from './sentences.ts';
import { fillsParagraphs } from './wholeParagraphs.ts';
import { appendAll, firstIndex, type Range } from '../../text.ts';

/** One of the chunks that are read together: a single chunk, or several that a quotation spans. */
export interface Member extends ProseSource {
  /** Top-level nodes, with offsets into the chunk. */
  readonly nodes: readonly Nodes[];
  /** What the chunk is, where it is nothing but a plain paragraph: its nodes say no more. */
  readonly plain: PlainParagraph | undefined;
}

/** The reading of a piece of a paper. */
export interface PieceReading {
  /** In reading order. */
  readonly drafts: readonly DraftQuotation[];
  /** The mark at the start of the first paragraph; empty where the piece does not start with one. */
  readonly opensWith: string;
  /** The mark that the last paragraph leaves open; empty where there is none. */
  readonly leavesOpen: string;
}

interface MembersReading {
  readonly members: readonly Member[];
  /** Offsets of possible quotation marks in each member's text; undefined where they may be anywhere. */
  readonly candidates: readonly (readonly number[])[] | undefined;
  readonly found: DraftQuotation[];
}

/** A node, with its chunk. */
interface MemberNode {
  readonly node: Nodes;
  readonly member: number;
}

/**
 * Reads the quotations of consecutive chunks. Code, link targets, front matter and HTML are skipped.
 * @param everything whether to read paragraphs without quotation marks, too; slower, with the same result
 */
export function readPiece(given: readonly Member[], everything = false): PieceReading {
  const [only] = given;
  if (only?.plain && given.length === 1 && !everything) return readPlainPiece(only, only.plain);
  const members = given.some(({ nodes }) => openQuotationsOf(nodes) !== 0) ? [joinedMember(given)] : given;
  const candidates = everything ? undefined : members.map(({ text }) => markCandidates(text));
  const reading: MembersReading = { members, candidates, found: [] };
  const nodes = members.flatMap((member, index) =>
    withHtmlQuotations(member.nodes).map((node) => ({ node, member: index })),
  );
  const runs = visit({ nodes, edges: true, introduced: undefined }, reading);
  const first = nodes[0]?.node.type === 'paragraph' ? runs[0]?.[0] : undefined;
  const last = nodes.at(-1)?.node.type === 'paragraph' ? runs.at(-1)?.at(-1) : undefined;
  reading.found.sort((a, b) => a.range.start - b.range.start);
  return {
    drafts: reading.found,
    opensWith: first ? openingMark(first) : '',
    leavesOpen: (last && openAtEnd(last)?.mark) ?? '',
  };
}

function readPlainPiece(member: Member, plain: PlainParagraph): PieceReading {
  if (markCandidates(member.text, 1).length === 0) return { drafts: [], opensWith: '', leavesOpen: '' };
  const prose = readPlainProse(plain, member);
  const marked = markedOf(prose);
  const whole = { start: member.base, end: member.base + member.text.length };
  const around = { before: outside, behind: outside } as const;
  const drafts = [...citationQuotations(prose), ...readInlineQuotations([marked])]
    .map((draft) => {
      const isAlone =
        draft.citing.length === 0 && !draft.isHalf && fillsParagraphs(draft, [whole, whole], [member]);
      return isAlone ? { ...draft, around } : draft;
    })
    .sort((a, b) => a.range.start - b.range.start);
  return { drafts, opensWith: openingMark(marked), leavesOpen: openAtEnd(marked)?.mark ?? '' };
}

/** Joins chunks over which a quotation in HTML runs, so that its blocks stand in one text. */
function joinedMember(members: readonly Member[]): Member {
  const [first] = members;
  let text = '';
  for (const member of members) text = text.padEnd(member.base) + member.text;
  return {
    text,
    base: 0,
    plain: undefined,
    nodes: members.flatMap(({ nodes, base }) => nodes.map((node) => shiftNode(node, base, 0))),
    groups: members.flatMap(({ groups, base }) =>
      groups.map((group) => ({ ...group, start: group.start + base, end: group.end + base })),
    ),
    firstGroup: first?.firstGroup ?? 0,
    noteCites: (label) => first?.noteCites(label) ?? false,
  };
}

/** Nodes that stand one after the other, and what is around them. */
interface Siblings {
  readonly nodes: readonly MemberNode[];
  /** Whether the neighbours of the nodes may be in another piece. */
  readonly edges: boolean;
  /** Reads the sentence before the list whose item the nodes are. */
  readonly introduced: (() => SentencesBeside['before']) | undefined;
}

/**
 * Visits blocks of prose. Consecutive paragraphs may share a quotation.
 * @returns the runs of paragraphs
 */
function visit(siblings: Siblings, reading: MembersReading): MarkedParagraph[][] {
  const runs: MarkedParagraph[][] = [];
  let run: MarkedParagraph[] = [];
  let indexes: number[] = [];
  const flush = (): void => {
    if (run.length === 0) return;
    const own = indexes;
    appendAll(
      reading.found,
      readInlineQuotations(run).map((draft) => withParagraphsBeside(draft, own, siblings, reading)),
    );
    runs.push(run);
    [run, indexes] = [[], []];
  };
  siblings.nodes.forEach(({ node, member }, index) => {
    if (node.type === 'divFence') return;
    if (node.type === 'paragraph' || node.type === 'lineBlock') {
      run.push(markedParagraph(node, node.children, member, reading));
      return void indexes.push(index);
    }
    flush();
    if (node.type === 'heading' || node.type === 'definitionTerm')
      appendAll(reading.found, readInlineQuotations([markedParagraph(node, node.children, member, reading)]));
    else if (node.type === 'tableRow') readRow(node, member, reading);
    else if (node.type === 'html') readHtmlBlock(node, member, reading);
    else if (node.type === 'blockquote') visitBlockQuotation(node, siblings, index, reading);
    else if ('children' in node) {
      const introduced =
        node.type === 'list'
          ? onFirstCall(() => sentenceBefore(siblings, index, reading))
          : node.type === 'listItem'
            ? siblings.introduced
            : undefined;
      visit({ nodes: memberChildren(node, member), edges: false, introduced }, reading);
    }
  });
  flush();
  return runs;
}

/** Reads the paragraphs of a block of HTML, each by itself. */
function readHtmlBlock(node: Html, member: number, reading: MembersReading): void {
  for (const paragraph of htmlParagraphs(node))
    appendAll(
      reading.found,
      readInlineQuotations([markedParagraph(paragraph, paragraph.children, member, reading)]),
    );
}

function onFirstCall<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: read() }).value;
}

/**
 * Gives a quotation without a citation, which is a paragraph or several by itself, the citation of a paragraph beside it.
 * @param indexes of the paragraphs that were read together
 */
function withParagraphsBeside(
  draft: DraftQuotation,
  indexes: readonly number[],
  siblings: Siblings,
  reading: MembersReading,
): DraftQuotation {
  if (draft.citing.length > 0 || draft.isHalf) return draft;
  const endOf = (index: number): number => rangeOfNode(siblings.nodes[index], reading).end;
  const first = indexes[firstIndex(indexes, (index) => endOf(index) > draft.outer.start)];
  const last = indexes[firstIndex(indexes, (index) => endOf(index) >= draft.outer.end)];
  if (first === undefined || last === undefined) return draft;
  const ends = [
    rangeOfNode(siblings.nodes[first], reading),
    rangeOfNode(siblings.nodes[last], reading),
  ] as const;
  if (!fillsParagraphs(draft, ends, reading.members)) return draft;
  const before =
    (first === 0 ? siblings.introduced?.() : undefined) ?? sentenceBefore(siblings, first, reading);
  const behind = sentenceBehind(siblings, last, reading);
  if (before === outside || behind === outside) return { ...draft, around: { before, behind } };
  const side = attributingParagraph(before, behind);
  const place = side === 'before' ? before?.place : side === 'behind' ? behind?.place : undefined;
  return place ? { ...draft, citing: [place.citing] } : draft;
}

/** Returns where a node begins and ends in the chunks that are read together. */
function rangeOfNode(placed: MemberNode | undefined, { members }: MembersReading): Range {
  const base = (placed && members[placed.member]?.base) ?? 0;
  const { start, end } = placed?.node.position ?? {};
  return { start: base + (start?.offset ?? 0), end: base + (end?.offset ?? 0) };
}

/**
 * Reads a row of a table as one sentence: a quotation without a citation in its cell has that of the next cell with one, or
 * else of the one before.
 */
function readRow(row: TableRow, member: number, reading: MembersReading): void {
  const source = reading.members[member];
  const { found } = reading;
  let places: (readonly AttributionPlace[])[] | undefined;
  row.children.forEach((cell, at) => {
    const from = found.length;
    const marked = cell.children.some(isBlockInCell)
      ? void visit({ nodes: memberChildren(cell, member), edges: false, introduced: undefined }, reading)
      : markedParagraph(cell, cell.children, member, reading);
    if (!source || (found.length === from && (!marked || marked === unmarkedParagraph))) return;
    places ??= row.children.map((one) => readProse(one.children, source).places);
    const place = placeBeside(places, at);
    if (marked)
      appendAll(
        found,
        readInlineQuotations([place && places[at]?.length === 0 ? citedAtEnd(marked, place) : marked]),
      );
    for (let i = from; place && i < found.length; i++) {
      const draft = found[i];
      if (draft?.citing.length === 0 && !draft.around) found[i] = { ...draft, citing: [place.citing] };
    }
  });
}

/** Returns the first citation of the next cell with one, or else the last of the one before. */
function placeBeside(
  cells: readonly (readonly AttributionPlace[])[],
  at: number,
): AttributionPlace | undefined {
  const next = cells.slice(at + 1).find((places) => places.length > 0)?.[0];
  if (next) return next;
  return cells
    .slice(0, at)
    .findLast((places) => places.length > 0)
    ?.at(-1);
}

/** A cell read as if the citation beside it stood at its end. */
function citedAtEnd(cell: MarkedParagraph, place: AttributionPlace): MarkedParagraph {
  const end = cell.prose.words.text.length;
  return { ...cell, prose: { ...cell.prose, places: [{ ...place, start: end, end }] } };
}

/** Cells of grid tables may hold paragraphs and other blocks. */
function isBlockInCell({ type }: Nodes): boolean {
  return type === 'paragraph' || type === 'list' || type === 'blockquote';
}

function memberChildren(parent: Parents, member: number): MemberNode[] {
  return withHtmlQuotations(parent.children).map((node) => ({ node, member }));
}

/**
 * Pairs the marks of a paragraph, heading or cell, and reads what the texts of its images quote. It is read only if it may have
 * marks.
 */
function markedParagraph(
  node: Nodes,
  children: readonly ProseNode[],
  at: number,
  reading: MembersReading,
): MarkedParagraph {
  const member = reading.members[at];
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? Infinity;
  const candidates = reading.candidates?.[at];
  if (!member || (candidates && !anyWithin(candidates, start, end))) return unmarkedParagraph;
  appendAll(reading.found, imageQuotations(node, member));
  const prose = readProse(children, member);
  appendAll(reading.found, citationQuotations(prose));
  return markedOf(prose);
}

function visitBlockQuotation(
  node: Blockquote,
  siblings: Siblings,
  index: number,
  reading: MembersReading,
): void {
  const at = siblings.nodes[index]?.member ?? 0;
  const member = reading.members[at];
  if (!member) return;
  const callout = calloutKind(node, member.text);
  if (callout !== undefined && !quotingCallouts.has(callout))
    return void visit({ nodes: memberChildren(node, at), edges: false, introduced: undefined }, reading);
  const around = (): SentencesBeside => ({
    before: sentenceBefore(siblings, index, reading),
    behind: sentenceBehind(siblings, index, reading),
  });
  appendAll(reading.found, readBlockQuotations(node, member, around, callout !== undefined));
  appendAll(reading.found, imageQuotations(node, member));
}

function sentenceBefore(
  { nodes, edges }: Siblings,
  index: number,
  reading: MembersReading,
): SentencesBeside['before'] {
  const before = neighbour(nodes, index, -1);
  return before || !edges ? readSentence(before, reading, lastSentence) : outside;
}

function sentenceBehind(
  { nodes, edges }: Siblings,
  index: number,
  reading: MembersReading,
): SentencesBeside['behind'] {
  const behind = neighbour(nodes, index, 1);
  return behind || !edges ? readSentence(behind, reading, firstSentence) : outside;
}

function readSentence<T>(
  placed: MemberNode | undefined,
  reading: MembersReading,
  read: (prose: ReturnType<typeof readProse>) => T,
): T | undefined {
  const member = placed && reading.members[placed.member];
  const node = attributionParagraph(placed?.node) ?? placed?.node;
  return member && node?.type === 'paragraph' ? read(readProse(node.children, member)) : undefined;
}

/** Returns the next sibling that is neither a comment nor the fence of a div, which stands around what is read. */
function neighbour(siblings: readonly MemberNode[], index: number, step: 1 | -1): MemberNode | undefined {
  let at = index + step;
  while (isPassedOver(siblings[at]?.node)) at += step;
  return siblings[at];
}

/** The sentence of a piece next to its neighbour; `outside` where the piece has only comments and fences. */
export type Edge<T> = T | undefined | typeof outside;

/** Returns the last sentence of a chunk, if it ends in a paragraph. */
export function lastSentenceOf(member: Member): Edge<LastSentence> {
  if (member.plain) return lastSentence(readPlainProse(member.plain, member));
  return edgeOf(
    member,
    member.nodes.findLast((node) => node.type !== 'html' && node.type !== 'divFence'),
    lastSentence,
  );
}

/** Returns the first sentence of a chunk, if it starts with a paragraph or a footer in HTML. */
export function firstSentenceOf(member: Member): Edge<FirstSentence> {
  if (member.plain) return firstSentence(readPlainProse(member.plain, member));
  return edgeOf(
    member,
    member.nodes
      .map((node) => attributionParagraph(node) ?? node)
      .find((node) => node.type !== 'html' && node.type !== 'divFence'),
    firstSentence,
  );
}

function edgeOf<T>(
  member: Member,
  node: Nodes | undefined,
  read: (prose: ReturnType<typeof readProse>) => T,
): Edge<T> {
  if (!node) return outside;
  return node.type === 'paragraph' ? read(readProse(node.children, member)) : undefined;
}
