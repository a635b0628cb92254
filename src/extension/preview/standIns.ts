import type { PreviewReply } from '../../server/protocol.ts';

export type Mark = PreviewReply['marks'][number];

/**
 * A paper in which each citation, and each sign that only Pandoc reads, is replaced by a stand-in: brackets, a private-use
 * character and a number. No Markdown rule matches it, so markdown-it carries it through emphasis, lists and tables. Signs that
 * nobody is to see are left out. Lines stay the same: the stand-in of a citation over three lines has three lines, and the marks
 * of block quotations and lists before them stay.
 */
export interface StandIns {
  readonly text: string;
  readonly reply: PreviewReply;
  /** The text with stand-ins. */
  readonly marked: string;
  /** The lines that begin a definition, from 0. Its sign has become that of an item. */
  readonly definitionLines: ReadonlySet<number>;
  /** Length and meaning of the stand-in that begins at `place`, an offset in `marked`; undefined if there is none. */
  at(marked: string, place: number): { readonly length: number; readonly mark: Mark } | undefined;
  /** Returns `marked` with what was written, for code and addresses, in which nothing is drawn. */
  restore(marked: string): string;
  /** What is written at a mark, without the marks of block quotations on its further lines. */
  written(mark: Mark): string;
}

const firstPrivate = 0xe000;
const lastPrivate = 0xf8ff;

/**
 * Returns undefined for a text that contains every private-use character. Such a paper is shown without citations.
 */
export function standIns(reply: PreviewReply): StandIns | undefined {
  const { text, marks } = reply;
  const sign = unusedCharacter(text);
  if (sign === undefined) return undefined;
  const pattern = (flag: string): RegExp =>
    new RegExp(`\\[${sign}(\\d+)(?:\\r?\\n[ \\t>]*${sign})*\\]`, flag);
  const here = pattern('y');
  const anywhere = pattern('g');
  const written = ({ range }: Mark): string =>
    text.slice(range.start, range.end).replaceAll(/(\r?\n)[ \t>]*/g, '$1');
  return {
    text,
    reply,
    marked: markedText(reply, sign),
    definitionLines: new Set(marks.map((mark) => (mark.kind === 'definition' ? mark.line : -1))),
    at(marked, place) {
      here.lastIndex = place;
      const found = here.exec(marked);
      const mark = found && marks[Number(found[1])];
      return mark ? { length: found[0].length, mark } : undefined;
    },
    restore: (marked) =>
      marked.includes(sign)
        ? marked.replaceAll(anywhere, (_, number: string) => {
            const mark = marks[Number(number)];
            return mark ? written(mark) : '';
          })
        : marked,
    written,
  };
}

function markedText({ text, marks }: PreviewReply, sign: string): string {
  const pieces: string[] = [];
  let end = 0;
  for (const [number, { kind, range }] of marks.entries()) {
    const [, ...breaks] = text.slice(range.start, range.end).split(/(\r?\n[ \t>]*)/);
    const lines = breaks.filter((_, at) => at % 2 === 0);
    pieces.push(text.slice(end, range.start));
    if (kind === 'definition') pieces.push('+');
    else if (kind === 'unprinted') pieces.push(...lines);
    else pieces.push('[', sign, String(number), ...lines.map((lineBreak) => lineBreak + sign), ']');
    end = range.end;
  }
  return pieces.join('') + text.slice(end);
}

function unusedCharacter(text: string): string | undefined {
  for (let code = firstPrivate; code <= lastPrivate; code++) {
    const character = String.fromCharCode(code);
    if (!text.includes(character)) return character;
  }
  return undefined;
}
