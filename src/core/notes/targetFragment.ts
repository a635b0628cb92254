import type { JsonObject, Selectors, TextQuote } from './annotation.ts';

/** Fragments that lead to a part of a resource which is no text of ours: a box, a time, a page, a place in a book. */
const otherPart = /^(?:xywh|xyn|xyr|t|page|nameddest|viewrect|track)=|^(?:epub)?cfi\(/i;

/**
 * Reads the fragment of a target's address. A text directive (URL Fragment Text Directives, WICG) names words; media
 * fragments and places in books are other selectors. A name of a heading leads to the whole page.
 */
export function fragmentSelectors(iri: string): Selectors {
  const fragment = /#(.*)$/s.exec(iri)?.[1] ?? '';
  const directive = /:~:(.*)$/s.exec(fragment)?.[1] ?? '';
  const text = directive.split('&').find((part) => part.startsWith('text='));
  const quote = text === undefined ? undefined : directedWords(text.slice('text='.length));
  const others = otherPart.test(fragment) && !quote ? [fragment] : undefined;
  return { quote, position: undefined, ...(others ? { others } : {}) };
}

/** Returns the selectors of the model that stand for the fragments of an address which lead to no words. */
export function fragmentsOf({ others = [] }: Selectors): readonly JsonObject[] {
  return others.map((value) => ({ type: 'FragmentSelector', value }));
}

/** Reads `[prefix-,]start[,end][,-suffix]`. Undefined where no start is there. */
function directedWords(value: string): TextQuote | undefined {
  const parts = value.split(',').map((part) => part.trim());
  const prefix = parts[0]?.endsWith('-') ? percentDecoded(parts.shift()?.slice(0, -1) ?? '') : '';
  const suffix = parts.at(-1)?.startsWith('-') ? percentDecoded(parts.pop()?.slice(1) ?? '') : '';
  const [exact = '', through] = parts.map(percentDecoded);
  if (exact.trim() === '') return undefined;
  return {
    exact,
    prefix: prefix === '' ? '' : `${prefix} `,
    suffix: /^[\p{L}\p{N}]/u.test(suffix) ? ` ${suffix}` : suffix,
    unique: undefined,
    ...(through === undefined || through.trim() === '' ? {} : { through }),
  };
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
