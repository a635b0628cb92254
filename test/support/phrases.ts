import fc from 'fast-check';

/** The paragraphs of `@lamp`, and in reverse order of `@rope`. `@sail` is a work without text. */
export const passages = [
  'The lamp keepers met in the long hall. They spoke of oil, not of wages, and nobody wrote it down.',
  'A harbour is a school. Who carries the ropes learns the weather before the captain does.',
  'It is not true that the keepers agreed; three of them walked out, and two came back at night.',
  'Oil is dear where light is cheap – that was the keepers’ saying, and they said “no more” to it.',
];
/** Usually picks what people write, sometimes what they rarely write. */
export function mostly<T>(plain: readonly T[], odd: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { arbitrary: fc.constantFrom(...plain), weight: 12 },
    { arbitrary: fc.constantFrom(...odd), weight: 1 },
  );
}

/** A citation. */
export const citation = mostly(
  [
    '[@lamp, ¶ 1]',
    '[@lamp, ¶ 2]',
    '[@lamp, ¶ 3]',
    '[@rope, ¶ 1]',
    '[@lamp, ¶ 1-2]',
    '[@sail, p. 3]',
    '[@sail]',
    '@sail',
    '@lamp [¶ 3]',
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
/** Words in quotation marks, with or without a citation. */
export const exact = mostly(
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
/** The exact words of a passage, with its citation. */
export const verbatim = fc.constantFrom(
  ['The lamp keepers met in the long hall', '[@lamp, ¶ 1]'],
  ['They spoke of oil, not of wages', '[@rope, ¶ 4]'],
  ['A harbour is a school', '[@lamp, ¶ 2]'],
  ['A harbour is a school.', '[@lamp, ¶ 1-2]'],
  ['three of them walked out', '[@lamp, ¶ 3]'],
  ['Who carries the ropes learns the weather before the captain does', '[@rope, ¶ 3]'],
  ['that was the keepers’ saying', '[@lamp, ¶ 4]'],
);
/** A quotation with its citation. */
export const quotation = fc
  .tuple(
    fc.oneof({ arbitrary: verbatim, weight: 6 }, { arbitrary: fc.tuple(exact, citation), weight: 1 }),
    marks,
    mostly(
      [' ', ' ', ' as they say ', ', '],
      ['', '. ', ', so they-say, ', '\n', ' And then ', ' (so) ', '  ', '.) ', ' @sail '],
    ),
  )
  .map(([[text, cite], [open, close], between]) => `${open}${text}${close}${between}${cite}`);
/** Words of the writer's own, and markup between them. */
export const words = mostly(
  [
    'The group read on',
    '1848 was a year',
    '*So* it was',
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
      '**1** of',
      '* of',
      '\n2. of',
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
