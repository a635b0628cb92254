import { type AlignmentLine, writeAlignment } from '../../src/core/alignment.ts';
import type { Study } from '../../src/core/study.ts';
import { fingerprint } from '../../src/core/text.ts';
import { parseFixture, studyOf } from './fixture.ts';

const english = [
  'We read together every evening in the old mill.',
  'Nobody spoke of the long war.',
  'The lamp was out.',
  'So we began with the first of the nine questions.',
];
const french = [
  'Nous avons lu ensemble chaque soir dans le vieux moulin.',
  'Personne ne parla de la longue guerre ; la lampe était éteinte.',
  'Ainsi commença le cercle par la première des neuf questions.',
];

/** `evenings` and its translation `soirees`, in which ¶ 2 and 3 are one paragraph, and of which it is open whether the last ones correspond. */
const bilingualFixture = [
  written('evenings', 'Evenings', 'en', english),
  written('soirees', 'Soirées', 'fr', french),
  `=== alignments/evenings.soirees.json\n${writeAlignment({
    base: 'evenings',
    text: 'soirees',
    groups: [aligned([1], [1], 'computed'), aligned([2, 3], [2], 'confirmed'), aligned([4], [3], 'open')],
    notes: [],
  })}`,
].join('\n');

/** A study with both texts and further files. */
export function bilingualStudy(files: string): Study {
  return studyOf(parseFixture(`${bilingualFixture}\n${files}`));
}

function written(key: string, title: string, language: string, paragraphs: readonly string[]): string {
  const more = key === 'soirees' ? '\ntranslation-of: evenings' : '';
  return `=== sources/${key}.md\n---\nid: ${key}\ntitle: ${title}\nlanguage: ${language}${more}\n---\n\n${paragraphs.join('\n\n')}\n`;
}

function aligned(
  base: readonly number[],
  text: readonly number[],
  state: AlignmentLine['state'],
): AlignmentLine {
  const marks = (numbers: readonly number[], words: readonly string[]): [number, string][] =>
    numbers.map((number) => [number, fingerprint(words[number - 1] ?? '').slice(0, 16)]);
  return { base: marks(base, english), text: marks(text, french), state };
}
