import { inAnyLanguage } from '../languages.ts';
import { hasDenyingWord } from '../match.ts';
import type { Wanted } from './quotationText.ts';
import { respelt } from './respellings.ts';

const telling = inAnyLanguage('telling');

/**
 * What says within the marks who speaks: `, écrit-elle,` as French has it, and `—escribe el autor—` as Spanish, Italian and Russian have
 * it, with a few words on who that is.
 */
const inverted = new RegExp(
  String.raw`,\s+(?:${telling})(?:-t)?-(?:ils?|elles?|on|nous|je)(?:\s+\p{Lu}[\p{L}’'.-]*){0,3},(?=\s)`,
  'gu',
);
const betweenDashes = new RegExp(
  String.raw`,?\s*[—–]\s?(?:${telling})(?:\s[\p{L}\p{M}’'.]+){0,3},?\s?[—–],?(?=\s)`,
  'giu',
);
/** More than a quotation has. */
const maxIncises = 4;

/** Returns a quotation without what says who speaks within its marks, with and without the comma there; none where nothing does. */
export function withoutIncises(wanted: Wanted): readonly Wanted[] {
  const { text } = wanted.quotation.words;
  if (!/[—–]|-(?:ils?|elles?|on|nous|je)[\s,]/u.test(text)) return [];
  const found = [...text.matchAll(inverted), ...text.matchAll(betweenDashes)];
  if (found.length === 0 || found.length > maxIncises) return [];
  if (found.some(({ 0: incise }) => hasDenyingWord(incise))) return [];
  return ['', ','].map((sign) =>
    respelt(
      wanted,
      found.map(({ index, 0: incise }) => ({ start: index, end: index + incise.length, newText: sign })),
    ),
  );
}
