/** Reads data of unknown shape, from JSON and YAML. */

/** Returns the value as a mapping of its own properties; undefined where it is not one. */
export function asMapping(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** Returns the text of a string or number, with white space collapsed; undefined for other values and empty text. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).replace(/\s+/gu, ' ').trim();
  return text === '' ? undefined : text;
}
