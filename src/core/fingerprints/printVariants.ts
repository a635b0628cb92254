import { otherCase, shinglesOf } from '../match.ts';
import type { Scope } from '../resolve.ts';
import type { PrintPart, Prints } from './quotationPrints.ts';

/** A single change that turns the words of a short quotation into those of the source. */
export interface Variant {
  readonly part: PrintPart;
  readonly unit: number;
  /** Index of the changed word. The source has `source` in place of `removed` words there. */
  readonly word: number;
  readonly removed: number;
  readonly source: string;
}

/** Words that are easily lost or added, and whose loss or addition changes the meaning of a sentence. */
const small = ['not', 'the', 'a', 'an', 'and', 'of', 'to', 'in', 'is', 'are', 'no', 'only', 'never'];
/** Maximum length in words. A longer quotation with one change still has an unchanged window, and is found by that. */
const longest = 14;

/**
 * Tries common slips in a short quotation one by one: an extra word, a missing small word, two swapped words, a plural, a
 * capital, an ending. A change in a short quotation may leave no window of five words unchanged, so it cannot be found by
 * windows.
 */
export function findVariant(prints: Prints, part: PrintPart, scope: Scope): Variant | undefined {
  if (part.words.length > longest) return undefined;
  const words = part.words.map((word) => word.text);
  let elsewhere: Variant | undefined;
  for (const { word, removed, source } of slips(words)) {
    const changed = [
      ...words.slice(0, word),
      ...(source === '' ? [] : source.split(' ')),
      ...words.slice(word + removed),
    ];
    for (const { unit } of prints.index.findRun(shinglesOf(prints.index.salt, changed))) {
      const found = { part, unit, word, removed, source };
      if (scope.whole || scope.units.has(unit)) return found;
      elsewhere ??= found;
    }
  }
  return elsewhere;
}

function* slips(words: readonly string[]): Generator<{ word: number; removed: number; source: string }> {
  for (const [word, text] of words.entries()) {
    yield { word, removed: 1, source: '' };
    for (const source of endings(text)) yield { word, removed: 1, source };
    const next = words[word + 1];
    if (next !== undefined) yield { word, removed: 2, source: `${next} ${text}` };
  }
  for (let word = 1; word < words.length; word++)
    for (const source of small) yield { word, removed: 0, source };
}

function* endings(text: string): Generator<string> {
  yield otherCase(text.charAt(0)) + text.slice(1);
  yield text.endsWith('s') ? text.slice(0, -1) : `${text}s`;
  if (text.endsWith('ed') || text.endsWith('es')) yield text.slice(0, -2);
  if (text.endsWith('d')) yield text.slice(0, -1);
  if (/[a-z]$/.test(text)) {
    yield `${text}ed`;
    yield `${text}es`;
  }
  if (/[a-z]e$/.test(text)) yield `${text}d`;
}
