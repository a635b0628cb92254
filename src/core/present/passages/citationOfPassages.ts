import { citationFor, runsOf } from '../../citations.ts';
import { printedValue } from '../../source.ts';
import type { Source } from '../../study.ts';
import { citationOf } from '../../syntax.ts';

/**
 * Returns the citation of passages in a language, by the numbers that their author gave them, if any: of the whole source where one of
 * them has none.
 */
export function citationOfPassages(
  source: Source,
  numbers: readonly number[],
  lang: string | undefined,
): string {
  if (!source.printed) return citationFor(source.key, 'paragraph', runsOf(numbers), lang);
  const printed = printedValue(numbers, source);
  return printed === undefined ? citationOf(source.key) : citationFor(source.key, 'paragraph', printed, lang);
}
