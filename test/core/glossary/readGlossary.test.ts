import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readGlossary, type GlossaryEntry } from '../../../src/core/glossary/readGlossary.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import type { Range } from '../../../src/core/text/range.ts';

const text = `---
id: x
---

Before the title.

# The *glossary*

Before the first entry.

## mass *line* {#ml}

Also: line of the masses, **mass** method,
  a\\, b\\, and c
Not: party line
see also: [no link], masses,
the party
Defined at: [@masswork, ¶ 8]
USED AT: [@masswork, ¶¶ 3,
8-9]

The method of leading [see @masswork, ¶ 8]. It has two sides.

> A quotation.

### Further reading

More on it [@other, p. 3].

### In @other

Also: other line
Defined at: [@other, p. 5]

Something else there.

## Bare

Just a definition: with a colon.

##

Not an entry.

# Second part

## Late

Also: one
A definition on the next line.

Used at: [@a, ¶ 1]

Also: two

##
`;
const glossary = readGlossary(parseMarkdown(text));
const at = (range: Range | undefined): string | undefined => range && text.slice(range.start, range.end);
const entry = (name: string): GlossaryEntry => {
  const found = glossary.entries.find((each) => each.name === name);
  assert.ok(found, name);
  return found;
};

describe('a glossary file', () => {
  it('has a title and entries', () => {
    assert.equal(glossary.title, 'The glossary');
    assert.deepEqual(
      glossary.entries.map((each) => each.name),
      ['mass line', 'Bare', 'Late'],
    );
  });
  it('has names where they stand', () => {
    const found = entry('mass line');
    assert.equal(at(found.nameRange), 'mass *line');
    assert.equal(at(found.headingRange), '## mass *line* {#ml}');
    assert.match(at(found.range) ?? '', /^## mass[^]*Something else there\.$/);
  });
  it('has aliases, names that are no uses, related terms', () => {
    const { aliases, not, seeAlso } = entry('mass line');
    assert.deepEqual(
      aliases.map((alias) => [alias.name, at(alias.range)]),
      [
        ['line of the masses', 'line of the masses'],
        ['mass method', 'mass** method'],
        ['a, b, and c', 'a\\, b\\, and c'],
        ['other line', 'other line'],
      ],
    );
    assert.deepEqual(
      not.map((each) => at(each.range)),
      ['party line'],
    );
    assert.deepEqual(
      seeAlso.map((each) => at(each.range)),
      ['[no link]', 'masses', 'the party'],
    );
  });
  it('has the citations of its fields and of its definition', () => {
    const { definedAt, usedAt, definition } = entry('mass line');
    assert.deepEqual(
      definedAt.map((citation) => citation.locator?.value),
      ['8'],
    );
    assert.deepEqual(
      usedAt.map((citation) => citation.locator?.parts.map((part) => at(part.range))),
      [['3', '8-9']],
    );
    assert.deepEqual(
      definition.citations.map((citation) => at(citation.range)),
      ['@masswork', '@other'],
    );
  });
  it('has fields for editors', () => {
    assert.deepEqual(
      entry('mass line').fields.map((field) => [
        field.name,
        at(field.nameRange),
        at(field.valueRange)?.slice(0, 8),
      ]),
      [
        ['also', 'Also', 'line of '],
        ['not', 'Not', 'party li'],
        ['see also', 'see also', '[no link'],
        ['defined at', 'Defined at', '[@masswo'],
        ['used at', 'USED AT', '[@masswo'],
      ],
    );
  });
  it('has a definition, quotations and lower headings included', () => {
    const { definition } = entry('mass line');
    assert.match(at(definition.range) ?? '', /^The method[^]*p\. 3\]\.$/);
    assert.equal(definition.markdown, at(definition.range));
    assert.deepEqual(
      definition.plain.map((block) => block.text),
      [
        'The method of leading [see @masswork, ¶ 8]. It has two sides.',
        'A quotation.',
        'Further reading',
        'More on it [@other, p. 3].',
      ],
    );
  });
  it('has senses by source', () => {
    const [sense, ...others] = entry('mass line').senses;
    assert.ok(sense && others.length === 0);
    assert.equal(sense.key, 'other');
    assert.equal(at(sense.keyRange), '@other');
    assert.equal(sense.definition.markdown, 'Something else there.');
    assert.deepEqual(
      sense.definedAt.map((citation) => citation.key),
      ['other'],
    );
  });
  it('may be a heading and a definition', () => {
    const { definition, fields, aliases } = entry('Bare');
    assert.equal(definition.markdown, 'Just a definition: with a colon.');
    assert.deepEqual([fields, aliases], [[], []]);
  });
  it('may have fields apart, and its definition right behind one', () => {
    const { definition, aliases, usedAt } = entry('Late');
    assert.equal(definition.markdown, 'A definition on the next line.');
    assert.deepEqual(
      definition.plain.map((block) => block.text),
      ['A definition on the next line.'],
    );
    assert.deepEqual(
      aliases.map((alias) => alias.name),
      ['one', 'two'],
    );
    assert.equal(usedAt.length, 1);
  });
  it('may be empty, or have fields without values', () => {
    assert.deepEqual(readGlossary(parseMarkdown('')), { title: undefined, entries: [] });
    const [only] = readGlossary(parseMarkdown('## A\n\nAlso:\nNot: ,,\nDefined at: none\n')).entries;
    assert.deepEqual(only?.aliases, []);
    assert.deepEqual(only.not, []);
    assert.deepEqual(
      only.fields.map((field) => field.valueRange),
      [
        { start: 11, end: 11 },
        { start: 17, end: 19 },
        { start: 32, end: 36 },
      ],
    );
    assert.equal(only.definition.range, undefined);
  });
  it('may have Windows line ends', () => {
    const [only] = readGlossary(
      parseMarkdown('## A b\r\n\r\nAlso: c,\r\nd\r\nNot: e\r\n\r\nText.\r\n'),
    ).entries;
    assert.deepEqual(
      only?.aliases.map((alias) => alias.name),
      ['c', 'd'],
    );
    assert.deepEqual(
      only.not.map((each) => each.name),
      ['e'],
    );
    assert.equal(only.definition.markdown, 'Text.');
  });
});

describe('definition lists of a glossary', () => {
  const entriesOf = (list: string): string[] =>
    readGlossary(parseMarkdown(list)).entries.map(
      ({ name, nameRange, aliases, definition }) =>
        `${name} (${list.slice(nameRange.start, nameRange.end)}; ${aliases.map((alias) => alias.name).join()}): ${definition.plain.map(({ text: words }) => words).join(' | ')}`,
    );

  it('are entries, with their terms, fields and definitions', () => {
    assert.deepEqual(
      entriesOf(
        '# Glossary\n\nlamp\n:   A jar\n    with a *wick*.\n\n**wick** of old\n\n:   Also: thread\n\n:   A thread [@x, ¶ 1].\n\n## yard\n\nWhere lamps stand.\n',
      ),
      [
        'lamp (lamp; ): A jar\nwith a wick.',
        'wick of old (wick** of old; thread): A thread [@x, ¶ 1].',
        'yard (yard; ): Where lamps stand.',
      ],
    );
  });

  it('under a heading of a section are its entries', () => {
    assert.deepEqual(entriesOf('## L\n\nlamp\n: A jar.\n\n## W\n\nwick\n~ A thread.\n'), [
      'lamp (lamp; ): A jar.',
      'wick (wick; ): A thread.',
    ]);
  });

  it('inside an entry belong to it', () => {
    assert.deepEqual(entriesOf('## lamp\n\nA jar.\n\nbig\n: A big one.\n'), [
      'lamp (lamp; ): A jar. | big\nA big one.',
    ]);
  });
});
