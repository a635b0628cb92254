/**
 * Forms in which the same page may reach the importer. Each function takes a text and returns the changed one;
 * encodings come last.
 */

type Form = (text: string) => string;

const lines = (text: string): string[] => text.split('\n');
const isBlank = (line: string): boolean => /^[\s\u00A0\u202F]*$/u.test(line);

/** Wraps each line at `width` columns, at spaces only. */
export const wrapped =
  (width: number): Form =>
  (text) =>
    lines(text)
      .map((line) => wrapLine(line, width))
      .join('\n');

function wrapLine(line: string, width: number): string {
  const rows: string[] = [];
  let row = '';
  for (const word of line.trim().split(/ +/)) {
    if (row !== '' && row.length + 1 + word.length > width) {
      rows.push(row);
      row = word;
    } else row = row === '' ? word : `${row} ${word}`;
  }
  return [...rows, row].join('\n');
}

/** Wraps as a typewriter or a mail program does, which also breaks after hyphens. */
export const wrappedAtHyphens =
  (width: number): Form =>
  (text) =>
    lines(text)
      .map((line) =>
        wrapLine(line.replace(/(\p{L})-(?=\p{L})/gu, '$1-\u0001 '), width)
          .replace(/\u0001 /g, '')
          .replace(/\u0001/g, ''),
      )
      .join('\n');

export const crlf: Form = (text) => text.replaceAll('\n', '\r\n');
export const loneCr: Form = (text) => text.replaceAll('\n', '\r');
export const finalNewline: Form = (text) => `${text}\n\n`;
export const straightQuotes: Form = (text) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
export const typewriter: Form = (text) => straightQuotes(text).replace(/…/g, '...').replace(/ – /g, ' -- ');
export const doubleBlank: Form = (text) => text.replace(/\n\n/g, '\n\n\n');
export const noBlankLines: Form = (text) =>
  lines(text)
    .filter((line) => !isBlank(line))
    .join('\n');

/** Makes blank lines of tabs and no-break spaces, and indents paragraphs with a tab, spaces or no-break spaces. */
export const oddSpaces: Form = (text) => {
  const indents = ['\t', '    ', '\u00A0\u00A0', '\u202F ', ''];
  return lines(text)
    .map((line, index) =>
      isBlank(line)
        ? ['', '\u00A0', '\t \u202F'][index % 3]
        : `${indents[index % 5]}${line
            .replace(/ (?=\p{Ll}{7})/u, '\u00A0')
            .replace(/ (?=\p{Ll}{8})/u, '\t')
            .replace(/ (?=\p{Ll}{9})/u, '\u202F')} `,
    )
    .join('\n');
};

export const indented: Form = (text) =>
  lines(text)
    .map((line) => (isBlank(line) ? line : `    ${line}`))
    .join('\n');

/** Removes the blank line after each heading: a labelled line, or one of the given line numbers. */
export const noBlankAfterHeading =
  (more: readonly number[]): Form =>
  (text) =>
    lines(text)
      .filter(
        (line, index, all) => !(isBlank(line) && (isLabelled(all[index - 1] ?? '') || more.includes(index))),
      )
      .join('\n');

const isLabelled = (line: string): boolean => /^\((?:\d|[ivx]+)\)\s/.test(line);

/** Writes note marks in square brackets or raised, as other programs save them. */
export const markForms =
  (form: (digit: string) => string, anchors: readonly { before: string; digit: string }[]): Form =>
  (text) =>
    anchors.reduce((result, { before, digit }) => result.replace(before + digit, before + form(digit)), text);

export const framed: Form = (text) =>
  `Skip to content\nHome About Archive Contact\n(1) Archive\nSearch for:\n\n${text}\n\nPrevious post: Another\n\nCopyright 2015. All rights reserved.\n`;

/** An HTML page with h2 headings, or with bold paragraphs instead. */
export const html =
  (headings: 'h2' | 'bold', isHeading: (line: string, number: number) => boolean, frame: boolean): Form =>
  (text) => {
    const body = lines(text)
      .map((line, index) => {
        if (isBlank(line)) return '';
        const words = line.trim().replace(/&/g, '&amp;').replace(/</g, '&lt;');
        if (!isHeading(line, index + 1)) return `<p>${words}</p>`;
        return headings === 'h2'
          ? `<h${isLabelled(line) && /^\(\d/.test(line) ? 2 : 3}>${words}</h3>`
          : `<p><b>${words}</b></p>`;
      })
      .join('\n');
    const page = frame
      ? `<nav><a href="/">Home</a> (1) Archive</nav><div class="wrap"><div class="post">${body}</div></div><aside><p>Subscribe to our list of long letters about everything.</p></aside><script>document.write("<p>(4) Not a section</p>")</script>`
      : body;
    return `<html><head><meta charset="utf-8"><title>A page</title></head><body>${page}</body></html>`;
  };

export function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const source = mark ? `\uFEFF${text}` : text;
  const bytes = new Uint8Array(source.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < source.length; i++) view.setUint16(i * 2, source.charCodeAt(i), order === 'le');
  return bytes;
}

export function utf8(text: string, mark = false): Uint8Array {
  return new TextEncoder().encode(mark ? `\uFEFF${text}` : text);
}

const windows1252: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
};

export function toWindows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => windows1252[character] ?? character.charCodeAt(0));
}
