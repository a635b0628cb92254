import assert from 'node:assert/strict';
import { quotationMessage } from '../../../src/core/check/quotationMessages.ts';
import { inWords } from '../../../src/core/messages.ts';
import { declaredTranslation } from '../../../src/core/quotations/declaredTranslation.ts';
import { isIntroduced } from '../../../src/core/quotations/introduced.ts';
import { verify } from './support.ts';

const source = `---
id: s
---

An objection names the sentence it objects to. A house rule for the woman and the mouse. Das Haus hat eine Lampe. Le journal.

The mill stands by the sea and nobody knows why it was built there.

قَالَ العَامِلُ: إِنَّ الضَّوْءَ لَنَا. הָאוֹר הוּא שֶׁלָּנוּ, אָמַר הָעוֹבֵד.
`;

function told(words: string, citation: string): string[] {
  const { results } = verify(`It has “${words}” ${citation}.\n`, { 'sources/s.md': source });
  return results.map((result) => `${result.status}: ${inWords(quotationMessage(result))}`);
}

describe('false alarms', () => {
  describe('a citation that says that its words are a translation', () => {
    const own = [
      ', ¶ 1, my translation',
      ', my trans.',
      ', trans. mine',
      ', ¶ 3, translation ours',
      ', translated by the author',
      ', ¶ 1, meine Übersetzung',
      ', eig. Übers.',
      ', Übers. d. Verf.',
      ', § 1, ma traduction',
      ', trad. pers.',
      ', nous traduisons',
      ', traducción propia',
      ', trad. mía',
      ', traduzione mia',
      ', tradução nossa',
      ', eigen vertaling',
      ', min översättning',
      ', tłum. własne',
      ', перевод мой',
      ', saját fordítás',
      ', 笔者译',
      ', 拙訳',
    ];
    for (const suffix of own)
      it(suffix, () => assert.equal(declaredTranslation({ prefix: '', rest: suffix }), 'own'));
    for (const suffix of [
      ', ¶ 1, emphasis mine',
      ', p. 3',
      ', with care',
      ', the train to the mill',
      ', ¶ 2, the author',
    ])
      it(`not ${suffix}`, () => assert.equal(declaredTranslation({ prefix: '', rest: suffix }), undefined));
    for (const suffix of [', trans. J. Smith', ', trad. Dupont', ', übers. von A. B.'])
      it(`by somebody else: ${suffix}`, () =>
        assert.equal(declaredTranslation({ prefix: '', rest: suffix }), 'other'));

    it('is not compared, unless the translator is somebody else and the words stand there', () => {
      const status = (words: string, suffix: string): string | undefined =>
        told(words, `[@s, ¶ 2${suffix}]`)[0]?.split(':')[0];
      assert.equal(status('niemand weiß, warum sie dort steht', ', my translation'), 'not-verified');
      assert.equal(status('niemand weiß, warum sie dort steht', ', trans. J. Smith'), 'not-verified');
      assert.equal(status('nobody knows why it was built there', ', trans. J. Smith'), 'verbatim');
      assert.equal(status('nobody knows why it was burnt there', ', trans. J. Smith'), 'altered');
      assert.equal(status('niemand weiß, warum sie dort steht', ''), 'not-found');
    });
  });

  describe('words that somebody is said to have said', () => {
    const introduced = [
      ['The tale says ', ''],
      ['The tale calls it ', ''],
      ['As she writes, ', ''],
      ['It speaks of a ', ''],
      ['In her words: ', ''],
      ['She uses the term ', ''],
      ['According to the tale, ', ''],
      ['Der Text spricht von ', ''],
      ['Le texte dit ', ''],
      ['El texto dice que ', ''],
      ['', ', says the tale [@s, ¶ 1].'],
      ['', ' as the author writes'],
    ];
    for (const [lead = '', after = ''] of introduced)
      it(`${lead}“…”${after}`, () => assert.ok(isIntroduced(lead, after)));
    const aside = [
      ['Against what some call ', ''],
      ['What one might call a ', ''],
      ['Its so-called ', ' is bad'],
      ['This is called ', ' by some'],
      ['We call it ', ''],
      ['It never says ', ''],
      ['What everybody calls ', ''],
      ['The German word ', ' has no place here'],
      ['Manche nennen das ', ''],
      ['C’est ce qu’on appelle ', ''],
      ['The ', ' say nothing here'],
    ];
    for (const [lead = '', after = ''] of aside)
      it(`not ${lead}“…”${after}`, () => assert.ok(!isIntroduced(lead, after)));
  });

  describe('what is like the words, or no longer said to be unlike', () => {
    for (const [words, like] of [
      ['objections', 'objection'],
      ['house rules', 'rule'],
      ['women', 'woman'],
      ['mice', 'mouse'],
      ['Häuser', 'Haus'],
      ['Lampen', 'Lampe'],
      ['journaux', 'journal'],
    ] as const)
      for (const citation of ['[@s, ¶ 1]', '[@s, ¶ 2]', '[@s]'])
        it(`${words} ${citation}`, () =>
          assert.match(told(words, citation)[0] ?? '', new RegExp(`^altered: .*“${like}”, not “`, 'u')));
    it('lampism is nowhere, and nothing more is said', () =>
      assert.deepEqual(told('lampism', '[@s, ¶ 1]'), ['not-found: ¶ 1: “lampism” stands nowhere in @s.']));
    it('parts out of order stand there', () => {
      const [message = ''] = told('why it was built there … The mill stands by the sea', '[@s, ¶ 1]');
      assert.match(message, /^altered: .*has the parts.*“why it was built there” at ¶ 2; “The mill/u);
    });
    it('words without the vowel points of the source are its own', () => {
      for (const words of ['قال العامل: إن الضوء لنا', 'האור הוא שלנו, אמר העובד', 'قَالَ العامل', 'אָמַר'])
        assert.deepEqual(
          verify(`«${words}» [@s, ¶ 3]\n`, { 'sources/s.md': source }).results.map(({ status }) => status),
          ['verbatim'],
          words,
        );
    });
  });
});
