/** Characters that could be Markdown, or start a link or HTML, wherever they stand. */
const special = /[\\`*_{}[\]<>#|~&$!@]/g;
/** What starts a list at the beginning of a line. */
const listMark = /^(?:[-+](?=\s|$)|(\d+)([.)])(?=\s|$))/u;
/** What viewers turn into links by themselves. */
const autolink = /(?<=\b[a-z][a-z0-9+.-]{0,20}):(?=\/\/)|(?<=\bwww)\./giu;

/**
 * Text as Markdown that shows exactly that text: nothing in it becomes a link, HTML, a command or an icon.
 * Line breaks become spaces.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(special, '\\$&')
    .replace(autolink, '\\$&')
    .replace(listMark, (mark, number?: string, point?: string) =>
      number ? `${number}\\${point ?? ''}` : `\\${mark}`,
    );
}

/** A block quotation of plain text. */
export function quoteMarkdown(text: string): string {
  return `> ${escapeMarkdown(text)}`;
}

/** Shortens a text to about `length` characters at a word's end. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > length / 2 ? space : length).trimEnd()} …`;
}

/** `1 citation`, `3 citations`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
