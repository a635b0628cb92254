import type { PreviewReply } from '../../server/protocol.ts';

/**
 * A paper in which something that no Markdown means anything by stands in for each citation, so that markdown-it carries
 * citations through emphasis, lists and tables to where they belong. Lines stay where they are: a citation that goes over
 * three lines is stood in for by three, with the marks of block quotations and lists before them untouched.
 */
export interface StandIns {
  readonly text: string;
  readonly reply: PreviewReply;
  /** The paper with its stand-ins. */
  readonly marked: string;
  /** Length and number of the citation whose stand-in begins at a place, or undefined. */
  at(marked: string, place: number): { readonly length: number; readonly index: number } | undefined;
  /** What was written in the paper, where Markdown sees code or an address in which it has no citation. */
  restore(marked: string): string;
  /** A citation as it was written. */
  written(index: number): string;
}

const firstPrivate = 0xe000;
const lastPrivate = 0xf8ff;

/** Undefined for a text that uses up every private character: it is shown as it is. */
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
