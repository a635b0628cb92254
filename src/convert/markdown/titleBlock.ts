/** The title block of Pandoc, `% title`, `% authors`, `% date`, each of which may go on in lines that begin with a space. */
export interface TitleBlock {
  readonly title: string;
  readonly authors: readonly string[];
  readonly date: string;
  /** The text with empty lines in its place. */
  readonly rest: string;
}

const newLine = String.raw`(?:\r\n|\n|\r)`;
/** A field, and the lines in which it goes on. */
const field = String.raw`%[ \t]*([^\n\r]*(?:${newLine}[ \t]+[^\s][^\n\r]*)*)${newLine}`;
const titleBlock = new RegExp(
  String.raw`^\uFEFF?${field}(?:${field})?(?:${field})?(?=[ \t]*(?:${newLine}|$))`,
  'u',
);

/** Reads the title block that a text begins with; undefined where it begins with none. */
export function readTitleBlock(text: string): TitleBlock | undefined {
  const [whole, title = '', authors = '', date = ''] = titleBlock.exec(text) ?? [];
  if (whole === undefined || [title, authors, date].every((one) => one.trim() === '')) return undefined;
  return {
    title: oneLineOf(title),
    authors: authors
      .split(/;|[\n\r]+/u)
      .map((author) => author.trim())
      .filter((author) => author !== ''),
    date: oneLineOf(date),
    rest: whole.replace(/[^\n\r]+/gu, '') + text.slice(whole.length),
  };
}

function oneLineOf(written: string): string {
  return written.replace(/\s+/gu, ' ').trim();
}
