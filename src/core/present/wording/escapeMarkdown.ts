/** Characters that could be Markdown, or begin a link or HTML, anywhere in a line. */
const markdownCharacter = /[\\`*_{}[\]<>#|~&$!@]/g;
/** The beginning of a list item, of a line below a heading, or of a line across the page. */
const lineMark = /^(?:[-+=]|(\d+)([.)])(?=\s|$))/u;
/** Characters by which viewers recognise an address and make it a link. */
const autolink = /:(?=\/\/)|(?<=www)\./giu;

/**
 * Escapes text so that Markdown shows exactly that text, without links, HTML, commands or icons. Line breaks become
 * spaces.
 */
export function escapeMarkdown(text: string): string {
  return escapeWords(text.replace(/\s+/gu, ' ').trim()).replace(
    lineMark,
    (mark, number?: string, point?: string) => (number ? `${number}\\${point ?? ''}` : `\\${mark}`),
  );
}

/** Escapes text that stands within a line, as `escapeMarkdown` does; white space stays as it is. */
export function escapeWords(text: string): string {
  return text.replace(markdownCharacter, '\\$&').replace(autolink, '\\$&');
}

/**
 * Makes escaped words the words of a link: with references in place of escaped brackets, because the reader of Markdown in VS
 * Code takes the escapes away before it reads the words again.
 */
export function linkWords(escaped: string): string {
  return escaped.replace(/\\(.)/gsu, (pair, sign: string) =>
    sign === '[' ? '&#91;' : sign === ']' ? '&#93;' : pair,
  );
}

/** A block quotation of plain text. */
export function quoteMarkdown(text: string): string {
  return `> ${escapeMarkdown(text)}`;
}

/** Shortens a text at the end of a word to about `length` code units. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > length / 2 ? space : cut.length).trimEnd()} …`;
}
