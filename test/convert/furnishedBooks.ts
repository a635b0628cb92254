/** A book of neutral sentences, each of which occurs once, and the forms in which archives give such books. */
export interface Book {
  readonly title: string;
  readonly author: string;
  readonly chapters: readonly { readonly title: string; readonly paragraphs: readonly string[] }[];
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
  'lamp mill miller window wick kettle neighbourhood administration conversation winter lamplighter corner understanding pencil'.split(
    ' ',
  );
const verbs = 'watches trims carries remembers considers extinguishes illuminates describes'.split(' ');
const numerals = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Makes a book. Words in `_` are set in italics. */
export function bookOf(dice: Dice): Book {
  let count = 0;
  const pick = (words: readonly string[]): string => words[dice(words.length)] ?? '';
  const sentence = (): string => {
    const italics = dice(4) === 0;
    const noun = pick(nouns);
    count++;
    const tens = numerals[Math.floor(count / 12) % 12] ?? '';
    return `The ${italics ? `_${noun}_` : noun} of the ${pick(nouns)} ${pick(verbs)} the ${pick(nouns)} and the ${pick(nouns)}, night ${tens} and ${numerals[count % 12] ?? ''}, without a word.`;
  };
  const paragraph = (): string => Array.from({ length: 3 + dice(4) }, sentence).join(' ');
  const chapters = Array.from({ length: 2 + dice(2) }, (_, at) => ({
    title: `The ${['Oil', 'Wick', 'Glass'][at] ?? ''}`,
    paragraphs: Array.from({ length: 2 + dice(4) }, paragraph),
  }));
  return { title: 'The Year of the Lamp', author: 'Nora Quill', chapters };
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
  readonly links: boolean;
}

export function furnitureOf(dice: Dice): Furniture {
  const pages = (['none', 'feeds', 'numbers', 'signs'] as const)[dice(4)] ?? 'none';
  const yes = (): boolean => dice(2) === 0;
  return { licence: yes(), contents: yes(), pages, ornaments: yes(), links: yes() };
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

/** Ends pages within paragraphs, where the line does not end a sentence. */
function paged(lines: readonly string[], book: Book, pages: Furniture['pages'], dice: Dice): string[] {
  if (pages === 'none') return [...lines];
  let page = 9 + dice(3);
  let since = 0;
  return lines.flatMap((line, at) => {
    const next = lines[at + 1] ?? '';
    since++;
    if (since < 9 || !/[a-z,]$/.test(line) || !/^[a-z]/.test(next)) return [line];
    since = 0;
    page++;
    if (pages === 'signs')
      return dice(2) === 0 ? [`${line} [Pg ${String(page)}]`] : [line, '', `[Pg ${String(page)}]`, ''];
    const head = page % 2 === 0 ? book.title.toUpperCase() : book.author;
    return pages === 'feeds' ? [line, '', String(page), `\f${head}`, ''] : [line, '', String(page), ''];
  });
}

const html = (text: string): string => text.replace(/_([^_]+)_/g, '<i>$1</i>');

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
    const at = text.indexOf(' ', text.length >> 1);
    return html(`${text.slice(0, at)}\u0001${text.slice(at)}`).replace('\u0001', number());
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
        `<p>${withPage(paragraph)}</p>`,
      ]),
    ]),
    ...(furniture.licence ? [`<p>${end}</p>`, `<p>${licence}</p>`] : []),
    ...(furniture.links ? ['<hr>', links] : []),
    '</body></html>',
  ].join('\n');
}

/** The book as Markdown. */
export function asMarkdown(book: Book, furniture: Furniture, dice: Dice): string {
  let page = 9;
  const withPage = (text: string): string => {
    if (furniture.pages === 'none') return text;
    const at = text.indexOf(' ', text.length >> 1);
    page++;
    const signs = [
      `[Pg ${String(page)}]`,
      `<span class="pagenum">${String(page)}</span>`,
      `[${String(page)}]{.pagenum}`,
    ];
    const sign = furniture.pages === 'feeds' ? `\n\n[Pg ${String(page)}]\n\n` : (signs[dice(3)] ?? '');
    const rest = text.slice(at);
    const goesOn = /^ [a-z]/.test(rest) && /[a-z,]$/.test(text.slice(0, at));
    return `${text.slice(0, at)}${sign.includes('\n') && !goesOn ? '' : sign}${sign.includes('\n') && goesOn ? rest.trimStart() : rest}`;
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
        withPage(paragraph),
      ]),
    ]),
    ...(furniture.licence ? [end, licence] : []),
    ...(furniture.links ? ['[Previous](1.md) | [Contents](index.md) | [Next](3.md)'] : []),
  ].join('\n\n');
}
