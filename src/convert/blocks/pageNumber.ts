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
  const space: Run[] = /[\u00AD\u2010-]$/.test(plainOf(before.runs)) ? [] : [{ text: ' ' }];
  const length = plainOf(before.runs).length + space.length;
  const lines = block.lines?.map((mark) => ({ ...mark, offset: mark.offset + length })) ?? [];
  return {
    ...before,
    runs: [...before.runs, ...marks.flatMap((mark) => mark.runs), ...space, ...block.runs],
    lines: [...(before.lines ?? []), ...lines],
    endLine: block.endLine,
  };
}
