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
    [', § 2', 'paragraph 2|', 'es'],
    [', § 2', 'section 2|', 'it'],
    [', Abs. 102', 'paragraph 102|', 'de'],
    [', st. 3', 'paragraph 3|', 'sv'],
    [', “12”', 'none|, “12”'],
    [', p. 5, iv', 'page 5, iv|'],
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
    [', ¶3–¶5', 'unparsed ¶3–¶5', '¶¶ 3-5'],
    [', ¶ 3 - ¶ 5', 'unparsed ¶ 3 - ¶ 5', '¶¶ 3-5'],
    [', ¶ 3, ¶ 5', 'unparsed ¶ 3, ¶ 5', '¶¶ 3, 5'],
    [', ¶¶ 3-5, n. 2', 'compound ¶¶ 3-5, n. 2', undefined],
    [', ¶ 5 I disagree', 'unparsed ¶ 5 I', '{¶ 5} I'],
    [', ¶ 5, I disagree', 'unparsed ¶ 5, I', '{¶ 5}, I'],
    [', *¶ 12*', 'unparsed ¶ 12', '¶ 12'],
    [', ¶ ٣', 'unparsed ¶ ٣', '¶ 3'],
    [', ¶ १२-१४', 'unparsed ¶ १२-१४', '¶¶ 12-14'],
    [', ¶', 'unparsed ¶', undefined],
    [', {12}', 'unparsed {12}', '{p. 12}'],
    [', {ii, ¶ 4}', 'unparsed {ii, ¶ 4}', undefined],
    [', sec. 2', 'unparsed sec. 2', 'section 2', 'en-GB'],
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

  const stray: readonly (readonly [string, string, string])[] = [
    ['[@a; ¶ 99]', '¶ 99', ', ¶ 99'],
    ['[see @a, ¶ 3; ¶ 99]', '¶ 99', ', ¶¶ 3, 99'],
    ['[-@a; ¶ 3]', '¶ 3', ', ¶ 3'],
    ['[@a, ¶ 3][@a, ¶ 99]', '¶ 3', ', ¶ 3; '],
  ];
  for (const [text, words, suggestion] of stray)
    it(`says that ${text} is no citation of a place, and what is`, () => {
      const [citation] = readCitations(parseMarkdown(text));
      assert.equal(citation?.attempt?.text, words);
      assert.equal(citation.attempt.suggestion, suggestion);
      const { start, end } = citation.attempt.range;
      const fixed = readCitations(parseMarkdown(text.slice(0, start) + suggestion + text.slice(end)));
      assert.deepEqual(
        fixed.map(({ locator, attempt, rest }) => [locator?.label, attempt, rest]),
        fixed.map(() => ['paragraph', undefined, '']),
      );
    });

  for (const text of ['[@a; see below]', '(@a; ¶ 3)', '[@a, ¶ 3](x)', '[@a] [@b, ¶ 3]'])
    it(`has nothing to say of ${text}`, () =>
      assert.equal(readCitations(parseMarkdown(text))[0]?.attempt, undefined));

  it('knows what follows', () => {
    for (const [suffix, following] of [
      [', ¶ 3f.', 1],
      [', ¶¶ 3ff.', 2],
      [', ¶ 3 ff.', 2],
      [', ¶ 3', undefined],
    ] as const) {
      const [part] = read(suffix).locator?.parts ?? [];
      assert.equal(part?.first, '3', suffix);
      assert.equal(part.following, following, suffix);
    }
  });
});
