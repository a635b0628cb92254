import type { Study } from '../index/study.ts';
import type { Citation } from '../markdown/citation.ts';
import { comparable, selfMapped } from '../match/comparable.ts';
import { readPattern } from '../match/pattern.ts';
import { quotableOf, scopeOf } from './quotable.ts';
import { signOf } from './quotation.ts';
import { exactWithin, type Sought } from './quotationText.ts';

/**
 * Whether words stand letter for letter where a citation says, with no sign of being out of context there: whether
 * `resolveQuotation` surely finds nothing to report of a quotation of them. False where that would have to be looked at more
 * closely.
 * @param words as the paper has them, without quotation marks around them
 */
export function isPlainlyVerbatim(words: string, citation: Citation, study: Study): boolean {
  const source = study.sources.get(citation.key);
  const quotable = source && quotableOf(source);
  if (!quotable) return false;
  const { stretches } = scopeOf(citation.locator, source, quotable.places, quotable.index);
  const sought = soughtOf(words);
  const matches = stretches.flatMap((stretch) => exactWithin(sought, quotable, stretch));
  // What the paper says before its quotation could only take a sign back.
  return matches.length > 0 && signOf('', quotable, matches) === undefined;
}

/** Words that are compared as they are, but for what several spaces and points become. */
const plain = /^[A-Za-z0-9,;:().?! ]+$/;
const unlike = /^ | $| {2}|\. ?\./;

function soughtOf(words: string): Sought {
  if (plain.test(words) && !unlike.test(words)) return { words: { text: words }, pattern: undefined };
  const read = comparable(selfMapped(words));
  return { words: read, pattern: readPattern(read) };
}
