/** What is said of an altered quotation: the differences that there are, and no others. */
import assert from 'node:assert/strict';
import { quotationFixes } from '../../../src/core/quotations/quotationFixes.ts';
import { verify } from './support.ts';

const source = `---
id: s
---

The self-governing village council met in May. It never rains on the mill, and the tall old miller knows.

L’œuvre du cœur ne s’achève qu’au XIX^e^ siècle, et l’État n’y est pour rien.

הנהר אינו שייך לאיש; לכן כולם יכולים לשתות ממנו.

首先要学会：劳动不是礼物。劳动使多数人的手变成多数人的面包，使1958年的1200人懂得了这一点。没有调查，就没有发言权。

อย่าเชื่อโรงสีที่บดโดยไม่มีน้ำ

| The water goes down,
| the water comes up,
|
| and stays with us.

Le mur n’y est pour rien ; aujourd’hui encore, qui le sait ? Personne.

Mr. Hale's motion, seconded by Dr. Ott, failed in May. Did he ever regret it? He did not!

By then 43 % of the mills had stopped. All others ground on for £14 a week.

Le mur n’y est pour rien. Le vent n’y est pour rien, ni le bruit que font les gens de la ville. Personne ne le dit.

The mill is no gift. It is ours. Nobody who knows it says otherwise, or ever did. It has always been ours, from the weir to the gate.
`;

/** The differences of a quotation, each as the source has it and as the paper has it, and the paper after the first fix. */
function told(words: string, number: number): { differences: string[]; restored: string | undefined } {
  const paper = `She says “${words}” [@s, ¶ ${String(number)}].\n`;
  const { results } = verify(paper, { 'sources/s.md': source });
  const [result] = results;
  assert.equal(result?.status, 'altered', words);
  const fix = quotationFixes(result, paper, 'en').find(({ kind }) => kind === 'restore');
  const restored = [...(fix?.edits ?? [])]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce(
      (text, { range, newText }) => text.slice(0, range.start) + newText + text.slice(range.end),
      paper,
    );
  return {
    differences: result.diff
      .filter(({ kind }) => kind !== 'same')
      .map(({ source: theirs, quoted }) => `${theirs}|${quoted}`),
    restored: fix && /“(.*)”/su.exec(restored)?.[1],
  };
}

function tells(words: string, number: number, differences: string[], restored: string): void {
  it(words, () => assert.deepEqual(told(words, number), { differences, restored }));
}

describe('words that a fix takes out', () => {
  for (const [words, number, restored] of [
    ['the *tall* quux old miller', 1, 'the *tall* old miller'],
    ['the tall <span>old</span> quux miller', 1, 'the tall <span>old</span> miller'],
    ['the [tall](x.md) quux *old* miller', 1, 'the [tall](x.md) *old* miller'],
    ['n’y est pour rien quux ; aujourd’hui encore', 7, 'n’y est pour rien ; aujourd’hui encore'],
  ] as const)
    it(`leave one space: ${words}`, () => assert.equal(told(words, number).restored, restored));
});

describe('the differences of an altered quotation', () => {
  describe('words left out beside its first or last words', () => {
    tells('He did!', 8, ['not|'], 'He did not!');
    tells('the tall young.', 1, ['old|young'], 'the tall old.');
    tells('Did he regret it? He did!', 8, ['ever|', 'not|'], 'Did he ever regret it? He did not!');
    tells('The village council met', 1, ['self-governing|'], 'The self-governing village council met');
    tells(
      'the selfgoverning village council met',
      1,
      ['self-governing|selfgoverning'],
      'the self-governing village council met',
    );
    tells('It rains on the mill', 1, ['never|'], 'It never rains on the mill');
    tells(
      'rains on the mill, and the miller knows',
      1,
      ['tall old|'],
      'rains on the mill, and the tall old miller knows',
    );
    tells(
      'rains on the mill, and the miller.',
      1,
      ['tall old|'],
      'rains on the mill, and the tall old miller.',
    );
    tells(
      'Mr. Hale’s motion failed',
      7,
      [', seconded by Dr. Ott,|'],
      'Mr. Hale’s motion, seconded by Dr. Ott, failed',
    );
    tells(
      'The council met in May',
      1,
      ['self-governing village|'],
      'The self-governing village council met in May',
    );
    tells('הנהר שייך לאיש', 3, ['אינו|'], 'הנהר אינו שייך לאיש');
  });

  describe('words before a sign that stands alone', () => {
    tells('34 % of the mills had stopped', 9, ['43|34'], '43 % of the mills had stopped');
    tells('34% of the mills had stopped', 9, ['43|34'], '43 % of the mills had stopped');
    tells('ground on for £41', 9, ['14|41'], 'ground on for £14');
  });

  describe('a sentence left out between two', () => {
    tells(
      'Le mur n’y est pour rien. Personne ne le dit.',
      10,
      ['Le vent n’y est pour rien, ni le bruit que font les gens de la ville.|'],
      'Le mur n’y est pour rien. Le vent n’y est pour rien, ni le bruit que font les gens de la ville. Personne ne le dit.',
    );
    tells(
      'It is ours. It has always been ours, from the weir to the gate.',
      11,
      ['Nobody who knows it says otherwise, or ever did.|'],
      'It is ours. Nobody who knows it says otherwise, or ever did. It has always been ours, from the weir to the gate.',
    );
  });

  describe('dashes as the paper writes them', () => {
    tells(
      'the mill, and — so they say — the tall old miller',
      1,
      ['|— so they say —'],
      'the mill, and the tall old miller',
    );
    tells('the mill – and the tall, old miller', 1, [',|–', '|,'], 'the mill, and the tall old miller');
  });

  describe('no difference that is none', () => {
    tells(
      'L’oeuvre du coeur ne s’achève qu’au XIXe siècle, et l’Etat',
      2,
      ['État|Etat'],
      'L’oeuvre du coeur ne s’achève qu’au XIXe siècle, et l’État',
    );
  });

  describe('spaces before signs, as the source has them', () => {
    tells('n’y est pour ; aujourd’hui', 7, ['rien|'], 'n’y est pour rien ; aujourd’hui');
    tells('n’y est pour rien encore', 7, ['; aujourd’hui|'], 'n’y est pour rien ; aujourd’hui encore');
    tells('encore, qui sait ? Personne', 7, ['le|'], 'encore, qui le sait ? Personne');
    tells('encore, qui le fait ? Personne', 7, ['sait|fait'], 'encore, qui le sait ? Personne');
  });

  describe('marks of the ends of lines of verse, and of an editor', () => {
    tells(
      'The water goes down, / the water comes up, // and stays with them',
      6,
      ['us|them'],
      'The water goes down, / the water comes up, // and stays with us',
    );
    tells('The water goes / down, the water comes up', 6, ['|/'], 'The water goes down, the water comes up');
    tells('It never rains on the hill [sic]', 1, ['mill|hill'], 'It never rains on the mill [sic]');
    tells('It never rains on the hill [sic!].', 1, ['mill|hill'], 'It never rains on the mill [sic!].');
    tells('It never rains on the hill.', 1, ['mill|hill'], 'It never rains on the mill.');
  });

  describe('letters of scripts without spaces', () => {
    tells('劳动是礼物', 4, ['不|'], '劳动不是礼物');
    tells('没有调查，没有发言权', 4, ['就|'], '没有调查，就没有发言权');
    tells('没有调查就没有发言权', 4, ['，|'], '没有调查，就没有发言权');
    tells('使1985年的1200人懂得了', 4, ['1958|1985'], '使1958年的1200人懂得了');
    tells('劳动使少数人的手变成多数人的面包', 4, ['多|少'], '劳动使多数人的手变成多数人的面包');
    tells('อย่าเชื่อโรงสีที่บดโดยมีน้ำ', 5, ['ไม่|'], 'อย่าเชื่อโรงสีที่บดโดยไม่มีน้ำ');
  });
});
