import { isAlphaNumeric } from '../../syntax.ts';

/** A key that needs no second look: ASCII, marks inside only between letters and digits. */
const simpleKey = /[A-Za-z0-9_]+(?:[:.#$%&+?<>~-][A-Za-z0-9_]+)*/y;
/** What may stand behind such a key so that it ends there for certain. */
const end = /[\s,;!)\]’”"'»*]|[.?:](?:[\s,;)\]’”"'»*]|$)|$/y;

/** The citation key behind an `@` at `at`; empty where there is none, `undefined` where that is not plain to see. */
export function simpleKeyAt(text: string, at: number): string | undefined {
  simpleKey.lastIndex = at + 1;
  const found = simpleKey.exec(text)?.[0];
  if (found === undefined) return at + 1 === text.length || /\s/.test(text.charAt(at + 1)) ? '' : undefined;
  end.lastIndex = at + 1 + found.length;
  return end.test(text) ? found : undefined;
}

/**
 * No key begins right behind a letter, a digit or a dot (see `citationSyntax`).
 * @param from where the line's content begins
 */
export function mayStandBeforeKey(text: string, at: number, from: number): boolean {
  if (at <= from) return true;
  const code = text.charCodeAt(at - 1);
  return code !== 46 && !isAlphaNumeric(String.fromCharCode(code));
}
