/** Exact words beside which the source denies them, in the language of the source. */
import assert from 'node:assert/strict';
import { verify } from './support.ts';

/** What is said to deny the words in guillemets of a sentence, which the source has as it stands here without them. */
function deniedBy(sentence: string, language: string): string | undefined {
  const words = /«(.*)»/u.exec(sentence)?.[1] ?? '';
  const plain = sentence.replace(/[«»]/gu, '');
  const source = `---\nid: s\nlanguage: ${language}\n---\n\nAnna. ${plain} Berta.\n`;
  const { results } = verify(`She says “${words}” [@s, ¶ 1].\n`, { 'sources/s.md': source });
  assert.equal(results[0]?.status, 'verbatim', sentence);
  return results[0].outOfContext?.words;
}

const denied: Readonly<Record<string, readonly (readonly [sentence: string, by: string])[]>> = {
  fr: [
    ['Il est faux de dire que «le moulin tourne pour tous».', 'Il est faux de dire que'],
    ['Il n’est pas vrai que «le moulin tourne pour tous».', "Il n'est pas vrai que"],
    ['Nous ne disons pas que «le moulin tourne pour tous».', 'Nous ne disons pas que'],
    ['Cela ne veut pas dire que «le moulin tourne pour tous».', 'Cela ne veut pas dire que'],
    ['C’est une erreur de croire qu’«on moud sans eau».', "C'est une erreur de croire qu'"],
    [
      'Contrairement à l’idée selon laquelle «le moulin tourne pour tous», il dort.',
      "Contrairement à l'idée selon laquelle",
    ],
    ['Les gens du moulin ne sont pas «les ennemis du village».', 'pas'],
    ['Que «le moulin tourne pour tous» est une illusion.', 'est une illusion'],
    ['Que «le moulin tourne pour tous» n’est pas vrai.', "n'est pas vrai"],
  ],
  de: [
    ['Es ist ein Irrtum zu glauben, dass «die Mühle allen gehört».', 'Es ist ein Irrtum zu glauben, dass'],
    ['Das heißt nicht, dass «die Mühle allen gehört».', 'Das heißt nicht, dass'],
    ['Niemand behauptet, daß «die Mühle allen gehört».', 'Niemand behauptet, daß'],
    ['Sie sind keine «Feinde unseres Dorfes».', 'keine'],
    ['Dass «die Mühle allen gehört», ist falsch.', 'ist falsch'],
  ],
  es: [
    ['Es falso decir que «el molino muele para todos».', 'Es falso decir que'],
    ['No es verdad que «el molino muele para todos».', 'No es verdad que'],
    ['Es un error. Esto no significa que «el molino muele para todos».', 'no significa que'],
    ['Que «el molino muele para todos» es mentira.', 'es mentira'],
  ],
  it: [
    ['Non è vero che «il mulino gira per tutti».', 'Non è vero che'],
    ['È un errore credere che «il mulino gira per tutti».', 'È un errore credere che'],
    ['Che «il mulino gira per tutti» è falso.', 'è falso'],
  ],
  pt: [
    ['Não é verdade que «o moinho mói para todos».', 'Não é verdade que'],
    ['Isto não significa que «o moinho mói para todos».', 'não significa que'],
  ],
  ru: [['Неверно думать, что «мельница мелет для всех».', 'Неверно думать, что']],
};

const meant: Readonly<Record<string, readonly string[]>> = {
  fr: [
    'Il est vrai que «le moulin tourne pour tous».',
    'Nous disons que «le moulin tourne pour tous».',
    'Ils ne sont pas seulement «les amis du village».',
    'Il est faux de dire que le moulin dort. Il est clair que «le moulin tourne pour tous».',
    'On voit que «le moulin tourne pour tous» et que le reste est une illusion.',
  ],
  de: ['Es ist wahr, dass «die Mühle allen gehört».', 'Das heißt, dass «die Mühle allen gehört».'],
  es: ['Es cierto que «el molino muele para todos».', 'Esto significa que «el molino muele para todos».'],
};

describe('exact words that their source denies', () => {
  for (const [language, cases] of Object.entries(denied))
    for (const [sentence, by] of cases)
      it(`${language}: ${sentence}`, () => assert.equal(deniedBy(sentence, language), by));
});

describe('exact words that their source means', () => {
  for (const [language, cases] of Object.entries(meant))
    for (const sentence of cases)
      it(`${language}: ${sentence}`, () => assert.equal(deniedBy(sentence, language), undefined));
});
