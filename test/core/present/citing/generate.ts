import fc from 'fast-check';

/** Keys of three sources. */
const keys = ['masswork', 'other', 'a.b'] as const;

const languages = ['', 'en-GB', 'fr', 'es', 'de', 'it', 'pt-BR', 'nl'] as const;
const numbers = fc.oneof(
  fc.integer({ min: 1, max: 130 }).map(String),
  fc
    .tuple(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 61, max: 130 }),
      fc.constantFrom('-', '--', '–'),
    )
    .map(([first, last, dash]) => `${String(first)}${dash}${String(last)}`),
);
const value = fc.oneof(
  { arbitrary: fc.array(numbers, { minLength: 1, maxLength: 3 }).map((all) => all.join(', ')), weight: 5 },
  {
    arbitrary: fc.constantFrom(
      'iv',
      '1(iii)',
      '9ff',
      '112-14',
      '20-9',
      '9 and 20',
      '2 - 3',
      'twelve',
      '',
      '9,20',
      '5 I',
    ),
    weight: 2,
  },
);
const term = fc.constantFrom(
  ...[
    '¶ ',
    '¶¶ ',
    '¶',
    '§ ',
    'para. ',
    'Para. ',
    'sec. ',
    'sect. ',
    'n. ',
    'p. ',
    '',
    'Abs. ',
    'párr. ',
    'fn. ',
  ],
);
const locator = fc.oneof(
  { arbitrary: fc.tuple(term, value).map(([name, text]) => `${name}${text}`), weight: 4 },
  { arbitrary: fc.tuple(term, value).map(([name, text]) => `{${name}${text}}`), weight: 1 },
);
const rest = fc.constantFrom(
  '',
  '',
  '',
  '',
  ', with care',
  ' I disagree',
  ', 1848 was',
  '.',
  ' and *more*',
  ' ',
  ', “so”',
);
const lead = fc.constantFrom(', ', ' ', ', ', ',', ', *see* ');
const suffix = fc.oneof(
  { arbitrary: fc.tuple(lead, locator, rest).map((parts) => parts.join('')), weight: 5 },
  { arbitrary: rest, weight: 2 },
);
const prefix = fc.constantFrom('', '', '', 'see ', 'see *also* ', 'cf. 12, ');
const one = fc
  .tuple(prefix, fc.constantFrom('', '', '-'), fc.constantFrom(...keys), suffix)
  .map(([before, minus, key, after]) => `${before}${minus}@${key}${after}`);
const group = fc.oneof(
  fc.array(one, { minLength: 1, maxLength: 3 }).map((all) => `[${all.join('; ')}]`),
  fc.tuple(fc.constantFrom(...keys), locator, rest).map(([key, at, after]) => `@${key} [${at}${after}]`),
  fc.tuple(fc.constantFrom(...keys), locator, one).map(([key, at, next]) => `@${key} [${at}; ${next}]`),
  fc.constantFrom(...keys).map((key) => `@${key}`),
);

const wanted = fc.oneof(
  fc
    .array(numbers, { minLength: 1, maxLength: 3 })
    .map((all) => `, ¶¶ ${all.join(', ').replace(/--|–/g, '-')}`),
  fc.integer({ min: 1, max: 9 }).map((number) => `, n. ${String(number)}`),
  fc.constantFrom(', sec. 1(iii)', ', sec. 2', ', {sec. A}', ''),
);

/** A paper with citations, an offset in it, and what to cite there. */
export const cited = fc
  .record({
    language: fc.constantFrom(...languages),
    before: fc.constantFrom('', 'Words ', '> Words ', '- (', '“Words” ', '*Words* ', '| a |\n|---|\n| '),
    group,
    after: fc.constantFrom('', ' and words.', ', and words [@b, ¶ 3].', '.', ')', '[x](y)'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    key: fc.constantFrom(...keys),
    wanted,
  })
  .map(({ language, before, group: written, after, at, key, wanted: locator_ }) => {
    const front = language === '' ? '' : `---\nlang: ${language}\n---\n\n`;
    const text = `${front}${before}${written}${after}\n`;
    const from = front.length + before.length;
    return {
      text,
      place: from + Math.round(at * written.length),
      written: `[@${key}${locator_}]`,
      isBlank: front.length > 0 && from === front.length,
    };
  });
