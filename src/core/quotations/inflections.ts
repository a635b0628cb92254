import { pluralsOf, singularsOf } from '../glossary.ts';
import { maxWordLength, partedTokensOf } from '../match.ts';
import type { PassageIndex } from '../match.ts';
import { memo } from '../memo.ts';
import type { Range } from '../text.ts';
import { tableOf } from '../text.ts';

/** Endings of number and case, in the languages of the texts seen so far. */
const endings = ['s', 'es', 'e', 'n', 'en', 'er', 'ern', 'x', "'s", "'", 'i', 'a'];
/** Endings that are exchanged for one another. */
const exchanges: readonly (readonly [string, string])[] = [
  ['y', 'ies'],
  ['f', 'ves'],
  ['fe', 'ves'],
  ['a', 'e'],
  ['o', 'i'],
  ['e', 'i'],
  ['al', 'aux'],
  ['um', 'a'],
  ['us', 'i'],
  ['ão', 'ões'],
];
const umlauts = tableOf<string>({ a: 'ä', o: 'ö', u: 'ü', ä: 'a', ö: 'o', ü: 'u' });
/** A shorter word has too many others for its inflections. */
const minInflected = 3;

/** Returns the other forms that a word in lower case may have, as singular or plural. Some are no words, and found nowhere. */
function inflectionsOf(word: string): ReadonlySet<string> {
  const forms = new Set([...pluralsOf(word), ...singularsOf(word)]);
  if (word.length < minInflected) return forms;
  for (const base of [word, ...umlauted(word)]) {
    forms.add(base);
    for (const ending of endings) {
      forms.add(base + ending);
      if (base.endsWith(ending) && base.length - ending.length >= minInflected)
        forms.add(base.slice(0, -ending.length));
    }
    for (const [one, other] of exchanges) {
      if (base.endsWith(one)) forms.add(base.slice(0, -one.length) + other);
      if (base.endsWith(other)) forms.add(base.slice(0, -other.length) + one);
    }
  }
  forms.delete(word);
  return forms;
}

/** Returns the word with its last vowel that can change in German in the other form: Haus and Häus, Mutter and Mütter. */
function umlauted(word: string): string[] {
  const at = /(?:[aä]u|[aouäöü])[^aouäöü]*$/u.exec(word)?.index ?? -1;
  const vowel = umlauts[word.charAt(at)];
  return vowel === undefined ? [] : [word.slice(0, at) + vowel + word.slice(at + 1)];
}

/** More places of a word than are worth looking at. */
const maxPlaces = 50;

/** The places of each word of a source, by its form in lower case. Made only where a short quotation is not found. */
const placesOfWords = memo('places of the words of a source', ({ text }: PassageIndex) => {
  const places = new Map<string, Range[]>();
  for (const { kind, folded, start, end } of partedTokensOf(text, false)) {
    if (kind !== 'word' || folded.length > maxWordLength) continue;
    const known = places.get(folded);
    if (!known) places.set(folded, [{ start, end }]);
    else if (known.length < maxPlaces) known.push({ start, end });
  }
  return places;
});

/**
 * Returns the first stretch of a source that has the words of a short quotation with one of them or more in another number:
 * “objections” for “objection”. Longer quotations are found by likeness.
 * @param words comparable text
 * @param isPreferred whether a stretch comes before all that are not preferred
 */
export function inflectedStretch(
  index: PassageIndex,
  words: string,
  isPreferred: (stretch: Range) => boolean,
): Range | undefined {
  if (words.length > maxInflectedUnits) return undefined;
  const [first, ...others] = partedTokensOf(words, true).filter(({ kind }) => kind === 'word');
  if (!first) return undefined;
  const places = placesOfWords(index);
  const forms = [first, ...others].map(({ folded }) => new Set([folded, ...inflectionsOf(folded)]));
  const starts = [...(forms[0] ?? [])].flatMap((form) => places.get(form) ?? []);
  const found = starts
    .flatMap((place) => stretchFrom(index.text, place, forms.slice(1)))
    .sort((a, b) => a.start - b.start);
  return found.find((one) => isPreferred(one)) ?? found[0];
}

/** A few words. */
const maxInflectedUnits = 60;

/** Returns the stretch from a word on, where each next word has one of the wanted forms. */
function stretchFrom(text: string, place: Range, next: readonly ReadonlySet<string>[]): Range[] {
  if (next.length === 0) return [place];
  const following = partedTokensOf(text.slice(place.end, place.end + next.length * maxWordLength), false);
  const words = following.filter(({ kind }) => kind === 'word').slice(0, next.length);
  const last = words.at(-1);
  const fits = words.length === next.length && words.every(({ folded }, i) => next[i]?.has(folded));
  return fits && last ? [{ start: place.start, end: place.end + last.end }] : [];
}
