import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../src/core/blocks.ts';
import { readSource } from '../../../src/core/source.ts';
import { verify } from '../quotations/support.ts';

/** The words of the only passage of a source. */
function wordsOf(text: string): string | undefined {
  return readSource(parseMarkdown(`${text}\n`)).passages[0]?.words?.normalised;
}

/** Markdown, and its words as Pandoc 3.10 prints them. */
const printed: readonly (readonly [string, string])[] = [
  ['A [link](u.md){.x} and `code`{.js} and <http://a.b>{.x} here', 'A link and code and http://a.b here'],
  ['An [oil][lab]{.x} lamp\n\n[lab]: u.md', 'An oil lamp'],
  ['The 2^nd^ H~2~O, x^a\\ b^ and a^b c', 'The 2nd H2O, xa b and a^b c'],
  ['Of $n$ lamps, $5 and $6, \\$x\\$', 'Of n lamps, $5 and $6, $x$'],
  ['Raw `<b>`{=html}text`</b>`{=html} here', 'Raw text here'],
  ['The lamp^[A note, [with](u.md) brackets.] burns', 'The lamp burns'],
  ['The lamp^[2]{.x} burns', 'The lamp^2 burns'],
  ['See p.\\ 3 and so on\\', 'See p. 3 and so on'],
  ['Not \\^up\\^, not `a^b^`, not \\~down\\~', 'Not ^up^, not a^b^, not ~down~'],
  ['A note[^1]{.x} and a {.x} alone\n\n[^1]: n', 'A note{.x} and a {.x} alone'],
  ['- costs $5\n- and 6$ more', 'costs $5 and 6$ more'],
];

describe('words of a source', () => {
  for (const [markdown, words] of printed)
    it(`are printed: ${JSON.stringify(markdown)}`, () => assert.equal(wordsOf(markdown), words));

  it('of a heading have no attributes', () => {
    const texts = (text: string): string[] =>
      readSource(parseMarkdown(text)).headings.map((each) => each.text);
    assert.deepEqual(texts('# Lamps {#l .x}\n'), ['Lamps']);
    assert.deepEqual(texts('## Lamps ## {-}\n'), ['Lamps']);
    assert.deepEqual(texts('Of oil{.x}\n===\n'), ['Of oil']);
    assert.deepEqual(texts('# `oil`{.x} {y z}\n'), ['oil {y z}']);
  });

  it('are the same for a quotation, whether it is copied as printed or as written', () => {
    const written = 'The 2^nd^ lamp of [oil](u.md){.x} takes $n$ jars of H~2~O by night';
    const source = `---\nid: s\n---\n\n${written}.\n`;
    for (const quote of [written, 'The 2nd lamp of oil takes n jars of H2O by night']) {
      const { results } = verify(`“${quote}” [@s, ¶ 1]\n`, { 'sources/s.md': source });
      assert.deepEqual(
        results.map(({ status }) => status),
        ['verbatim'],
        quote,
      );
    }
  });
});
