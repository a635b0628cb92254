/**
 * Writes the marks of a source's words for use inside a quotation: within double marks, those of the other kind.
 * @param open the quotation's own opening mark; empty where it has none
 * @param straight whether the paper writes straight marks
 */
export function marksWithin(words: string, open: string, straight: boolean): string {
  if (straight) {
    const inner = open === '"' ? "'" : '"';
    return words.replace(/[\u2018\u2019]/gu, "'").replace(/[\u201C\u201D]/gu, inner);
  }
  return open === '\u201C' ? words.replace(/\u201C/gu, '\u2018').replace(/\u201D/gu, '\u2019') : words;
}

/** Escapes characters that Markdown would read as markup. */
export function escapeQuoted(words: string): string {
  return words.replace(/[\\*_`[\]<>@$^~]|&(?=#?\w{1,32};)/gu, (character) => `\\${character}`);
}
