/** Quotations in scripts without spaces between words. */
import assert from 'node:assert/strict';
import { verify } from './support.ts';

const source = `---
id: s
---

首先要学会：劳动不是礼物。劳动使多数人的手变成多数人的面包，使1958年的1200人懂得了这一点。
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
  it('two letters count as a word where nothing is cited', () => {
    assert.deepEqual(quotationsOf('他说“劳动使多数人的手变成多数人的面包”。'), [
      'uncited 劳动使多数人的手变成多数人的面包',
    ]);
    assert.deepEqual(quotationsOf('他说“劳动不是礼物”。'), []);
  });
});
