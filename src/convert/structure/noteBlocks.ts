import { messageOf } from '../../core/messages.ts';
import { isNotesHeading, type Item, type NoteLabel, noteLabelOf } from '../blocks.ts';
import { findMarks } from './noteMarks.ts';

/**
 * Finds the notes of a text whose markup does not tell them: items labelled from 1 on. `Footnote 1:` is proof enough.
 * `[1]`, `1.` and raised digits count only at the end of the text, and under a heading of notes or with marks in the
 * text.
 */
export function markNotes(items: readonly Item[]): void {
  if (items.some((item) => item.kind === 'note')) return;
  const body = items.filter((item) => item.kind !== 'furniture');
  markNamed(body);
  if (!body.some((item) => item.note)) markRun(body);
}

function itemNoteLabel(item: Item): NoteLabel | undefined {
  return item.kind === 'paragraph' && item.block.sure === undefined ? noteLabelOf(item.text) : undefined;
}

function markNamed(items: readonly Item[]): void {
  let expected = 1;
  for (const item of items) {
    const label = itemNoteLabel(item);
    if (label?.form !== 'named' || label.number !== expected || item.text.length <= label.length) continue;
    become(item, label);
    expected++;
  }
}

function become(item: Item, label: NoteLabel): void {
  item.kind = 'note';
  item.note = { label: String(label.number), length: label.length };
}

/** Marks the last items of the text as notes if they are labelled from 1 on. */
function markRun(items: readonly Item[]): void {
  const start = runStart(items);
  const first = items[start];
  if (start <= 0 || !first) return;
  const labels = items.slice(start).map(itemNoteLabel);
  const numbers = labels.flatMap((label) => (label ? [label.number] : []));
  const heading = items[start - 1];
  const headed = heading !== undefined && isNotesHeading(heading.text);
  const marks = [
    ...findMarks(
      items.slice(0, start).map((item) => item.block.runs),
      numbers,
    ).values(),
  ].flat().length;
  if (!headed && marks < Math.max(1, numbers.length * (labels[0]?.form === 'point' ? 1 : 0.5))) return;
  if (headed) {
    heading.kind = 'furniture';
    heading.why = messageOf('importing.notesHeading');
  }
  let current: Item | undefined;
  items.slice(start).forEach((item, index) => {
    const label = labels[index];
    if (label) become((current = item), label);
    else if (current?.note) {
      item.kind = 'note';
      item.note = { label: current.note.label, length: 0 };
    }
  });
}

/**
 * The index of the last item labelled 1 from which labels of one form continue to the end, or -1. Items without a
 * label between them continue a note.
 */
function runStart(items: readonly Item[]): number {
  for (let start = items.length - 1; start > 0; start--) {
    const first = items[start];
    const label = first && itemNoteLabel(first);
    if (!first || label?.number !== 1) continue;
    const headed = isNotesHeading(items[start - 1]?.text ?? '');
    return continuesNotes(items, start, label, headed) ? start : -1;
  }
  return -1;
}

function continuesNotes(items: readonly Item[], start: number, first: NoteLabel, headed: boolean): boolean {
  let expected = 1;
  for (const item of items.slice(start)) {
    const label = itemNoteLabel(item);
    if (label?.form === first.form && label.number === expected) expected++;
    else if (item.kind !== 'paragraph' || !(headed || (item.block.indent ?? 0) >= 2)) return false;
  }
  return true;
}
