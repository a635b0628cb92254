import type { Citation } from '../citations.ts';
import { inAnyLanguage } from '../languages.ts';
import { foldedCase, hasWord } from '../text.ts';

/** How writers say, in a citation, that the words are their own translation. */
const ownTranslation = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?:${inAnyLanguage('ownTranslation')})|(?:笔者|筆者|作者|著者)(?:自)?(?:译|譯|訳)`,
  'u',
);

/** How writers name a translator: the words may be the translator's, and need not stand in the source. */
const otherTranslator =
  /(?<![\p{L}\p{M}])(?:trans(?:l(?:ated)?)?|tr|trad(?:uit|uzione|ucci[oó]n|uction|ução|otto)?|übers(?:etzt|etzung)?|vert(?:aald|aling)?|övers|overs|tłum|přel|пер|ford|suom|çev)(?:\.|(?![\p{L}\p{M}]))/iu;

/** What a citation says of a translation: that it is the writer's own, that there is one, or nothing. */
export function declaredTranslation({
  prefix,
  rest,
}: Pick<Citation, 'prefix' | 'rest'>): 'own' | 'other' | undefined {
  // Most citations say nothing but the place.
  if (!hasWord(prefix) && !hasWord(rest)) return undefined;
  const said = `${prefix} ${rest}`.replace(/[*_]/gu, '').replace(/\s+/gu, ' ');
  if (ownTranslation.test(foldedCase(said))) return 'own';
  return otherTranslator.test(said) ? 'other' : undefined;
}
