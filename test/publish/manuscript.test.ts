import assert from 'node:assert/strict';
import { inWords } from '../../src/core/messages.ts';
import { manuscriptOfFixture, noteStyle, shownBlocks, shownInlines } from './support.ts';

/** The blocks of a paper but for the lists at its end. */
function shown(text: string): string {
  return shownBlocks(manuscriptOfFixture(text, { withoutPassages: true }).blocks).replace(
    /\n?h\d #works-cited[^\n]*\nworks$/u,
    '',
  );
}

describe('a manuscript', () => {
  const blocks: readonly (readonly [what: string, markdown: string, expected: string])[] = [
    [
      'headings with identifiers',
      '## Oil {.x}\n\n## Oil\n\n### The `mill` {#m}',
      'h2 #oil.x Oil\nh2 #oil-1 Oil\nh3 #m The <code mill>',
    ],
    [
      'attributes of headings after closing marks, and none before them',
      '## Oil ## {#m .x}\n\n## Light #{#l}\n\n## Lamp {#k} ##',
      'h2 #m.x Oil\nh2 #l Light\nh2 #lamp-k Lamp {#k}',
    ],
    [
      'tight and loose lists',
      '- a\n- b\n\n<!-- -->\n\n3. c\n\n4. d',
      'list tight\n  item\n    a\n  item\n    b\nlist 3 decimal period\n  item\n    c\n  item\n    d',
    ],
    [
      'lists with letters and numerals',
      '(b) a\n(c) b\n\n<!-- -->\n\nii) a\niii) b',
      'list 2 lowerAlpha parentheses tight\n  item\n    a\n  item\n    b\nlist 2 lowerRoman parenthesis tight\n  item\n    a\n  item\n    b',
    ],
    [
      'examples that count on',
      '(@) a\n\nText.\n\n(@oil) b\n\nSee (@oil).',
      'list 1 decimal parentheses tight\n  item\n    a\nText.\nlist 2 decimal parentheses tight\n  item\n    b\nSee (2).',
    ],
    ['boxes', '- [ ] a\n- [x] b', 'list tight\n  item [ ]\n    a\n  item [x]\n    b'],
    ['quotations in quotations', '> a\n>\n> > *b*', 'quote\n  a\n  quote\n    <emphasis b>'],
    ['tables', '| A | B |\n|:--|--:|\n| *1* | |\n\n: Oil', 'table lr Oil\n  A | B (head)\n  <emphasis 1> | '],
    ['tables without a head', '--- ---\n a   b\n--- ---', 'table cc\n  a | b'],
    [
      'definitions',
      'Oil\n: What *burns*.\n: Dear.',
      'definitions\n  Oil\n  =\n    What <emphasis burns>.\n  =\n    Dear.',
    ],
    ['verse', '| a\n|   b', 'verse a / ~~b'],
    ['code', '```{.js #x}\n<b>\n```', 'code js "<b>"'],
    ['divs', '::: {.box #b}\na\n\n::: note\nb\n:::\n:::\n\nc', 'div #b.box\n  a\n  div #.note\n    b\nc'],
    ['figures', '![A *mill*](../m.png "T")', 'figure m.png A <emphasis mill>'],
    ['rules', 'a\n\n---\n\nb', 'a\nrule\nb'],
    ['raw text as nothing', '```{=html}\n<hr>\n```\n\na\n\n<!-- b -->\n\n\\newpage', 'a'],
    [
      'HTML as its words',
      '<div class="x">\n<p>a <em>b</em></p>\n<script>c</script>\n</div>',
      'a <emphasis b>',
    ],
  ];
  for (const [what, markdown, expected] of blocks)
    it(`has ${what}`, () => {
      assert.equal(shown(markdown), expected);
    });

  const inlines: readonly (readonly [what: string, markdown: string, expected: string])[] = [
    [
      'emphasis',
      '*a **b** c* ***d*** ***e** f*',
      '<emphasis a <strong b> c> <strong <emphasis d>> <emphasis <strong e> f>',
    ],
    ['scripts and strikes', 'H~2~O x^2^ ~~a~~', 'H<subscript 2>O x<superscript 2> <strikeout a>'],
    [
      'spans',
      '[a]{.smallcaps} [b]{.underline} [c]{.x #y} [d]{}',
      '<smallCaps a> <underline b> <span y.x: c> d',
    ],
    ['quotation marks and dashes', `"a 'b'" -- c --- d...`, '“a ‘b’” – c — d…'],
    ['ties', 'p. 3 a\\ b', 'p.~3 a~b'],
    ['breaks', 'a\\\nb  \nc\nd', 'a<break>b<break>c d'],
    [
      'links',
      '[a](https://x.org "T") <https://x.org> <m@x.org> [b][r]\n\n[r]: http://y.org',
      '<link https://x.org “T”: a> <link https://x.org: https://x.org> <link mailto:m@x.org: m@x.org> <link http://y.org: b>',
    ],
    [
      'links to headings',
      '[a](#oil) [Oil] [c](#gone)\n\n# Oil\n\n# Mill',
      '<link #oil: a> <link #oil: Oil> c\nh1 #oil Oil\nh1 #mill Mill',
    ],
    [
      'links to files',
      '[a](b.md#c) [d](../sources/tale.md)',
      '<file papers/b.md#c: a> <file sources/tale.md#: d>',
    ],
    [
      'no links to anything else',
      '[a](file:///home/u/x) [b](javascript:x) [c](/etc/x) [d](../../x) [e](C:\\x)',
      'a b c d e',
    ],
    ['images beside words', 'a ![b](c.png) ![d](https://x.org/e.png)', 'a <image papers/c.png “b”> d'],
    ['formulas', '$a$ $$b$$', '<math a> <display b>'],
    [
      'HTML that means something',
      '<b>a</b> <i>b <sub>c</sub></i> d<br>e <kbd>f</kbd> <a href="https://x.org">g</a>',
      '<strong a> <emphasis b <subscript c>> d<break>e f <link https://x.org: g>',
    ],
    ['entities and escapes', '&amp; \\* &nbsp;', '& * ~'],
  ];
  for (const [what, markdown, expected] of inlines)
    it(`has ${what}`, () => {
      assert.equal(shown(markdown), expected);
    });

  it('has citations in document order, those of a note where its mark stands', () => {
    const {
      citations,
      footnotes,
      blocks: all,
    } = manuscriptOfFixture(
      'A [see *also* @tale, ¶ 2; @tale].[^1] @tale [¶ 3] ^[b [@tale, n. 1]]\n\n[^1]: C [@tale, sec. 1].',
    );
    assert.match(shownBlocks(all), /^A <cite 0>\.<footnote 0> <cite 2> <footnote 1>\n/);
    assert.deepEqual(
      footnotes.map(({ children }) => shownBlocks(children)),
      ['C <cite 1>.', 'b <cite 3>'],
    );
    assert.deepEqual(
      citations.map(({ text, footnote, items }) => [
        text.map((run) => run.text).join(''),
        footnote,
        items.map(({ entry }) => entry),
      ]),
      [
        ['see   also tale paragraph 2; tale', undefined, ['tale-p2', 'source-tale']],
        ['tale section 1', 0, ['tale-s1-2']],
        ['tale paragraph 3', undefined, ['tale-p3']],
        ['tale note 1', 1, ['tale-n1']],
      ],
    );
  });

  it('lists the passages cited in the order of the source', () => {
    const { passages } = manuscriptOfFixture(
      'A [@tale, ¶¶ 3-4] [@tale, n. 1] [@tale, sec. 1] [@tale, ¶ 4]. [@tale, ¶ 1; @tale, ¶ 1].',
    );
    assert.deepEqual(
      passages[0]?.entries.map(({ id, label, sections, citedBy }) => [
        id,
        label,
        sections.join(' › '),
        citedBy,
      ]),
      [
        ['tale-p1', '¶\u00a01', '', [4]],
        ['tale-s1-2', '(1) The Miller (¶\u00a02–4)', '', [2]],
        ['tale-p3', '¶\u00a03', '(1) The Miller', [0]],
        ['tale-p4', '¶\u00a04', '(1) The Miller › (i) Oil', [0, 3]],
        ['tale-n1', 'n.\u00a01', '(1) The Miller › (i) Oil', [1]],
      ],
    );
  });

  it('shows words of a source only where it shares them', () => {
    const shared = (share: string): unknown =>
      manuscriptOfFixture(
        `=== sources/mill.md\n---\nid: mill\n${share}\n---\nThe mill *turned*.\n\n=== papers/a.analysis.md\nA [@mill, ¶ 1].`,
      ).passages[0]?.entries.map(({ kind, shown: words }) => [kind, words]);
    assert.deepEqual(shared('share: words'), [['words', 'The mill turned.']]);
    assert.deepEqual(shared('share: gist'), [['none', '']]);
    assert.deepEqual(shared('share: nonsense'), [['none', '']]);
  });

  it('exports citations that lead nowhere as written, and says where they are', () => {
    const { citations, problems } = manuscriptOfFixture('A [@nope,\n¶ 3], [@tale, ¶ 99] and @fig-oil.');
    assert.deepEqual(
      citations.map(({ isResolved, text }) => [isResolved, text.map((run) => run.text).join('')]),
      [
        [false, '[@nope, ¶ 3]'],
        [true, 'tale paragraph 99'],
      ],
    );
    assert.deepEqual(
      problems.map(({ kind, range, message }) => [kind, range.start, inWords(message)]),
      [
        ['unresolved', 2, '[@nope, ¶ 3] leads to no source or work: it is exported as written, and marked.'],
        ['unresolved', 16, '[@tale, ¶ 99] leads to no passage: it is exported without a link.'],
      ],
    );
  });

  it('makes footnotes of citations for a style of notes', () => {
    const {
      blocks: all,
      footnotes,
      citations,
    } = manuscriptOfFixture('A lamp [@tale, ¶ 2]. Oil[^1] and [@nope].\n\n[^1]: B [@tale, ¶ 3].', {
      format: noteStyle,
    });
    assert.match(shownBlocks(all), /^A lamp\.<footnote 0> Oil<footnote 1> and <cite 2>\.\n/);
    assert.deepEqual(
      footnotes.map(({ children }) => shownBlocks(children)),
      ['<cite 0>', 'B <cite 1>.'],
    );
    assert.deepEqual(
      citations.map(({ footnote }) => footnote),
      [0, 1, undefined],
    );
  });

  it('has the title of its front matter, not again as a heading', () => {
    const {
      title,
      authors,
      date,
      lang,
      blocks: all,
    } = manuscriptOfFixture(
      '---\ntitle: On *oil*\nauthor: [A. Quill]\ndate: 2026-01-02\nlang: fr\n---\n\n# On oil\n\nB [@tale].',
    );
    assert.equal(shownInlines(title), 'On <emphasis oil>');
    assert.deepEqual([authors, date, lang], [['A. Quill'], '2026-01-02', 'fr']);
    assert.equal(
      shownBlocks(all),
      'B <cite 0>.\nh2 #works-cited.unnumbered Ouvrages cités\nworks\nh2 #passages-cited.unnumbered Passages cités\npassages',
    );
  });

  it('takes a first heading for the title where the front matter has none', () => {
    const { title, blocks: all } = manuscriptOfFixture('# Oil\n\nA\n\n## B');
    assert.equal(shownInlines(title), 'Oil');
    assert.equal(shownBlocks(all), 'A\nh2 #b B');
  });

  it('has remarks around the words that they are on', () => {
    const remarks = [{ range: { start: 2, end: 8 }, author: '', text: 'So?' }];
    const { blocks: all } = manuscriptOfFixture('A *lamp* stood.', { remarks });
    assert.equal(shownBlocks(all), 'A {0<emphasis lamp>0} stood.');
  });

  it('has nothing of comments', () => {
    const manuscript = manuscriptOfFixture('A <!-- secret --> b.\n\n<!-- pilcrow-ignore secret -->\n\nC');
    assert.doesNotMatch(JSON.stringify(manuscript), /secret/);
  });

  it('sets words after a key off with a comma, as citeproc of Pandoc 2.17 and 3.10 does, where nothing else does', () => {
    const { citations } = manuscriptOfFixture(
      'A @tale [and more], @tale ["so" x], @tale [(x)], @tale [¶ 2 and], -@tale [more], [@tale*x*], [@tale x], [@tale, x].',
    );
    assert.deepEqual(
      citations.map(({ items }) => items.map(({ suffix }) => suffix.map(({ text }) => text).join('')).join()),
      [', and more', ', “so” x', '(x)', ' and', ', more', ', x', ' x', ', x'],
    );
  });

  it('keeps the looks of words around a citation, and prints what is in braces without them', () => {
    const { citations } = manuscriptOfFixture(
      '[see *esp.* @tale, ¶ 2, my H~b~O *and **so***; @tale {ii, A} *x*; @tale, {}, y; @tale {12}; @tale {a {b}, c} d].',
    );
    assert.deepEqual(
      citations[0]?.items.map(({ prefix, suffix }) => [prefix, suffix]),
      [
        [
          [{ text: 'see' }, { text: ' ' }, { text: 'esp.', italic: true }],
          [
            { text: ', my H' },
            { text: 'b', vertical: 'subscript' },
            { text: 'O ' },
            { text: 'and ', italic: true },
            { text: 'so', italic: true, bold: true },
          ],
        ],
        [[], [{ text: ', ii, A ' }, { text: 'x', italic: true }]],
        [[], [{ text: ', y' }]],
        [[], [{ text: ', 12' }]],
        [[], [{ text: ', a {b}, c d' }]],
      ],
    );
  });
});
