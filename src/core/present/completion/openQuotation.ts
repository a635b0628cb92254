import type { Paper } from '../../study.ts';
import { citationsNear, isInText } from '../../citations.ts';
import { closesMark, closingMarkOf, pairMarks } from '../../quotations.ts';
import type { Surroundings } from './typedSurroundings.ts';

/** A quotation being written, with the cursor at its end. */
export interface OpenQuotation {
  /** Its words so far, without markup. */
  readonly words: string;
  /** The opening mark. Empty for a block quotation that has none. */
  readonly mark: string;
  /** The closing mark, with the space that French puts before it. */
  readonly close: string;
  /** How many code units after the cursor close it already. */
  readonly closed: number;
  /** Whether it has a citation: one follows in its sentence, or one introduces the block quotation. */
  readonly cited: boolean;
  /** Keys of the authors named in its sentence: `@tale writes “…`. */
  readonly authors: ReadonlySet<string>;
}

interface Clean {
  readonly text: string;
  /** For each code unit of `text`, its offset in the original. */
  readonly at: readonly number[];
}

const quotePrefix = /^[ \t]{0,3}(?:>[ \t]?)+/;
const markdownMarkup =
  /(^[ \t]*(?:>[ \t]?)+)|\\([!-/:-@[-`{-~])|\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|\[\^[^\]\s]+\]|\[(?=[^[\]]*\]\{[.#])|\]\{[.#][^{}\n]*\}|(`+[^`]*`+|\[[^[\]]*@[^[\]]*\])/gmu;
/** Text in which a citation key seems to start. The text is unfinished, and Markdown is not read in it. */
const startsKey = /(?:^|[^\p{L}\p{N}\\])@[\p{L}\p{N}_{]/u;
/** Stands in for code and citations. */
const otherStandIn = '\uFFFC';

/** The words of Markdown without markup. */
function clean(written: string): Clean {
  let text = '';
  const at: number[] = [];
  const put = (words: string, from: number, step: number): void => {
    for (let i = 0; i < words.length; i++) at.push(from + i * step);
    text += words;
  };
  let from = 0;
  for (const match of written.matchAll(markdownMarkup)) {
    put(written.slice(from, match.index), from, 1);
    if (match[2] !== undefined) put(match[2], match.index + 1, 1);
    else if (match[3] !== undefined) put(otherStandIn, match.index, 0);
    from = match.index + match[0].length;
  }
  put(written.slice(from), from, 1);
  return { text, at };
}

/** The quotations that may be open at the cursor, outermost first. Empty if there is none. */
export function openQuotations(paper: Paper, around: Surroundings): OpenQuotation[] {
  const { before, after } = around;
  if (/^[\p{L}\p{N}]/u.test(after)) return [];
  const head = clean(before);
  const tail = clean(after);
  const marks = (text: string) => pairMarks({ text, usable: (at) => text.charAt(at) !== otherStandIn });
  const { pairs } = marks(head.text + tail.text);
  const inline = marks(head.text).open.flatMap(({ at, end, mark }): OpenQuotation[] => {
    const inner = '«‹'.includes(mark) ? (/^\s*/u.exec(head.text.slice(end))?.[0] ?? '') : '';
    const closed = closingLength(after, mark);
    // A quotation that is closed later is finished.
    if (closed === 0 && pairs.some((pair) => pair.open.at === at)) return [];
    const before = head.text.slice(0, at);
    return [
      {
        words: head.text.slice(end),
        mark,
        close: inner + closingMarkOf(mark),
        closed,
        cited: citesInSentence(after.slice(closed)),
        authors: authorsBefore(paper, around, head.at[lastSentenceStart(before)] ?? 0, head.at[at] ?? 0),
      },
    ];
  });
  const block = quotePrefix.test(before.slice(before.lastIndexOf('\n') + 1));
  return block && !/^\s*\[!/.test(head.text) ? [...inline, blockQuotation(paper, around, head.text)] : inline;
}

/** The length of a closing mark directly after the cursor, which editors insert together with the opening one. */
function closingLength(after: string, mark: string): number {
  const space = '«‹'.includes(mark) ? (/^[ \u00A0\u202F]?/u.exec(after)?.[0].length ?? 0) : 0;
  return closesMark(mark, after.charAt(space)) ? space + 1 : 0;
}

/** Whether a citation comes before the next sentence. */
function citesInSentence(after: string): boolean {
  const end = /[.!?](?=\s+\p{Lu}|\s*$)/u.exec(
    after.replace(/\[[^[\]]*\]/gu, (bracket) => bracket.replace(/[.!?]/g, ' ')),
  );
  return startsKey.test(end ? after.slice(0, end.index) : after);
}

function lastSentenceStart(text: string): number {
  const ends = [...text.matchAll(/[.!?][”’"»]?\s+(?=\p{Lu}|\uFFFC|@)/gu)];
  const last = ends.at(-1);
  return last ? last.index + last[0].length : 0;
}

/** Keys cited by the author's name between two offsets of the text before the cursor. */
function authorsBefore(paper: Paper, around: Surroundings, from: number, to: number): Set<string> {
  const base = around.offset - around.before.length;
  return new Set(
    citationsNear(paper.document, base + from, base + to)
      .filter(
        (citation) =>
          isInText(citation) && citation.group.start >= base + from && citation.group.end <= base + to,
      )
      .map(({ key }) => key),
  );
}

function blockQuotation(paper: Paper, around: Surroundings, words: string): OpenQuotation {
  const start = around.offset - around.before.length;
  const behind = paper.text.slice(around.offset).split(/\n(?![ \t]*>)/, 1)[0] ?? '';
  const introduction = paper.text.slice(0, start).trimEnd();
  const from = Math.max(introduction.lastIndexOf('\n\n'), 0);
  const introduced =
    introduction.endsWith(':') &&
    citationsNear(paper.document, from, introduction.length).some(
      ({ group }) => group.start >= from && group.end <= introduction.length,
    );
  const cited = introduced || startsKey.test(behind);
  return { words, mark: '', close: '', closed: 0, cited, authors: new Set() };
}
