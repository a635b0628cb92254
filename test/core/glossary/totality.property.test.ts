import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readGlossary } from '../../../src/core/glossary/readGlossary.ts';
import { buildGlossary } from '../../../src/core/glossary/buildGlossary.ts';
import { buildMatcher, matchTerms, resolveTerm } from '../../../src/core/glossary/matcher.ts';
import { findTerms } from '../../../src/core/glossary/uses.ts';
import { nameKey } from '../../../src/core/glossary/termTokens.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { runs, times } from '../../support/runs.ts';

const pieces = fc.constantFrom(
  ...[
    '## ',
    '# ',
    '### In @k',
    '\n',
    '\n\n',
    'Also: ',
    'Not: ',
    'See also:',
    'Defined at: [@k, ¶ 1]',
    ',',
    '\\,',
    '> ',
  ],
  ...[
    'a',
    'b c',
    'as',
    '-',
    "'s",
    '’',
    '`',
    '*',
    '[',
    ']',
    '{.term}',
    '{',
    '}',
    '(x)',
    '[@k, a]',
    '@k',
    '<b>',
    '</a>',
    '<a>',
    '<!--',
  ],
  ...[
    '\r',
    '\r\n',
    '\u00A0',
    '\u00AD',
    '\u200B',
    '\uFFFC',
    '\uD83D',
    '\uDE00',
    '🚩',
    '&amp;',
    '|',
    '---\n',
    '[^1]',
    '[^1]: ',
    '群',
    'İ',
    'ß',
  ],
);
const scraps = fc.array(
  fc.oneof({ weight: 9, arbitrary: pieces }, fc.string({ unit: 'binary', maxLength: 4 })),
  { maxLength: 40 },
);
const markdown = scraps.map((parts) => parts.join(''));

describe('the glossary, whatever it is given,', function () {
  this.timeout(120_000);
  it('reads, merges, matches, and reports ranges of the text', () => {
    fc.assert(
      fc.property(markdown, markdown, (first, second) => {
        const files = [`## a\n\nAlso: b c\n\n${first}`, first, second].map((text) =>
          readGlossary(parseMarkdown(text)),
        );
        const glossary = buildGlossary(
          files.map((file, i) => ({ uri: `${i}`, glossary: file, builtIn: i === 2 })),
        );
        const matcher = buildMatcher(glossary);
        for (const term of glossary.terms) {
          assert.notEqual(nameKey(term.name), '');
          assert.ok(glossary.find(term.name) !== undefined || term.name.length > 200);
          resolveTerm(matcher, term.name);
        }
        const document = parseMarkdown(second);
        let end = 0;
        const { uses, undefinedTerms } = findTerms(document, matcher);
        for (const { range, text, nested } of uses) {
          assert.ok(end <= range.start && range.start < range.end && range.end <= second.length);
          assert.notEqual(text.trim(), '');
          for (const inner of nested)
            assert.ok(range.start <= inner.range.start && inner.range.end <= range.end);
          end = range.end;
        }
        for (const { range, span } of undefinedTerms)
          assert.ok(span.start <= range.start && range.end <= span.end && span.end <= second.length);
        for (const { range, text } of matchTerms(matcher, second))
          assert.equal(second.slice(range.start, range.end), text);
      }),
      { numRuns: runs(200) },
    );
  });
  it('keeps every range of an entry within its file', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        for (const entry of readGlossary(parseMarkdown(`## x\n\n${text}`)).entries)
          for (const { start, end } of [
            entry.nameRange,
            entry.headingRange,
            ...[...entry.aliases, ...entry.not, ...entry.seeAlso].map((name) => name.range),
            ...entry.fields.flatMap((field) => [field.nameRange, field.valueRange]),
            ...(entry.definition.range ? [entry.definition.range] : []),
          ])
            assert.ok(entry.range.start <= start && start <= end && end <= entry.range.end);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('the glossary on hostile input', function () {
  this.timeout(120_000);
  const names = (list: string[]) => ({ terms: list.map((name) => ({ name, aliases: [], not: [] })) });

  it('does not hang where every stretch of a text is a term', () => {
    const list = Array.from({ length: 40 }, (_, i) => 'a '.repeat(i + 1).trim());
    assert.ok(matchTerms(buildMatcher(names(list)), 'a '.repeat(times(4_000))).length > 0);
  });
  it('does not hang on brackets, attributes, quotation marks and addresses', () => {
    const matcher = buildMatcher(names(['a']));
    for (const part of [
      '[',
      '[a]{.term',
      '[a]{',
      ']{.term}',
      'a://',
      "a'",
      '[[a]{.term}',
      '> ',
      'www.',
      'x_',
    ])
      void findTerms(parseMarkdown(part.repeat(2_000)), matcher);
    void matchTerms(matcher, `[a]{${'.b '.repeat(times(20_000))}`);
  });
  it('reads long headings, lists and fields', () => {
    const long = 'word '.repeat(times(10_000));
    const list = 'one two, '.repeat(times(4_000));
    for (const text of [
      `## ${long}`,
      `## ${'x'.repeat(times(40_000))}`,
      `## a\n\nAlso: ${list}`,
      `## a\n\nAlso: ${long}`,
      '## a\n'.repeat(times(1_000)),
    ])
      buildMatcher(
        buildGlossary([{ uri: 'u', glossary: readGlossary(parseMarkdown(text)), builtIn: false }]),
      );
  });
});
