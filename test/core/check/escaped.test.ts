import assert from 'node:assert/strict';
import { findingsOf } from '../../../src/core/check/findings.ts';
import { safeFixes } from '../../../src/core/check/fixes.ts';
import type { TextEdit } from '../../../src/core/check/defineCheck.ts';
import { paperOf, studyOf, checkFixture } from '../../support/fixture.ts';
import { withTale } from '../../support/sample.ts';

const source = '---\nid: tale\ntitle: A\n---\n\nOne.\n\nTwo.\n';
const other = '---\nid: my_tale\ntitle: B\n---\n\nOne.\n\nTwo.\n';

function applied(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce((out, { range, newText }) => out.slice(0, range.start) + newText + out.slice(range.end), text);
}

function escapedIn(text: string) {
  const files = [
    ['sources/a.md', source],
    ['sources/b.md', other],
    ['papers/a.analysis.md', text],
  ] as const;
  const study = studyOf({
    files: files.map(([path, t]) => ({ path, text: t, marks: [] })),
    cursor: undefined,
  });
  const findings = findingsOf(paperOf(study), study);
  return { findings, escaped: findings.filter(({ check }) => check === 'citation/escaped') };
}

describe('citation/escaped', () => {
  it('marks the citation, backslashes and all', () => {
    checkFixture(
      withTale(`As they say \\[@tale, ¶ 1\\] and \\[@tale, ¶ 2].
            ^^^^^^^^^^^^^^ citation/escaped: With its backslashes “[@tale, ¶ 1]” is not
              ^^^^^ citation/no-locator
                               ^^^^^^^^^^^^^ citation/escaped
                                 ^^^^^ citation/no-locator
`),
    );
  });

  it('is undone by fixing all, as remark and Pandoc write every form', () => {
    const right = `A [@tale, ¶ 1] b [see @tale, ¶¶ 1-2; @my_tale, ¶ 1] c [-@tale, ¶ 2] d @tale [¶ 2].

> Words [@my_tale,
> ¶ 1]

- Item [@tale, ¶ 1] and [*cf.* @tale, ¶ 2].

A note.[^1]

[^1]: See [@tale, ¶ 1].
`;
    const remark = right
      .replace(/\[(?!\^)/g, '\\[')
      .replaceAll('-@', '-\\@')
      .replaceAll('my_tale', 'my\\_tale');
    const pandoc = right.replace(/\[(?!\^)([^\]]*)\]/g, '\\[$1\\]');
    for (const text of [remark, pandoc, pandoc.replaceAll('\n', '\r\n')]) {
      const { findings, escaped } = escapedIn(text);
      assert.equal(escaped.length, 8, text);
      const { edits } = safeFixes(findings, 'citation/escaped');
      const expected = text.includes('\r') ? right.replaceAll('\n', '\r\n') : right;
      assert.equal(applied(text, edits), expected);
      assert.deepEqual(escapedIn(expected).escaped, []);
    }
  });

  it('leaves a key without brackets to a person, and one that is escaped on purpose alone', () => {
    const { findings, escaped } = escapedIn('As \\@tale has it, and -\\@tale.\n');
    assert.deepEqual(
      escaped.map(({ range }) => range.start),
      [22],
    );
    assert.deepEqual(safeFixes(findings, 'citation/escaped').edits, []);
  });

  it('tells of a key with a place whose @ is missing, parted from it, of another script, or within braces', () => {
    for (const [written, right] of [
      ['[tale, ¶ 2]', '[@tale, ¶ 2]'],
      ['[-tale ¶ 2]', '[-@tale, ¶ 2]'],
      ['[@ tale, ¶ 2]', '[@tale, ¶ 2]'],
      ['[＠tale, ¶¶ 1-2]', '[@tale, ¶¶ 1-2]'],
      ['[@{tale, ¶ 2}]', '[@tale, ¶ 2]'],
      ['[@ tale]', '[@tale]'],
      ['[my_tale, para. 2]', '[@my_tale, ¶ 2]'],
      ['[@{my _tale}, ¶ 2]', '[@my_tale, ¶ 2]'],
      ['[@{ta le}]', '[@tale]'],
      ['[-@{ta le, ¶ 2}]', '[-@tale, ¶ 2]'],
      // Of keys that nothing has, too, where a place is given.
      ['[@{some tale}, ¶ 2]', '[@sometale, ¶ 2]'],
      ['[@ other, ¶ 2]', '[@other, ¶ 2]'],
      ['[＠other, ¶ 2]', '[@other, ¶ 2]'],
      ['[@{other, ¶ 2}]', '[@other, ¶ 2]'],
    ] as const) {
      const text = `As they *say* ${written} in the town.\n`;
      const { escaped } = escapedIn(text);
      assert.deepEqual(
        escaped.map(({ range }) => text.slice(range.start, range.end)),
        [written],
      );
      const edits = escaped.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
      assert.equal(applied(text, edits), text.replace(written, right));
    }
  });

  it('leaves brackets alone that are no citation without their @, and what is code, a comment, a link or a formula', () => {
    for (const text of [
      'The [tale] of [tale 2] and a [tale, he says], [Tale, ¶ 2], [other, ¶ 2].',
      '`[tale, ¶ 2]` <!-- [tale, ¶ 2] --> [tale, ¶ 2](x.md) [tale, ¶ 2]: x ![tale, ¶ 2] \\[tale, ¶ 2] $[tale, ¶ 2]$',
      '```\n[tale, ¶ 2]\n```',
      'Write [@ home], [@ 5 pm, in the town], [＠home], [@{some home}] and [@{a b} c].',
      '[see [tale, ¶ 2]](x.md)\n\n[tale, ¶ 2]: http://a.b\n\nA [tale, ¶ 2].',
    ])
      assert.deepEqual(
        escapedIn(text).escaped.map(({ range }) => text.slice(range.start, range.end)),
        [],
        text,
      );
  });

  it('takes a known key with an escaped letter for one', () => {
    const text = 'As @my\\_tale has it [@my\\_tale, ¶ 1].\n';
    const { findings } = escapedIn(text);
    assert.equal(
      applied(text, safeFixes(findings, 'citation/escaped').edits),
      'As @my_tale has it [@my_tale, ¶ 1].\n',
    );
  });

  it('says nothing of handles, addresses, brackets, code and comments', () => {
    for (const text of [
      'Ask \\@somebody, or me\\@mail.org, or \\[\\@somebody\\].',
      'They \\[the keepers\\] went \\[…\\] home.',
      'Write `\\[@tale, ¶ 1\\]` and `\\@tale`.',
      '```\n\\[@tale, ¶ 1\\]\n```',
      '<!-- \\[@tale, ¶ 1\\] -->',
      '\\\\[@tale, ¶ 1]',
      '$\\[@tale, ¶ 1\\]$',
      '\\[@tale\\](other.md)',
      '[a \\[b\\] c](other.md)',
      'A [@tale, ¶ 1 \\[sic\\]].',
      '\\[\n\n@tale\\_\n\n\\]',
      'some\\_name and \\_other\\_ @ 5',
    ])
      assert.deepEqual(escapedIn(`${text}\n`).escaped, [], text);
  });

  it('takes time in proportion', () => {
    for (const part of ['\\[', '\\[@tale', '@a\\_', '\\@tale ', '\\[@tale\\]']) escapedIn(part.repeat(400));
  }).timeout(20_000);

  const indented: readonly (readonly [string, string, number])[] = [
    ['a paragraph that has lost its definition', 'Word : Words.\n\n    It goes on here [@tale, ¶ 1].\n', 1],
    ['one of an item', '- Words.\n\n      It goes on “here” [see @tale, ¶ 1; @b].\n', 1],
    ['a definition', 'Word\n: Words.\n\n    It goes on here [@tale, ¶ 1].\n', 0],
    ['an item', '1. Words.\n\n    It goes on here [@tale, ¶ 1].\n', 0],
    ['code', 'So it is written:\n\n    [@tale, ¶ 1]\n    cite [@tale, ¶ 1]\n', 0],
    ['an unknown key', 'Words.\n\n    It goes on here [@nobody, ¶ 1].\n', 0],
    ['a fence', '```\n    It goes on here [@tale, ¶ 1].\n```\n', 0],
  ];
  for (const [what, text, count] of indented)
    it(`says of a sentence that an indent makes code of what it is: ${what}`, () => {
      const { escaped } = escapedIn(text);
      assert.equal(escaped.length, count);
      for (const { range } of escaped) assert.match(text.slice(range.start, range.end), /^\[.*\]$/);
    });
});
