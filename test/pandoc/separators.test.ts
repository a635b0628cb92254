/** What a line, a space and a character of a key are: every character that some program takes for a line end or a space, everywhere. */
import assert from 'node:assert/strict';
import { differences } from './compare.ts';
import { pandocNumbered, pilcrowNumbered } from './numberedBlocks.ts';
import { askedPandocs, usePandoc } from './versions.ts';

const separators: Readonly<Record<string, string>> = {
  'a line separator': '\u2028',
  'a paragraph separator': '\u2029',
  'a next line': '\u0085',
  'a form feed': '\f',
  'a vertical tab': '\v',
  'a tab': '\t',
  'a file separator': '\u001C',
  'a unit separator': '\u001F',
  'a no-break space': '\u00A0',
  'a narrow no-break space': '\u202F',
  'an em space': '\u2003',
  'an ideographic space': '\u3000',
  'an Ogham space': '\u1680',
  'a Mongolian vowel separator': '\u180E',
  'a zero width space': '\u200B',
  'a byte order mark': '\uFEFF',
  'a soft hyphen': '\u00AD',
};

/** Citations with such a character, written `§`, in them and around them. */
const citing = [
  'See @{a§b} x.',
  '[@{a§b}, p. 3]',
  'See @a§b x.',
  'See [@a, p. 3§4] x.',
  'See [@a,§p. 3] x.',
  '@a [p.§3]',
  '@a§[p. 3]',
  '[@a;§@b]',
  '[@a§x, p. 3]',
  '[see§@a]',
  '[see§@a§p.§3;§also§@b]',
  '[@a§§@b]',
  '[-§@a]',
  '[@a,§{p. 3§4}]',
  '@a§{p. 3}',
  'x§@a',
  'p.§@a',
  '-§@a',
  '§@a',
  '§[@a]',
  '"§@a§"',
  '*§@a*',
  '$x§$ @a',
  'x^a§@b^',
  'x^[§@a]',
  '> x§@a y',
  'Text§- @a',
  'Text @a§§@b',
  'x§# @a',
  'x§    @a',
  '# H§Text @a',
  '```§@a§```',
  '| a |§|---|§| @b |',
  '%§@a',
  'x\n@a\n§\n@b',
  '::: §x\n@a\n:::',
];

/** Blocks with such a character. Images, HTML, fences of code and definitions of links have rows of their own in docs/pandoc-differences.md. */
const blocks = [
  'one§two\n\nthree',
  'one§§two\n\nthree',
  'one\n§\ntwo',
  'one\n§§\ntwo',
  'one\n\n§\n\ntwo',
  'one§- two',
  '-§one\n-§two',
  '1.§one\n2.§two',
  '#§one\n\ntwo',
  'one§# two',
  '>§one\n>§two',
  '§> one',
  '§§§§one',
  '    one§two',
  'one§```§two',
  'one\n\n-§-§-\n\ntwo',
  'one\n\n---§\n\ntwo',
  'one\n---§\n\ntwo',
  'one§---\n\ntwo',
  ':::§x\none\n:::',
  '::: x§y\none\n:::',
  '::: {.x§.y}\none\n:::',
  '::: {.x}[a](u)\none\n:::',
  '::: {@a}\none\n:::',
  '::: {bad\none\n:::',
  '::: {.x}y\none',
  '|§one\n|§two',
  '| one\n§two',
  'one\n:§two',
  '|a|b|\n|-|-|§\n|one|two|',
  'one[^1]\n\n[^1]:§two',
  '§one\n\ntwo',
  'one§\n\ntwo§',
  '§\n\none',
  '- one\n\n§§two',
  '- one\n\n  §two',
  '(@)§one\n(@)§two',
  'a§b\n--§--\none§two\n',
  '|a|b|\n|-|-|\n|one|two|\n\n:§cap',
  '<!--§x -->\n\none',
];

/** The documents for each character. Pandoc takes long for all of them at once. */
function withEach(documents: readonly string[]): string[][] {
  return Object.values(separators).map((separator) =>
    documents.map((text) => text.replaceAll('§', separator)),
  );
}

for (const asked of askedPandocs)
  describe(`lines and spaces beside ${asked.name}`, function () {
    this.timeout(0);
    const pandoc = usePandoc(asked);

    it(`citations are the same with ${String(citing.length)} places for each of ${String(Object.keys(separators).length)} characters`, async () => {
      for (const documents of withEach(citing)) assert.deepEqual(await differences(pandoc(), documents), []);
    });

    it(`blocks are the same with ${String(blocks.length)} places for each`, async () => {
      for (const documents of withEach(blocks)) {
        const theirs = await pandocNumbered(pandoc(), documents);
        for (const [at, text] of documents.entries()) {
          const own = pilcrowNumbered(text);
          // A document may run into the next one: it counts only if it is read differently by itself.
          if (own.join() === theirs[at]?.join()) continue;
          const [alone] = await pandocNumbered(pandoc(), [text]);
          assert.deepEqual(own, alone, JSON.stringify(text));
        }
      }
    });
  });
