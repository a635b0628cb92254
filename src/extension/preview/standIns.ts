import type { PreviewReply } from '../../server/protocol.ts';

/**
 * A paper in which each citation is replaced by a stand-in: brackets, a private-use character and a number. No
 * Markdown rule matches it, so markdown-it carries it through emphasis, lists and tables. Lines stay the same: the
 * stand-in of a citation over three lines has three lines, and the marks of block quotations and lists before them
 * stay.
 */
export interface StandIns {
  readonly text: string;
  readonly reply: PreviewReply;
  /** The text with stand-ins. */
  readonly marked: string;
  /**
   * Length and number of the citation whose stand-in begins at `place`, an offset in `marked`; undefined if there is
   * none.
   */
  at(marked: string, place: number): { readonly length: number; readonly index: number } | undefined;
  /** Returns `marked` with the citations as they were written, for code and addresses, which contain no citations. */
  restore(marked: string): string;
  /** A citation as it was written, without the marks of block quotations on its further lines. */
  written(index: number): string;
}

const firstPrivate = 0xe000;
const lastPrivate = 0xf8ff;

/**
 * Returns undefined for a text that contains every private-use character. Such a paper is shown without citations.
 */
export function standIns(reply: PreviewReply): StandIns | undefined {
  const { text } = reply;
  const mark = unusedCharacter(text);
  if (mark === undefined) return undefined;
  const pattern = `\\[${mark}(\\d+)(?:\\r?\\n[ \\t>]*${mark})*\\]`;
  const here = new RegExp(pattern, 'y');
  const anywhere = new RegExp(pattern, 'g');
  const written = (index: number): string => {
    const range = reply.citations[index]?.range;
    return range ? text.slice(range.start, range.end).replaceAll(/(\r?\n)[ \t>]*/g, '$1') : '';
  };
  return {
    text,
    reply,
    marked: markedText(reply, mark),
    at(marked, place) {
      here.lastIndex = place;
      const found = here.exec(marked);
      return found ? { length: found[0].length, index: Number(found[1]) } : undefined;
    },
    restore: (marked) =>
      marked.includes(mark)
        ? marked.replaceAll(anywhere, (_, index: string) => written(Number(index)))
        : marked,
    written,
  };
}

function markedText({ text, citations }: PreviewReply, mark: string): string {
  const pieces: string[] = [];
  let end = 0;
  for (const [index, { range }] of citations.entries()) {
    if (range.start < end || range.end <= range.start) continue;
    const [, ...breaks] = text.slice(range.start, range.end).split(/(\r?\n[ \t>]*)/);
    const lines = breaks.filter((_, at) => at % 2 === 0).map((lineBreak) => lineBreak + mark);
    pieces.push(text.slice(end, range.start), '[', mark, String(index), ...lines, ']');
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
