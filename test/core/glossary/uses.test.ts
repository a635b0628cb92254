import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { buildMatcher } from '../../../src/core/glossary/matcher.ts';
import { findTerms } from '../../../src/core/glossary/uses.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { assertUses, glossaryOf } from './marked.ts';

const glossary = `# A glossary

## close reading

Also: reading closely

## reading

Not: reading lamp, First Reading

## work song

## refrain

Also: burden of the song

## counter-melody

## people's hall

## Choir

Also: church choir, CHOIR AND BAND
Not: Harbour Choir, choirs of angels
`;

const check = (name: string, marked: string): void => {
  it(name, () => assertUses(glossary, marked));
};

describe('uses of terms in a document', () => {
  describe('forms', () => {
    check('case', 'A ⟦Refrain⟧, a ⟦REFRAIN⟧, a ⟦refrain⟧.');
    check(
      'plural',
      'Two ⟦refrain¦refrains⟧ and three ⟦work song¦work songs⟧, many ⟦refrain¦burdens of the song⟧.',
    );
    check(
      'possessive',
      "The ⟦choir⟧'s ⟦refrain⟧ and the ⟦choir⟧’s; the ⟦choir¦choirs⟧' and the ⟦choir¦choirs⟧’ own.",
    );
    check(
      'hyphen or space',
      'A ⟦work song¦work-song⟧, a ⟦counter-melody¦counter melody⟧, a ⟦counter-melody¦countermelody⟧.',
    );
    check(
      'no-break space and hyphen',
      'A ⟦work song¦work\u00A0song⟧, a ⟦counter-melody¦counter\u2011melody⟧.',
    );
    check(
      'either apostrophe',
      "The ⟦people's hall⟧, the ⟦people's hall¦people’s hall⟧, not the peoples hall.",
    );
    check('soft hyphen', 'A ⟦refrain¦re\u00ADfrain⟧.');
    check('ligature, decomposed letters', 'A ⟦refrain⟧ and a cafe\u0301 refraine\u0301.');
    check(
      'an alias has no singular, a verb no form',
      '⟦close reading¦⟦Reading⟧ closely⟧, close readers read, songs of work, a works song.',
    );
  });
  describe('whole words', () => {
    check('letters and digits', 'Not refraining, prerefrain, refrain2, 2refrain, refraín; yet “⟦refrain⟧”.');
    check(
      'hyphens',
      'Not anti-refrain, refrain-like, anti\u2010refrain, refrain–verse; yet ⟦refrain⟧—⟦refrain⟧ and (⟦refrain⟧-) and -⟦refrain⟧.',
    );
    check(
      'note marks',
      'The ⟦refrain⟧¹ and the ⟦refrain⟧[^1] and the ⟦work song¦work[^1] song⟧.\n\n[^1]: A ⟦refrain⟧.',
    );
  });
  describe('white space', () => {
    check('a line break', 'A ⟦work song¦work\nsong⟧ and a ⟦work song¦work\r\nsong⟧.');
    check(
      'a block quotation',
      '> A ⟦work song¦work\n> song⟧ and ⟦work song¦work\nsong⟧.\n> > a ⟦work song¦work\n> > song⟧',
    );
    check('a list', '- one ⟦work song¦work\n  song⟧\n- work\n- song');
    check('a hard break', 'A ⟦work song¦work  \nsong⟧ and a ⟦work song¦work\\\nsong⟧.');
    check('not across paragraphs', 'A work\n\nsong.');
    check('not across cells', '| work | song |\n|---|---|\n| ⟦refrain⟧ | ⟦work song⟧ |');
  });
  describe('overlaps', () => {
    check('the longest first', 'A ⟦close ⟦reading⟧⟧ and a ⟦reading⟧, ⟦close reading¦⟦reading⟧ closely⟧.');
    check(
      'names that are no uses',
      'A reading lamp, two reading lamps, the First Reading and first reading; the ⟦reading⟧.',
    );
    check('a name inside a longer term', 'The Harbour Choir and the ⟦choir⟧, the choirs of angels.');
    check('an alias', 'The ⟦choir¦church choir⟧ and the ⟦choir¦choir and band⟧.');
  });
  describe('Markdown', () => {
    check('emphasis', '*⟦Refrain⟧*, **⟦work song¦work** song⟧, _⟦work song¦work_ song⟧, ~~⟦refrain⟧~~.');
    check(
      'escapes and references',
      "A ⟦work song¦work&nbsp;song⟧, \\*⟦refrain⟧\\*, ⟦people's hall¦people&rsquo;s hall⟧.",
    );
    check('headings', '# The ⟦refrain⟧\n\n## A ⟦work song⟧ ##\n\n⟦Refrain⟧\n===');
    check(
      'code',
      '`refrain` and ``work song``\n\n    refrain\n\n```\nrefrain\n```\n\nwork `x` song, work`x`song',
    );
    check(
      'links',
      '[refrain](a.md), [a refrain][x], [x], <http://a.b/refrain>, ![refrain](refrain.png "refrain")\n\n[x]: refrain.md "refrain"',
    );
    check(
      'addresses',
      'http://a.b/refrain www.a.b/refrain refrain@example.org ftp://a/refrain doi:10/refrain ⟦refrain⟧',
    );
    check('front matter', '---\ntitle: The refrain\n---\n\nA ⟦refrain⟧.');
    check(
      'HTML',
      '<div title="refrain">\nrefrain\n</div>\n\nA <b title="refrain">⟦refrain⟧</b>, <!-- refrain --> <code>refrain</code> <a href="x">refrain</a> ⟦refrain⟧.',
    );
    check(
      'formulas',
      '$refrain + x$ costs 5$ a ⟦refrain⟧ and 6$; $$\nrefrain\n$$ \\$⟦refrain⟧\\$, $ ⟦refrain⟧ $, a $x_1 * refrain_2$ ⟦refrain⟧',
    );
    check(
      'attributes',
      '# A ⟦refrain⟧ {#refrain .refrain title="A refrain"}\n\n[⟦refrain⟧]{.mark lang="refrain"} ![x](y.png){alt="refrain"} `x`{.refrain} {⟦refrain⟧}\n\n: A ⟦refrain⟧ {#tbl-refrain cap="refrain"}',
    );
    check(
      'fences of divs',
      '::: {.refrain title="A refrain"}\nA ⟦refrain⟧.\n:::\n\n::: refrain\n\n⟦Refrain⟧.\n\n::::: refrain :::::',
    );
    check(
      'behind a comment',
      '<!-- refrain --> A ⟦refrain⟧ [see refrain @key], `refrain`, [refrain](refrain.md).\nA ⟦refrain⟧.\n\n<!--\nrefrain\n--> ⟦Refrain⟧\n\n<!-- a -->\n\n- <!-- b --> ⟦refrain⟧',
    );
    check('brackets that are no link', 'A [⟦refrain⟧] and [⟦work song⟧](no link.');
    check(
      'prose around addresses',
      '## A ⟦refrain⟧ www.a.b/refrain ⟦Refrain⟧\n\n> *A* \\* ⟦work song¦work\n> song⟧ of refrain@example.org, *refrain@example.org* &amp; a ⟦refrain⟧, **⟦work song⟧** http://a.b.',
    );
  });
  describe('citations', () => {
    check('the key', 'See @refrain and [@refrain] and -@refrain: ⟦refrain⟧.');
    check(
      'prefix, locator and suffix',
      '⟦Refrain⟧ [see the refrain in @key, ¶ 2, on the work song; also @other, refrain].',
    );
    check('in the text', '@key [¶ 2, the refrain] has a ⟦refrain⟧.');
    check('over lines', '> ⟦Refrain⟧ [see the\n> refrain @key, ¶ 2] ⟦refrain⟧');
  });
  describe('explicit terms', () => {
    check(
      'are one use',
      'The [⟦work song⟧]{.term} and the [⟦refrain¦Refrains⟧]{#a .term key="v"} and [⟦refrain¦burden of the song⟧]{.x .term}.',
    );
    check('with what is nested', 'A [⟦close ⟦reading⟧⟧]{.term}.');
    check(
      'with emphasis, line breaks and a possessive',
      "[*⟦work song¦work*\nsong⟧]{.term}, the [⟦choir¦choir's⟧]{.term} own.",
    );
    check(
      'without an entry',
      'A [⟦?¦work of the refrain⟧]{.term} and a [⟦?¦refraim⟧]{.term .x}, [⟦?¦⟧]{.term}.',
    );
    check(
      'are not other spans',
      'A [⟦refrain⟧]{.small}, [⟦refrain⟧]{.terms}, \\[⟦refrain⟧]{.term}, [⟦refrain⟧] {.term}, [⟦refrain⟧]{.term',
    );
    check('keep their words to themselves', '[⟦?¦work⟧]{.term} song, work [⟦?¦song⟧]{.term}');
    check(
      'not in code, links or citations',
      '`[refrain]{.term}` [a [refrain]{.term}](x) [see [refrain]{.term} @key]',
    );
    check('where a link has the same name', 'A [⟦refrain⟧]{.term}, a [refrain].\n\n[refrain]: x.md');
    check('in headings and notes', '# [⟦Refrain⟧]{.term}\n\nX.[^n]\n\n[^n]: [⟦refrain⟧]{.term}');
  });
  it('tells the span from the words', () => {
    const matcher = buildMatcher(glossaryOf(glossary));
    const { uses, undefinedTerms } = findTerms(
      parseMarkdown('A [refrain]{.term}, [no\nterm]{.term}.'),
      matcher,
    );
    assert.deepEqual(
      uses.map(({ range, span, text }) => [range, span, text]),
      [[{ start: 3, end: 10 }, { start: 2, end: 18 }, 'refrain']],
    );
    assert.deepEqual(undefinedTerms, [
      { range: { start: 21, end: 28 }, text: 'no term', span: { start: 20, end: 36 } },
    ]);
  });
});
