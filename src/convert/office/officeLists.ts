import { appendAll } from '../../core/text.ts';
import type { Block, Run } from '../blocks.ts';
import { type ListPlace, withLabel } from './listPlace.ts';

/** A paragraph in a list. */
export interface ListParagraph extends ListPlace {
  readonly runs: readonly Run[];
  readonly place: number;
}

const plainListLabel = /^\d+[.)]?$/;

/**
 * The lists that paragraphs of lists make, one after another. A list ends where another list begins, and where its numbers
 * do not count on. A number that stands alone belongs to a paragraph, unless it is nested, plain among lists, or in a draft: it is
 * written before its words.
 */
export function listBlocks(
  paragraphs: readonly ListParagraph[],
  where: { readonly isNested: boolean; readonly isDraft: boolean },
): Block[] {
  const blocks: Block[] = [];
  const isOneItem = paragraphs.filter(({ isContinued }) => !isContinued).length === 1;
  for (let at = 0; at < paragraphs.length;) {
    const end = officeListEnd(paragraphs, at);
    const own = paragraphs.slice(at, end);
    const [first, ...others] = own;
    at = end;
    if (!first) break;
    const isAlone =
      !where.isNested && !where.isDraft && (isOneItem || !plainListLabel.test(first.label ?? ''));
    const isParagraph = first.isContinued ?? (isAlone && first.label !== undefined && isOne(others));
    if (isParagraph) for (const one of own) blocks.push(blockOf(one, withLabel(one.runs, one)));
    else blocks.push(oneList(own, first, where.isDraft));
  }
  return blocks;
}

function isOne(others: readonly ListParagraph[]): boolean {
  return others.every(({ isContinued }) => isContinued);
}

function blockOf({ place }: ListParagraph, runs: readonly Run[]): Block {
  return { kind: 'paragraph', runs, line: place, endLine: place };
}

/** The index after the last paragraph of the list that begins at `start`. */
function officeListEnd(paragraphs: readonly ListParagraph[], start: number): number {
  const first = paragraphs[start];
  let before = first;
  let end = start + 1;
  for (; first && end < paragraphs.length; end++) {
    const next = paragraphs[end];
    if (!next) break;
    if (next.level > first.level || next.isContinued) continue;
    const countsOn = next.label === undefined ? first.label === undefined : isNextNumber(next, before);
    if (next.list !== first.list || next.level < first.level || !countsOn) break;
    before = next;
  }
  return end;
}

function isNextNumber(next: ListParagraph, before: ListParagraph | undefined): boolean {
  return before?.number !== undefined && next.number === before.number + 1;
}

function oneList(paragraphs: readonly ListParagraph[], first: ListParagraph, isDraft: boolean): Block {
  const place = { line: first.place, endLine: paragraphs.at(-1)?.place ?? first.place };
  const { label, number } = first;
  const list: Block = { kind: 'list', runs: [], items: itemsOf(paragraphs, first.level, isDraft), ...place };
  if (label === undefined) return { ...list, sure: true };
  const heads = paragraphs.filter(({ level, isContinued }) => level <= first.level && !isContinued);
  const labels = heads.map((one) => one.label ?? '');
  const isPlain = labels.every((one) => plainListLabel.test(one)) && number !== undefined;
  return { ...list, labels, ...(isPlain ? { ordered: number } : {}) };
}

/** Each paragraph of the level of a list begins an item, or goes on with one; those below it are lists in that item. */
function itemsOf(paragraphs: readonly ListParagraph[], level: number, isDraft: boolean): Block[][] {
  const items: Block[][] = [];
  for (let at = 0; at < paragraphs.length;) {
    const head = paragraphs[at];
    if (!head) break;
    let end = at + 1;
    while ((paragraphs[end]?.level ?? 0) > level) end++;
    const below = listBlocks(paragraphs.slice(at + 1, end), { isNested: true, isDraft }).map(asNested);
    const item = [blockOf(head, head.runs), ...below];
    const before = head.isContinued ? items.at(-1) : undefined;
    if (before) appendAll(before, item);
    else items.push(item);
    at = end;
  }
  return items;
}

/** A list in a list is no paragraph that its author numbered. */
function asNested(block: Block): Block {
  return block.kind === 'list' ? { ...block, sure: true } : block;
}
