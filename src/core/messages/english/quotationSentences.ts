import { atPlaces, placeNames, type NamedPlace } from './messageWords.ts';

/** `¶ 12: `; empty where there is no place. */
function placesPrefix(places: readonly NamedPlace[]): string {
  return places.length > 0 ? `${placeNames(places)}: ` : '';
}

/** What is said of the words of a quotation: where it is cited to stand, and in which source. */
interface CitedWords {
  readonly cited: readonly NamedPlace[];
  readonly words: string;
  readonly source: string;
}

/** What is wrong with quotations, and the fixes. The place comes first: it tells one from others in a narrow list. */
export const quotations = {
  'quotations.altered': (told: {
    cited: readonly NamedPlace[];
    found: readonly NamedPlace[];
    source: string;
    differences: readonly string[];
    more: number;
  }) => {
    const isElsewhere = told.cited.length > 0 && told.found.some((place) => !told.cited.includes(place));
    const place = isElsewhere
      ? `${placeNames(told.found)} (cited as ${placeNames(told.cited)}): `
      : placesPrefix(told.found.length === 0 ? told.cited : told.found);
    if (told.differences.length === 0)
      return `${place}${told.source} has these words with other spaces or signs.`;
    return `${place}${told.differences.join('; ')}${told.more > 0 ? `; and ${String(told.more)} more` : ''}.`;
  },
  'quotations.unmarked': ({ words, place, key }: { words: number; place: string; key: string }) =>
    `${String(words)} words of @${key}, ${place}, word for word: mark them as a quotation.`,
  'quotations.markWords': 'Put the words in quotation marks',
  'quotations.markAndCite': 'Mark as a quotation and cite {$citation}',
  'quotations.noWords': '{$source} has no “{$quoted}”',
  'quotations.leftOut': '“{$words}” is left out',
  'quotations.otherWords': '{$source} has “{$words}”, not “{$quoted}”',
  'quotations.somethingElse': '{$source} has something else for “{$quoted}”',
  'quotations.somethingLeftOut': 'something is left out',
  'quotations.somethingLeftOutAfter': 'something is left out after “{$word}”',
  'quotations.it': 'it',
  'quotations.theSource': 'the source',

  'quotations.elsewhere': (told: {
    cited: readonly NamedPlace[];
    words: string;
    found: readonly NamedPlace[];
    source: string;
  }) => `${placesPrefix(told.cited)}“${told.words}” stands${atPlaces(told.found)} of ${told.source}.`,
  'quotations.notFound': ({ cited, words, source }: CitedWords) =>
    `${placesPrefix(cited)}nothing like “${words}” stands in ${source}.`,
  'quotations.notStanding': ({ cited, words, source }: CitedWords) =>
    `${placesPrefix(cited)}“${words}” stands nowhere in ${source}.`,
  'quotations.scattered': ({
    cited,
    source,
    parts,
  }: {
    cited: readonly NamedPlace[];
    source: string;
    parts: readonly string[];
  }) =>
    `${placesPrefix(cited)}${source} has the parts of this quotation, but not one after the other as quoted: ${parts.join('; ')}.`,
  'quotations.scatteredPart': ({ words, places }: { words: string; places: readonly NamedPlace[] }) =>
    `“${words}”${atPlaces(places)}`,
  'quotations.notFoundByFingerprints': ({ cited, words, source }: CitedWords) =>
    `${placesPrefix(cited)}“${words}” stands nowhere in ${source}, by its fingerprints. Import your copy of the text to see what it has instead.`,
  'quotations.ambiguous': (told: {
    cited: readonly NamedPlace[];
    words: string;
    source: string;
    places: readonly (readonly NamedPlace[])[];
  }) =>
    `${placesPrefix(told.cited)}“${told.words}” stands in several${told.cited.length > 0 ? ' other' : ''} places of ${told.source}: ${told.places.map(placeNames).join('; ')}.`,
  'quotations.unsureMarks': ({ cited, words }: CitedWords) =>
    `${placesPrefix(cited)}where the quotation “${words}” begins and ends cannot be told from its marks, and not all words between them are the source’s. Write a pair of marks around what is quoted.`,
  'quotations.halfMarked': ({ cited, words }: CitedWords) =>
    `${placesPrefix(cited)}one of the two marks around the quotation “${words}” is missing, so that nobody can tell what is quoted. Write it.`,
  'quotations.uncited': ({ words, places }: { words: string; places: readonly string[] }) =>
    `“${words}” stands ${places.join(' and ')}. Cite it.`,
  'quotations.otherLanguage': ({
    words,
    source,
    places,
  }: {
    words: string;
    source: string;
    places: readonly string[];
  }) => `“${words}” stands ${places.join(' and ')}; ${source} says it in other words.`,
  'quotations.sayTranslated': 'Say “{$words}”',
  'quotations.placeIn': ({ places, key }: { places: readonly NamedPlace[]; key: string }) =>
    `${atPlaces(places).trim()} of @${key}`,
  'quotations.noSource': ({ cited, source }: { cited: readonly NamedPlace[]; source: string }) =>
    `${placesPrefix(cited)}not verified, as there is no source ${source}.`,
  'quotations.tooShort': ({ cited, words, source }: CitedWords) =>
    `${placesPrefix(cited)}“${words}” is too short to be verified without the text of ${source}. Import your copy to have it checked.`,
  'quotations.atSeam': ({ cited, words, source }: CitedWords) =>
    `${placesPrefix(cited)}“${words}” runs over several paragraphs, and what stands at their ends is not verified without the text of ${source}. Import your copy to have it checked.`,
  'quotations.translated': ({ cited, words }: CitedWords) =>
    `${placesPrefix(cited)}“${words}” is not verified: its citation says that it is a translation.`,
  'quotations.noText': ({ cited, words, source }: CitedWords) =>
    `${placesPrefix(cited)}“${words}” is not verified: the text of ${source} is not in this study folder. Import your copy to have it checked.`,

  'quotations.senseOmitted': ({ places, words }: { places: readonly NamedPlace[]; words: string }) =>
    `${placesPrefix(places)}“${words}” is left out, which turns the sense round. Quote it, or say it in words of your own.`,
  'quotations.senseReplaced': ({ places, words }: { places: readonly NamedPlace[]; words: string }) =>
    `${placesPrefix(places)}a bracket stands for “${words}”, which turns the sense round. Quote it, or say it in words of your own.`,
  'quotations.senseAdded': ({ places, words }: { places: readonly NamedPlace[]; words: string }) =>
    `${placesPrefix(places)}the bracket adds “${words}”, which turns the sense round. Say it in words of your own.`,
  'quotations.outOfContext': (told: { places: readonly NamedPlace[]; words: string; isBefore: boolean }) =>
    `${placesPrefix(told.places)}in the source “${told.words}” stands right ${told.isBefore ? 'before' : 'after'} these words, which may deny them.`,

  'quotations.status': 'Quotation: {$status}',
  'quotations.isVerbatim': 'verbatim',
  'quotations.isAltered': 'altered',
  'quotations.isElsewhere': 'stands elsewhere',
  'quotations.isNotFound': 'not found in the source',
  'quotations.isAmbiguous': 'stands in several other places',
  'quotations.isUnsure': 'begins or ends in several ways',
  'quotations.isNotVerified': 'not verified',
  'quotations.isTranslated': 'of another language',
  'quotations.isUncited': 'not cited',
  'quotations.hoverTooShort': 'Too short to be verified without the text.',
  'quotations.hoverTranslated': 'The citation says that the words are a translation.',
  'quotations.hoverAtSeam': 'It runs over paragraphs, whose ends cannot be verified without the text.',
  'quotations.hoverNoSource': 'There is no such source.',
  'quotations.hoverNoText': 'The text is not in this study folder.',
  'quotations.hoverByFingerprints':
    'Checked by the edition’s fingerprints, without the text: words and their order, not punctuation.',
  'quotations.hoverInPaper': 'In the paper',

  'quotations.wordsOfSource': ({ places }: { places: readonly NamedPlace[] }) =>
    `The words of the source${atPlaces(places)}`,
  'quotations.sourceWords': 'The source’s words',
  'quotations.restore': 'Restore the source’s words',
  'quotations.restoreAndCite': 'Restore the source’s words and cite {$place}',
  'quotations.markChange': 'Mark the change with brackets',
  'quotations.markChanges': 'Mark the changes with brackets',
  'quotations.cite': 'Cite {$place}',
} as const;
