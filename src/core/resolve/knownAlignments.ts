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

function fingerprintsIn(items: readonly { readonly fingerprint: string }[]): readonly string[] {
  return items.map(({ fingerprint }) => fingerprint);
}
