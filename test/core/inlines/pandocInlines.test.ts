import assert from 'node:assert/strict';
import { readCitations } from '../../../src/core/citations/readCitations.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';

/** `key/mode/prefix|suffix` of each citation. */
function summary(text: string): string[] {
  return readCitations(parseMarkdown(text)).map(
    ({ key, mode, prefix, suffix }) => `${key}/${mode.charAt(0)}/${prefix}|${suffix}`,
  );
}

/** Rules that were found only by long comparisons with Pandoc. Each line is what Pandoc 2.17 reads. */
describe('inlines as Pandoc reads them', () => {
  const rules: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
    'a mark right behind inline math is its apostrophe and closes no quotation': [
      ["[it is '$n$'<b> @a]", ['a/n/it is ’n’|']],
      ["[$n$'s 'own' @a]", ['a/n/n’s ‘own’|']],
      ["[it is '$n$', says @a]", ['a/n/it is ‘n’, says|']],
      ["[it is '$$n$$'s @a]", ['a/n/it is ’n’s|']],
    ],
    'the end of the brackets counts as neither space nor punctuation behind it': [
      ["[[as '$n$']{.x} @a]", ['a/n/as ’n’|']],
      ["'say [as 'he' @a] $n$'", ['a/n/as ’he’|']],
    ],
    'inline math does not begin with a dollar': [
      ['[$$x$ @a]', ['a/n/$x|']],
      ['[$$$ @a]', ['a/n/$$$|']],
    ],
    'a dollar in \\text{…} ends no math': [['[$\\text{a$b}$ @c$]', ['c/n/\\text{a$b}|$']]],
    'spaces within inline math are one': [['[$x   y$ @a]', ['a/n/x y|']]],
    'only a plain space or line end keeps a note from being one': [
      ['[see [^\u00a0] @a]', ['a/n/see [^\u00a0]|']],
      ['[see [^[\u00a0] @a, p. 3]', ['a/n/|, p. 3']],
    ],
    'nor does a no-break space end math, part attributes or frame code': [
      ['$x @a\u00a0$ @b', ['b/a/|']],
      ['<span\u00a0x="[@a]">', ['a/n/|']],
      ['[`\u00a0x ` @a]', ['a/n/\u00a0x|']],
    ],
    'character references have every name of HTML': [
      ['[&rarr; @a; &bsol; @b, &hellip;&NotEqualTilde;]', ['a/n/→|', 'b/n/\\|, …≂']],
      ['[&#x2192; @a; &#xD800; @b]', ['a/n/→|', 'b/n/\ufffd|']],
      ['[&nosuchname; @a]', ['a/a/|']],
    ],
  };
  for (const [rule, cases] of Object.entries(rules))
    it(rule, () => {
      for (const [text, expected] of cases) assert.deepEqual(summary(text), expected, text);
    });
});
