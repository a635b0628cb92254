import { appendAll } from '../../core/text.ts';
import { dividesWord, type LineMark, type Run, type RunStyle } from '../blocks.ts';

/** A stretch of a text that is not written: a sign of emphasis, or the mark of a page. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly page?: string;
  /** The style from here on. Undefined for a mark. */
  readonly style?: RunStyle | 'plain';
}

const open = String.raw`(?<![\p{L}\p{N}_\\])_(?=[^\s_])`;
const close = String.raw`(?<=[^\s_])_(?![\p{L}\p{N}_])`;
const pairs = new RegExp(`${open}([^_]*?)${close}`, 'gu');
/** A word of which only a part is in italics: `_un_natural`. */
const parts = new RegExp(`${open}(\\p{L}{1,20})_(?=\\p{L})|(?<=\\p{L})_(\\p{L}[^_]{0,60})${close}`, 'gu');
const starred = /(?<![\p{L}\p{N}*])\*(?=[\p{L}\p{N}\p{Pi}"'])([^*\n]{1,100}?)(?<=\S)\*(?![\p{L}\p{N}*])/gu;
const boldSigns = /(?<![\p{L}\p{N}=])=(?=\p{L})([^=\n]{1,100}?)(?<=\S)=(?![\p{L}\p{N}=])/gu;
const pageSign = /\s?\[(?:Pg|Page) ?(\d{1,4}|[ivxlcdm]{1,8})\]/giu;

/** With this many pairs of signs in a text, single ones and those in words are signs of emphasis as well. */
const minPairs = 3;

/** Reads the signs by which plain texts set italics and pages: `_oil_`, `[Pg 12]`. */
export class TextStyles {
  private readonly isCustom: boolean;

  /** @param text the whole text, whose custom the signs follow */
  constructor(text: string) {
    this.isCustom = (text.match(pairs)?.length ?? 0) >= minPairs;
  }

  /** Returns a block's words as runs, and its line marks with offsets in these words. */
  read(text: string, lines: readonly LineMark[]): { runs: Run[]; lines: LineMark[] } {
    const cuts = this.cutsOf(text);
    const moved = lines.map(({ offset, line }) => ({ offset: offset - cutBefore(cuts, offset), line }));
    return { runs: runsBetween(text, cuts), lines: moved };
  }

  private cutsOf(text: string): Cut[] {
    const cuts: Cut[] = [...text.matchAll(pageSign)].map((match) => ({
      ...pageRange(text, match),
      page: match[1] ?? '',
    }));
    if (!/[_*=]/.test(text)) return cuts;
    const styled = [
      ...signsOf(text, pairs, { emphasis: true }),
      ...signsOf(text, starred, { emphasis: true }),
      ...signsOf(text, boldSigns, { strong: true }),
    ];
    if (this.isCustom) appendAll(styled, this.others(text, styled));
    return [...cuts, ...styled].sort((a, b) => a.start - b.start || a.end - b.end);
  }

  /** Signs in words, and of italics that go on over the ends of the block. */
  private others(text: string, known: readonly Cut[]): Cut[] {
    const inWords = signsOf(text, parts, { emphasis: true });
    const taken = new Set([...known, ...inWords].map(({ start }) => start));
    const single = [...text.matchAll(/_/g)].map(({ index }) => index).filter((index) => !taken.has(index));
    const opening = single.filter(
      (index) => new RegExp(open, 'uy').test(text.slice(index)) && isEdge(text[index - 1]),
    );
    const closing = single.filter((index) => isEdge(text[index + 1]) && /\S/.test(text[index - 1] ?? ' '));
    const [first] = closing;
    const last = opening.at(-1);
    return [
      ...inWords,
      ...(first !== undefined && first === single[0] && first !== last
        ? [
            { start: 0, end: 0, style: { emphasis: true } as const },
            { start: first, end: first + 1, style: 'plain' as const },
          ]
        : []),
      ...(last !== undefined && last === single.at(-1)
        ? [{ start: last, end: last + 1, style: { emphasis: true } as const }]
        : []),
    ];
  }
}

function isEdge(sign: string | undefined): boolean {
  return sign === undefined || !/[\p{L}\p{N}_]/u.test(sign);
}

/** A space before a mark stays if the words after it do not begin with one. None stands in a word that the page's end divides. */
function pageRange(text: string, { 0: mark, index }: RegExpExecArray): { start: number; end: number } {
  const end = index + mark.length;
  if (dividesWord(text.slice(Math.max(0, index - 20), index), text.slice(end, end + 60)))
    return { start: index, end: end + (/^\s*/u.exec(text.slice(end, end + 20))?.[0].length ?? 0) };
  const start =
    mark.startsWith('[') || !/^(?:\s|$)/.test(text.slice(end, end + 1)) ? text.indexOf('[', index) : index;
  return { start, end };
}

function signsOf(text: string, pattern: RegExp, style: RunStyle): Cut[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: all, index }): Cut[] => [
    { start: index, end: index + 1, style },
    { start: index + all.length - 1, end: index + all.length, style: 'plain' },
  ]);
}

function cutBefore(cuts: readonly Cut[], offset: number): number {
  return cuts.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, offset) - start), 0);
}

function runsBetween(text: string, cuts: readonly Cut[]): Run[] {
  const runs: Run[] = [];
  let at = 0;
  let style: RunStyle | undefined;
  const add = (end: number): void => {
    if (end > at) runs.push({ text: text.slice(at, end), ...(style ? { style } : {}) });
  };
  for (const cut of cuts) {
    if (cut.start < at) continue;
    add(cut.start);
    if (cut.page !== undefined) runs.push({ text: '', page: cut.page });
    else style = cut.style === 'plain' ? undefined : cut.style;
    at = cut.end;
  }
  add(text.length);
  return runs;
}
