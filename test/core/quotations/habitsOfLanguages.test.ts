/** Habits of single languages, in which the words of a source stay the same. */
import assert from 'node:assert/strict';
import { verify } from './support.ts';

const sources = {
  'sources/ja.md':
    '---\nid: ja\n---\n\n井戸は誰のものでもない。だが、汲む者は順番を守らなければならない。順番を守らない者は、井戸を自分のものだと思っているのである。\n',
  'sources/ko.md':
    '---\nid: ko\n---\n\n두레는 품앗이가 아니다. 품앗이는 갚아야 하지만, 두레는 갚을 사람이 따로 없다.\n',
  'sources/it.md':
    '---\nid: it\nauthor:\n  - family: Ferri\n    given: Rosa\n---\n\nLa Gina ottenne, dopo la mezz’ora, niente multe per chi canta.\n',
};

function statuses(paper: string): string[] {
  return verify(paper, sources).results.map(({ status }) => status);
}

describe('words that habits of one language change', () => {
  for (const [what, paper, status = 'verbatim'] of [
    ['Japanese words left out', '「井戸は誰のものでもない。（中略）順番を守らない者は」[@ja, ¶ 1]'],
    [
      'Japanese words left out, in other brackets',
      '「井戸は誰のものでもない。〔中略〕順番を守らない者は」[@ja, ¶ 1]',
    ],
    ['Japanese words left out at the end', '「井戸は誰のものでもない。（以下略）」[@ja, ¶ 1]'],
    [
      'Japanese words left out around a change',
      '「井戸は誰のものでもある。（中略）順番を守らない者は」[@ja, ¶ 1]',
      'altered',
    ],
    [
      'Japanese words left out that are not there',
      '「順番を守らない者は（中略）井戸は誰のものでもない」[@ja, ¶ 1]',
      'altered',
    ],
    ['Korean words left out', '“두레는 품앗이가 아니다. (중략) 두레는 갚을 사람이 따로 없다.”[@ko, ¶ 1]'],
    ['Italian words left out', '«La Gina ottenne (omissis) niente multe per chi canta» [@it, ¶ 1]'],
  ] as const)
    it(what, () => assert.deepEqual(statuses(paper), [status]));
});
