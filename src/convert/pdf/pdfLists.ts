import { appendAll } from '../../core/text.ts';
import { type Block, plainOf, withoutStart } from '../blocks.ts';
import type { PdfNode } from './openPdf.ts';

/** A block, and the list and item of the structure tree that it belongs to. */
export interface ListedBlock {
  readonly block: Block;
  readonly list?: PdfNode;
  readonly item?: PdfNode;
  /** The printed label of the item. */
  readonly label?: string;
  /** The cell of the structure tree that it belongs to, with its row and table. */
  readonly cell?: { readonly table: PdfNode; readonly row: PdfNode; readonly node: PdfNode };
}

const bulletSign = /^[•◦▪‣●○■·]\s*/u;

/** Puts the items of lists together: those of the structure tree, and paragraphs that begin with a bullet. */
export function withLists(blocks: readonly ListedBlock[]): Block[] {
  const made: Block[] = [];
  let open:
    | { list: PdfNode | 'bullets'; item: PdfNode | undefined; items: Block[][]; label: string | undefined }
    | undefined;
  let marks: Block[] = [];
  const close = (): void => {
    if (open) made.push(listBlockOf(open.items, open.label));
    open = undefined;
    appendAll(made, marks);
    marks = [];
  };
  for (const { block, list, item, label } of blocks) {
    if (open && block.kind === 'pageMark') {
      marks.push(block);
      continue;
    }
    const bullet =
      block.kind === 'paragraph' && block.quotation === undefined
        ? bulletSign.exec(plainOf(block.runs))?.[0]
        : undefined;
    const own = list ?? (bullet === undefined ? undefined : 'bullets');
    if (own === undefined) {
      close();
      made.push(block);
      continue;
    }
    const bare = bullet === undefined ? block : withoutStart(block, bullet.length);
    // An item that a page divides is a list of its own on the next page, without a label.
    const isRest = open !== undefined && list !== undefined && label === undefined;
    if (open?.list !== own && !isRest) close();
    const child = { ...bare, runs: [...marks.flatMap((mark) => mark.runs), ...bare.runs] };
    marks = [];
    open ??= { list: own, item: undefined, items: [], label };
    const last = open.items.at(-1);
    if (last && list && open.item === item) last.push(child);
    else open.items.push([child]);
    open.item = item;
  }
  close();
  return made;
}

function listBlockOf(items: readonly (readonly Block[])[], label: string | undefined): Block {
  const blocks = items.flat();
  const number = /^[[(]?(\d{1,4})[.)\]]*$/.exec(label ?? '')?.[1];
  return {
    kind: 'list',
    runs: [],
    line: blocks[0]?.line ?? 1,
    endLine: blocks.at(-1)?.endLine ?? 1,
    items,
    ...(number === undefined ? {} : { ordered: Number(number) }),
  };
}
