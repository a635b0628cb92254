import assert from 'node:assert/strict';
import { readCitations } from '../../../src/core/citations/readCitations.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';

function read(suffix: string, lang?: string): ReturnType<typeof readCitations>[number] {
  const [citation] = readCitations(parseMarkdown(`[@a${suffix}]`), lang === undefined ? {} : { lang });
  assert.ok(citation);
  return citation;
}

describe('locators', () => {
  const table: readonly (readonly [string, string, string?])[] = [
    [', ¶ 12', 'paragraph 12|'],
    [', ¶12', 'paragraph 12|'],
    [', ¶¶ 12--14, 20', 'paragraph 12–14, 20|'],
    [', para. iv', 'paragraph iv|'],
    [' p. 3', 'page 3|'],
    [', 12', 'page 12|'],
    [', 12 apples', 'page 12| apples'],
    [', sec. 1(iii)', 'section 1(iii)|'],
    [', §§ 3-4, he says', 'section 3-4|, he says'],
    [', Chap. 4', 'chapter 4|'],
    [', n. 1', 'note 1|'],
    [', {¶ 12 and 14}, x', 'paragraph 12 and 14|, x'],
    [', who says', 'none|, who says'],
    [', ¶ 12', 'none|, ¶ 12', 'fr'],
    [', § 12', 'paragraph 12|', 'fr'],
    [', paragr. 12', 'paragraph 12|', 'fr-CA'],
    [', sect. 2', 'section 2|', 'fr'],
  ];
  for (const [suffix, expected, lang] of table)
    it(`reads ${JSON.stringify(suffix)}${lang ? ` (${lang})` : ''}`, () => {
      const { locator, rest } = read(suffix, lang);
      assert.equal(`${locator ? `${locator.label} ${locator.value}` : 'none'}|${rest}`, expected);
    });

  it('takes the language of the front matter', () => {
    const [citation] = readCitations(parseMarkdown('---\nlang: fr\n---\n\n[@a, § 2]'));
    assert.equal(citation?.locator?.label, 'paragraph');
  });

  const attempts: readonly (readonly [string, string, string | undefined, string?])[] = [
    [', par. 12', 'unparsed par. 12', '¶ 12'],
    [', sec 2', 'unparsed sec 2', 'sec. 2'],
    [', fn. 3', 'unparsed fn. 3', 'n. 3'],
    [', pg. 4', 'unparsed pg. 4', 'p. 4'],
    [', ¶ twelve', 'unparsed ¶ twelve', '¶ 12'],
    [', at ¶ 12', 'unparsed at ¶ 12', '¶ 12'],
    [', Ch. 3', 'unparsed Ch. 3', 'chap. 3'],
    [', ch3', 'unparsed ch3', 'chap. 3'],
    [', ¶ 12 - 14', 'unparsed ¶ 12 - 14', '¶¶ 12-14'],
    [', ¶ 12—14', 'unparsed ¶ 12—14', '¶¶ 12-14'],
    [', ¶¶ 12 and 14', 'unparsed ¶¶ 12 and 14', '¶¶ 12, 14'],
    [', sec. 2, ¶ 12', 'compound sec. 2, ¶ 12', '¶ 12'],
    [', p. 3, n. 4', 'compound p. 3, n. 4', 'n. 4'],
    [', sec. 2, l. 5', 'compound sec. 2, l. 5', undefined],
    [', as he says in ¶ 3', 'unparsed ¶ 3', undefined],
    [', ¶ 12', 'unparsed ¶ 12', '§ 12', 'fr'],
  ];
  for (const [suffix, expected, suggestion, lang] of attempts)
    it(`notices ${JSON.stringify(suffix)}${lang ? ` (${lang})` : ''}`, () => {
      const { attempt } = read(suffix, lang);
      assert.equal(`${attempt?.kind} ${attempt?.text}`, expected);
      assert.equal(attempt?.suggestion, suggestion);
    });

  for (const suffix of [
    ', ¶ 12',
    ', ¶ 12, where he answers',
    ', who was 12 in 1917',
    ', p. 3 ff.',
    '',
    ', {sec. 2, ¶ 12}',
  ])
    it(`has nothing to say of ${JSON.stringify(suffix)}`, () =>
      assert.equal(read(suffix).attempt, undefined));
});
