import assert from 'node:assert/strict';
import { verify } from './support.ts';

const source = `---
id: s
language: fr
---

Le cœur de la sœur était lourd ; ils doivent coexister, dit Œdipe, et ÆGYPTE riait : « Ah ! » disait-il au poète.

The foetus of the aeon was no oeuvre; Oedipus does what he does.
`;

function statusOf(words: string, number: number): string | undefined {
  const { results } = verify(`Il dit « ${words} » [@s, ¶ ${String(number)}].\n`, { 'sources/s.md': source });
  return results[0]?.status;
}

describe('œ and oe, æ and ae', () => {
  for (const words of [
    'Le coeur de la soeur était lourd; ils doivent coexister, dit Oedipe, et AEGYPTE riait: “Ah!”',
    'Le cœur de la soeur était lourd',
    'dit Oedipe',
    'et AEGYPTE riait',
    'coeur de la sœur',
  ])
    it(`are the same, where the source has one letter: ${words}`, () =>
      assert.equal(statusOf(words, 1), 'verbatim'));
  for (const words of ['The fœtus of the æon was no œuvre; Œdipus does what he does', 'no œuvre'])
    it(`are the same, where the source has two: ${words}`, () =>
      assert.equal(statusOf(words, 2), 'verbatim'));

  it('hide no other change', () => {
    assert.equal(statusOf('Le coeur de la soeur était léger ; ils doivent coexister', 1), 'altered');
    assert.equal(statusOf('Le cour de la soeur était lourd ; ils doivent coexister', 1), 'altered');
    assert.equal(statusOf('Le cœxister de la sœur était lourd ; ils doivent coexister', 1), 'altered');
  });
});
