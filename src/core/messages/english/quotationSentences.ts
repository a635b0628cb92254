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
  'quotations.altered': ({
    cited,
    found,
    source,
    differences,
    more,
  }: {
    cited: readonly NamedPlace[];
    found: readonly NamedPlace[];
    source: string;
    differences: readonly string[];
    more: number;
  }) => {
    const isElsewhere = cited.length > 0 && found.some((place) => !cited.includes(place));
    const place = isElsewhere
      ? `${placeNames(found)} (cited as ${placeNames(cited)}): `
      : placesPrefix(found.length === 0 ? cited : found);
    if (differences.length === 0) return `${place}${source} has these words with other spaces or signs.`;
    return `${place}${differences.join('; ')}${more > 0 ? `; and ${String(more)} more` : ''}.`;
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

  'quotations.elsewhere': ({
    cited,
    words,
    found,
    source,
  }: {
    cited: readonly NamedPlace[];
    words: string;
    found: readonly NamedPlace[];
    source: string;
  }) => `${placesPrefix(cited)}“${words}” stands${atPlaces(found)} of ${source}.`,
  'quotations.notFound': ({ cited, words, source }: CitedWords) =>
    `${placesPrefix(cited)}nothing like “${words}” stands in ${source}.`,
  'quotations.notFoundByFingerprints': ({ cited, words, source }: CitedWords) =>
    `${placesPrefix(cited)}“${words}” stands nowhere in ${source}, by its fingerprints. Import your copy of the text to see what it has instead.`,
  'quotations.ambiguous': ({
    cited,
    words,
    source,
    places,
  }: {
    cited: readonly NamedPlace[];
    words: string;
    source: string;
    places: readonly (readonly NamedPlace[])[];
  }) =>
    `${placesPrefix(cited)}“${words}” stands in several${cited.length > 0 ? ' other' : ''} places of ${source}: ${places.map(placeNames).join('; ')}.`,
  'quotations.unsureMarks': ({ cited, words }: CitedWords) =>
    `${placesPrefix(cited)}where the quotation “${words}” begins and ends cannot be told from its marks, and not all words between them are the source’s. Write a pair of marks around what is quoted.`,
  'quotations.uncited': ({ words, places }: { words: string; places: readonly string[] }) =>
    `“${words}” stands ${places.join(' and ')}. Cite it.`,
  'quotations.placeIn': ({ places, key }: { places: readonly NamedPlace[]; key: string }) =>
    `${atPlaces(places).trim()} of @${key}`,
  'quotations.noSource': ({ cited, source }: { cited: readonly NamedPlace[]; source: string }) =>
    `${placesPrefix(cited)}not verified, as there is no source ${source}.`,
  'quotations.tooShort': ({ cited, words, source }: CitedWords) =>
    `${placesPrefix(cited)}“${words}” is too short to be verified without the text of ${source}. Import your copy to have it checked.`,
  'quotations.noText': ({ cited, words, source }: CitedWords) =>
    `${placesPrefix(cited)}“${words}” is not verified: the text of ${source} is not in this study folder. Import your copy to have it checked.`,

  'quotations.senseOmitted': ({ places, words }: { places: readonly NamedPlace[]; words: string }) =>
    `${placesPrefix(places)}“${words}” is left out, which turns the sense round. Quote it, or say it in words of your own.`,
  'quotations.senseReplaced': ({ places, words }: { places: readonly NamedPlace[]; words: string }) =>
    `${placesPrefix(places)}a bracket stands for “${words}”, which turns the sense round. Quote it, or say it in words of your own.`,
  'quotations.senseAdded': ({ places, words }: { places: readonly NamedPlace[]; words: string }) =>
    `${placesPrefix(places)}the bracket adds “${words}”, which turns the sense round. Say it in words of your own.`,
  'quotations.outOfContext': ({
    places,
    words,
    isBefore,
  }: {
    places: readonly NamedPlace[];
    words: string;
    isBefore: boolean;
  }) =>
    `${placesPrefix(places)}in the source “${words}” stands right ${isBefore ? 'before' : 'after'} these words, which may deny them.`,

  'quotations.status': 'Quotation: {$status}',
  'quotations.isVerbatim': 'verbatim',
  'quotations.isAltered': 'altered',
  'quotations.isElsewhere': 'stands elsewhere',
  'quotations.isNotFound': 'not found in the source',
  'quotations.isAmbiguous': 'stands in several other places',
  'quotations.isUnsure': 'begins or ends in several ways',
  'quotations.isNotVerified': 'not verified',
  'quotations.isUncited': 'not cited',
  'quotations.hoverTooShort': 'Too short to be verified without the text.',
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
