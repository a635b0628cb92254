import { inWords } from '../../../src/core/messages.ts';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readBiblatex } from '../../../src/core/bibliography/biblatex.ts';
import { authorLabel, describeWork, yearLabel } from '../../../src/core/bibliography/work.ts';
import { generatedEntry, writeEntry } from './generate.ts';
import { runs } from '../../support/runs.ts';

/** Problems as `message → the words they stand on`. */
function problemsOf(text: string): readonly string[] {
  return readBiblatex(text).problems.map(
    ({ message, range }) => `${inWords(message)} → ${text.slice(range.start, range.end)}`,
  );
}

const keysOf = (text: string): readonly string[] => readBiblatex(text).works.map((work) => work.key);

describe('broken BibLaTeX', () => {
  const before = '@book{first, title = {First}}\n';
  const after = '\n@book{last, title = {Last}}\n';
  const broken: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
    [
      'a missing closing brace',
      '@book{mid, title = {Mid}, year = 1970',
      ['first', 'mid', 'last'],
      ['The entry “mid” is not closed: “}” is missing. → mid'],
    ],
    [
      'a brace open in a value',
      '@book{mid, title = {Mid,\n  year = {1970}\n}',
      ['first', 'mid', 'last'],
      ['The entry “mid” is not closed: “}” is missing. → mid'],
    ],
    [
      'a missing comma',
      '@book{mid, title = {Mid} year = 1970}',
      ['first', 'mid', 'last'],
      ['A comma is missing behind the field “title”. → }'],
    ],
    [
      'a brace too many',
      '@book{mid, title = {Mid}}, year = 1970}',
      ['first', 'mid', 'last'],
      [
        'There is a closing brace too many in the entry “mid”: it ends here, and what follows is not read. → }',
      ],
    ],
    [
      'no key',
      '@book{title = {Mid}}',
      ['first', 'last'],
      ['This @book entry has no key: it must begin @book{key, …}. → @book{'],
    ],
    [
      'a key of two words',
      '@book{mid dle, title = {Mid}}',
      ['first', 'mid', 'last'],
      [
        'A comma must follow the key; a key has no spaces, braces or quotation marks. → mid',
        'This is no field of the entry “mid”: a field is written name = {value}. → dle',
      ],
    ],
    [
      'no value',
      '@book{mid, title = , year = 1970}',
      ['first', 'mid', 'last'],
      ['The field “title” has no value. →  '],
    ],
    [
      'words instead of a field',
      '@book{mid, nonsense here, year = 1970}',
      ['first', 'mid', 'last'],
      ['This is no field of the entry “mid”: a field is written name = {value}. → nonsense here'],
    ],
    [
      'an open quotation mark',
      '@book{mid, title = "Mid, year = 1970}',
      ['first', 'mid', 'last'],
      [
        'The “"” that opens the value of “title” is never closed. → "',
        'The entry “mid” is not closed: “}” is missing. → mid',
      ],
    ],
    [
      'a broken @string',
      '@string{oops}',
      ['first', 'last'],
      ['A @string must be written @string{name = {text}}. → @string{oops}'],
    ],
  ];
  for (const [name, text, keys, problems] of broken) {
    it(`with ${name} hides no other entry`, () => {
      assert.deepEqual(keysOf(before + text + after), keys);
      assert.deepEqual(problemsOf(before + text + after), problems);
    });
  }

  it('keeps what can be read of a broken entry', () => {
    const [work] = readBiblatex('@book{mid, author = {Ng, J.}, title = {Mid} year = 1970}').works;
    assert.equal(work && describeWork(work), 'Ng, J. 1970. Mid.');
  });

  const fragments = [
    '@',
    'book',
    '{',
    '}',
    '(',
    ')',
    '"',
    ',',
    '=',
    '#',
    '\\',
    '\\em ',
    '\n',
    ' ',
    '%',
    'k',
    '1970',
    'and ',
    '~',
    '$',
    '@book{k,',
    'title={',
    'author={',
    'date={',
    '@string{',
    '@comment{',
    'crossref={k}',
    '\u{1F4D6}',
    "\\'",
    '`',
  ];

  it('never throws, and positions stand in the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 60 }), (list) => {
        const text = list.join('');
        const { works, problems } = readBiblatex(text);
        for (const { key, keyRange, range } of works) {
          assert.equal(text.slice(keyRange.start, keyRange.end), key);
          assert.ok(range.start < keyRange.start && keyRange.end <= range.end && range.end <= text.length);
        }
        for (const { range } of problems)
          assert.ok(0 <= range.start && range.start < range.end && range.end <= text.length);
        for (const work of works)
          assert.ok(describeWork(work) !== '' && yearLabel(work) !== '' && authorLabel(work) !== '');
      }),
      { numRuns: runs(1500) },
    );
  });

  it('finds every whole entry, whatever junk stands between', () => {
    const junk = fc.constantFrom(
      '',
      'words',
      'a@b.org',
      '% @x',
      '@comment{',
      '@comment{x}',
      '@book{',
      '@book{bad, title = {x',
      '@string{',
      '"',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(junk, generatedEntry), { maxLength: 6 }), (list) => {
        const text = list.map(([before, entry], i) => `${before}\n${writeEntry(`k${i}`, entry)}`).join('\n');
        const keys = keysOf(text).filter((key) => key !== 'bad');
        assert.deepEqual(
          keys,
          list.map((_, i) => `k${i}`),
        );
      }),
      { numRuns: runs(300) },
    );
  });

  const hostile: readonly (readonly [string, string])[] = [
    ['open braces', `@book{k, title = ${'{'.repeat(200_000)}`],
    ['nested braces', `@book{k, title = ${'{'.repeat(100_000)}${'}'.repeat(100_000)}}`],
    ['nested commands', `@book{k, title = {${'\\emph{'.repeat(50_000)}${'}'.repeat(50_000)}}}`],
    ['accents on accents', `@book{k, title = {${"\\'".repeat(100_000)}}}`],
    ['unclosed entries', '@book{k,\n title = {x\n'.repeat(20_000)],
    ['unclosed comments', '@comment{\n'.repeat(50_000)],
    ['spaces in names', `@book{k, author = {A${' '.repeat(200_000)}B}}`],
    [
      'macros that double',
      `@string{a = "xxxxxxxx"}\n${'@string{a = a # a}\n'.repeat(200)}@book{k, title = a}`,
    ],
    [
      'a long line of parents',
      Array.from({ length: 5000 }, (_, i) => `@book{k${i}, crossref = {k${i + 1}}}`).join('\n'),
    ],
    ['digits', `@book{k, date = {${'1'.repeat(100_000)}}, year = {${'1/'.repeat(100_000)}}}`],
  ];
  for (const [name, text] of hostile) {
    it(`does not hang on ${name}`, () => {
      for (const work of readBiblatex(text).works) describeWork(work);
    });
  }
});
