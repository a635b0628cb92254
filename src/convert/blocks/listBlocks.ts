import type { Block } from './block.ts';
import { appendAll } from '../../core/text.ts';
import { endsInColon, type Item } from './item.ts';
import { itemTexts, kindOfNumbered, type NumberedKind } from './theses.ts';
import { bulletOf, orderedOf } from './listMarkers.ts';
import { withoutStart } from './runEdits.ts';

/**
 * Groups neighbouring items of a plain text into lists: those with the same bullet, or with consecutive numbers. Numbered
 * paragraphs stay what they are; where it is not certain that they are a list, a person is asked.
 */
export function groupLists(items: readonly Item[]): Item[] {
  const grouped: Item[] = [];
  const words = items.reduce((sum, item) => sum + (item.kind === 'furniture' ? 0 : item.words), 0);
  for (let i = 0; i < items.length;) {
    const end = listEnd(items, i);
    const item = items[i];
    if (item && end - i >= 2) appendAll(grouped, listOrParagraphs(items.slice(i, end), items[i - 1], words));
    else if (item) grouped.push(item);
    i = Math.max(end, i + 1);
  }
  return grouped;
}

function listOrParagraphs(run: readonly Item[], before: Item | undefined, words: number): readonly Item[] {
  const list = listItemOf(run);
  if (list.block.ordered === undefined) return [list];
  const isApart = run.slice(1).filter((item) => (item.block.gap ?? 0) > 0).length >= (run.length - 1) * 0.75;
  const { kind, question } = judgeList(list, before, isApart, words);
  if (kind === 'paragraph' && !question) return run;
  return [question ? { ...list, kind, question } : list];
}

function judgeList(list: Item, before: Item | undefined, isApart: boolean, words: number): NumberedKind {
  if (list.block.labels?.every((label) => label.startsWith('§'))) return { kind: 'paragraph' };
  const isIntroduced = before?.kind === 'paragraph' && endsInColon(before.text);
  return kindOfNumbered(itemTexts(list.block), isIntroduced, isApart, list.words / Math.max(1, words));
}

/**
 * Decides of the numbered lists that Markdown and word processors have whether they are paragraphs that the author
 * numbered. Items with “§” are never those of a list.
 */
export function judgeLists(items: readonly Item[], isMarkdown: boolean): void {
  const words = items.reduce((sum, item) => sum + (item.kind === 'furniture' ? 0 : item.words), 0);
  items.forEach((item, index) => {
    const { block } = item;
    if (item.kind !== 'other' || block.kind !== 'list') return;
    if (isMarkdown ? block.ordered === undefined : !block.labels) return;
    if ((block.items?.length ?? 0) < 2 || block.quotation !== undefined) return;
    const { kind, question } = judgeList(
      item,
      items[index - 1],
      block.isLoose === true || block.labels !== undefined,
      words,
    );
    if (kind === 'paragraph' || question) item.kind = kind;
    if (question) item.question = question;
  });
}

/** A dash may also begin speech or an attribution, so lines with dashes are not a list. */
const noBullets = new Set(['–', '—']);

function listEnd(items: readonly Item[], start: number): number {
  const first = items[start];
  if (!first || !mayBeItem(first)) return start;
  const bullet = bulletOf(first.text);
  const ordered = orderedOf(first.text);
  if ((bullet === undefined || noBullets.has(bullet)) && ordered?.form !== '.' && ordered?.form !== ')')
    return start;
  let end = start + 1;
  for (; end < items.length; end++) {
    const item = items[end];
    if (!item || !mayBeItem(item)) break;
    if (
      bullet !== undefined ? bulletOf(item.text) !== bullet : !continuesList(item.text, ordered, end - start)
    )
      break;
  }
  return end;
}

function mayBeItem(item: Item): boolean {
  return item.kind === 'paragraph' && item.block.sure === undefined && item.note === undefined;
}

function continuesList(text: string, first: ReturnType<typeof orderedOf>, distance: number): boolean {
  const marker = orderedOf(text);
  return marker !== undefined && marker.form === first?.form && marker.value === first.value + distance;
}

function listItemOf(items: readonly Item[]): Item {
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last) throw new Error('A list has items.');
  const ordered = orderedOf(first.text);
  const block: Block = {
    kind: 'list',
    runs: [],
    line: first.block.line,
    endLine: last.block.endLine,
    ...(first.block.gap === undefined ? {} : { gap: first.block.gap }),
    items: items.map((item) => [withoutStart(item.block, markerLength(item.text))]),
    ...(ordered ? { ordered: ordered.value } : {}),
  };
  const text = items.map((item) => item.text.slice(markerLength(item.text))).join('\n');
  return { block, text, words: items.reduce((sum, item) => sum + item.words, 0), kind: 'other' };
}

function markerLength(text: string): number {
  return orderedOf(text)?.length ?? (bulletOf(text)?.length ?? 0) + 1;
}
