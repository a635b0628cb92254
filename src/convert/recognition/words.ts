import { normaliseText } from '../../core/text.ts';
import { type Block, digitsValue, textOf, whiteSpace } from '../blocks.ts';

/** A note mark that a word may carry: `difference1`, `conquered2)`, `[3]`. */
export interface MarkInWord {
  readonly number: number;
  /** The word without the mark, normalised; empty where the mark stands alone. */
  readonly bare: string;
  /** Where the mark stands in the block's plain text. */
  readonly start: number;
  readonly end: number;
}

/** A word of a page as fingerprints see it, with its place. */
export interface Word {
  readonly normalised: string;
  /** The word with typewriter signs set right (`...` as `…`, `--` as a dash, ligatures parted), where that differs. */
  readonly mended: string | undefined;
  readonly mark: MarkInWord | undefined;
  /** Index of the block; offsets into its plain text. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** Whether an original line or a block begins here. */
  readonly opens: boolean;
}

const separators = new RegExp(whiteSpace.source, 'gu');

/** The words of a page in reading order. */
export function readWords(blocks: readonly Block[]): Word[] {
  const words: Word[] = [];
  blocks.forEach((block, index) => {
    const text = textOf(block);
    const lineStarts = new Set(block.lines?.map((mark) => mark.offset));
    let at = 0;
    let opens = true;
    const add = (end: number): void => {
      if (end <= at) return;
      const word = readWord(text, at, end, index, opens || lineStarts.has(at));
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
  return words;
}

function readWord(text: string, start: number, end: number, block: number, opens: boolean): Word | undefined {
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

const ligatures: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/** Sets typewriter signs as a printer would. Only for words whose fingerprint then proves that the printer did. */
export function mend(text: string): string {
  if (!/\.\.\.|--|``|''|[\uFB00-\uFB06]/.test(text)) return text;
  return text
    .replace(/\.\.\./g, '…')
    .replace(/---?/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/[\uFB00-\uFB06]/g, (ligature) => ligatures[ligature] ?? ligature);
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const bracketed = /\[(\d{1,3})\]/;
const attached = new RegExp(
  `(?<=[\\p{L}\\p{Pe}\\p{Pf}\\p{Pi}.,;:!?'"…])(\\d{1,3}|[${raised}]{1,3})(?![\\p{L}\\p{N}-])`,
  'u',
);
const aloneRaised = new RegExp(`^([${raised}]{1,3})$`, 'u');

/** A mark by the rule: attached to a letter or a closing sign, no letter, digit or hyphen behind; or in square brackets. */
function markIn(raw: string, start: number, text: string): MarkInWord | undefined {
  if (raw.length > 80 || !/[\d⁰¹²³⁴-⁹]/u.test(raw)) return undefined;
  const match = bracketed.exec(raw) ?? attached.exec(raw) ?? aloneRaised.exec(raw);
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

/** A mark that a space parts from its word takes the space along. */
function spaceBefore(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - 4), start);
  return before.length - before.trimEnd().length;
}

/** Whether a normalised token counts as a word. */
export function isWord(normalised: string): boolean {
  return /[\p{L}\p{N}]/u.test(normalised);
}
