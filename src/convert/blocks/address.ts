/** Schemes a source may link to. Scripts, data and local files are not among them. */
const schemes = /^(?:https?|mailto|doi|ftp):/i;

/** Whether an address is relative, or of a scheme that a source may link to. */
export function mayStandInSource(href: string): boolean {
  const bare = href.replace(/[\s\0-\x1F\x7F]+/g, '');
  return !/^[a-z][a-z0-9+.-]*:/i.test(bare) || schemes.test(bare);
}

/**
 * Returns an address that may stand in a source file: absolute and of an allowed scheme. A relative address is
 * resolved against `base`, the page's own address. Undefined if it is not allowed, or relative without a `base`.
 */
export function safeAddress(href: string, base?: string): string | undefined {
  const trimmed = href.replace(/[\s\0-\x1F\x7F]+/g, '');
  if (trimmed === '' || trimmed.length > 2000 || trimmed.startsWith('#')) return undefined;
  const absolute = trimmed.startsWith('//') ? `https:${trimmed}` : trimmed;
  if (/^[a-z][a-z0-9+.-]*:/i.test(absolute))
    return schemes.test(absolute) ? encodeAddress(absolute) : undefined;
  if (base === undefined) return undefined;
  try {
    const resolved = new URL(absolute, base).href;
    return schemes.test(resolved) ? encodeAddress(resolved) : undefined;
  } catch {
    return undefined;
  }
}

/** Percent-encodes the characters that would end a Markdown link early. */
function encodeAddress(url: string): string {
  return url.replace(/[<>()\\"`*_[\]{}|^~]/g, (character) =>
    /[_~]/.test(character)
      ? character
      : `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
