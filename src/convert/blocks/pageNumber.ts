import { plainOf, type Block, type Run } from './block.ts';

const pageNumber =
  /^[-–—[({|\s]*(?:(?:pg|page|p|seite|s|pag|página|pagina)\b\.?)?\s*(\d{1,4}|[ivxlcdm]{1,8})[-–—\])}|.\s]*$/iu;

/** The number of a page of a printed text, if a text is nothing else: `12`, `[Pg 12]`, `– xii –`, `Page 12`. */
export function pageNumberOf(text: string): string | undefined {
  return pageNumber.exec(text)?.[1];
}

/** Whether a paragraph goes on in another: it ends no sentence, and the other begins in lower case. */
export function goesOn(before: string, after: string): boolean {
  return /[\p{L}\p{N},;\u00AD\u2010–—-]$/u.test(before.trimEnd()) && /^\p{Ll}/u.test(after.trimStart());
}

/** Words that a hyphen before them does not join: `land- and sea-birds`. */
export const conjunctionAfterHyphen = /^(?:and|or|und|oder|et|ou|y|o|to)$/iu;
const dividedWord = /\p{L}[-\u00AD\u2010]\s*$/u;
const restOfWord = /^\s*(\p{Ll}\p{L}*)/u;

/** Whether a hyphen at the end of a page divides a word, whose rest follows. */
export function dividesWord(before: string, after: string): boolean {
  const rest = restOfWord.exec(after.slice(0, 60))?.[1];
  return rest !== undefined && dividedWord.test(before.slice(-20)) && !conjunctionAfterHyphen.test(rest);
}

/** Takes out the spaces around the mark of a page that stands in a word: `lan- [Pg 12] tern`. The hyphen stays. */
export function joinDividedWords(block: Block): Block {
  if (!block.runs.some((run) => run.page !== undefined)) return block;
  const runs = [...block.runs];
  let lines = block.lines;
  const trim = (at: number, text: string, from: number): void => {
    const run = runs[at];
    if (!run) return;
    const start = plainOf(runs.slice(0, at)).length + from;
    const gone = run.text.length - text.length;
    runs[at] = { ...run, text };
    lines = lines?.map((mark) => ({
      ...mark,
      offset: mark.offset - Math.min(gone, Math.max(0, mark.offset - start)),
    }));
  };
  for (let at = runs.findIndex((run) => run.page !== undefined); at > 0 && at < runs.length; at++) {
    const [before, after] = [runs[at - 1], runs.findIndex((run, index) => index > at && run.text !== '')];
    const next = runs[after];
    if (runs[at]?.page === undefined || !before || !next || !dividesWord(before.text, next.text)) continue;
    trim(after, next.text.trimStart(), 0);
    trim(at - 1, before.text.trimEnd(), before.text.trimEnd().length);
  }
  return { ...block, runs, ...(lines ? { lines } : {}) };
}

/** Joins the paragraphs that a mark of a page stands between, if the one goes on in the other. */
export function joinOverPages(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const at = joined.findLastIndex((one) => one.kind !== 'pageMark');
    const before = joined[at];
    if (before && at < joined.length - 1 && isContinued(before, block))
      joined.splice(at, joined.length, mergeBlocks(before, joined.slice(at + 1), block));
    else joined.push(block);
  }
  return joined;
}

function isContinued(before: Block, block: Block): boolean {
  const isText = before.kind === 'paragraph' && block.kind === 'paragraph';
  return isText && before.quotation === block.quotation && goesOn(plainOf(before.runs), plainOf(block.runs));
}

function mergeBlocks(before: Block, marks: readonly Block[], block: Block): Block {
  const space: Run[] = dividesWord(plainOf(before.runs), plainOf(block.runs)) ? [] : [{ text: ' ' }];
  const length = plainOf(before.runs).length + space.length;
  const lines = block.lines?.map((mark) => ({ ...mark, offset: mark.offset + length })) ?? [];
  return {
    ...before,
    runs: [...before.runs, ...marks.flatMap((mark) => mark.runs), ...space, ...block.runs],
    lines: [...(before.lines ?? []), ...lines],
    endLine: block.endLine,
  };
}
