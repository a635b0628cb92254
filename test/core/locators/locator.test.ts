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
    [', ¶ twenty-two', 'unparsed ¶ twenty-two', '¶ 22'],
    [', ¶¶ two-twenty-four', 'unparsed ¶¶ two-twenty-four', '¶¶ 2-24'],
    [', § trois à six', 'unparsed § trois à six', '§ 3-6', 'fr'],
    // The sign of a section is that of a paragraph in some languages, and is doubled as it is in others.
    [', § 2 à 4', 'unparsed § 2 à 4', '§ 2-4', 'fr'],
    [', §§ 2-4', 'unparsed §§ 2-4', '§ 2-4', 'fr'],
    [', §§ 2 y 4', 'unparsed §§ 2 y 4', '§ 2, 4', 'es'],
    [', §§ 2-4', 'unparsed §§ 2-4', '§ 2-4', 'ca'],
    [', § 2 bis 4', 'unparsed § 2 bis 4', 'Abschn. 2-4', 'de'],
    [', Absatz 2 bis 4', 'unparsed Absatz 2 bis 4', '¶¶ 2-4', 'de'],
    // What stands between two numbers in several languages.
    [', ¶ 2 until 4', 'unparsed ¶ 2 until 4', '¶¶ 2-4'],
    [', ¶ 2 up to 4', 'unparsed ¶ 2 up to 4', '¶¶ 2-4'],
    [', ¶ 2 or 4', 'unparsed ¶ 2 or 4', '¶¶ 2, 4'],
    [', ¶ 2…4', 'unparsed ¶ 2…4', '¶¶ 2-4'],
    [', ¶ 2 → 4', 'unparsed ¶ 2 → 4', '¶¶ 2-4'],
    [', ¶ 2 + 4', 'unparsed ¶ 2 + 4', '¶¶ 2, 4'],
    [', ¶ 2/4', 'unparsed ¶ 2/4', undefined],
    [', § 2 ou 4', 'unparsed § 2 ou 4', '§ 2, 4', 'fr'],
    [', § 2 jusqu’à 4', 'unparsed § 2 jusqu’à 4', '§ 2-4', 'fr'],
    [', Abs. 2 u. 4', 'unparsed Abs. 2 u. 4', '¶¶ 2, 4', 'de'],
    [', Abs. 2 sowie 4', 'unparsed Abs. 2 sowie 4', '¶¶ 2, 4', 'de'],
    [', párr. 2 a 4', 'unparsed párr. 2 a 4', '§ 2-4', 'es'],
    [', párrafos 2 y 4', 'unparsed párrafos 2 y 4', '§ 2, 4', 'es'],
    [', del párr. 2 al 4', 'unparsed del párr. 2 al 4', '§ 2-4', 'es'],
    [', pp. 2 e 4', 'unparsed pp. 2 e 4', 'pagine 2, 4', 'it'],
    [', p. 2 t/m 4', 'unparsed p. 2 t/m 4', 'pp. 2-4', 'nl'],
    // Abbreviations that no style knows, and everybody.
    [', pág. 2', 'unparsed pág. 2', 'p. 2', 'es'],
    [', págs. 2 a 4', 'unparsed págs. 2 a 4', 'pp. 2-4', 'es'],
    [', Fußnote 1', 'unparsed Fußnote 1', 'Anm. 1', 'de'],
    [', Rn. 3', 'unparsed Rn. 3', '¶ 3', 'de'],
    [', capoverso 2', 'unparsed capoverso 2', '¶ 2', 'it'],
    [', alinéa 3', 'unparsed alinéa 3', '§ 3', 'fr'],
    [', абз. 3', 'unparsed абз. 3', '¶ 3', 'ru'],
    [', в абз. 2 и 3', 'unparsed в абз. 2 и 3', '¶¶ 2, 3', 'ru'],
    [', абзацы 2–4', 'unparsed абзацы 2–4', '¶¶ 2-4', 'uk'],
    [', cpv. 2', 'unparsed cpv. 2', '¶ 2', 'it'],
    [', đoạn 2', 'unparsed đoạn 2', '¶ 2', 'vi'],
    [', ust. 2', 'unparsed ust. 2', '¶ 2', 'pl'],
    [', ενότητα 2', 'unparsed ενότητα 2', 'τμ. 2', 'el'],
    // Where the number comes first.
    [', 第2段', 'unparsed 第2段', '¶ 2', 'zh'],
    [', 第二段落', 'unparsed 第二段落', '¶ 2', 'ja'],
    [', 第12-14段', 'unparsed 第12-14段', '¶¶ 12-14', 'zh'],
    [', 第二十三段', 'unparsed 第二十三段', '¶ 23', 'zh'],
    [', 3頁', 'unparsed 3頁', 'p. 3', 'ja'],
    [', 第２節', 'unparsed 第２節', 'sec. 2', 'ja'],
    [', 3쪽', 'unparsed 3쪽', 'p 3', 'ko'],
    [', 제2문단', 'unparsed 제2문단', '¶ 2', 'ko'],
    // Parts that have a letter for a number.
    [', sec. A', 'unparsed sec. A', '{sec. A}'],
    [', Part B', 'unparsed Part B', '{pt. B}'],
    [', Abschnitt B, am Ende', 'unparsed Abschnitt B', '{Abschn. B}', 'de'],
    // A second place, after a stop or in brackets.
    [', ¶ 2 (n. 1)', 'compound ¶ 2 (n. 1)', 'n. 1'],
    [', ¶ 2 [sec. 1]', 'compound ¶ 2 [sec. 1]', undefined],
    [', ¶ 2 (and again at ¶ 5)', 'compound ¶ 2 (and again at ¶ 5)', '¶ 5'],
    [', ¶ 2 (n. 1, on bread)', 'compound ¶ 2 (n. 1', undefined],
    [', ¶ 2. ¶ 5', 'compound ¶ 2. ¶ 5', '¶ 5'],
    [', p. 3 = ¶ 5', 'compound p. 3 = ¶ 5', '¶ 5'],
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
    ', no. 2/1998',
    ', ¶ 2 a 4th time',
    ', p. 3 e 5 altri',
    ', ¶ 2 (where 5 are named)',
    ', part of A',
    ', Part Andrew wrote',
    ', part A-team',
    ', {sec. A}',
    ', 第一',
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

  for (const [text, range, suggestion] of [
    ['[@a, ¶ 3; emphasis mine]', ', ¶ 3; emphasis mine', ', ¶ 3, emphasis mine'],
    ['[@a, ¶ 3; my emphasis; @b, ¶ 4]', ', ¶ 3; my emphasis', ', ¶ 3, my emphasis'],
    ['[@a, ¶ 3; see also ¶ 7]', ', ¶ 3; see also ¶ 7', ', ¶ 3; see also @a, ¶ 7'],
    ['[@a, ¶ 3; cf. ¶¶ 7–8, 9; @b, ¶ 1]', ', ¶ 3; cf. ¶¶ 7–8, 9', ', ¶ 3; cf. @a, ¶¶ 7-8, 9'],
    ['[@{a}, ¶ 3; against para 7]', ', ¶ 3; against para 7', ', ¶ 3; against @{a}, ¶ 7'],
    ['[@a, ¶ 3; see ¶ 7 of it]', ', ¶ 3; see ¶ 7 of it', ', ¶ 3, see ¶ 7 of it'],
    ['[@b, ¶ 4; see @a, ¶¶ 3-4 on it; and below]', ', ¶¶ 3-4 on it; and below', ', ¶¶ 3-4 on it, and below'],
  ] as const)
    it(`says what keeps ${text} from being a citation`, () => {
      const found = readCitations(parseMarkdown(text)).filter(({ attempt }) => attempt);
      assert.deepEqual(
        found.map(({ attempt }) => [
          text.slice(attempt?.range.start, attempt?.range.end),
          attempt?.reason,
          attempt?.suggestion,
        ]),
        [[range, 'semicolon', suggestion]],
      );
      const fixed = readCitations(parseMarkdown(text.replace(range, suggestion)));
      assert.ok(fixed.every(({ mode, locator }) => mode === 'normal' && locator?.label === 'paragraph'));
    });

  for (const text of ['[@a; see below]', '(@a; ¶ 3)', '[@a, ¶ 3](x)', '[@a] [@b, ¶ 3]'])
    it(`has nothing to say of ${text}`, () =>
      assert.equal(readCitations(parseMarkdown(text))[0]?.attempt, undefined));

  it('knows what follows', () => {
    const marks: readonly (readonly [string, 1 | 2 | undefined, string?])[] = [
      [', ¶ 3f.', 1],
      [', ¶¶ 3ff.', 2],
      [', ¶ 3 ff.', 2],
      [', ¶ 3', undefined],
      [', § 3 et s.', 1, 'fr'],
      [', § 3 et ss.', 2, 'fr'],
      [', § 3 et suiv.', 2, 'fr'],
      [', § 3 y s.', 1, 'es'],
      [', § 3 y sigs.', 2, 'es'],
      [', p. 3 e segg.', 2, 'it'],
      [', p. 3 e ss.', 2, 'pt'],
      [', S. 3 u. ff.', 2, 'de'],
      [', p. 3 e.v.', 1, 'nl'],
      [', § 3 et sa suite', undefined, 'fr'],
    ];
    for (const [suffix, following, lang] of marks) {
      const { locator, attempt } = read(suffix, lang);
      assert.equal(attempt, undefined, suffix);
      assert.equal(locator?.parts.length, 1, suffix);
      const [part] = locator.parts;
      assert.equal(part?.first, '3', suffix);
      assert.equal(part.following, following, suffix);
    }
  });
});
