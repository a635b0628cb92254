/**
 * The normalisation that fingerprints rest on. Two printings of a paragraph that differ only in typography (quotation
 * marks, dashes, spaces, Unicode composition) become equal.
 */

const singleQuotes = /[\u2018\u2019\u201A\u201B\u2032\u2039\u203A\u02BC\uFF07]/g;
const doubleQuotes = /[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\uFF02]/g;
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
/** Invisible characters that carry no text: soft hyphen, zero-width space and joiners, byte order mark. */
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;

/**
 * Normalises plain text (no Markdown, no note marks) for a fingerprint: NFC, straight quotation marks, every dash a hyphen,
 * every run of white space (U+00A0 and similar included) one space, trimmed. `…` and brackets stay.
 */
export function normaliseText(text: string): string {
  return text
    .replace(invisible, '')
    .normalize('NFC')
    .replace(singleQuotes, "'")
    .replace(doubleQuotes, '"')
    .replace(dashes, '-')
    .replace(/[\s\u0085\u180E]+/gu, ' ')
    .trim();
}

/** Counts the words of a normalised text: tokens between spaces that contain a letter or a digit. */
export function countWords(normalised: string): number {
  let count = 0;
  for (const token of normalised.split(' ')) if (hasWord(token)) count++;
  return count;
}

const letterOrDigit = /[\p{L}\p{N}]/u;

/** Whether a text contains a letter or a digit. */
export function hasWord(text: string): boolean {
  return letterOrDigit.test(text);
}
