import fc from 'fast-check';

/** The paragraphs of `@lamp`, and in reverse of `@rope`; `@sail` is a work without text. */
export const passages = [
  'The lamp keepers met in the long hall. They spoke of oil, not of wages, and nobody wrote it down.',
  'A harbour is a school. Who carries the ropes learns the weather before the captain does.',
  'It is not true that the keepers agreed; three of them walked out, and two came back at night.',
  'Oil is dear where light is cheap – that was the keepers’ saying, and they said “no more” to it.',
];
/** Mostly what people write, now and then what they might. */
function mostly<T>(plain: readonly T[], odd: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { arbitrary: fc.constantFrom(...plain), weight: 12 },
    { arbitrary: fc.constantFrom(...odd), weight: 1 },
  );
}

const citation = mostly(
  [
    '[@lamp, ¶ 1]',
    '[@lamp, ¶ 2]',
    '[@lamp, ¶ 3]',
    '[@rope, ¶ 1]',
    '[@lamp, ¶ 1-2]',
    '[@sail, p. 3]',
    '[@sail]',
    '@sail',
  ],
  [
    ...[
      '[see @lamp, ¶ 2; @rope, ¶ 3]',
      '[@lamp, ¶ 99]',
      '[@nobody, ¶ 1]',
      '[-@lamp, ¶ 2]',
      '[@lamp]',
      '@lamp [¶ 2]',
      '@lamp',
    ],
    ...[
      '@lamp [¶ 77]',
      '@sail [One]',
      '[@{lamp}, ¶ 1]',
      '[@lamp, ¶ 1; @rope]',
      '[@lamp, Abs. 2]',
      '[@lamp, ¶ 2](x)',
      '[^n]',
    ],
  ],
);
const exact = mostly(
  [
    ...[
      'The lamp keepers met in the long hall',
      'They spoke of oil, not of wages',
      'A harbour is a school',
      'three of them walked out',
    ],
    ...[
      'Who carries the ropes learns the weather before the captain does',
      'A harbour is a school.',
      'Oil is dear where light is cheap',
    ],
  ],
  [
    ...[
      'the keepers agreed',
      'that was the keepers’ saying',
      'spoke of oil, not of wages, and nobody',
      "the keepers' saying, and they said ‘no more’ to it",
    ],
    ...[
      'A harbour … learns the weather',
      'met in the [long] hall',
      'school',
      'The Lamp Keepers',
      'A harbour is a hospital',
      'spoke of oil\nnot of wages',
    ],
    ...[
      'so-called',
      'oil',
      'A *harbour* is a school',
      'not true that the keepers agreed',
      'A harbour is a school?',
      'www.oil',
      'keepers agreed; three',
    ],
  ],
);
const marks = mostly(
  [
    ['“', '”'],
    ['"', '"'],
  ],
  [
    ['‘', '’'],
    ["'", "'"],
    ['„', '“'],
    ['«', '»'],
    ['“', ''],
    ['', '”'],
    ['*“', '”*'],
    ['“ ', '”'],
    ['“', ' ”'],
    ['"“', '”"'],
  ],
);
const verbatim = fc.constantFrom(
  ['The lamp keepers met in the long hall', '[@lamp, ¶ 1]'],
  ['They spoke of oil, not of wages', '[@rope, ¶ 4]'],
  ['A harbour is a school', '[@lamp, ¶ 2]'],
  ['A harbour is a school.', '[@lamp, ¶ 1-2]'],
  ['three of them walked out', '[@lamp, ¶ 3]'],
  ['Who carries the ropes learns the weather before the captain does', '[@rope, ¶ 3]'],
  ['that was the keepers’ saying', '[@lamp, ¶ 4]'],
);
const quotation = fc
  .tuple(
    fc.oneof({ arbitrary: verbatim, weight: 6 }, { arbitrary: fc.tuple(exact, citation), weight: 1 }),
    marks,
    mostly([' '], ['', '. ', ', ', '\n', ' and then ', ' (so) ', '  ', '.) ']),
  )
  .map(([[text, cite], [open, close], between]) => `${open}${text}${close}${between}${cite}`);
const words = mostly(
  [
    'The group read on',
    'and then',
    'they asked, why',
    '*much* was said',
    'it’s the group’s',
    "don't",
    'a [link](other.md)',
    'see[^n]',
    'really?',
  ],
  [
    ...[
      'this means that',
      'By harbour we mean a place',
      'Keeper',
      'A. B. said',
      '**bold** words',
      'a [word]',
      '[One]',
      'x_y_z',
      'R&D',
      'wait!',
    ],
    ...[
      '`code “a” [@lamp, ¶ 9]`',
      'a — b',
      '3 * 4',
      'http://a.org/x',
      '[harbour]{.term}',
      '[pier]{.term}',
      'a <b>c</b>',
      '\\@lamp',
    ],
    ...[
      'a@lamp.org',
      '(@one)',
      '$x$',
      'a~b~',
      '12. of',
      '…',
      ';',
      'über',
      '水',
      '\u00a0',
      'a\tb',
      'A harbour is a school',
      '“so”',
    ],
  ],
);
const joint = mostly([' ', '. '], [', ', ': ', '\n', '! ', '? ', '; ', '']);
const sentence = fc
  .array(
    fc.tuple(fc.oneof({ arbitrary: words, weight: 3 }, citation, { arbitrary: quotation, weight: 2 }), joint),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.flat().join('').trim());
const oddBlock = fc.oneof(
  fc
    .tuple(fc.constantFrom('1. ', '> ', ': ', '    ', '* ', '- [ ] ', '> > ', '> [!NOTE]\n> '), sentence)
    .map(([start, text]) => start + text),
  exact.map((text) => `> ${text}`),
  fc.constantFrom(
    ...[
      '# One',
      '## 12',
      'Harbour',
      ': Where ships lie. [@lamp, ¶ 2]',
      '---',
      '```\ncode\n```',
      '<!-- note -->',
      '[pier]: other.md',
    ],
    ...[
      '<!-- pilcrow-ignore quotation/altered: so -->',
      '<!-- pilcrow-ignore citation/unknown-key -->',
      '| a | b |\n| - | - |\n| “c” | @d |',
    ],
    ...[
      '[^n]: As it is. [@lamp, ¶ 1]',
      '[^n]: “A harbour is a school” [@lamp, ¶ 2]',
      '(@one) example',
      '“The lamp keepers met',
      '“in the long hall” [@lamp, ¶ 1]',
    ],
  ),
);

/** A block of a paper on the sources that consist of `passages`. */
export const block = fc.oneof(
  { arbitrary: sentence, weight: 12 },
  {
    arbitrary: fc
      .tuple(fc.constantFrom('# ', '## ', '[^n]: ', '- '), sentence)
      .map((parts) => parts.join('')),
    weight: 3,
  },
  {
    arbitrary: fc
      .tuple(
        fc.oneof({ arbitrary: verbatim, weight: 3 }, fc.tuple(exact, citation)),
        mostly(['\n> ', ' '], ['\n>\n> ', '\n> — ', '']),
      )
      .map(([[text, cite], between]) => `> ${text}${between}${cite}`),
    weight: 3,
  },
  {
    arbitrary: fc
      .array(sentence, { minLength: 1, maxLength: 4 })
      .map((items) => items.map((item) => `- ${item}`).join('\n')),
    weight: 2,
  },
  { arbitrary: oddBlock, weight: 2 },
);
const front = fc.constantFrom(
  '',
  '',
  '',
  '---\ntitle: A paper\n---\n\n',
  '---\ntitle: A paper\nauthor: B, C. and D\n---\n',
  '---\n---\n\n',
  '---\ntitle: A\ntitle: B\n---\n\n',
  '---\nlang: de\n---\n\n',
  '---\ntitle: [\n---\n\n',
  '---\n\n',
  '\n',
);
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.constantFrom(0, 0, 1, 2),
  insert: fc.constantFrom(...'*_“”"\'[]@(.>\\`<:^{! \n\ta'.split(''), '', '\n\n', '- ', '\r\n'),
});

/** A paper: mostly orderly, seldom wholly so. */
export const paper = fc
  .tuple(
    front,
    fc.array(fc.tuple(block, mostly(['\n\n'], ['\n', '\n\n\n', '\n  \n'])), {
      maxLength: 8,
    }),
    fc.oneof({ arbitrary: fc.constant([]), weight: 3 }, fc.array(mutation, { maxLength: 3 })),
  )
  .map(([opening, blocks, mutations]) =>
    mutations.reduce(
      (text, { at, remove, insert }) => {
        const offset = Math.floor(at * text.length);
        return text.slice(0, offset) + insert + text.slice(offset + remove);
      },
      opening + blocks.map((parts) => parts.join('')).join(''),
    ),
  );
