import { hasWord, normaliseText, tableOf } from '../../core/text.ts';
import { type Block, digitsValue, textOfBlock, whiteSpace } from '../blocks.ts';

/** A possible note mark in a word: `difference1`, `conquered2)`, `[3]`. */
export interface MarkInWord {
  readonly number: number;
  /** The normalised word without the mark. Empty if the mark is alone. */
  readonly bare: string;
  /** Offsets of the mark in the block's plain text. */
  readonly start: number;
  readonly end: number;
}

/** A normalised word of a page and its place. */
export interface CopyWord {
  readonly normalised: string;
  /**
   * The word with typewriter signs corrected (`...` to `…`, `--` to a dash, ligatures to letters). Undefined if it is
   * the same.
   */
  readonly mended: string | undefined;
  readonly mark: MarkInWord | undefined;
  /** Index of the block, and offsets in its plain text. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** Whether the word begins a block or a line of the original. */
  readonly opens: boolean;
}

const separators = new RegExp(whiteSpace.source, 'gu');

/** The words of a page in reading order. */
export function readWords(blocks: readonly Block[]): CopyWord[] {
  const words: CopyWord[] = [];
  blocks.forEach((block, index) => {
    const text = textOfBlock(block);
    const lineStarts = new Set(block.lines?.map((mark) => mark.offset));
    let at = 0;
    let opens = true;
    const add = (end: number): void => {
      if (end <= at) return;
      const word = readCopyWord(text, at, end, index, opens || lineStarts.has(at));
      if (word) words.push(word);
      opens = false;
    };
    for (const match of text.matchAll(separators)) {
      add(match.index);
      at = match.index + match[0].length;
      if (match[0].includes('\n')) opens = true;
    }
    add(text.length);
  });
  mendSpacedDots(words);
  return words;
}

/** Gives the words of `. . .`, which some printers set for `…`, and the word that it follows, their mended forms. */
function mendSpacedDots(words: CopyWord[]): void {
  words.forEach((word, index) => {
    const [second, third] = [words[index + 1], words[index + 2]];
    const isFirst =
      word.normalised.endsWith('.') &&
      second?.normalised === '.' &&
      third?.normalised.startsWith('.') === true;
    if (!isFirst || second.block !== word.block || third.block !== word.block || word.mended === '') return;
    words[index] = {
      ...word,
      mended: `${(word.mended ?? word.normalised).slice(0, -1)}…${third.normalised.slice(1)}`,
    };
    words[index + 1] = { ...second, mended: '' };
    words[index + 2] = { ...third, mended: '' };
  });
}

function readCopyWord(
  text: string,
  start: number,
  end: number,
  block: number,
  opens: boolean,
): CopyWord | undefined {
  const raw = text.slice(start, end);
  const normalised = normaliseText(raw);
  if (normalised === '') return undefined;
  const mended = normaliseText(mend(raw));
  return {
    normalised,
    mended: mended === normalised ? undefined : mended,
    mark: markIn(raw, start, text),
    block,
    start,
    end,
    opens,
  };
}

const lettersOfLigature = tableOf<string>({
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
});

/**
 * Replaces typewriter signs by those a printer uses. Used only if the fingerprint then proves that the printer did.
 */
export function mend(text: string): string {
  if (!/\.\.\.|\. \. \.|--|``|''|[\uFB00-\uFB06]/.test(text)) return text;
  return text
    .replace(/\.(?:\.\.| \. \.)/g, '…')
    .replace(/---?/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/[\uFB00-\uFB06]/g, (ligature) => lettersOfLigature[ligature] ?? ligature);
}

const raisedFigures = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const bracketedMark = /\[(\d{1,3})\]/;
const attachedMark = new RegExp(
  `(?<=[\\p{L}\\p{Pe}\\p{Pf}\\p{Pi}.,;:!?'"…])(\\d{1,3}|[${raisedFigures}]{1,3})(?![\\p{L}\\p{N}-])`,
  'u',
);
const aloneRaised = new RegExp(`^([${raisedFigures}]{1,3})$`, 'u');

/**
 * Finds a note mark: digits after a letter or closing sign with no letter, digit or hyphen after them, or in square
 * brackets.
 */
function markIn(raw: string, start: number, text: string): MarkInWord | undefined {
  if (raw.length > 80 || !/[\d⁰¹²³⁴-⁹]/u.test(raw)) return undefined;
  const match = bracketedMark.exec(raw) ?? attachedMark.exec(raw) ?? aloneRaised.exec(raw);
  if (!match) return undefined;
  const bare = raw.slice(0, match.index) + raw.slice(match.index + match[0].length);
  const from = start + match.index;
  return {
    number: digitsValue(match[1] ?? ''),
    bare: normaliseText(bare),
    start: match.index === 0 ? start - spaceBefore(text, start) : from,
    end: from + match[0].length,
  };
}

/** The number of spaces between a mark and the word before it. They go with the mark. */
function spaceBefore(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - 4), start);
  return before.length - before.trimEnd().length;
}

/** Whether a normalised token counts as a word. */
export function isWord(normalised: string): boolean {
  return hasWord(normalised);
}
