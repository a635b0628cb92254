import { messageOf } from '../../core/messages.ts';
import { readHeadingLabel } from '../../core/source.ts';
import { endsInColon, endsSentence, isOpen, isProseItem, type Item } from '../blocks.ts';

/** The most words of a heading without a label. */
const maxHeadingWords = 25;

/**
 * Finds headings without a label: in plain text, a line that ends no sentence before a paragraph that does; in
 * markup, a paragraph wholly in bold. A person confirms each.
 */
export function markUnlabelled(items: readonly Item[], plain: boolean): void {
  items.forEach((item, index) => {
    if (!isOpen(item)) return;
    if (!plain && !item.block.bold) return;
    const next = nextOf(items, index);
    if (!next || !looksLikeHeading(item, items[index - 1], next)) return;
    item.kind = 'heading';
    item.question = {
      question: messageOf('importing.isHeading'),
      options: ['heading', 'paragraph', 'quotation', 'furniture'],
      reason: item.block.bold
        ? messageOf('importing.headingInBold')
        : isCapitals(item.text)
          ? messageOf('importing.headingInCapitals')
          : messageOf('importing.headingByPlace'),
    };
  });
}

/** Joins a line that is a label alone, `CHAPTER I.`, with the line of its title in capitals or set in below it. */
export function joinTitles(items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    if (last && isBareLabel(last) && isTitleLine(item)) joined[joined.length - 1] = joinItems(last, item);
    else joined.push(item);
  }
  return joined;
}

function isBareLabel(item: Item): boolean {
  const label = isOpen(item) ? readHeadingLabel(item.text) : undefined;
  return label !== undefined && !label.doubtful && label.title.replace(/[.:\s]/g, '') === '';
}

function isTitleLine(item: Item): boolean {
  if (!isOpen(item) || item.words === 0 || item.words > 14 || isBareLabel(item)) return false;
  return isCapitals(item.text) || (item.block.indent ?? 0) >= 4;
}

function joinItems(label: Item, title: Item): Item {
  const runs = [...label.block.runs, { text: ' ' }, ...title.block.runs];
  const block = { ...label.block, runs, endLine: title.block.endLine };
  return { ...label, block, text: `${label.text} ${title.text}`, words: label.words + title.words };
}

function nextOf(items: readonly Item[], index: number): Item | undefined {
  return items
    .slice(index + 1, index + 4)
    .find((item) => item.block.kind !== 'break' && item.block.kind !== 'pageMark');
}

function looksLikeHeading(item: Item, before: Item | undefined, next: Item): boolean {
  const { text } = item;
  if (item.words === 0 || item.words > maxHeadingWords || text.includes('\n')) return false;
  if (next.kind === 'note' || next.kind === 'furniture' || next.kind === 'attribution') return false;
  if (next.kind === 'paragraph' && !isProseItem(next) && !endsSentence(next.text) && !endsInColon(next.text))
    return false;
  if (item.block.bold) return !/[.;,]$/u.test(text) || item.words <= 12;
  if (before?.kind === 'paragraph' && endsInColon(before.text)) return false;
  if (!/^[\p{Lu}\p{N}\p{Pi}"'¿¡]/u.test(text)) return false;
  return /[\p{L}\p{N})\]]$/u.test(text) && !endsSentence(text);
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}

/**
 * Sets the level of every heading, from 2, because the title is level 1. Levels of the markup keep their order.
 * Labelled headings nest like an outline. A heading without a label is one level below the labelled heading before
 * it, on the level of the first of its kind.
 */
export function setDepths(items: readonly Item[]): ReadonlyMap<Item, number> {
  const depths = new Map<Item, number>();
  const headings = items.filter((item) => item.kind === 'heading');
  const marked = headings.filter((item) => item.block.depth !== undefined);
  const top = minDepthOf(marked);
  const labelTop = minDepthOf(marked.filter((item) => item.level !== undefined));
  let labelled: number | undefined;
  let unlabelled: number | undefined;
  let capitals: number | undefined;
  for (const item of headings) {
    let depth: number;
    if (item.block.depth !== undefined) depth = Math.max(2, item.block.depth - top + 2);
    else if (item.labelled && item.level !== undefined)
      depth = item.level + 1 + (Number.isFinite(labelTop) ? labelTop - top : 0);
    else if (isCapitals(item.text)) depth = capitals ??= labelled === undefined ? 2 : labelled + 1;
    else
      depth = unlabelled ??=
        labelled !== undefined
          ? labelled + 1
          : capitals !== undefined
            ? capitals + 1
            : marked.length > 0
              ? 3
              : 2;
    if (item.labelled || item.block.depth !== undefined) labelled = depth;
    depths.set(item, Math.min(depth, 6));
  }
  return depths;
}

function minDepthOf(items: readonly Item[]): number {
  return items.reduce((depth, item) => Math.min(depth, item.block.depth ?? 1), Infinity);
}
