/**
 * Typst, as it is written here: everything is a call, and text stands in strings alone, so that no word of a paper is read as Typst
 * (https://typst.app/docs/reference/syntax/). `;` ends each call, because what follows could belong to it.
 */

/** A text as a string of Typst. Control characters, which a page has no sign for, are left out. */
export function typstString(text: string): string {
  const plain = text.replace(/[^\P{Cc}\t\n]/gu, '');
  return `"${plain.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`;
}

/** Words, as content. */
export function typstWords(text: string): string {
  return text === '' ? '' : `#${typstString(text)};`;
}

/**
 * A call that gives content.
 * @param given arguments as they are written, `level: 2`; those that are undefined are left out
 */
export function typstCall(name: string, given: readonly (string | undefined)[], content?: string): string {
  const listed = given.filter((one) => one !== undefined).join(', ');
  const body = content === undefined ? '' : `[${content}]`;
  return `#${name}${listed === '' && content !== undefined ? '' : `(${listed})`}${body};`;
}
