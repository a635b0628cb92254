import fc from 'fast-check';

/** Pieces of Markdown, citations, front matter and rubbish. Inputs that no person would write are made of them. */
const pieces = [
  ...[
    '[@tale, ¶ 1]',
    '[@tale, ¶¶ 3-1]',
    '@tale [n. 1]',
    '[-@{x y}]',
    '[@',
    '[@a; @b',
    '{¶ 2}',
    ', sec. 1(iii)',
    ' p. 3',
    '@*',
  ],
  ...['---\n', '---\nid: tale\n---\n', 'id: [', 'title: "x', '&a [*a, *a]', '- key: !!binary x\n', '...\n'],
  ...[
    '# ',
    '## (1) ',
    '### (iv) ',
    '## 2.3 ',
    '## Chapter 3',
    '> ',
    '> — Nobody\n',
    '- ',
    '1. ',
    '    ',
    '\t',
    '```\n',
    '~~~',
    '| a | b |\n|---|---|\n',
  ],
  ...[
    '[^1]',
    '[^1]: ',
    '[^1]:\n    ',
    '[x](y)',
    '![](z)',
    '[ref]: <',
    '<!-- p. 12 -->',
    '<!--',
    '-->',
    '<!-- pilcrow-ignore citation/unknown-key -->',
    '<div>',
    '</div',
  ],
  ...[
    '[mass line]{.term}',
    '{.term}',
    'mass line',
    'Also: ',
    'Not: ',
    'Defined at: [@tale, ¶ 1]\n',
    '## mass line\n',
  ],
  ...[
    '“',
    '”',
    '"',
    "'",
    '…',
    '[…]',
    '—',
    '\u00a0',
    '\u200d',
    '\ufeff',
    '\u0000',
    '\ud800',
    '\udfff',
    '𝒳',
    'e\u0301',
    '\u202e',
    '\u2028',
  ],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    ' ',
    '  \n',
    '\\',
    '*',
    '_',
    '$',
    '$$',
    '`',
    '{',
    '}',
    '"passages": [',
    '@book{x, title = {',
    ',',
  ],
];

const anyText = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 })), { maxLength: 40 })
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

/** Any text, mostly of the kind that breaks readers. */
export const brokenText: fc.Arbitrary<string> = anyText;

/** Words without markup, for texts with a known structure. */
export const plainWords: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      'lamp',
      'mill',
      'road',
      'winter',
      'Oil',
      'nobody',
      'Übung',
      'мир',
      '灯',
      "miller's",
      'twenty-two',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((words) => `${words.join(' ')}.`);
