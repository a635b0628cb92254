/** Quotations in scripts without spaces between words, and in others with rules of their own. */
import assert from 'node:assert/strict';
import { quotationFixes } from '../../../src/core/quotations/quotationFixes.ts';
import { verify } from './support.ts';

const source = `---
id: s
---

首先要学会：劳动不是礼物。劳动使多数人的手变成多数人的面包，使1958年的1200人懂得了这一点。

「私が川だ」と老人は言った。『川』は"水"である。

“내가 강이다”라고 노인이 말했다.

İşçiler ve ıssız köyler bunu bilir. Isparta’da, i’nin noktası var.
`;

function quotationsOf(paper: string): string[] {
  return verify(paper, { 'sources/s.md': source }).results.map(
    ({ status, quotation }) => `${status} ${quotation.words.text}`,
  );
}

describe('scripts without spaces between words', () => {
  it('straight marks open and close beside wide punctuation', () => {
    assert.deepEqual(
      quotationsOf(
        '"1200人" [@s, ¶ 1]，"1300人" [@s, ¶ 1]。他说："1200人"（[@s, ¶ 1]）；"劳动不是礼物，"他说[@s, ¶ 1]。',
      ),
      ['verbatim 1200人', 'altered 1300人', 'verbatim 1200人', 'verbatim 劳动不是礼物，'],
    );
    assert.deepEqual(quotationsOf("他说：'1200人'[@s, ¶ 1]，（'1200人'[@s, ¶ 1]）"), [
      'verbatim 1200人',
      'verbatim 1200人',
    ]);
  });
  it('a quotation ends at the mark that ends the source’s own, whatever is written right behind it', () => {
    for (const [words, number] of [
      ['私が川だ', 2],
      ['と老人は言った', 2],
      ['川', 2],
      ['水', 2],
      ['내가 강이다', 3],
      ['라고 노인이 말했다', 3],
    ] as const)
      assert.deepEqual(quotationsOf(`「${words}」 [@s, ¶ ${String(number)}]`), [`verbatim ${words}`]);
    assert.deepEqual(quotationsOf('「私は川だ」[@s, ¶ 2]「내가 산이다」[@s, ¶ 3]'), [
      'altered 私は川だ',
      'altered 내가 산이다',
    ]);
  });
  it('a changed capital at the beginning is that of Turkish, too', () => {
    for (const words of [
      'işçiler ve ıssız köyler',
      'Issız köyler bunu bilir',
      'İ’nin noktası',
      'ısparta’da',
      'Isparta’da',
    ])
      assert.deepEqual(quotationsOf(`“${words}” [@s, ¶ 4]`), [`verbatim ${words}`]);
    assert.deepEqual(quotationsOf('“issız köyler bunu bilir” [@s, ¶ 4]'), [
      'altered issız köyler bunu bilir',
    ]);
  });
  it('a word may begin before the mark', () => {
    const statusOf = (paper: string): string | undefined =>
      verify(paper, {
        'sources/s.md':
          '---\nid: s\n---\n\nהנהר אינו שייך לאיש, וברמה. An anti-imperialist front, unlike the rest.\n',
      }).results[0]?.status;
    for (const paper of [
      'ה"נהר" [@s, ¶ 1]',
      'וב"רמה" [@s, ¶ 1]',
      'ה״נהר אינו שייך״ [@s, ¶ 1]',
      'an anti-“imperialist” [@s, ¶ 1]',
      'anti-"imperialist front" [@s, ¶ 1]',
    ])
      assert.equal(statusOf(paper), 'verbatim', paper);
    for (const paper of [
      'ל"נהר" [@s, ¶ 1]',
      'an anti “imperialist” [@s, ¶ 1]',
      'non-“imperialist front” [@s, ¶ 1]',
    ])
      assert.notEqual(statusOf(paper), 'verbatim', paper);
  });
  it('two letters count as a word where nothing is cited', () => {
    assert.deepEqual(quotationsOf('他说“劳动使多数人的手变成多数人的面包”。'), [
      'uncited 劳动使多数人的手变成多数人的面包',
    ]);
    assert.deepEqual(quotationsOf('他说“劳动不是礼物”。'), []);
  });
});

describe('what is left out of a quotation that denies', () => {
  const told = (words: string, number: number): string => {
    const text = `---\nid: s\n---\n\n劳动不是礼物。\n\nהנהר אינו שייך לאיש.\n\nالنهر ليس لأحد.\n\n働くことは贈り物ではない。\n`;
    const paper = `“${words}” [@s, ¶ ${String(number)}]`;
    const [result] = verify(paper, { 'sources/s.md': text }).results;
    const fixes = result ? quotationFixes(result, paper, 'en').map(({ kind }) => kind) : [];
    return `${result?.status ?? ''} ${result?.senseReversed?.words ?? ''} ${fixes.join()}`;
  };
  it('is told where an ellipsis stands for it', () => {
    assert.equal(told('劳动……是礼物', 1), 'verbatim 不 ');
    assert.equal(told('הנהר … שייך לאיש', 2), 'verbatim אינו ');
    assert.equal(told('النهر … لأحد', 3), 'verbatim ليس ');
  });
  it('is not made an ellipsis by a fix, nor where nobody knows whether it denies', () => {
    assert.equal(told('劳动是礼物', 1), 'altered  restore');
    assert.equal(told('הנהר שייך לאיש', 2), 'altered  restore');
    assert.equal(told('働くことは贈り物ではある', 4), 'altered  restore');
  });
});
