import {
  type AlignedGroup,
  alignTexts,
  type ParallelText,
  refreshedLines,
  type TextAlignment,
} from '../alignment.ts';
import type { Task } from '../memo.ts';
import { type Note, readHeadingLabel } from '../source.ts';
import type { Source, StudyContext } from '../study.ts';
import { relationOf } from './relations.ts';

/** Two texts whose words are both there. */
export interface AlignableTexts {
  readonly base: Source;
  readonly text: Source;
}

/** Puts two texts in order: the base, and what is its translation or printing; as given where neither says so. */
export function baseFirst(
  a: Source,
  b: Source,
  study: Pick<StudyContext, 'sources' | 'works'>,
): AlignableTexts {
  return relationOf(a.key, study)?.base === b.key ? { base: b, text: a } : { base: a, text: b };
}

/**
 * Computes which paragraphs and notes of two texts correspond.
 * @param before what is known so far: lines that a person confirmed stay
 */
export function* alignSources(
  { base, text }: AlignableTexts,
  before: TextAlignment | undefined,
): Task<TextAlignment> {
  const groups = yield* alignTexts(parallelTextOf(base), parallelTextOf(text));
  const printsOf = (items: readonly { readonly fingerprint: string }[]): string[] =>
    items.map(({ fingerprint }) => fingerprint);
  const paragraphs = { base: printsOf(base.passages), text: printsOf(text.passages) };
  const notes = { base: printsOf(base.notes), text: printsOf(text.notes) };
  return {
    base: base.key,
    text: text.key,
    groups: refreshedLines(before?.groups ?? [], groups, paragraphs),
    notes: refreshedLines(before?.notes ?? [], alignedNotes(groups, base.notes, text.notes), notes),
  };
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
  const markedIn = (notes: readonly Note[], passages: readonly number[]): readonly number[] =>
    notes.flatMap(({ anchor, number }) =>
      anchor !== undefined && passages.includes(anchor) ? [number] : [],
    );
  const certain = groups.flatMap(({ a, b, isCertain }) => {
    const [own, other] = [markedIn(base, a), markedIn(text, b)];
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
