import { inAnyLanguage } from '../../languages.ts';
import { isAlphaNumeric } from '../../syntax.ts';
import type { Nodes, PhrasingContent } from 'mdast';
import type { Quotation } from './quotationTypes.ts';
import { toolSignsIn } from './toolSigns.ts';
import { firstIndex, type MappedText, MappedTextBuilder, quotationSigns, type Range } from '../../text.ts';
import {
  appendPlain,
  appendPlainWords,
  endOfNoteMark,
  type LineBlockNode,
  type PlainParagraph,
  unprintedStretches,
} from '../../blocks.ts';

/** The role of a character of a paragraph for reading quotations. */
export const role = { word: 0, code: 1, cut: 2, citation: 3 } as const;

/**
 * A place with citations that a quotation may be attributed to: the index of a citation group in the chunks that are read
 * together, or the label of a note that cites. The citations themselves are looked up after reading.
 */
export type CitingId = number | string;

/** A citation group of a paragraph, or the mark of a note that cites. */
export interface AttributionPlace {
  /** Offsets into the paragraph's words. */
  readonly start: number;
  readonly end: number;
  readonly citing: CitingId;
  readonly authorInText: boolean;
  /** Whether one of the citations has a locator. */
  readonly located: boolean;
  /** Whether the citations are in a note, and only its mark is here. */
  readonly note: boolean;
}

/** The words of a paragraph, heading or cell, with the role of each character. */
export interface ParagraphProse {
  readonly words: MappedText;
  readonly roles: Uint8Array;
  readonly places: readonly AttributionPlace[];
  /** The inline notes, `^[…]`, with their marks. What a quotation has of them is the writer's, not the source's. */
  readonly inlineNotes: readonly Range[];
}

/** A citation group: the content of one bracket, or one author. Offsets are into its chunk. */
export interface CitationGroup {
  readonly start: number;
  readonly end: number;
  /** Whether its first citation has this mode. */
  readonly authorInText: boolean;
  /** Whether one of its citations has a locator. */
  readonly located: boolean;
}

/** The Markdown that prose is read from: one of the chunks that are read together. */
export interface ProseSource {
  readonly text: string;
  /** Offset of the chunk in the chunks that are read together. Offsets of words are into these. */
  readonly base: number;
  /** The citation groups of the chunk, by position. */
  readonly groups: readonly CitationGroup[];
  /** The index of the chunk's first group among all groups that are read together. */
  readonly firstGroup: number;
  /** Whether the note with a label cites. */
  noteCites(label: string): boolean;
}

interface DraftProse {
  readonly text: string;
  readonly builder: MappedTextBuilder;
  /** Ranges of code: start, end, start, end … */
  readonly code: number[];
  readonly marks: { readonly at: number; readonly label: string }[];
}

/** What prose is made of: phrasing content, or the lines of a line block. */
export type ProseNode = PhrasingContent | LineBlockNode['children'][number];

/** Reads the words of phrasing content. */
export function readProse(nodes: readonly ProseNode[], source: ProseSource): ParagraphProse {
  const draft: DraftProse = {
    text: source.text,
    builder: new MappedTextBuilder(),
    code: [],
    marks: [],
  };
  appendNodes(nodes, draft);
  return proseOfDraft(draft, source);
}

/** As `readProse`, of a paragraph that is known without nodes. */
export function readPlainProse(paragraph: PlainParagraph, source: ProseSource): ParagraphProse {
  const { text } = source;
  const builder = new MappedTextBuilder();
  appendPlainWords(paragraph, text, 0, builder);
  return proseOfDraft({ text, builder, code: [], marks: [] }, source);
}

function proseOfDraft(draft: DraftProse, source: ProseSource): ParagraphProse {
  const words = draft.builder.build();
  const roles = new Uint8Array(words.text.length);
  for (let i = 0; i < draft.code.length; i += 2) roles.fill(role.code, draft.code[i], draft.code[i + 1]);
  cutUnprinted(words, source.text, roles);
  cutToolSigns(words.text, roles);
  const groups = placeGroups(words, roles, source);
  cutParentheses(words.text, roles, groups);
  const places = [...groups, ...placeNotes(draft, source)];
  if (draft.marks.length > 0) places.sort((a, b) => a.start - b.start || a.end - b.end);
  return { words: words.moved(source.base), roles, places, inlineNotes: inlineNotesOf(words.text) };
}

function appendNodes(nodes: readonly Nodes[], draft: DraftProse): void {
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (!node) continue;
    if (at > 0 && node.type === 'verseLine') appendLineEnd(node, draft.builder);
    const end = node.type === 'html' ? endOfNoteMark(nodes, at) : undefined;
    if (end === undefined) appendNode(node, draft);
    else at = end;
  }
}

/** Appends the mark that a tag `<q>` or `</q>` stands for. */
function appendQuotationTag(tag: string, node: Nodes, builder: MappedTextBuilder): boolean {
  const mark = /^<q(?:\s|>)/iu.test(tag) ? '\u201C' : /^<\/q\s*>/iu.test(tag) ? '\u201D' : '';
  if (mark === '') return false;
  builder.append(mark, node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  return true;
}

/** Appends words between the marks `<<` and `>>` that look like a tag: `<<The lamp is lit>>`. */
function appendMarkedWords(node: Nodes, { text, builder }: DraftProse): boolean {
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
  if (!text.startsWith('<<', start - 1) || !text.startsWith('>>', end - 1)) return false;
  builder.appendVerbatim(text.slice(start, end), start);
  return true;
}

function appendNode(node: Nodes, draft: DraftProse): void {
  const { builder } = draft;
  if (node.type === 'footnoteReference') {
    draft.marks.push({ at: builder.length, label: node.identifier });
    return;
  }
  if ('children' in node) {
    return appendNodes(node.children, draft);
  }
  if (
    node.type === 'html' &&
    (appendQuotationTag(node.value, node, builder) || appendMarkedWords(node, draft))
  )
    return;
  const before = builder.length;
  appendPlain(node, draft.text, builder);
  if (node.type === 'inlineCode' || node.type === 'citationKey') draft.code.push(before, builder.length);
}

/** Longer notes are no notes of a sentence. The limit bounds the time for brackets that never close. */
const maxInlineNoteUnits = 5000;

/** Returns the inline notes of a text, outermost ones. */
function inlineNotesOf(text: string): Range[] {
  const notes: Range[] = [];
  for (let start = text.indexOf('^['); start >= 0; start = text.indexOf('^[', start)) {
    const end = endOfBracket(text, start + 1);
    if (end !== undefined) notes.push({ start, end });
    start = end ?? start + 2;
  }
  return notes;
}

/** Returns the offset after the bracket that closes the one at `open`. */
function endOfBracket(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < Math.min(text.length, open + maxInlineNoteUnits); at++) {
    if (text.charAt(at) === '[') depth++;
    else if (text.charAt(at) === ']' && --depth === 0) return at + 1;
  }
  return undefined;
}

/**
 * Returns the citations that a stretch of a paragraph may be attributed to. Those in an inline note inside the stretch are about
 * the note: they count only where there are no others, as those of other notes.
 */
export function placesAround(
  { places, inlineNotes }: ParagraphProse,
  stretch: Range,
): readonly AttributionPlace[] {
  const inside = inlineNotes.filter((note) => stretch.start <= note.start && note.end <= stretch.end);
  if (inside.length === 0) return places;
  return places.map((place) =>
    inside.some((note) => note.start <= place.start && place.end <= note.end)
      ? { ...place, note: true }
      : place,
  );
}

/** Lines of a line block are lines of a paragraph. */
function appendLineEnd(line: Nodes, builder: MappedTextBuilder): void {
  const start = line.position?.start.offset ?? 0;
  builder.append('\n', start, start);
}

/** Cuts what Pandoc does not print, as the marks of a span, `[mass line]{.term}`. Notes are read by themselves. */
function cutUnprinted(words: MappedText, text: string, roles: Uint8Array): void {
  const isCode = (index: number): boolean => roles[index] === role.code;
  const facts = { isCode, isHeading: () => false, withNotes: false };
  for (const [start, end] of unprintedStretches(words, text, facts)) roles.fill(role.cut, start, end);
}

function cutToolSigns(text: string, roles: Uint8Array): void {
  for (const { start, end } of toolSignsIn(text))
    for (let at = start; at < end; at++) if (roles[at] === role.word) roles[at] = role.cut;
}

function placeGroups(words: MappedText, roles: Uint8Array, source: ProseSource): AttributionPlace[] {
  const { groups } = source;
  const first = words.startAt(0);
  const last = words.endAt(words.text.length - 1);
  if (first === undefined || last === undefined) return [];
  const places: AttributionPlace[] = [];
  let at = 0;
  for (let i = firstIndex(groups, ({ start }) => start >= first); i < groups.length; i++) {
    const group = groups[i];
    if (!group || group.start >= last) break;
    const start = words.firstStartingAt(group.start, at);
    const end = words.firstStartingAt(group.end, start);
    // It stands in another cell beside the lines of this one, or in the text of an image, which is prose of its own.
    if (words.startAt(start) !== group.start) continue;
    at = end;
    roles.fill(role.citation, start, at);
    cutSpaceBefore(words.text, roles, start, at);
    const { authorInText, located } = group;
    places.push({ start, end: at, citing: source.firstGroup + i, authorInText, located, note: false });
  }
  return places;
}

const opensParenthesis = new RegExp(
  String.raw`\s*\(\s*(?:(?:${inAnyLanguage('attributing')})[:,]?\s+)?$`,
  'iu',
);
const betweenCitations = new RegExp(
  String.raw`^\s*[,;]\s*(?:(?:${inAnyLanguage('attributing')})\s+)?$`,
  'iu',
);
const closesParenthesis = /^\s*[.,;]?\s*\)/u;
/** More than a parenthesis has beside its citations. */
const maxBesideCitation = 40;

/** What follows a parenthesis that ends a quotation. */
const endOfMarks = new RegExp(`^[.,;:!?\u2026]*(?:[${quotationSigns}]|$)`, 'u');

/**
 * Cuts parentheses that hold nothing but citations, `(@key [¶ 3])`: within marks they are not quoted, either. With `see` or the like
 * they may be the source's own, except at the end of a quotation.
 */
function cutParentheses(text: string, roles: Uint8Array, places: readonly AttributionPlace[]): void {
  for (let at = 0; at < places.length; at++) {
    const first = places[at];
    if (!first) break;
    const before = text.slice(Math.max(0, first.start - maxBesideCitation), first.start);
    const opening = before.includes('(') ? opensParenthesis.exec(before) : null;
    if (!opening) continue;
    let [last, hasWords] = [first, /\p{L}/u.test(opening[0])];
    for (let next = places[at + 1]; next; next = places[at + 1]) {
      const between = text.slice(last.end, Math.min(next.start, last.end + maxBesideCitation));
      if (!betweenCitations.test(between)) break;
      hasWords ||= /\p{L}/u.test(between);
      last = next;
      at++;
    }
    const [closing] = closesParenthesis.exec(text.slice(last.end, last.end + maxBesideCitation)) ?? [];
    const end = last.end + (closing?.length ?? 0);
    if (closing === undefined || (hasWords && !endOfMarks.test(text.slice(end, end + 9)))) continue;
    for (let i = first.start - opening[0].length; i < end; i++)
      if (roles[i] === role.word) roles[i] = role.cut;
  }
}

/** Cuts the space before a citation if punctuation or the end follows. */
function cutSpaceBefore(text: string, roles: Uint8Array, start: number, end: number): void {
  if (end < text.length && isAlphaNumeric(text.charAt(end))) return;
  for (let i = start - 1; i >= 0 && isSpaceUnit(text, i); i--) roles[i] = role.cut;
}

function placeNotes(draft: DraftProse, source: ProseSource): AttributionPlace[] {
  return draft.marks
    .filter(({ label }) => source.noteCites(label))
    .map(({ at, label }) => ({
      start: at,
      end: at,
      citing: label,
      authorInText: false,
      located: false,
      note: true,
    }));
}

/** Returns a stretch of a paragraph's words without citations, trimmed; undefined where nothing remains. */
export function quotedWords(prose: ParagraphProse, start: number, end: number): MappedText | undefined {
  const { words, roles } = prose;
  const notes = prose.inlineNotes.filter((note) => start <= note.start && note.end <= end);
  const isNoted = (at: number): boolean => notes.some((note) => note.start <= at && at < note.end);
  const kept = (at: number): boolean =>
    (roles[at] === role.word || roles[at] === role.code) && !(notes.length > 0 && isNoted(at));
  let from = start;
  let to = Math.min(end, words.text.length);
  while (from < to && (!kept(from) || isSpaceUnit(words.text, from))) from++;
  while (to > from && (!kept(to - 1) || isSpaceUnit(words.text, to - 1))) to--;
  if (to <= from) return undefined;
  const builder = new MappedTextBuilder();
  for (let at = from; at < to; at++) {
    if (kept(at)) continue;
    builder.appendMapped(words, from, at);
    from = at + 1;
  }
  builder.appendMapped(words, from, to);
  return builder.build();
}

function isSpaceUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || (code > 8 && code < 14) || (code > 127 && /\s/u.test(text.charAt(at)));
}

/** Joins the words of paragraphs, and returns where each but the first begins in them. */
export function joinParagraphs(paragraphs: readonly MappedText[]): Pick<Quotation, 'words' | 'breaks'> {
  const builder = new MappedTextBuilder();
  const breaks: number[] = [];
  for (const words of paragraphs) {
    if (builder.length > 0) {
      const start = words.startAt(0) ?? 0;
      builder.append('\n', start, start);
      breaks.push(builder.length);
    }
    builder.appendMapped(words, 0);
  }
  return { words: builder.build(), breaks };
}
