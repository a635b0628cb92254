import fc from 'fast-check';

/**
 * Markdown that no person writes, for property tests: every construct next to every other, with any ending and
 * indentation.
 */

/** Beginnings of lines that open, continue, interrupt or close a block. */
const starts = [
  ...[
    ':::',
    '::: {.x}',
    '---- ---',
    '  a   b\n --- ---\n  1   2',
    '-----\nfoo',
    ': ',
    ':   ',
    '~ ',
    'Table: ',
    '(@) ',
    '(@k) ',
    'a. ',
    '(ii) ',
    '| ',
    '+---+---+\n| a | b |',
    '+---+',
    '...',
    '---\nx: y',
  ],
  ...[
    '',
    '',
    '',
    '',
    '# ',
    '###### ',
    '#',
    '> ',
    '>',
    '> > ',
    '>-',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2. ',
    '10) ',
    '  - ',
    '    - ',
  ],
  ...[
    '    ',
    '   ',
    ' ',
    '\t',
    '-\t',
    '- - ',
    '1. - ',
    '- > ',
    '> - ',
    '-',
    '*',
    '1.',
    '- [ ] ',
    '- [x] ',
    '  ```',
    '> ```',
    '- ```',
  ],
  ...[
    '```',
    '~~~',
    '```js',
    '````',
    '\uFEFF',
    '<div>',
    '</div>',
    '<!-- c -->',
    '<!--',
    '-->',
    '<?',
    '?>',
    '<script>',
    '</script>',
    '<![CDATA[',
    ']]>',
    '<!X',
    '<p',
  ],
  ...[
    '---',
    '***',
    '===',
    '| a | b |',
    '| - | - |',
    '|:-:|',
    '[ref]: u',
    '[ref]: u "t"',
    '> [ref]: u',
    '[@a]: ',
    '[a]: <',
    '[ref',
  ],
  ...['[^n]: ', '[^m]: ', '[^n]:', '- [^n]: ', '::: {.x}', ':::', '$$', 'title: x', '**a**', '*a*', '_a_'],
];
/** Contents of lines. */
const words = [
  ...[
    'foo',
    'Bar',
    'x',
    'été',
    '“quoted”',
    'it’s',
    '1.',
    '2)',
    '1986.',
    '¶',
    '\u00a0x',
    '😀',
    '#tag',
    '$5',
    '|',
    'a|b',
    ':',
    '-',
    '+',
    '#',
  ],
  ...[
    '@key',
    '[@key, ¶ 3]',
    '[@a, ¶ 2; see @b]',
    '-@key',
    '--@c',
    'a-@b',
    '@a.b',
    '@a:',
    '@{k}',
    '@😀',
    '@é',
    'é@a',
    '.@k',
    '“@k”',
    '*@k*',
    '_@k_',
  ],
  ...[
    '*em*',
    '**strong**',
    '_u_',
    '__b__',
    '*a',
    'b*',
    '**',
    '***',
    '*_a_*',
    'a*b',
    'x_y_z',
    '(*it*)',
    '“*q*”',
    '**b _c d_ e**',
    '~~s~~',
    '~',
  ],
  ...[
    '`code`',
    '``',
    '`',
    '` c `',
    '`a`b`',
    '[link](u)',
    '[a](u_x?y=1#z)',
    '[link](<u>)',
    '[t](u "x")',
    '[](u)',
    '[@a](u)',
    '[*a* @k](u)',
  ],
  ...[
    '[ref]',
    '[ref][]',
    '[t][ref]',
    '[^n]',
    '[^m]',
    '[a](u)[^n]',
    '[^ a]',
    '![i](u)',
    '![^n]',
    '[ ]',
    '[x]',
    '[a [b] c]',
    '[',
    ']',
    '(',
    ')',
  ],
  ...[
    '<b>',
    '</b>',
    '<a@b.c>',
    'user@host.org',
    'https://a.b/c_d*e',
    '&amp;',
    '&',
    '< b',
    '\\*',
    '\\',
    '!',
    'a!',
  ],
];
const ends = ['\n', '\n', '\n', '\n\n', '\n\n', '\n\n\n', '\n  \n', '\r\n', '\r\n\r\n', '\r', '\r\r', ''];

const line = fc
  .tuple(
    fc.constantFrom(...starts),
    fc.array(fc.constantFrom(...words), { maxLength: 5 }),
    fc.constantFrom(' ', ' ', ' ', '', '\n'),
    fc.constantFrom('', '', '', '', ' ', '  '),
    fc.constantFrom(...ends),
  )
  .map(([start, inside, between, space, end]) => start + inside.join(between) + space + end);
const opening = fc.constantFrom(
  '',
  '',
  '',
  '---\ntitle: a\n---\n',
  '---\ntitle: a\n---\n\n',
  '---\n',
  '---\n\nfoo\n\n---\n',
  '\n\n',
);

/** A text as readers of files see it: without a byte order mark at its beginning. */
export function asRead(text: string): string {
  return text.replace(/^\uFEFF/, '\u2060');
}

export const adversarialText = fc
  .tuple(opening, fc.array(line, { maxLength: 12 }))
  .map(([front, lines]) => asRead(front + lines.join('')));

/** Blocks as people write them, some of which hold blank lines, or may. */
const wholeBlocks = [
  ...[
    'Words of a paragraph.',
    'Words\nin two lines',
    '# Heading',
    '***',
    'Term\n\n:   Definition',
    'a. Lettered',
  ],
  ...[
    '> Quoted words',
    '> <b>Bold</b> words',
    '> Words <br> in lines',
    '- item <br> words',
    '> ```\n> code',
    '> - item',
    '[^n]: Note\n\n    of two',
    '::: {.x}',
    ':::',
  ],
  ...[
    '- item\n- item',
    '1. item\n   a. sub\n   b. sub\n2. item',
    '- item\n  (i) sub\n      more\n',
    '> - item\n>   b) sub',
    'a) item\n   i) sub',
    '[^n]: Note\n    a. words',
    '- item\n\n  ```\n  code\n\n  more\n  ```',
    '1. item <br> x',
    '- <!-- open',
    '(@) Example',
  ],
  ...[
    '```\ncode\n\nMore code\n\n- no item\n```',
    ' ~~~\nCode\n\nmore\n ~~~',
    '```\nnever\n\nClosed',
    '  ```\nx\n\nY\n  ```',
  ],
  ...[
    '<!-- comment\n\nWords -->',
    '<div>\nwords\n</div>',
    '<div>\n```\nfoo\n\nbar\n```',
    '<pre>\n\nx</pre>',
    '<!-- open',
  ],
  ...[
    '    indented\n\n    code',
    '7. seventh',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '---- ----\n a    b\n\n c    d\n---- ----',
  ],
];

/** Whole blocks, mostly with a blank line between them. */
export const textOfWholeBlocks = fc
  .array(
    fc
      .tuple(fc.constantFrom(...wholeBlocks), fc.constantFrom('\n\n', '\n\n', '\n\n', '\n\n\n', '\n'))
      .map(([block, end]) => block + end),
    { maxLength: 8 },
  )
  .map((blocks) => blocks.join(''));

/** An edit. `at` is a fraction of the length of the text. */
export const adversarialEdit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.constantFrom(0, 0, 0, 1, 2, 5, 40),
  insert: fc.oneof(fc.constant(''), fc.constantFrom(...starts, ...words, ...ends, '\n\n', ' '), line),
});
