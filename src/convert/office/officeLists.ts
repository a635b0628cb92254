import type { Block, Run } from '../blocks.ts';
import { type ListPlace, withLabel } from './listPlace.ts';

/** A paragraph in a list. */
export interface ListParagraph extends ListPlace {
  readonly runs: readonly Run[];
  readonly place: number;
}

/**
 * The lists that paragraphs of lists make, one after another. A list ends where another list begins, and where its numbers
 * do not count on. A number that stands alone belongs to a paragraph, unless it is nested: it is written before its words.
 */
export function listBlocks(paragraphs: readonly ListParagraph[], isNested = false): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < paragraphs.length;) {
    const end = listEnd(paragraphs, at);
    const [first] = paragraphs.slice(at, at + 1);
    if (first) blocks.push(oneList(paragraphs.slice(at, end), first, isNested));
    at = end;
  }
  return blocks;
}

/** The index after the last paragraph of the list that begins at `start`. */
function listEnd(paragraphs: readonly ListParagraph[], start: number): number {
  const first = paragraphs[start];
  let before = first;
  let end = start + 1;
  for (; first && end < paragraphs.length; end++) {
    const next = paragraphs[end];
    if (!next) break;
    if (next.level > first.level) continue;
    const countsOn = next.label === undefined ? first.label === undefined : follows(next, before);
    if (next.list !== first.list || next.level < first.level || !countsOn) break;
    before = next;
  }
  return end;
}

function follows(next: ListParagraph, before: ListParagraph | undefined): boolean {
  return before?.number !== undefined && next.number === before.number + 1;
}

function oneList(paragraphs: readonly ListParagraph[], first: ListParagraph, isNested: boolean): Block {
  const place = { line: first.place, endLine: paragraphs.at(-1)?.place ?? first.place };
  if (first.label !== undefined && paragraphs.length === 1 && !isNested)
    return { kind: 'paragraph', runs: withLabel(first.runs, first), ...place };
  const items = itemsOf(paragraphs, first.level);
  const labels = paragraphs.filter(({ level }) => level <= first.level).map(({ label = '' }) => label);
  if (first.label === undefined) return { kind: 'list', runs: [], items, sure: true, ...place };
  const isPlain = labels.every((label) => /^\d+[.)]?$/.test(label)) && first.number !== undefined;
  return {
    kind: 'list',
    runs: [],
    items,
    labels,
    ...place,
    ...(isPlain ? { ordered: first.number ?? 1 } : {}),
  };
}

/** Each paragraph of the level of a list begins an item; those below it are lists in that item. */
function itemsOf(paragraphs: readonly ListParagraph[], level: number): Block[][] {
  const items: Block[][] = [];
  for (let at = 0; at < paragraphs.length;) {
    const head = paragraphs[at];
    if (!head) break;
    let end = at + 1;
    while ((paragraphs[end]?.level ?? 0) > level) end++;
    const block: Block = { kind: 'paragraph', runs: head.runs, line: head.place, endLine: head.place };
    items.push([block, ...listBlocks(paragraphs.slice(at + 1, end), true).map(asNested)]);
    at = end;
  }
  return items;
}

/** A list in a list is no paragraph that its author numbered. */
function asNested(block: Block): Block {
  return block.kind === 'list' ? { ...block, sure: true } : block;
}
