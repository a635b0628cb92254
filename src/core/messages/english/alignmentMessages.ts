import { counted, listed, placeNames } from './messageWords.ts';

const passages = (numbers: readonly number[]): string =>
  numbers.length === 0 ? 'nothing' : placeNames(numbers);

function inEnglishChoice(places: readonly string[]): string {
  const last = places.at(-1) ?? '';
  return places.length < 2 ? last : `${places.slice(0, -1).join(', ')} or ${last}`;
}

/** What is said of files that put two texts side by side. */
export const alignments = {
  'alignments.noJson':
    'This is not valid JSON: {$reason} Mend it, or take the file from the history of the folder.',
  'alignments.noHead':
    'A file of alignments names its “format”, “base” and “text”, and has lists of “groups” and “notes”. Mend it, or take the file from the history of the folder.',
  'alignments.later':
    'A later version of Pilcrow wrote this file. It stays as it is; update Pilcrow to use it.',
  'alignments.noLine':
    'This line is no group of paragraphs: “base” and “text” hold pairs of a number and a fingerprint, “state” is computed, confirmed or open.',
  'alignments.twice': 'Another line has a paragraph of this one. The first counts; delete one of them.',
  'alignments.noText': 'No source or edition here has the key @{$key}. Nothing of this file is used.',
  'alignments.versionUnreadable':
    'One of the versions cannot be read, or they are of different texts. Nothing was written.',
  'alignments.conflict': ({ base, text }: { base: readonly number[]; text: readonly number[] }) =>
    `Another person confirmed something else than that ${passages(base)} and ${passages(text)} correspond. Neither counts until one of the lines is deleted.`,
  'alignments.stale': ({ keys, by }: { keys: readonly string[]; by: string | undefined }) =>
    `Words of ${listed(
      keys.map((key) => `@${key}`),
      false,
    )} have changed since ${by ?? 'somebody'} confirmed this. Look at the place and confirm it again.`,
  'alignments.open': ({
    base,
    text,
    perhaps,
  }: {
    base: readonly number[];
    text: readonly number[];
    perhaps: readonly number[];
  }) => {
    const other = perhaps.filter((number) => !text.includes(number));
    const candidates = other.length > 0 ? ` Of the translation also ${passages(other)} may belong here.` : '';
    return `It is not certain that ${passages(base)} and ${passages(text)} correspond.${candidates}`;
  },
  'alignments.confirm': ({ base, text }: { base: readonly number[]; text: readonly number[] }) =>
    `Confirm: ${passages(base)} and ${passages(text)} correspond`,
  'alignments.done': ({ certain, open, confirmed }: { certain: number; open: number; confirmed: number }) =>
    `${counted(certain, 'group')} certain, ${counted(open, 'group')} open, ${counted(confirmed, 'group')} confirmed by a person.`,
  'alignments.merged': ({ conflicts }: { conflicts: number }) =>
    `${counted(conflicts, 'line')} of different people say different things of the same paragraphs: see alignment/conflict.`,
  'alignments.threeVersions': '--merge takes three files: the common version, ours and theirs.',
  'alignments.noWords':
    'The text of @{$key} is not here, only its numbers. It takes the words of both texts to align them.',
  'alignments.sameText': 'It takes two texts.',
  'alignments.laterFile':
    '{$file} was written by a later version of Pilcrow, or cannot be read. It stays as it is.',
  'alignments.notAligned': 'The two texts have not been put side by side yet. Align them first.',
  'alignments.written': '{$file} says so now.',
  'alignments.computed': 'certain',
  'alignments.confirmed': 'confirmed',
  'alignments.openState': 'open',
  'alignments.staleState': 'confirmed, but its words have changed since',
  'alignments.disputedState': 'two people say different things',
  'alignments.nothing': 'nothing',
  'alignments.leftOut': 'left out, as a person confirmed',
  'alignments.notCertain': ({ places }: { places: readonly string[] }) =>
    `not certain: ${inEnglishChoice(places)}`,
} as const;
