import assert from 'node:assert/strict';
import { readGlossary } from '../../../src/core/glossary/readGlossary.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { checkFixture } from '../../support/fixture.ts';
import { tale } from '../../support/sample.ts';

const fields = [
  'Also: pilcrow, paragraph mark',
  'Not: page',
  'Defined at: [@tale, ¶ 3]',
  'Used at: [@tale, ¶ 1], [@tale, ¶ 2]',
  'See also: lamp',
];
const definition = 'The number by which everybody finds the same words.';

function read(body: string) {
  const [entry] = readGlossary(parseMarkdown(`## number\n\n${body}\n`)).entries;
  assert.ok(entry);
  return {
    aliases: entry.aliases.map(({ name }) => name),
    not: entry.not.map(({ name }) => name),
    seeAlso: entry.seeAlso.map(({ name }) => name),
    definedAt: entry.definedAt.length,
    usedAt: entry.usedAt.length,
    definition: entry.definition.markdown.replace(/\s+/gu, ' '),
    unclear: entry.unclear.map(({ kind }) => kind),
  };
}

/** Lines of at most so many characters, broken at any space as formatters do. */
function wrapped(text: string, width: number): string {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/u)) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}

describe('the fields of a glossary entry', () => {
  const whole = read(`${fields.join('\n')}\n\n${definition}`);

  it('say the same joined to one line, or wrapped, or it is said that they may not', () => {
    assert.deepEqual(whole.unclear, []);
    assert.deepEqual(read(`${fields.join(' ')}\n\n${definition}`), whole);
    for (let width = 20; width <= 120; width++) {
      const again = read(`${wrapped(fields.join(' '), width)}\n\n${definition}`);
      if (again.unclear.length === 0) assert.deepEqual(again, whole, `at ${String(width)}`);
    }
    // At the widths that people use nothing is in doubt.
    for (const width of [72, 78, 80, 88, 100, 120])
      assert.deepEqual(
        read(`${wrapped(fields.join(' '), width)}\n\n${definition}`),
        whole,
        `at ${String(width)}`,
      );
  });

  it('end with their last citation where the definition is joined to them', () => {
    const cited = [fields[0], fields[2]].join('\n');
    const before = read(`${cited}\n${definition}`);
    assert.deepEqual(before.unclear, []);
    for (let width = 30; width <= 160; width++) {
      const again = read(wrapped(`${cited} ${definition}`, width));
      if (again.unclear.length === 0) assert.deepEqual(again, before, `at ${String(width)}`);
    }
    assert.deepEqual(read(`${cited.replace('\n', ' ')} ${definition}`), before);
  });

  const lost: readonly (readonly [string, string])[] = [
    ['names and the definition on one line', `Also: pilcrow ${definition}`],
    ['names wrapped in the middle', `Also: paragraph mark, the sign\nof a paragraph\n\n${definition}`],
    ['a name of two lines', `Also: Communist Party of\nIndia\n\n${definition}`],
    ['a field after the definition', `${definition}\nAlso: pilcrow`],
    ['a field joined to the end of the definition', `${definition} Also: pilcrow`],
    ['names, definition, and another field', `Also: pilcrow ${definition} Defined at: [@tale, ¶ 1]`],
  ];
  for (const [name, body] of lost)
    it(`are in doubt: ${name}`, () => assert.notDeepEqual(read(body).unclear, []));

  const clear: readonly (readonly [string, string])[] = [
    ['as the sample writes them', `Also: pilcrow\nDefined at: [@tale, ¶ 1]\n\n${definition}`],
    ['the definition on the next line', `Also: pilcrow\n${definition}`],
    ['“also” in the definition', `${definition} It is also: the sign. Not so: another.`],
    ['names that are abbreviations', `Also: C.P.I., St. Petersburg\n\n${definition}`],
    ['words after the citations', `Defined at: [@tale, ¶ 1] and passim\n\n${definition}`],
    ['a colon in brackets', `Also: number [Not: page], sign\n\n${definition}`],
  ];
  for (const [name, body] of clear) it(`are clear: ${name}`, () => assert.deepEqual(read(body).unclear, []));

  it('term/unclear-field says what is in doubt and what to do', () => {
    checkFixture(`${tale}
=== glossary.md
## lamp

Also: light A thing that stands in the window and shows the road.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ term/unclear-field: Where do the names of “Also:” end?

## road

A way.
Also: path
^^^^ term/unclear-field: “Also:” stands after words of the definition

## oil

Also: oil of the
olive tree
^^^^^^^^^^ term/unclear-field: This line may be a name

What burns.
`);
  });
});
