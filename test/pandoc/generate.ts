import type { Random } from './random.ts';

const keys = [
  'a',
  'b',
  'masswork',
  'doe99',
  'x_y',
  'doe:1999',
  'Größe',
  'a.b',
  'a-b',
  'http://x.y/z',
  'a+b',
  '0',
  '*',
  '_u',
];
const bracedKeys = ['any.key', 'a,b', 'x{y}z', 'http://a.b/c?d=e', 'k;l', 'm]n'];
const words = [
  'see',
  'also',
  'the',
  'argument',
  'cf.',
  'e.g.',
  'p.',
  'para.',
  'é',
  '12',
  'iv',
  "don't",
  '3rd',
  'x_y',
  'a.b.',
];
const locators = [
  '¶ 12',
  '¶¶ 12-14, 20',
  'p. 3',
  'pp. 3--5',
  'sec. 1(iii)',
  '§ 2',
  'n. 1',
  '{¶ 12}',
  'chap. 4',
  '12',
  'at ¶ 12',
  'par. 3',
];

function key(random: Random): string {
  return random.chance(0.12) ? `@{${random.pick(bracedKeys)}}` : `@${random.pick(keys)}`;
}

/** A word or a well-formed piece of inline markup. */
function phrase(random: Random, depth: number): string {
  const inner = (): string => (depth > 2 ? random.pick(words) : text(random, depth + 1, 1, 3));
  const kind = random.integer(0, 26);
  switch (kind) {
    case 0:
      return `*${inner()}*`;
    case 1:
      return `**${inner()}**`;
    case 2:
      return `_${inner()}_`;
    case 3:
      return `"${inner()}"`;
    case 4:
      return `'${inner()}'`;
    case 5:
      return '`' + random.pick(['x]', '@a', ';', 'y']) + '`';
    case 6:
      return `[${inner()}](http://x.y/${random.pick(['', 'z'])})`;
    case 7:
      return `[${inner()}]`;
    case 8:
      return random.pick([
        '\\@a',
        '\\[',
        '\\]',
        '\\;',
        '\\*',
        '&amp;',
        '&para;',
        '--',
        '---',
        '...',
        '<b>',
        '</b>',
      ]);
    case 9:
      return random.pick(['me@example.org', '<me@example.org>', '<http://x.y/a>', '$x @a$', '<!-- @a -->']);
    case 10:
      return `^[${inner()}]`;
    case 11:
      return `[${inner()}]{.cls}`;
    case 12:
      return `<span class="x">${inner()}</span>`;
    case 13:
      return random.pick([
        '~~s~~',
        'H~2~O',
        'x^2^',
        '“q”',
        '‘q’',
        '…',
        '–',
        '\u00a0',
        '(x)',
        '{y}',
        '😀',
        'n\u0301',
      ]);
    default:
      return random.pick(words);
  }
}

function space(random: Random): string {
  return random.pick([' ', ' ', ' ', ' ', ' ', '\n', '  ', ', ', '. ', ' \n']);
}

/** Words and markup, without citations. */
function text(random: Random, depth: number, from: number, to: number): string {
  let out = phrase(random, depth);
  for (let i = random.integer(from, to); i > 1; i--) out += space(random) + phrase(random, depth);
  return out;
}

function item(random: Random): string {
  const prefix = random.chance(0.3) ? text(random, 1, 1, 2) + random.pick([' ', ' ', '\n', '']) : '';
  const minus = random.chance(0.2) ? '-' : '';
  const locator = random.chance(0.6) ? random.pick([', ', ' ', ',', '\n']) + random.pick(locators) : '';
  const suffix = random.chance(0.3) ? random.pick([', ', ' ', '\n', '']) + text(random, 1, 1, 3) : '';
  return prefix + minus + key(random) + locator + suffix;
}

function citation(random: Random): string {
  const group = (): string =>
    `[${random.many(1, 3, () => item(random), random.pick(['; ', ';', ' ; ', ';\n']))}]`;
  switch (random.integer(0, 7)) {
    case 0:
      return key(random);
    case 1:
      return `-${key(random)}`;
    case 2:
      return `${key(random)}${random.pick([' ', ' ', '\n', ''])}[${random.pick(locators)}]`;
    case 3:
      return `${key(random)} ${group()}`;
    case 4:
      return `${key(random)} [${random.pick(locators)}; ${item(random)}]`;
    default:
      return group() + random.pick(['', '', '', '', '', '(x)', '{.y}', '[z]']);
  }
}

/** The text of a link, image or span with a citation. */
function bracketed(random: Random): string {
  const words = (): string => (random.chance(0.7) ? text(random, 2, 1, 2) : '');
  const inner = `${words()}${random.pick([' ', ' ', '\n', ''])}${citation(random)}${random.pick([' ', ''])}${words()}`;
  const behind = [
    '(x.png)',
    '(http://x.y/z "t")',
    '(<x y>)',
    '{.cls}',
    '[ref]',
    '[]',
    '(x.png){#fig-x width=3}',
  ];
  return `${random.pick(['', '!'])}[${inner.trim()}]${random.pick(behind)}`;
}

/** A paragraph as people write it, with an occasional slip. */
export function sentence(random: Random): string {
  // Without a first word, Pandoc would take `p. x` or `e.g. x` at the start of a block for a list.
  let out = 'Text ';
  for (let i = random.integer(1, 3); i > 0; i--) {
    out += text(random, 0, 1, 3) + random.pick([' ', ' ', ' ', '\n', '']);
    out += random.chance(0.2) ? bracketed(random) : citation(random);
    out += random.pick(['. ', ', ', ' ', '\n', '']);
  }
  return out.trim().replace(/\n\s*<!--/g, ' <!--');
}

const soupTokens = [
  '[',
  '[',
  '[',
  ']',
  ']',
  ']',
  '@a',
  '@b',
  '-@c',
  '@{d e}',
  '@{f}',
  ';',
  ';',
  ' ',
  ' ',
  ' ',
  '\n',
  'x',
  'y',
  'see',
  '*',
  '**',
  '_',
  '"',
  "'",
  '`',
  '``',
  '\\',
  '(',
  ')',
  '{',
  '}',
  '{.c}',
  '(u)',
  '^',
  '^[',
  '~',
  '$',
  '<',
  '>',
  '<b>',
  '</b>',
  '<span>',
  '</span>',
  '!',
  ',',
  '.',
  '...',
  '--',
  '-',
  '@',
  '#',
  '&',
  '&amp;',
  ':',
  '¶ 12',
  'p. 3',
  '12',
  '[^1]',
  '\\@',
  '\\]',
  '\\[',
  '|',
  '<!-- ',
  '-->',
  'a@b',
  '~~',
  '=',
  '/',
  '+',
  '?',
  '%',
];

/** Random tokens in a row, which no person writes on purpose. */
export function soup(random: Random): string {
  // No comment may begin a line: CommonMark ends the paragraph there, Pandoc does not.
  return ('x ' + random.many(2, 14, () => random.pick(soupTokens))).replace(/\n\s*<!--/g, ' <!--');
}
