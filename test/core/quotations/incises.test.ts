/** What says within the marks who speaks: `, écrit-elle,` and `—escribe—`. */
import assert from 'node:assert/strict';
import { verify } from './support.ts';

const source = `---
id: s
---

Il faut d’abord apprendre que le travail n’est pas un don ; ensuite, qu’il n’est pas une dette. Non, dit-il, jamais.

Aprendamos primero que el trabajo no es un regalo, y por eso todos.

Il fiume non appartiene a nessuno; perciò tutti possono berne.

Река никому не принадлежит, поэтому из неё может пить каждый.
`;

function statusOf(words: string, number: number): string | undefined {
  const paper = `Text « ${words} » [@s, ¶ ${String(number)}].\n`;
  return verify(paper, { 'sources/s.md': source }).results[0]?.status;
}

/** The same for a source that says who its author is. */
function statusByAuthor(words: string, number: number, author: string): string | undefined {
  const paper = `Text « ${words} » [@s, ¶ ${String(number)}].\n`;
  const named = source.replace('id: s', `id: s\nauthor: ${author}`);
  return verify(paper, { 'sources/s.md': named }).results[0]?.status;
}

describe('what says within the marks who speaks', () => {
  for (const [words, number] of [
    ['Il faut d’abord apprendre, écrit-elle, que le travail n’est pas un don', 1],
    ['Il faut d’abord apprendre, note-t-elle, que le travail n’est pas un don', 1],
    ['Il faut d’abord apprendre, poursuit-il, que le travail', 1],
    ['ensuite, précise-t-on, qu’il n’est pas une dette', 1],
    ['Non, dit-il, jamais', 1],
    ['Aprendamos primero —escribe— que el trabajo no es un regalo', 2],
    ['el trabajo no es un regalo —dice la autora—, y por eso todos', 2],
    ['Il fiume – scrive l’autrice – non appartiene a nessuno', 3],
    ['Река никому не принадлежит, — сказала она, — поэтому из неё может пить каждый', 4],
  ] as const)
    it(`is none of the quoted words: ${words}`, () => assert.equal(statusOf(words, number), 'verbatim'));
  for (const [words, number] of [
    ['Il faut d’abord apprendre, dit-on, que le travail est un don', 1],
    ['Il faut d’abord apprendre, écrit-elle à tort, que le travail', 1],
    ['Il faut d’abord apprendre, croit-elle, que le travail', 1],
    ['Aprendamos primero —named after Marx— que el trabajo', 2],
    ['Il fiume – called Po – non appartiene a nessuno', 3],
    ['Aprendamos primero —nunca— que el trabajo no es un regalo', 2],
    ['Aprendamos primero —escribe— que el trabajo es un regalo', 2],
    ['Aprendamos primero —escribe nunca jamás más— que el trabajo', 2],
    ['Il fiume – scrive Peña – non appartiene a nessuno', 3],
    ['Река никому не принадлежит, — сказал старик, — поэтому из неё может пить каждый', 4],
    ['Il faut d’abord apprendre, écrit-elle Jamais, que le travail', 1],
  ] as const)
    it(`is nothing else: ${words}`, () => assert.notEqual(statusOf(words, number), 'verbatim'));

  for (const [words, number, author] of [
    [
      'Река никому не принадлежит, — пишет Ярова, — поэтому из неё может пить каждый',
      4,
      '{family: Ярова, given: Нина}',
    ],
    ['Река никому не принадлежит, — пишет Н. Ярова, — поэтому из неё', 4, 'Н. Ярова'],
    [
      'Река никому не принадлежит, — писала Нина Ярова, — поэтому из неё',
      4,
      '[{family: Ярова, given: Нина}]',
    ],
    ['Aprendamos primero —escribe Peña— que el trabajo no es un regalo', 2, 'Lucía Peña'],
    ['Il faut d’abord apprendre, écrit Arnoux, que le travail n’est pas un don', 1, 'Jeanne Arnoux'],
    ['Il fiume – scrive R. Ferri – non appartiene a nessuno', 3, '{family: Ferri, given: Rosa}'],
  ] as const)
    it(`is the name of the author: ${words}`, () =>
      assert.equal(statusByAuthor(words, number, author), 'verbatim'));
  for (const [words, number, author] of [
    ['Река никому не принадлежит, — пишет Петров, — поэтому из неё может пить каждый', 4, 'Н. Ярова'],
    ['Aprendamos primero —escribe Juan Peña— que el trabajo no es un regalo', 2, 'Lucía Peña'],
    ['Il faut d’abord apprendre, écrit Arnoux, que le travail est un don', 1, 'Jeanne Arnoux'],
    ['Il faut d’abord apprendre, écrit jamais Arnoux, que le travail', 1, 'Jeanne Arnoux'],
    ['Il fiume – scrive Marx – non appartiene a nessuno', 3, '[{family: Marx}, {family: Engels}]'],
  ] as const)
    it(`is no other name: ${words}`, () =>
      assert.notEqual(statusByAuthor(words, number, author), 'verbatim'));
});
