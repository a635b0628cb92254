import { type AlignedGroup, refreshedLines, type TextAlignment } from '../alignment.ts';
import type { Task } from '../memo.ts';
import type { AlignableTexts } from '../resolve.ts';
import { type Note, readHeadingLabel } from '../source.ts';
import type { Source } from '../study.ts';
import { appendTo } from '../text.ts';
import { alignTexts } from './alignTexts.ts';
import type { ParallelText } from './segments.ts';

/**
 * Computes which paragraphs and notes of two texts correspond.
 * @param before what is known so far: lines that a person confirmed stay
 */
export function* alignSources(
  { base, text }: AlignableTexts,
  before: TextAlignment | undefined,
): Task<TextAlignment> {
  const groups = yield* alignTexts(parallelTextOf(base), parallelTextOf(text));
  const paragraphs = { base: fingerprintsIn(base.passages), text: fingerprintsIn(text.passages) };
  const notes = { base: fingerprintsIn(base.notes), text: fingerprintsIn(text.notes) };
  return {
    base: base.key,
    text: text.key,
    groups: refreshedLines(before?.groups ?? [], groups, paragraphs),
    notes: refreshedLines(before?.notes ?? [], alignedNotes(groups, base.notes, text.notes), notes),
  };
}

function fingerprintsIn(items: readonly { readonly fingerprint: string }[]): readonly string[] {
  return items.map(({ fingerprint }) => fingerprint);
}

function parallelTextOf({ passages, headings, csl, file }: Source): ParallelText {
  const language = csl['language'];
  return {
    language: typeof language === 'string' ? language : '',
    blocks: passages.map(({ kind, words }) => ({
      kind,
      text: words && file ? file.text.slice(words.range.start, words.range.end) : '',
    })),
    headings: headings.map(({ text, depth, before }) => ({
      label: readHeadingLabel(text)?.number ?? '',
      depth,
      before,
    })),
  };
}

/** Notes go with the paragraphs that have their marks, where these are certain and have as many. */
function alignedNotes(
  groups: readonly AlignedGroup[],
  base: readonly Note[],
  text: readonly Note[],
): readonly AlignedGroup[] {
  const [markedInBase, markedInText] = [notesByPassage(base), notesByPassage(text)];
  const certain = groups.flatMap(({ a, b, isCertain }) => {
    const own = a.flatMap((passage) => markedInBase.get(passage) ?? []);
    const other = b.flatMap((passage) => markedInText.get(passage) ?? []);
    if (!isCertain || own.length !== other.length) return [];
    return own.map((number, at) => ({ a: number, b: other[at] ?? 0 }));
  });
  const knownBase = new Set(certain.map(({ a }) => a));
  const knownText = new Set(certain.map(({ b }) => b));
  const openBase = base.map(({ number }) => number).filter((number) => !knownBase.has(number));
  const openText = text.map(({ number }) => number).filter((number) => !knownText.has(number));
  const candidates = { a: openBase, b: openText };
  return [
    ...certain.map(({ a, b }) => ({ a: [a], b: [b], isCertain: true, candidates: { a: [], b: [] } })),
    ...openBase.map((number) => ({ a: [number], b: [], isCertain: false, candidates })),
    ...openText.map((number) => ({ a: [], b: [number], isCertain: false, candidates })),
  ];
}

/** The numbers of the notes whose marks stand in each passage. */
function notesByPassage(notes: readonly Note[]): ReadonlyMap<number, readonly number[]> {
  const numbers = new Map<number, number[]>();
  for (const { anchor, number } of notes) if (anchor !== undefined) appendTo(numbers, anchor, number);
  return numbers;
}
