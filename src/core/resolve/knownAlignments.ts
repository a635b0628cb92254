import { alignmentPath, type TextAlignment, withConfirmedGroups } from '../alignment.ts';
import type { AlignmentFile, Source, StudyContext } from '../study.ts';
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

/** The file of a text and its base; undefined where they have not been aligned. */
export function alignmentFileOf(
  base: string,
  text: string,
  { alignments }: Pick<StudyContext, 'alignments'>,
): AlignmentFile | undefined {
  return alignments.find(({ alignment }) => alignment?.base === base && alignment.text === text);
}

type Alignments = Pick<StudyContext, 'alignments'>;

/** The file that has the name of an alignment of two texts, but cannot be read: nobody knows which texts it is about. */
export function fileInTheirPlace(
  base: string,
  text: string,
  { alignments }: Alignments,
): AlignmentFile | undefined {
  const path = alignmentPath(base, text);
  return alignments.find(({ file, alignment }) => file.path === path && !alignment);
}

/**
 * The path for a new alignment of two texts, from the study folder: keys that differ in signs, or in capital letters where the
 * disk knows none, have one name, and what is there of other texts stays.
 */
export function newAlignmentPath(base: string, text: string, { alignments }: Alignments): string {
  const taken = new Set(alignments.map(({ file }) => file.path.toLowerCase()));
  const path = alignmentPath(base, text);
  for (let count = 1; ; count++) {
    const numbered = count === 1 ? path : path.replace(/\.json$/, `-${String(count)}.json`);
    if (!taken.has(numbered.toLowerCase())) return numbered;
  }
}

/**
 * Returns what is known of two texts so far, and the file that says so; undefined where there is none. A file that is in their
 * place, or theirs, and that cannot be read as a whole must never be written over: it comes without an alignment.
 */
export function knownAlignment(
  { base, text }: AlignableTexts,
  study: Alignments,
): { readonly file: AlignmentFile['file']; readonly alignment: TextAlignment | undefined } | undefined {
  const found = alignmentFileOf(base.key, text.key, study) ?? fileInTheirPlace(base.key, text.key, study);
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

function fingerprintsIn(items: readonly { readonly fingerprint: string }[]): readonly string[] {
  return items.map(({ fingerprint }) => fingerprint);
}
