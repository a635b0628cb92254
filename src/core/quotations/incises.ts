import { inAnyLanguage } from '../languages.ts';
import { memo } from '../memo.ts';
import type { Source } from '../study.ts';
import { literalPattern } from '../text.ts';
import type { Wanted } from './quotationText.ts';
import { respelt } from './respellings.ts';

const telling = inAnyLanguage('telling');

/** Any other word there is compared with the source, but for the name of its author. */
const speaking = inAnyLanguage('speaking');

/**
 * What every incise has. The patterns of a source take V8 milliseconds to compile, as they name an author and both cases of all letters:
 * they are asked only where this finds something.
 */
const mayTell = new RegExp(String.raw`,\s+(?:${telling})[\s-]|[—–]\s?(?:\p{Lu}|${telling})`, 'u');

/**
 * Patterns of what says within the marks who speaks: `, écrit-elle,` or `, écrit Arnoux,` as French has it, and `—escribe el autor—` as
 * Spanish, Italian, Portuguese, Polish and Russian have it.
 */
const incisesFor = memo('incises of a source', (source: Source): readonly RegExp[] => {
  const name = nameOfAuthor(source);
  const speakers = name === undefined ? speaking : `${speaking}|${name}`;
  const inverted = String.raw`(?:-t)?-(?:ils?|elles?|on|nous|je)`;
  const between = String.raw`,?\s*[—–]\s?(?:${telling})(?:\s(?:${speakers}))?,?\s?[—–],?(?=\s)`;
  return [
    new RegExp(
      String.raw`,\s+(?:${telling})(?:${inverted}${name === undefined ? '' : String.raw`|\s(?:${name})`}),(?=\s)`,
      'gu',
    ),
    new RegExp(between, 'giu'),
  ];
});

/** Returns a pattern of the name of a source's only author, with and without given names and initials; undefined where there is none. */
function nameOfAuthor({ author, csl }: Source): string | undefined {
  const [first, ...others] = Array.isArray(csl['author']) ? (csl['author'] as unknown[]) : [];
  const given = typeof first === 'object' && first !== null && 'given' in first ? first.given : undefined;
  const words = `${typeof given === 'string' ? given : ''} ${author}`.trim().split(/\s+/u);
  const last = words.pop();
  if (last === undefined || last === '' || others.length > 0 || / (?:and|et) /u.test(author))
    return undefined;
  const before = words.map(literalPattern).concat(String.raw`\p{Lu}\.`);
  return String.raw`(?:(?:${before.join('|')})\s?){0,${String(words.length + 2)}}${literalPattern(last)}`;
}

/** More than a quotation has. */
const maxIncises = 4;

/** Returns a quotation of a source without what says who speaks within its marks, with and without the comma there; none where nothing does. */
export function withoutIncises(wanted: Wanted, source: Source): readonly Wanted[] {
  const { text } = wanted.quotation.words;
  if (!/[—–]|-(?:ils?|elles?|on|nous|je)[\s,]|,\s+\S+\s[^,]+,/u.test(text) || !mayTell.test(text)) return [];
  const found = incisesFor(source).flatMap((incise) => [...text.matchAll(incise)]);
  if (found.length === 0 || found.length > maxIncises) return [];
  return ['', ','].map((sign) =>
    respelt(
      wanted,
      found.map(({ index, 0: incise }) => ({ start: index, end: index + incise.length, newText: sign })),
    ),
  );
}
