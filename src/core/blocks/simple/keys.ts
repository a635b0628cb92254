/** A key that is certain: ASCII, with marks only between letters and digits. */
const simpleKey = /[A-Za-z0-9_]+(?:[:.#$%&+?<>~-][A-Za-z0-9_]+)*/y;
/** Characters after which such a key certainly ends. */
const end = /[\s,;!)\]’”"'»*]|[.?:](?:[\s,;)\]’”"'»*]|$)|$/y;

/** Returns the citation key after the `@` at `at`; empty where there is none, `undefined` where that is uncertain. */
export function simpleKeyAt(text: string, at: number): string | undefined {
  simpleKey.lastIndex = at + 1;
  const found = simpleKey.exec(text)?.[0];
  if (found === undefined) return at + 1 === text.length || /\s/.test(text.charAt(at + 1)) ? '' : undefined;
  end.lastIndex = at + 1 + found.length;
  return end.test(text) ? found : undefined;
}
