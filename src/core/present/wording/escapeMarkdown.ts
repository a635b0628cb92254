/** Characters that could be Markdown, or begin a link or HTML, anywhere in a line. */
const markdownCharacter = /[\\`*_{}[\]<>#|~&$!@]/g;
/** The beginning of a list item. */
const listMark = /^(?:[-+](?=\s|$)|(\d+)([.)])(?=\s|$))/u;
/** Characters by which viewers recognise an address and make it a link. */
const autolink = /(?<=\b[a-z][a-z0-9+.-]{0,20}):(?=\/\/)|(?<=\bwww)\./giu;

/**
 * Escapes text so that Markdown shows exactly that text, without links, HTML, commands or icons. Line breaks become
 * spaces.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(markdownCharacter, '\\$&')
    .replace(autolink, '\\$&')
    .replace(listMark, (mark, number?: string, point?: string) =>
      number ? `${number}\\${point ?? ''}` : `\\${mark}`,
    );
}

/** A block quotation of plain text. */
export function quoteMarkdown(text: string): string {
  return `> ${escapeMarkdown(text)}`;
}

/** Shortens a text at the end of a word to about `length` code units. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > length / 2 ? space : length).trimEnd()} …`;
}
