import { type LocatorAttempt, type LocatorTerms, readStrayLocator } from '../locators.ts';

/** The bounds of a key in the text of its block, and of the block. */
interface KeyPlace {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** Longer brackets are no slip in a citation. UTF-16 code units. */
const maxStrayUnits = 300;
const openBracket = /\[[^[\]@]*-?$/;
const afterSemicolon = /^((?:[ \t]*,[^[\]@;]*)?);([^[\]@;]*)\]/;
const touching = /^(\s*,\s*[^[\]@;]*)\]\[(?=[^[\]]*@)/;

/**
 * Returns the locator that a key in the text would have, if its brackets were a citation: `[@key; ¶ 3]`, and `[@key, ¶ 3][@other]`.
 * Undefined where there is none. Offsets are into `text`.
 */
export function strayLocator(text: string, key: KeyPlace, terms: LocatorTerms): LocatorAttempt | undefined {
  const before = text.slice(Math.max(key.from, key.start - maxStrayUnits), key.start);
  if (!openBracket.test(before)) return undefined;
  const behind = text.slice(key.end, Math.min(key.to, key.end + maxStrayUnits));
  return withoutKey(behind, key.end, terms) ?? touchingBrackets(behind, key.end, terms);
}

function withoutKey(behind: string, at: number, terms: LocatorTerms): LocatorAttempt | undefined {
  const [, first = '', second = ''] = afterSemicolon.exec(behind) ?? [];
  const found = readStrayLocator(`${first},${second}`, terms);
  if (!found) return undefined;
  const range = { start: at, end: at + first.length + 1 + second.length };
  return {
    kind: 'unparsed',
    text: second.trim(),
    range,
    suggestion: `, ${found}`,
    reason: 'semicolon',
  };
}

function touchingBrackets(behind: string, at: number, terms: LocatorTerms): LocatorAttempt | undefined {
  const [whole = '', first = ''] = touching.exec(behind) ?? [];
  if (whole === '' || readStrayLocator(first, terms) === undefined) return undefined;
  return {
    kind: 'unparsed',
    text: first.replace(/^\s*,\s*/u, '').trim(),
    range: { start: at, end: at + whole.length },
    suggestion: `${first.trimEnd()}; `,
    reason: 'touching',
  };
}
