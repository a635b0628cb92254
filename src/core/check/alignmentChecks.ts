import { confirmedLineText } from '../alignment.ts';
import { messageOf } from '../messages.ts';
import { type AnchoredAlignment, anchoredAlignment } from '../resolve.ts';
import type { AlignmentFile, StudyContext } from '../study.ts';
import type { Range } from '../text.ts';
import { defineCheck, type Fix, type Problem } from './defineCheck.ts';

const top: Range = { start: 0, end: 1 };

/** Files of alignments, and lines of them, that cannot be read or belong to no text. */
export const unreadableAlignments = defineCheck({
  ids: ['alignment/unreadable'],
  looksAt: 'alignment',
  check: ({ file }, study) => [
    ...file.problems.map(
      ({ message, range }) => ({ check: 'alignment/unreadable', range, message }) as const,
    ),
    ...missingTexts(file, study),
  ],
});

function missingTexts({ alignment }: AlignmentFile, study: StudyContext): Problem<'alignment/unreadable'>[] {
  const keys = alignment ? [alignment.base, alignment.text] : [];
  return keys
    .filter((key) => !study.sources.has(key))
    .map((key) => ({
      check: 'alignment/unreadable',
      range: top,
      message: messageOf('alignments.noText', { key }),
    }));
}

/** Lines of two people that say different things of one paragraph. */
export const conflictingAlignments = defineCheck({
  ids: ['alignment/conflict'],
  looksAt: 'alignment',
  check: ({ file }, study) =>
    linesIn(file, study, ({ isDisputed }) => isDisputed).map(({ range, anchored: { base, text } }) => ({
      check: 'alignment/conflict',
      range,
      message: messageOf('alignments.conflict', { base, text }),
    })),
});

/** Lines that a person confirmed, and whose words have changed since. */
export const staleAlignments = defineCheck({
  ids: ['alignment/stale'],
  looksAt: 'alignment',
  check: ({ file }, study) =>
    linesIn(file, study, ({ anchored }) => !anchored.isSame && anchored.line.state === 'confirmed').map(
      ({ range, fixes, anchored: { line, changed } }) => {
        const keys = changed.map((side) => file.alignment?.[side] ?? '');
        return {
          check: 'alignment/stale',
          range,
          message: messageOf('alignments.stale', { keys, by: line.by }),
          fixes,
        };
      },
    ),
});

/** Places of two texts of which nobody knows whether they correspond. */
export const openAlignments = defineCheck({
  ids: ['alignment/open'],
  looksAt: 'alignment',
  check: ({ file }, study) =>
    linesIn(file, study, ({ anchored }) => !anchored.isCertain && anchored.line.state !== 'confirmed').map(
      ({ range, fixes, anchored: { base, text, perhaps } }) => ({
        check: 'alignment/open',
        range,
        message: messageOf('alignments.open', { base, text, perhaps: perhaps.text }),
        fixes,
      }),
    ),
});

type PlacedLine = AnchoredAlignment['lines'][number];

function linesIn(
  file: AlignmentFile,
  study: StudyContext,
  isMeant: (line: PlacedLine) => boolean,
): (PlacedLine & { readonly range: Range; readonly fixes: readonly Fix[] })[] {
  const anchored = anchoredAlignment(file, study);
  return (anchored?.lines ?? []).filter(isMeant).flatMap((line) => {
    const range = file.places.get(line.anchored.line);
    return range && anchored ? [{ ...line, range, fixes: confirmation(line, range, anchored) }] : [];
  });
}

/** What a person confirms who has looked at a place. */
function confirmation(
  { anchored }: PlacedLine,
  range: Range,
  { base, text }: AnchoredAlignment,
): readonly Fix[] {
  const printsOf = (source: AnchoredAlignment['base']): string[] =>
    source.passages.map(({ fingerprint }) => fingerprint);
  const newText = confirmedLineText(anchored, { base: printsOf(base), text: printsOf(text) });
  if (newText === undefined) return [];
  const title = messageOf('alignments.confirm', { base: anchored.base, text: anchored.text });
  return [{ title, edits: [{ range, newText }], safe: false }];
}
