import { appendTo, firstIndex } from '../../text.ts';
import type { Json } from '../annotation.ts';
import { blankNote, contentId, type ExchangedNote } from './note.ts';
import type { MarkType } from './noteColumns.ts';

/** An entry of a reading device: words that were marked, a comment, or a place. */
export interface DeviceMark {
  readonly type: MarkType;
  readonly text: string;
  readonly title: string;
  /** Where it stands, in the words of the device, and the numbers in them. */
  readonly where: string;
  readonly from: number;
  readonly to: number;
  readonly created: string;
}

/** Notes made of entries, and how many entries had nothing to take. */
export interface DeviceNotes {
  readonly notes: readonly ExchangedNote[];
  readonly empty: number;
}

/** So many highlights that end behind a comment are looked at: nobody marks as many over one another. */
const maxTried = 1000;

/**
 * Returns the first and last number of a place such as `page 99 | location 249-251`: of the last pair in it. Of the second number
 * only the last digits may be written, as in `249-51`.
 */
export function numbersIn(where: string): { readonly from: number; readonly to: number } {
  const [last] = [...where.matchAll(/(\d[\d.,]*)(?:\s*(?:[-–]|t\/m)\s*(\d[\d.,]*))?/g)].slice(-1);
  const [first, second] = [last?.[1] ?? '', last?.[2] ?? ''].map((digits) => digits.replace(/\D/g, ''));
  const from = Number(first);
  const to = Number(`${first?.slice(0, -(second?.length ?? 0)) ?? ''}${second ?? ''}`);
  return { from, to: second === '' ? from : Math.max(from, to) };
}

/**
 * Makes notes of the entries of a reading device, which writes a comment as an entry of its own, at the end of the words
 * that it is on. Words with a comment are one note; a comment without words keeps its place for a person to find.
 */
export function notesOfMarks(marks: readonly DeviceMark[]): DeviceNotes {
  const highlights = new Map<string, DeviceMark[]>();
  const comments = new Map<DeviceMark, string[]>();
  const alone: DeviceMark[] = [];
  for (const mark of marks)
    if (mark.type === 'highlight' && mark.text !== '') appendTo(highlights, mark.title, mark);
  const byEnd = new Map(
    Array.from(highlights, ([title, own]) => [title, [...own].sort((a, b) => a.to - b.to)]),
  );
  for (const mark of marks) {
    if (mark.type !== 'note' || mark.text === '') continue;
    const words = coveredBy(mark, byEnd.get(mark.title) ?? []);
    if (words) appendTo(comments, words, mark.text);
    else alone.push(mark);
  }
  const withWords = [...highlights.values()]
    .flat()
    .map((mark) => noteOfMark(mark, mark.text, (comments.get(mark) ?? []).join('\n\n')));
  const notes = [...withWords, ...alone.map((mark) => noteOfMark(mark, undefined, mark.text))];
  return { notes, empty: marks.length - notes.length - [...comments.values()].flat().length };
}

/**
 * Returns the words that a comment is on: of those around its place the ones that end nearest.
 * @param highlights of the same title, those that end first in front
 */
function coveredBy({ to }: DeviceMark, highlights: readonly DeviceMark[]): DeviceMark | undefined {
  if (to <= 0) return undefined;
  const first = firstIndex(highlights, (highlight) => highlight.to >= to);
  return highlights.slice(first, first + maxTried).find(({ from }) => from <= to);
}

function noteOfMark(mark: DeviceMark, words: string | undefined, text: string): ExchangedNote {
  const { title, where, created } = mark;
  const selectors: readonly Json[] = words === undefined ? [{ type: 'FragmentSelector', value: where }] : [];
  return {
    ...blankNote,
    id: contentId('mark', title, words ?? '', words === undefined ? text : '', where, created),
    source: title,
    motivation: text === '' ? 'highlighting' : 'commenting',
    created,
    modified: created,
    quote: words === undefined ? undefined : { exact: words, prefix: '', suffix: '', unique: undefined },
    ...(words === undefined ? { others: ['FragmentSelector'] } : {}),
    text,
    foreign: {
      json: {},
      selectors,
      details: { title, ...(where === '' ? {} : { where }) },
    },
  };
}
