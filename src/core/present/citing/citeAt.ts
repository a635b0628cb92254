import { type Citation, citationsNear, isInText, nodesNear, readCitations } from '../../citations.ts';
import { languageOf, type MarkdownDocument, reparseMarkdown } from '../../blocks.ts';
import { type Range, wholeWords } from '../../text.ts';
import { extensionsOf, isEmptySuffix, type Extension } from './extend.ts';
import {
  namedPlaces,
  readWanted,
  wantedPlaces,
  writtenCitation,
  type WantedCitation,
} from './wantedCitation.ts';

/** An edit that adds a citation to a paper, and the position of the cursor after it. */
export interface CiteEdit {
  readonly range: Range;
  readonly newText: string;
  /** Offset in the text after the edit. */
  readonly caret: number;
}

/** A document and the offset of the cursor in it. */
interface TextWithCaret {
  readonly document: MarkdownDocument;
  readonly caret: number;
}

/**
 * Returns the edit that cites at `place`, an offset in the paper. Inside a citation it extends that: `[@masswork, ¶
 * 9]` and ¶ 20 make `[@masswork, ¶¶ 9, 20]`, and with another source `[@masswork, ¶ 9; @other, ¶ 20]`. Elsewhere it
 * writes a new citation with the spaces it needs. Every other citation is read as before.
 * @param written citations in their English form, which are translated to the language of the paper
 * @returns undefined if `written` contains no citation
 */
export function citeAt(document: MarkdownDocument, place: number, written: string): CiteEdit | undefined {
  const wanted = readWanted(written);
  if (wanted.length === 0) return undefined;
  const start: TextWithCaret = { document, caret: placeIn(document, place) };
  const { document: after, caret } = wanted.reduce(citeOnce, start);
  return { ...differenceOf(document.text, after.text), caret };
}

/** A cursor at the very beginning was not put there by a person. Front matter cannot hold a citation: use the end. */
function placeIn({ text, frontMatter }: MarkdownDocument, place: number): number {
  const closing = frontMatter.range ? text.indexOf('\n', frontMatter.range.end + 1) : 0;
  if (closing >= 0 && place > closing) return place;
  return closing < 0 || place <= closing ? text.length : place;
}

function citeOnce(written: TextWithCaret, wanted: WantedCitation, index: number): TextWithCaret {
  const { document, caret } = written;
  const lang = languageOf(document);
  const group = groupAt(document, caret, index > 0);
  const ways = [
    ...(group.length > 0 ? extensionsOf(document.text, group, caret, wanted, lang) : []),
    ...insertionAt(document.text, caret, wanted, lang),
    ...atEndOfBlock(document, caret, wanted, lang),
  ];
  for (const way of ways) {
    const after = takeExtension(written, way);
    if (isRight(document, after.document, wanted, way)) return after;
  }
  const [first] = insertionAt(document.text, caret, wanted, lang);
  return first ? takeExtension(written, first) : written;
}

/** @param justWritten whether the cursor is at the end of a citation that this edit has written */
function groupAt(document: MarkdownDocument, at: number, justWritten: boolean): readonly Citation[] {
  const { text } = document;
  const around = citationsNear(document, Math.max(0, at - 1), at);
  const inside = around.filter(({ group: { start, end } }) => {
    if (text.charAt(end - 1) === ']') return start < at && (at < end || (justWritten && at === end));
    return start <= at && at <= end;
  });
  if (inside.length > 0) return inside;
  // After `@key` and a space, brackets would still belong to that key.
  const line = text.slice(0, at);
  const before = line.replace(/[ \t]*(?:\r?\n)?[ \t]*$/u, '').length;
  return around.filter((citation) => {
    const { end } = citation.group;
    return end === before && isInText(citation) && text.charAt(end - 1) !== ']';
  });
}

/** A new citation after the word at `place`, with a space where it would touch a word or bracket. */
function insertionAt(
  text: string,
  place: number,
  wanted: WantedCitation,
  lang: string | undefined,
): Extension[] {
  const at = wholeWords(text, { start: Math.max(0, place - 1), end: place }).end;
  const citation = writtenCitation(wanted, lang);
  const started = unfinishedBrackets(text, at, citation);
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const lead = before === '' || /[\s([{“"‘'«‹—–-]$/u.test(before) ? '' : ' ';
  const plain = `${lead}${citation}`;
  const next = text.charAt(at);
  const touching = /[\p{L}\p{N}@[({_*“"‘'«]/u.test(next) && next !== '';
  const forms = touching ? [`${plain} `, plain] : [plain, `${plain} `];
  return [
    ...started,
    ...forms.map((newText) => ({ range: { start: at, end: at }, newText, caret: plain.length })),
  ];
}

/** A new citation after the block, for places that cannot hold one, such as code or the label of a link. */
function atEndOfBlock(
  document: MarkdownDocument,
  at: number,
  wanted: WantedCitation,
  lang: string | undefined,
): Extension[] {
  const block = nodesNear(document, at).find(({ position }) => {
    return (position?.start.offset ?? 0) <= at && at <= (position?.end.offset ?? 0);
  });
  const end = block?.position?.end.offset;
  if (end === undefined) return [];
  const citation = `\n\n${writtenCitation(wanted, lang)}`;
  const apart = { range: { start: end, end }, newText: citation, caret: citation.length };
  return [...insertionAt(document.text, end, wanted, lang), apart];
}

/** Completes brackets that a person has begun, closed or not: `[]`, `[@masswork, `. */
function unfinishedBrackets(text: string, at: number, citation: string): Extension[] {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const open = /\[[^[\]\n]*$/u.exec(line)?.[0];
  if (open === undefined) return [];
  const rest = /^[^[\]\n]*\]/u.exec(text.slice(at))?.[0];
  const key = citation.slice(1, -1).split(', ')[0] ?? '';
  const lacking = open.slice(1).replace(/,?\s*$/u, '');
  const isEmpty = lacking === '' && (rest === undefined || rest === ']');
  const isOwn = rest === undefined && (lacking === key || lacking.endsWith(` ${key}`));
  if (!isEmpty && !isOwn) return [];
  const start = at - open.length + 1 + (isOwn ? lacking.length - key.length : 0);
  const inner = citation.slice(1, -1);
  const newText = rest === undefined ? `${inner}]` : inner;
  return [{ range: { start, end: at }, newText, caret: inner.length + 1, closes: isOwn }];
}

function takeExtension({ document }: TextWithCaret, { range, newText, caret }: Extension): TextWithCaret {
  const { text } = document;
  return {
    document: reparseMarkdown(document, text.slice(0, range.start) + newText + text.slice(range.end)),
    caret: range.start + caret,
  };
}

/** Whether the new text has the citations of the old one and the wanted one, and nothing else. */
function isRight(
  before: MarkdownDocument,
  after: MarkdownDocument,
  wanted: WantedCitation,
  { closes = false }: Extension,
): boolean {
  const [old, now] = [readCitations(before), readCitations(after)];
  const lang = languageOf(before);
  const then = old.map((citation) => frameOf(citation, lang, closes));
  const frames = now.map((citation) => frameOf(citation, lang, closes));
  if (frames.length === then.length + 1) {
    const differing = then.findIndex((frame, index) => frame !== frames[index]);
    const [added] = frames.splice(differing < 0 ? then.length : differing, 1);
    if (added !== JSON.stringify([wanted.key, 'normal', '', '', undefined])) return false;
  }
  const isSame = frames.length === then.length && frames.every((frame, index) => frame === then[index]);
  return isSame && sameNames(old, now, wanted);
}

/** The parts of a citation that must stay the same when numbers are added to it. */
function frameOf(citation: Citation, lang: string | undefined, anyMode: boolean): string {
  const { key, mode, prefix, rest, attempt, locator } = citation;
  const suffix = !locator && isEmptySuffix(rest, lang) ? '' : rest.trim();
  // A term without its number is an attempt that the number completes.
  const tried = !locator && suffix === '' ? undefined : attempt?.text;
  return JSON.stringify([key, anyMode || mode, prefix, suffix, tried]);
}

function sameNames(old: readonly Citation[], now: readonly Citation[], wanted: WantedCitation): boolean {
  const expected = new Set([...namedPlaces(old), ...wantedPlaces(wanted)]);
  const found = namedPlaces(now);
  // A source that was cited as a whole may now be cited by a passage instead.
  const lost = [...expected].filter((name) => !found.has(name) && name !== wanted.key);
  return lost.length === 0 && [...found].every((name) => expected.has(name));
}

/** The smallest range in which two texts differ, and its new text. */
function differenceOf(before: string, after: string): { range: Range; newText: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charAt(start) === after.charAt(start)) start++;
  let same = 0;
  while (
    same < most - start &&
    before.charAt(before.length - 1 - same) === after.charAt(after.length - 1 - same)
  )
    same++;
  return {
    range: { start, end: before.length - same },
    newText: after.slice(start, after.length - same),
  };
}
