/** A book of neutral sentences, each of which occurs once, and the forms in which archives give such books. */
export interface Book {
  readonly title: string;
  readonly author: string;
  readonly chapters: readonly Chapter[];
}

interface Chapter {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** Numbers below `below`, the same for the same seed (a linear congruential generator, Numerical Recipes). */
export type Dice = (below: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const nouns =
  'lamp mill miller window wick kettle neighbourhood administration conversation winter lamplighter corner understanding pencil lamp-holder wick-trimmer'.split(
    ' ',
  );
const verbs = 'watches trims carries remembers considers extinguishes illuminates describes'.split(' ');
const numerals = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Makes a book. What stands between two `_` is set in italics: words, parts of words, and phrases. */
export function bookOf(dice: Dice): Book {
  let count = 0;
  const pick = (words: readonly string[]): string => words[dice(words.length)] ?? '';
  const sentence = (): string => {
    const [italics, part, phrase] = [dice(4) === 0, dice(6) === 0, dice(5) === 0];
    const noun = pick(nouns);
    const verb = pick(verbs);
    count++;
    const tens = numerals[Math.floor(count / 12) % 12] ?? '';
    const object = `the ${pick(nouns)} and the ${pick(nouns)}`;
    return `The ${italics ? `_${noun}_` : noun} of the ${pick(nouns)} ${part ? partlyItalic(verb, dice) : verb} ${phrase ? `_${object}_` : object}, night ${tens} and ${numerals[count % 12] ?? ''}, without a word.`;
  };
  const paragraph = (): string => Array.from({ length: 3 + dice(4) }, sentence).join(' ');
  const chapters = Array.from({ length: 2 + dice(2) }, (_, at) => ({
    title: `The ${['Oil', 'Wick', 'Glass'][at] ?? ''}`,
    paragraphs: Array.from({ length: 2 + dice(4) }, paragraph),
  }));
  return { title: 'The Year of the Lamp', author: 'Nora Quill', chapters };
}

function partlyItalic(word: string, dice: Dice): string {
  const at = 3 + dice(word.length - 4);
  return dice(2) === 0
    ? `_${word.slice(0, at)}_${word.slice(at)}`
    : `${word.slice(0, at)}_${word.slice(at)}_`;
}

const roman = ['I', 'II', 'III', 'IV'];
const start = '*** START OF THE PROJECT GUTENBERG EBOOK THE YEAR OF THE LAMP ***';
const end = '*** END OF THE PROJECT GUTENBERG EBOOK THE YEAR OF THE LAMP ***';
const licence =
  'You may read this book and pass it on, on the terms that are set out at the end of this file, wherever you are.';

/** What a form of a book may have beside its text. */
export interface Furniture {
  readonly licence: boolean;
  readonly contents: boolean;
  readonly pages: 'none' | 'feeds' | 'numbers' | 'signs';
  readonly ornaments: boolean;
  /** Whether the last paragraph of a chapter is a block quotation that says where it is from. Not in plain text. */
  readonly quotations: boolean;
  readonly links: boolean;
}

export function furnitureOf(dice: Dice): Furniture {
  const pages = (['none', 'feeds', 'numbers', 'signs'] as const)[dice(4)] ?? 'none';
  const yes = (): boolean => dice(2) === 0;
  return { licence: yes(), contents: yes(), pages, ornaments: yes(), links: yes(), quotations: yes() };
}

function wrapLines(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** The book as plain text, wrapped, with pages of some lines each. */
export function asText(book: Book, furniture: Furniture, dice: Dice): string {
  const front = [
    ...(furniture.licence
      ? [
          'The Project Gutenberg eBook of The Year of the Lamp',
          '',
          licence,
          '',
          `Title: ${book.title}`,
          '',
          `Author: ${book.author}`,
          '',
          start,
          '',
          '',
        ]
      : []),
    book.title.toUpperCase(),
    '',
    `by ${book.author}`,
    '',
    '',
  ];
  if (furniture.contents) {
    front.push('CONTENTS', '');
    book.chapters.forEach(({ title }, at) =>
      front.push(`  CHAPTER ${roman[at] ?? ''}.  ${title}`.padEnd(50) + String(at * 7 + 1)),
    );
    front.push('', '');
  }
  const body = book.chapters.flatMap(({ title, paragraphs }, at) => [
    `CHAPTER ${roman[at] ?? ''}`,
    '',
    title.toUpperCase(),
    '',
    ...paragraphs.flatMap((paragraph, index) => [
      ...(furniture.ornaments && index === 1 ? ['* * *', ''] : []),
      ...wrapLines(paragraph, 64),
      '',
    ]),
  ]);
  const back = furniture.licence ? ['', end, '', licence] : [];
  return [...front, ...paged(body, book, furniture.pages, dice), ...back].join('\n');
}

/** Ends pages within paragraphs, where the line does not end a sentence. Some ends divide the last word of their line. */
function paged(lines: readonly string[], book: Book, pages: Furniture['pages'], dice: Dice): string[] {
  if (pages === 'none') return [...lines];
  const left = [...lines];
  const out: string[] = [];
  let page = 9 + dice(3);
  let since = 0;
  for (let line = left.shift(); line !== undefined; line = left.shift()) {
    const next = left[0] ?? '';
    since++;
    if (since < 9 || !/[a-z,]$/.test(line) || !/^[a-z]/.test(next)) {
      out.push(line);
      continue;
    }
    since = 0;
    page++;
    const at = dice(2) === 0 ? divisionOf(line, dice) : undefined;
    const head = page % 2 === 0 ? book.title.toUpperCase() : book.author;
    if (pages === 'signs' && at !== undefined && dice(3) > 0) {
      out.push(withSignInWord(line, at, `[Pg ${String(page)}]`, dice));
      continue;
    }
    out.push(at === undefined ? line : hyphened(line.slice(0, at)));
    if (at !== undefined) left[0] = `${line.slice(at)} ${next}`;
    if (pages === 'signs' && at === undefined && dice(2) === 0)
      out.push(`${out.pop() ?? ''} [Pg ${String(page)}]`);
    else if (pages === 'signs') out.push('', `[Pg ${String(page)}]`, '');
    else out.push('', String(page), ...(pages === 'feeds' ? [`\f${head}`] : []), '');
  }
  return out;
}

/** An offset within the last word of a text where the end of a page divides it; at its own hyphen, if it has one. */
function divisionOf(text: string, dice: Dice): number | undefined {
  const word = /(?<![\w-])[a-z]+(?:-[a-z]+)?$/.exec(text)?.[0] ?? '';
  const start = text.length - word.length;
  if (word.includes('-')) return start + word.indexOf('-') + 1;
  return word.length < 6 ? undefined : start + 3 + dice(word.length - 5);
}

function hyphened(text: string): string {
  return text.endsWith('-') ? text : `${text}-`;
}

/** Sets the number of a page into a word, with and without a hyphen and spaces. */
function withSignInWord(text: string, at: number, sign: string, dice: Dice): string {
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const ways = [
    `${before}${sign}${after}`,
    `${hyphened(before)}${sign}${after}`,
    `${hyphened(before)} ${sign}${after}`,
    `${hyphened(before)} ${sign} ${after}`,
  ];
  return ways[dice(ways.length)] ?? '';
}

/** Sets the number of a page after a word near the middle of a paragraph, or into it, as the end of a page divides it. */
function withPageSign(text: string, sign: string, dice: Dice): string {
  const end = text.indexOf(' ', text.length >> 1);
  const at = dice(2) === 0 ? divisionOf(text.slice(0, end), dice) : undefined;
  if (at === undefined) return `${text.slice(0, end)}${sign}${text.slice(end)}`;
  return withSignInWord(text, at, sign, dice);
}

const html = (text: string): string => text.replace(/_([^_]+)_/g, '<i>$1</i>');

/** Where a quotation is from. */
const footers = [
  '<footer>Ann Miller, <cite>On Lamps</cite></footer>',
  '<footer><p>— Ann Miller</p></footer>',
  '<footer><cite>Ann Miller</cite></footer>',
];

/** The book as a page of an archive. */
export function asHtml(book: Book, furniture: Furniture, dice: Dice): string {
  let page = 9;
  const number = (): string => {
    page++;
    return dice(2) === 0
      ? `<span class="pagenum"><a id="Page_${String(page)}">[Pg ${String(page)}]</a></span>`
      : `<a class="pageno" href="#p">${String(page)}</a>`;
  };
  const withPage = (text: string): string => {
    if (furniture.pages === 'none') return html(text);
    return html(withPageSign(text, '\u0001', dice)).replace('\u0001', number());
  };
  const links =
    '<p><a href="1.htm">Previous</a> | <a href="index.htm">Contents</a> | <a href="3.htm">Next</a></p>';
  return [
    `<html><head><title>${book.title}</title></head><body>`,
    ...(furniture.links
      ? ['<p><a href="../">Quill Archive</a> &gt; <a href="index.htm">Lamps</a></p>', '<hr>']
      : []),
    ...(furniture.licence ? [`<p>${licence}</p>`, `<p>${start}</p>`] : []),
    `<h1>${book.title}</h1>`,
    ...(furniture.contents
      ? [
          `<h2>Contents</h2><ul>${book.chapters.map(({ title }, at) => `<li><a href="#c${String(at)}">${title}</a></li>`).join('')}</ul>`,
        ]
      : []),
    ...book.chapters.flatMap(({ title, paragraphs }, at) => [
      `<h2 id="c${String(at)}">${title}${furniture.links ? `<a class="headerlink" href="#c${String(at)}">¶</a>` : ''}</h2>`,
      ...paragraphs.flatMap((paragraph, index) => [
        ...(furniture.ornaments && index === 1 ? ['<h3 align="center">* * *</h3>'] : []),
        ...(furniture.pages === 'feeds' ? [`<div class="pagenum">${String(++page)}</div>`] : []),
        furniture.quotations && index === paragraphs.length - 1
          ? `<blockquote><p>${withPage(paragraph)}</p>${footers[dice(footers.length)] ?? ''}</blockquote>`
          : `<p>${withPage(paragraph)}</p>`,
      ]),
    ]),
    ...(furniture.licence ? [`<p>${end}</p>`, `<p>${licence}</p>`] : []),
    ...(furniture.links ? ['<hr>', links] : []),
    '</body></html>',
  ].join('\n');
}

function quotationIn(text: string, dice: Dice): string {
  const footer = footers[dice(footers.length)] ?? '';
  return dice(2) === 0
    ? `<blockquote>\n<p>${text.replace(/\*([^*]+)\*/g, '<i>$1</i>')}</p>\n${footer}\n</blockquote>`
    : `> ${text}\n>\n> — Ann Miller, *On Lamps*`;
}

/** The book as Markdown. */
export function asMarkdown(book: Book, furniture: Furniture, dice: Dice): string {
  let page = 9;
  const withPage = (text: string): string => {
    if (furniture.pages === 'none') return text;
    page++;
    const signs = [
      `[Pg ${String(page)}]`,
      `<span class="pagenum">${String(page)}</span>`,
      `[${String(page)}]{.pagenum}`,
    ];
    if (furniture.pages !== 'feeds') return withPageSign(text, signs[dice(3)] ?? '', dice);
    const [before = '', after = ''] = withPageSign(text, '\u0001', dice).split('\u0001');
    const goesOn = /[a-z,-] ?$/.test(before) && /^ ?[a-z]/.test(after);
    if (!goesOn) return text;
    // Italics and words do not go on over the end of a paragraph.
    const star = (before.match(/\*/g)?.length ?? 0) % 2 === 1 ? '*' : '';
    const end = /^[ ,]/.test(after) || before.endsWith(' ') ? before.trimEnd() : hyphened(before);
    return `${end}${star}\n\n[Pg ${String(page)}]\n\n${star}${after.trimStart()}`;
  };
  return [
    ...(furniture.links ? ['[Quill Archive](../index.md) > [Lamps](index.md)'] : []),
    ...(furniture.licence ? [licence, start] : []),
    `# ${book.title}`,
    ...(furniture.contents
      ? ['## Contents', book.chapters.map(({ title }, at) => `- [${title}](#c${String(at)})`).join('\n')]
      : []),
    ...book.chapters.flatMap(({ title, paragraphs }, at) => [
      `## ${title}${furniture.links ? ` [¶](#c${String(at)})` : ''}`,
      ...paragraphs.flatMap((paragraph, index) => [
        ...(furniture.ornaments && index === 1 ? ['### * * *'] : []),
        furniture.quotations && index === paragraphs.length - 1
          ? quotationIn(paragraph.replaceAll('_', '*'), dice)
          : withPage(paragraph.replaceAll('_', '*')),
      ]),
    ]),
    ...(furniture.licence ? [end, licence] : []),
    ...(furniture.links ? ['[Previous](1.md) | [Contents](index.md) | [Next](3.md)'] : []),
  ].join('\n\n');
}
