import {
  type AlignedGroup,
  alignmentPath,
  alignTexts,
  type ParallelText,
  refreshedLines,
  type TextAlignment,
  withConfirmedGroups,
} from '../alignment.ts';
import type { Task } from '../memo.ts';
import { type Note, readHeadingLabel } from '../source.ts';
import type { AlignmentFile, Source, StudyContext } from '../study.ts';
import { appendTo } from '../text.ts';
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

/** The file of a text and its base; undefined where they have not been aligned. */
export function alignmentFileOf(
  base: string,
  text: string,
  { alignments }: Pick<StudyContext, 'alignments'>,
): AlignmentFile | undefined {
  return alignments.find(({ alignment }) => alignment?.base === base && alignment.text === text);
}

/**
 * Returns what is known of two texts so far, and the file that says so; undefined where there is none. A file that is in their
 * place, or theirs, and that cannot be read as a whole must never be written over: it comes without an alignment.
 */
export function knownAlignment(
  { base, text }: AlignableTexts,
  study: Pick<StudyContext, 'alignments'>,
): { readonly file: AlignmentFile['file']; readonly alignment: TextAlignment | undefined } | undefined {
  const path = alignmentPath(base.key, text.key);
  const found =
    alignmentFileOf(base.key, text.key, study) ?? study.alignments.find(({ file }) => file.path === path);
  if (!found) return undefined;
  return { file: found.file, alignment: found.problems.length > 0 ? undefined : found.alignment };
}

/** An alignment with what a person says of some paragraphs of its texts, by their numbers of today. */
export function confirmedAlignment(
  alignment: TextAlignment,
  { base, text }: AlignableTexts,
  groups: Parameters<typeof withConfirmedGroups>[1],
  confirmation: Parameters<typeof withConfirmedGroups>[3],
): TextAlignment {
  const prints = { base: fingerprintsIn(base.passages), text: fingerprintsIn(text.passages) };
  return withConfirmedGroups(alignment, groups, prints, confirmation);
}
