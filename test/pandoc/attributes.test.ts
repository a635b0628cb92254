import assert from 'node:assert/strict';
import { parseMarkdown } from '../../src/core/blocks/document.ts';
import { buildMatcher } from '../../src/core/glossary/matcher.ts';
import { findTerms } from '../../src/core/glossary/uses.ts';
import { type Attributes, readAttributes } from '../../src/core/syntax/lexemes.ts';
import { newestPandoc, type Pandoc } from './oracle.ts';

/** What may stand behind `[lamp]`, beside `{.term}`. */
const written = [
  ...[
    '{ .term }',
    '{.term#id}',
    '{#id.term}',
    '{#id .term}',
    '{.a.term}',
    '{.term.a}',
    '{.a .term}',
    '{.TERM}',
  ],
  ...['{.term a=b}', '{.term a="b c"}', "{.term a='b c'}", '{.term a="b\\"c"}', '{.term a=}', '{a=b.term}'],
  ...['{class=term}', '{class="a term"}', "{class='term b'}", '{class=term class=b}', '{class="te\\rm"}'],
  ...['{.1st .term}', '{#1 .term}', '{#-a .term}', '{#. .term}', '{.term #}', '{.term #a #b}', '{.té .term}'],
  ...['{.term -}', '{-.term}', '{.term -a}', '{}', '{ }', '{.}', '{term}', '{.term x}', '{.term x="a" y}'],
  ...['{.term,}', '{.term, .b}', '{.term .b;}', '{.term _x=1}', '{.term :x=1}', '{.term é=1}', '{.term="x"}'],
  ...['{.term\n.b}', '{\n.term\n}', '{.a \n .term}', '{.term x="a\nb"}', '{.term\tb=c}', '{.term\u00a0.b}'],
  ...[
    '{.term x="a}b"}',
    '{.term x=a\\}b}',
    '{.term x={a}',
    '{.term x=a"b}',
    '{.term x=“a”}',
    '{.term x=a,y=b}',
  ],
  ...['{.term x="a"y="b"}', '{.term x="a".b}', '{=html}', '{.term =html}', '{.term .a_b-c:d.e}'],
];

describe('attributes beside Pandoc 3.10', function () {
  this.timeout(60_000);
  let pandoc: Pandoc;
  before(async () => {
    pandoc = await newestPandoc();
  });

  /** The classes of the first span of a text; undefined where Pandoc reads none. */
  async function classesIn(text: string): Promise<unknown> {
    const tree = await pandoc.convert(text, { to: 'json' });
    const [, span] = /"c":(\[\[(?:"(?:\\.|[^"\\])*"),\[[^\]]*\],\[.*)/s.exec(tree) ?? [];
    return span === undefined || !tree.includes('"t":"Span"')
      ? undefined
      : (JSON.parse(/^\[\["(?:\\.|[^"\\])*",(\[[^\]]*\])/.exec(span)?.[1] ?? 'null') as unknown);
  }

  for (const attributes of written)
    it(`reads ${JSON.stringify(attributes)}`, async () => {
      const text = `The [lamp]${attributes} burns.`;
      const classes = await classesIn(text);
      const own: Attributes | undefined = readAttributes(attributes, 0);
      assert.deepEqual(own?.classes, classes);
      const marked = findTerms(parseMarkdown(text), buildMatcher({ terms: [] })).undefinedTerms;
      assert.equal(marked.length > 0, own?.classes.includes('term') ?? false);
    });
});
