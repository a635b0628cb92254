/** Schemes a source may link to. Scripts, data and local files are not among them. */
const schemes = /^(?:https?|mailto|doi|ftp):/i;

/**
 * An address that is safe and useful in a source file: absolute, without a scheme that runs anything. A relative one is
 * resolved against the page's own address where that is known.
 */
export function safeAddress(href: string, base?: string): string | undefined {
  const trimmed = href.replace(/[\s\0-\x1F\x7F]+/g, '');
  if (trimmed === '' || trimmed.length > 2000 || trimmed.startsWith('#')) return undefined;
  const absolute = trimmed.startsWith('//') ? `https:${trimmed}` : trimmed;
  if (/^[a-z][a-z0-9+.-]*:/i.test(absolute)) return schemes.test(absolute) ? encoded(absolute) : undefined;
  if (base === undefined) return undefined;
  try {
    const resolved = new URL(absolute, base).href;
    return schemes.test(resolved) ? encoded(resolved) : undefined;
  } catch {
    return undefined;
  }
}

/** Characters that would end a Markdown link early, percent-encoded. */
function encoded(url: string): string {
  return url.replace(/[<>()\\"`*_[\]{}|^~]/g, (character) =>
    /[_~]/.test(character)
      ? character
      : `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
