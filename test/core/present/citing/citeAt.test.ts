import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../../src/core/blocks/document.ts';
import { citeAt } from '../../../../src/core/present/citing/citeAt.ts';

/** Cites at `|`; the result has `|` where the cursor goes. */
function cite(marked: string, written: string, front = ''): string {
  const text = front + marked.replace('|', '');
  const edit = citeAt(parseMarkdown(text), front.length + marked.indexOf('|'), written);
  assert.ok(edit);
  const after = text.slice(0, edit.range.start) + edit.newText + text.slice(edit.range.end);
  return (after.slice(0, edit.caret) + '|' + after.slice(edit.caret)).slice(front.length);
}

const inside: readonly (readonly [string, string, string])[] = [
  ['x [@masswork, ¶ 9|] y', '[@masswork, ¶ 20]', 'x [@masswork, ¶¶ 9, 20|] y'],
  ['x [|@masswork, ¶ 9] y', '[@masswork, ¶ 20]', 'x [@masswork, ¶¶ 9, 20|] y'],
  ['x [@mass|work, ¶ 9] y', '[@other, ¶ 20]', 'x [@masswork, ¶ 9; @other, ¶ 20|] y'],
  ['[@masswork, ¶¶ 9, 20|]', '[@masswork, ¶ 12]', '[@masswork, ¶¶ 9, 12, 20|]'],
  ['[@masswork, ¶ 9|]', '[@masswork, ¶ 10]', '[@masswork, ¶¶ 9-10|]'],
  ['[@masswork, ¶¶ 9-12|]', '[@masswork, ¶¶ 11-14, 20]', '[@masswork, ¶¶ 9-14, 20|]'],
  ['[@masswork, ¶¶ 9--12|]', '[@masswork, ¶ 20]', '[@masswork, ¶¶ 9--12, 20|]'],
  ['[@masswork, ¶ 9|]', '[@masswork, ¶ 9]', '[@masswork, ¶ 9|]'],
  ['[@masswork, para. 9|, at length]', '[@masswork, ¶ 20]', '[@masswork, paras. 9, 20|, at length]'],
  ['[see @masswork, ¶ 9, with care|]', '[@masswork, ¶ 20]', '[see @masswork, ¶¶ 9, 20|, with care]'],
  ['[-@masswork, ¶ 9|]', '[@masswork, ¶ 20]', '[-@masswork, ¶¶ 9, 20|]'],
  ['[@masswork, {¶ 9}|, x]', '[@masswork, ¶ 20]', '[@masswork, {¶¶ 9, 20|}, x]'],
  ['[@masswork|]', '[@masswork, ¶ 20]', '[@masswork, ¶ 20|]'],
  ['[@masswork, |]', '[@masswork, ¶ 20]', '[@masswork, ¶ 20|]'],
  ['[@masswork, ¶ |]', '[@masswork, ¶ 20]', '[@masswork, ¶ 20|]'],
  ['[@masswork, {}|]', '[@masswork, ¶ 20]', '[@masswork, ¶ 20|]'],
  ['[@masswork|, who says]', '[@masswork, ¶ 20]', '[@masswork, ¶ 20|, who says]'],
  ['[@masswork I disagree|]', '[@masswork, ¶ 20]', '[@masswork, {¶ 20}| I disagree]'],
  ['[@masswork, sec. 2|]', '[@masswork, ¶ 20]', '[@masswork, sec. 2; @masswork, ¶ 20|]'],
  ['[@masswork, sec. 2|]', '[@masswork, sec. 3]', '[@masswork, secs. 2-3|]'],
  ['[@masswork, sec. 1(iii)|]', '[@masswork, sec. 3]', '[@masswork, secs. 1(iii), 3|]'],
  ['[@masswork, n. 1|]', '[@masswork, n. 3]', '[@masswork, nn. 1, 3|]'],
  ['[@masswork, sec. 2, ¶ 5|]', '[@masswork, ¶ 20]', '[@masswork, sec. 2, ¶ 5; @masswork, ¶ 20|]'],
  ['[@a, ¶ 1; see @masswork, ¶ 9; @b|]', '[@masswork, ¶ 20]', '[@a, ¶ 1; see @masswork, ¶¶ 9, 20|; @b]'],
  ['As @masswork [¶ 9|] says', '[@masswork, ¶ 20]', 'As @masswork [¶¶ 9, 20|] says'],
  ['As @masswork [¶ 9|] says', '[@other, ¶ 20]', 'As @masswork [¶ 9; @other, ¶ 20|] says'],
  ['As @masswork| says', '[@masswork, ¶ 20]', 'As @masswork [¶ 20|] says'],
  ['As @masswork |says', '[@masswork, ¶ 20]', 'As @masswork [¶ 20|] says'],
  ['As @masswork| says', '[@other, ¶ 20]', 'As @masswork [@other, ¶ 20|] says'],
  ['[@masswork, ¶ 9|]', '[@masswork, ¶ 20] [@other, ¶ 3]', '[@masswork, ¶¶ 9, 20; @other, ¶ 3|]'],
  ['[@masswork, ¶ 9|]', '[@other]', '[@masswork, ¶ 9; @other|]'],
  ['[@masswork, ¶ 9|]', '[@{a,b}, ¶ 2]', '[@masswork, ¶ 9; @{a,b}, ¶ 2|]'],
];

const outside: readonly (readonly [string, string, string])[] = [
  ['He says|.', '[@masswork, ¶ 20]', 'He says [@masswork, ¶ 20]|.'],
  ['He says |.', '[@masswork, ¶ 20]', 'He says [@masswork, ¶ 20]|.'],
  ['|', '[@masswork, ¶ 20]', '[@masswork, ¶ 20]|'],
  ['one [@a, ¶ 1]|', '[@masswork, ¶ 20]', 'one [@a, ¶ 1] [@masswork, ¶ 20]|'],
  ['one |[@a, ¶ 1]', '[@masswork, ¶ 20]', 'one [@masswork, ¶ 20]| [@a, ¶ 1]'],
  ['one|(two)', '[@masswork, ¶ 20]', 'one [@masswork, ¶ 20]| (two)'],
  ['one |two', '[@masswork, ¶ 20]', 'one [@masswork, ¶ 20]| two'],
  ['on|e two', '[@masswork, ¶ 20]', 'one [@masswork, ¶ 20]| two'],
  ['don|’t, self-ru|le'.replace('ru|le', 'rule'), '[@masswork, ¶ 20]', 'don’t [@masswork, ¶ 20]|, self-rule'],
  ['self|-rule', '[@masswork, ¶ 20]', 'self-rule [@masswork, ¶ 20]|'],
  ['one []|', '[@masswork, ¶ 20]', 'one [] [@masswork, ¶ 20]|'],
  ['one [|]', '[@masswork, ¶ 20]', 'one [@masswork, ¶ 20]|'],
  ['one [@masswork, |', '[@masswork, ¶ 20]', 'one [@masswork, ¶ 20]|'],
  [
    'one|',
    '[@masswork, ¶ 9] [@masswork, ¶¶ 10-12] [@other, n. 1]',
    'one [@masswork, ¶¶ 9-12; @other, n. 1|]',
  ],
];

describe('citing at a place of a paper', () => {
  for (const [before, written, after] of [...inside, ...outside])
    it(`${before} and ${written}`, () => assert.equal(cite(before, written), after));

  it('writes what the language of the paper wants', () => {
    const fr = '---\nlang: fr\n---\n\n';
    assert.equal(cite('dit|.', '[@masswork, ¶¶ 9-12]', fr), 'dit [@masswork, § 9-12]|.');
    assert.equal(cite('dit [@masswork, § 9|].', '[@masswork, ¶ 20]', fr), 'dit [@masswork, § 9, 20|].');
    assert.equal(
      cite('dit [@masswork, n. 1|].', '[@other, sec. 2]', fr),
      'dit [@masswork, n. 1; @other, sect. 2|].',
    );
    const gb = '---\nlang: en-GB\n---\n\n';
    assert.equal(cite('says|.', '[@masswork, sec. 2]', gb), 'says [@masswork, section 2]|.');
  });

  it('stands at the end where the cursor is in front matter', () => {
    const text = '---\ntitle: A\n---\n\nWords';
    const edit = citeAt(parseMarkdown(text), 6, '[@a, ¶ 1]');
    assert.deepEqual(edit, { range: { start: 23, end: 23 }, newText: ' [@a, ¶ 1]', caret: 33 });
  });

  it('is nothing where nothing is wanted', () => {
    assert.equal(citeAt(parseMarkdown('a'), 1, 'no citation'), undefined);
  });
});
