import assert from 'node:assert/strict';
import type { Nodes } from 'mdast';
import { parseMarkdown } from '../../../src/core/blocks.ts';

/** What stands on a line of its own, as `type[children]`; of inline content only the words. */
function shapeOf(node: Nodes): string {
  if (node.type === 'text') return node.value.replaceAll('\n', '/');
  if (node.type === 'citationKey') return node.value;
  if (node.type === 'code') return `code(${node.value})`;
  if (!('children' in node)) return node.type;
  const between = node.type === 'paragraph' || node.type === 'tableCell' ? '' : ' ';
  return `${node.type}[${node.children.map(shapeOf).join(between)}]`;
}

function shapesOf(text: string): string[] {
  return parseMarkdown(text).tree.children.map(shapeOf);
}

/** Texts and their blocks. Each was asked of Pandoc 3.10. */
const cases: Record<string, readonly (readonly [string, readonly string[]])[]> = {
  divs: [
    ['::: {.x}\nOne.\n:::', ['divFence', 'paragraph[One.]', 'divFence']],
    ['::: {.x} Text. :::', ['paragraph[::: {.x} Text. :::]']],
    ['::: x :::\na\n::::\nb', ['divFence', 'paragraph[a]', 'divFence', 'paragraph[b]']],
    ['> ::: {.x}\n> a\n> :::', ['blockquote[divFence paragraph[a] divFence]']],
  ],
  'lists right below the text of an item': [
    [
      '1. a\n   a. b\n      i. c\n   b. d\n2. e',
      [
        'list[listItem[paragraph[a] list[listItem[paragraph[b] list[listItem[paragraph[c]]]] listItem[paragraph[d]]]] listItem[paragraph[e]]]',
      ],
    ],
    ['- a\n  (i) b', ['list[listItem[paragraph[a] list[listItem[paragraph[b]]]]]']],
    ['> - a\n>   b) c', ['blockquote[list[listItem[paragraph[a] list[listItem[paragraph[c]]]]]]']],
    ['a) b\n   i) c', ['list[listItem[paragraph[b] list[listItem[paragraph[c]]]]]']],
    ['1. a\n   p. 3 is no item', ['list[listItem[paragraph[a/p. 3 is no item]]]']],
    ['Words\na. and more', ['paragraph[Words/a. and more]']],
    ['[^n]: a\n    b. c', ['footnoteDefinition[paragraph[a/b. c]]']],
  ],
  'simple tables': [
    [
      'a  b\n-- --\nc  d\n\n: capt\n\n: other',
      [
        'table[tableRow[tableCell[a] tableCell[b]] tableRow[tableCell[c] tableCell[d]] tableRow[tableCell[capt]]]',
        'paragraph[: other]',
      ],
    ],
    ['---  ----\n1    2\n---  ----', ['table[tableRow[tableCell[1] tableCell[2]]]']],
    [
      '         a       b\n---------- -------\n         1       2',
      ['table[tableRow[tableCell[a] tableCell[b]] tableRow[tableCell[1] tableCell[2]]]'],
    ],
    [
      '> q\n>\n>   a    b\n>  ---  ---\n>   1    2',
      [
        'blockquote[paragraph[q] table[tableRow[tableCell[a] tableCell[b]] tableRow[tableCell[1] tableCell[2]]]]',
      ],
    ],
    [
      'Table: cap\n\n a  b\n-- --\n 1  2',
      [
        'table[tableRow[tableCell[cap]] tableRow[tableCell[a] tableCell[b]] tableRow[tableCell[1] tableCell[2]]]',
      ],
    ],
    ['Table: none\n\ntext', ['paragraph[Table: none]', 'paragraph[text]']],
    ['text\n---\ntitle: B\n---\n\nmore', ['heading[text]', 'heading[title: B]', 'paragraph[more]']],
  ],
  'multiline tables': [
    [
      '-----\nfoo\n-----\nbar\n\nbaz\n-----\n\nx',
      ['table[tableRow[tableCell[foo]] tableRow[tableCell[bar]] tableRow[tableCell[baz]]]', 'paragraph[x]'],
    ],
    [
      '--- ----\na   one\n    two\n\nb   c\n--- ----\n\nx',
      [
        'table[tableRow[tableCell[a] tableCell[one two]] tableRow[tableCell[b] tableCell[c]]]',
        'paragraph[x]',
      ],
    ],
  ],
  'grid tables': [
    [
      '+---+-----+\n| a | b   |\n+===+=====+\n| c | - d |\n|   | - e |\n+---+-----+\ntext',
      [
        'table[tableRow[tableCell[a] tableCell[b]] tableRow[tableCell[c] tableCell[list[listItem[paragraph[d]] listItem[paragraph[e]]]]]]',
        'paragraph[text]',
      ],
    ],
    [
      '+---+---+\n| a | more [@b] |\n+---+---+\n| more @c | d |\n+---+---+',
      ['table[tableRow[tableCell[a] tableCell[more [@b]]] tableRow[tableCell[more @c | d]]]'],
    ],
    ['+----+----+\n| 灯 | b  |\n+----+----+', ['table[tableRow[tableCell[灯] tableCell[b]]]']],
  ],
  'line blocks': [
    [
      '| one\n| two\n  more\n|\n| end\n\nx',
      ['lineBlock[verseLine[one] verseLine[two    more] verseLine[] verseLine[end]]', 'paragraph[x]'],
    ],
    [
      '| a | b |\n|---|---|\n| 1 | 2 |\n\n  : capt',
      [
        'table[tableRow[tableCell[a] tableCell[b]] tableRow[tableCell[1] tableCell[2]] tableRow[tableCell[capt]]]',
      ],
    ],
  ],
  lists: [
    ['* a\n* b\n\n- c', ['list[listItem[paragraph[a]] listItem[paragraph[b]] listItem[paragraph[c]]]']],
    ['* a\n\n<!-- -->\n\n* b', ['list[listItem[paragraph[a]]]', 'html', 'list[listItem[paragraph[b]]]']],
    [
      '(@) one\n\n    two\n\n(@x) three\nlazy\n\ntext',
      ['list[listItem[paragraph[one] paragraph[two]] listItem[paragraph[three/lazy]]]', 'paragraph[text]'],
    ],
    [
      '(i) a\n(ii) b\n\n(iv) c',
      ['list[listItem[paragraph[a]] listItem[paragraph[b]] listItem[paragraph[c]]]'],
    ],
    [
      '(@long) one\n\n    two @e\n\n        code\n\n(@longer)  three\n\n        code',
      ['list[listItem[paragraph[one] paragraph[two @e] code(code)] listItem[paragraph[three] code(code)]]'],
    ],
    ['p.  3\n\np. 4', ['list[listItem[paragraph[3]]]', 'paragraph[p. 4]']],
    ['1. a\n\na. c', ['list[listItem[paragraph[a]]]', 'list[listItem[paragraph[c]]]']],
    [
      'A. Smith says\n\np. 33 is\n\nI. foo\n\nmild. z',
      ['paragraph[A. Smith says]', 'paragraph[p. 33 is]', 'paragraph[I. foo]', 'paragraph[mild. z]'],
    ],
  ],
  'citations before a colon': [
    ['> [@a]: quote', ['blockquote[paragraph[[@a]: quote]]']],
    ['[@a, p. 3]: http://x.org\n\n[a]: http://x.org', ['paragraph[[@a, p. 3]: http://x.org]', 'definition']],
  ],
  definitions: [
    [
      'Term\n\n:   one\n\n    two\n\n        code @x\n\nTerm 2\n\n~ three',
      [
        'definitionList[definitionTerm[Term] definitionDescription[paragraph[one] paragraph[two] code(code @x)] definitionTerm[Term 2] definitionDescription[paragraph[three]]]',
      ],
    ],
    [
      'Term\n: one\nlazy\n: two\n\nOther',
      [
        'definitionList[definitionTerm[Term] definitionDescription[paragraph[one/lazy]] definitionDescription[paragraph[two]]]',
        'paragraph[Other]',
      ],
    ],
    ['Term one\nTerm two\n\n: def', ['paragraph[Term one/Term two]', 'paragraph[: def]']],
  ],
  metadata: [
    ['text\n\n---\ntitle: B\nx: y\n---\n\nmore', ['paragraph[text]', 'yaml', 'paragraph[more]']],
    ['---\ntitle: A\n...\n\ntext', ['yaml', 'paragraph[text]']],
    ['\n---\ntitle: A\n---\n\ntext', ['yaml', 'paragraph[text]']],
  ],
};

describe('blocks of Pandoc', () => {
  for (const [kind, texts] of Object.entries(cases))
    it(`reads ${kind}`, () => {
      for (const [text, expected] of texts) assert.deepEqual(shapesOf(text).map(simple), expected, text);
    });

  it('places the parts of a table where they stand', () => {
    const text = '+-----+------+\n| one | *a   |\n| two | b*   |\n+-----+------+';
    const places: string[] = [];
    const visit = (node: Nodes): void => {
      if (node.type === 'text')
        places.push(text.slice(node.position?.start.offset, node.position?.end.offset));
      if ('children' in node) node.children.forEach(visit);
    };
    parseMarkdown(text).tree.children.forEach(visit);
    assert.deepEqual(
      places.map((place) => place.trim()),
      ['one', 'two', 'a', 'b'],
    );
  });

  it('takes the last value of a variable that several metadata blocks have', () => {
    const { frontMatter } = parseMarkdown('---\ntitle: A\nlang: de\n---\n\ntext\n\n---\ntitle: B\n...\n');
    assert.deepEqual(frontMatter.data, { title: 'B', lang: 'de' });
    assert.equal(frontMatter.ranges.length, 2);
  });
});

/** Line ends in front of other nodes are of no account here. */
function simple(shape: string): string {
  return shape.replaceAll('/]', ']');
}
