import { inAnyLanguage } from '../languages.ts';
import type { Wanted } from './quotationText.ts';
import { respelt } from './respellings.ts';

const telling = inAnyLanguage('telling');

/** Any other word there, a name too, is compared with the source. */
const speaking = inAnyLanguage('speaking');

/**
 * What says within the marks who speaks: `, écrit-elle,` as French has it, and `—escribe el autor—` as Spanish, Italian and Russian have
 * it.
 */
const inverted = new RegExp(String.raw`,\s+(?:${telling})(?:-t)?-(?:ils?|elles?|on|nous|je),(?=\s)`, 'gu');
const betweenDashes = new RegExp(
  String.raw`,?\s*[—–]\s?(?:${telling})(?:\s(?:${speaking}))?,?\s?[—–],?(?=\s)`,
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
  return ['', ','].map((sign) =>
    respelt(
      wanted,
      found.map(({ index, 0: incise }) => ({ start: index, end: index + incise.length, newText: sign })),
    ),
  );
}
