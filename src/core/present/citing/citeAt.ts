import { type Citation, citationsAround, nodesAround, readCitations } from '../../citations.ts';
import { languageOf, type MarkdownDocument, reparseMarkdown } from '../../blocks.ts';
import { type Range, wholeWords } from '../../text.ts';
import { extensionsOf, isEmptySuffix, type Extension } from './extend.ts';
import { namedPlaces, readWanted, wantedPlaces, writtenCitation, type WantedCitation } from './wanted.ts';

/** An edit of a paper that cites something, and where the cursor goes after it. */
export interface CiteEdit {
  readonly range: Range;
  readonly newText: string;
  /** In the text as it is after the edit. */
  readonly caret: number;
}

/** A text with the cursor in it. */
interface Written {
  readonly document: MarkdownDocument;
  readonly caret: number;
}

/**
 * Cites at a place of a paper. Inside a citation it goes on: `[@masswork, ¶ 9]` and ¶ 20 make `[@masswork, ¶¶ 9, 20]`,
 * another source `[@masswork, ¶ 9; @other, ¶ 20]`. Elsewhere a citation of its own is written, with the spaces it needs.
 * What was cited before is cited after, and nothing else is read otherwise than before.
 * @param written citations as rows have them, in English; they are written as the language of the paper wants it
 * @returns undefined where nothing is wanted
 */
export function citeAt(document: MarkdownDocument, place: number, written: string): CiteEdit | undefined {
  const wanted = readWanted(written);
  if (wanted.length === 0) return undefined;
  const start: Written = { document, caret: placeIn(document, place) };
  const { document: after, caret } = wanted.reduce(cited, start);
  return { ...differenceOf(document.text, after.text), caret };
}

/** A cursor before the first character was put there by nobody, and front matter is no place for a citation. */
function placeIn({ text, frontMatter }: MarkdownDocument, place: number): number {
  const closing = frontMatter.range ? text.indexOf('\n', frontMatter.range.end + 1) : 0;
  if (closing >= 0 && place > closing) return place;
  return closing < 0 || place <= closing ? text.length : place;
}

function cited(written: Written, wanted: WantedCitation, index: number): Written {
  const { document, caret } = written;
  const lang = languageOf(document);
  const group = groupAt(document, caret, index > 0);
  const ways = [
    ...(group.length > 0 ? extensionsOf(document.text, group, caret, wanted, lang) : []),
    ...insertions(document.text, caret, wanted, lang),
    ...atEndOfBlock(document, caret, wanted, lang),
  ];
  for (const way of ways) {
    const after = taken(written, way);
    if (isRight(document, after.document, wanted, way)) return after;
  }
  const [first] = insertions(document.text, caret, wanted, lang);
  return first ? taken(written, first) : written;
}

/** @param justWritten whether the cursor stands at the end of a citation that was written a moment ago */
function groupAt(document: MarkdownDocument, at: number, justWritten: boolean): readonly Citation[] {
  const { text } = document;
  const around = citationsAround(document, Math.max(0, at - 1), at);
  const inside = around.filter(({ group: { start, end } }) => {
    if (text.charAt(end - 1) === ']') return start < at && (at < end || (justWritten && at === end));
    return start <= at && at <= end;
  });
  if (inside.length > 0) return inside;
  // `@key` and a space: brackets would belong to it even there.
  const line = text.slice(0, at);
  const before = line.replace(/[ \t]*(?:\r?\n)?[ \t]*$/u, '').length;
  return around.filter(({ group: { end }, mode }) => {
    return end === before && mode === 'authorInText' && text.charAt(end - 1) !== ']';
  });
}

/** A citation of its own, never within a word, with a space where it would touch a word or a bracket. */
function insertions(
  text: string,
  place: number,
  wanted: WantedCitation,
  lang: string | undefined,
): Extension[] {
  const at = wholeWords(text, { start: Math.max(0, place - 1), end: place }).end;
  const citation = writtenCitation(wanted, lang);
  const started = unfinished(text, at, citation);
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

/** After what the place stands in, where no citation can stand there, as in code or in the text of a link. */
function atEndOfBlock(
  document: MarkdownDocument,
  at: number,
  wanted: WantedCitation,
  lang: string | undefined,
): Extension[] {
  const block = nodesAround(document, at).find(({ position }) => {
    return (position?.start.offset ?? 0) <= at && at <= (position?.end.offset ?? 0);
  });
  const end = block?.position?.end.offset;
  if (end === undefined) return [];
  const citation = `\n\n${writtenCitation(wanted, lang)}`;
  const apart = { range: { start: end, end }, newText: citation, caret: citation.length };
  return [...insertions(document.text, end, wanted, lang), apart];
}

/** Brackets that somebody has opened for it, closed or not: `[]`, `[@masswork, `. */
function unfinished(text: string, at: number, citation: string): Extension[] {
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

function taken({ document }: Written, { range, newText, caret }: Extension): Written {
  const { text } = document;
  return {
    document: reparseMarkdown(document, text.slice(0, range.start) + newText + text.slice(range.end)),
    caret: range.start + caret,
  };
}

/** Whether all that was cited before is cited after, with what is wanted and nothing else. */
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
    if (added !== newFrame(wanted.key)) return false;
  }
  const isSame = frames.length === then.length && frames.every((frame, index) => frame === then[index]);
  return isSame && sameNames(old, now, wanted);
}

/** What must stay of a citation that gets more numbers. */
function frameOf(citation: Citation, lang: string | undefined, anyMode: boolean): string {
  const { key, mode, prefix, rest, attempt, locator } = citation;
  const suffix = !locator && isEmptySuffix(rest, lang) ? '' : rest.trim();
  return JSON.stringify([key, anyMode || mode, prefix, suffix, attempt?.text]);
}

function newFrame(key: string): string {
  return JSON.stringify([key, 'normal', '', '', undefined]);
}

function sameNames(old: readonly Citation[], now: readonly Citation[], wanted: WantedCitation): boolean {
  const expected = new Set([...namedPlaces(old), ...wantedPlaces(wanted)]);
  const found = namedPlaces(now);
  // A source that was cited as a whole is cited by a place now.
  const lost = [...expected].filter((name) => !found.has(name) && name !== wanted.key);
  return lost.length === 0 && [...found].every((name) => expected.has(name));
}

/** The one stretch in which two texts differ. */
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
