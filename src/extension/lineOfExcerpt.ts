/** Shorter excerpts may stand anywhere. UTF-16 code units. */
const leastUnits = 3;

function bare(text: string): string {
  return text
    .replace(/[\\*_]/gu, '')
    .replace(/[\s>#]+/gu, ' ')
    .trim();
}

/**
 * Returns the line of a Markdown text, counted from 0, in which an excerpt of its words begins; undefined where none does.
 * @param excerpt words without Markdown, on one line, with an ellipsis where it is cut
 */
export function lineOfExcerpt(markdown: string, excerpt: string): number | undefined {
  const words = bare(excerpt.replace(/\s*…\s*$/u, ''));
  if (words.length < leastUnits) return undefined;
  const line = markdown.split('\n').findIndex((each) => bare(each).includes(words));
  return line < 0 ? undefined : line;
}
