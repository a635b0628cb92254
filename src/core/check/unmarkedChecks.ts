import { citationOf } from '../syntax.ts';
import { english, languageFor, type MarkPair } from '../languages.ts';
import { messageOf } from '../messages.ts';
import { locatorOfPlaces, type UnmarkedWords } from '../quotations.ts';
import { defineCheck, type Fix, type Related } from './defineCheck.ts';

/** Words of a source that are not marked as its own. */
export const unmarkedQuotations = defineCheck({
  ids: ['quotation/unmarked'],
  looksAt: 'unmarkedWords',
  check: ({ runs, text, lang }) =>
    runs.map((run) => ({
      check: 'quotation/unmarked',
      range: run.range,
      message: messageOf('quotations.unmarked', {
        words: run.words,
        place: placeOf(run, lang),
        key: run.found.source.key,
      }),
      fixes: markingFix(run, text, lang),
      related: sourceWordsOf(run),
    })),
});

function placeOf({ found }: UnmarkedWords, lang: string | undefined): string {
  return locatorOfPlaces(found.labels, found.source, lang) ?? found.labels.join(', ');
}

function sourceWordsOf({ found }: UnmarkedWords): Related[] {
  const uri = found.source.file?.file.uri;
  if (uri === undefined) return [];
  return found.places.flatMap(({ range }) =>
    range ? [{ uri, range, message: messageOf('quotations.wordsOfSource', { places: found.labels }) }] : [],
  );
}

/** Marks the words, and cites them where no citation of the passage follows. Words with marks of both kinds are left to a person. */
function markingFix(run: UnmarkedWords, text: string, lang: string | undefined): Fix[] {
  const { range, found, isCited } = run;
  const words = text.slice(range.start, range.end);
  const marks = marksFor(words, lang);
  if (!marks || /\n[ \t]*\n|^[ \t]*>/m.test(words)) return [];
  const citation = citationOf(found.source.key, locatorOfPlaces(found.labels, found.source, lang));
  const [open, close] = marks;
  return [
    {
      title: isCited ? messageOf('quotations.markWords') : messageOf('quotations.markAndCite', { citation }),
      edits: [
        { range: { start: range.start, end: range.start }, newText: open },
        { range: { start: range.end, end: range.end }, newText: isCited ? close : `${close} ${citation}` },
      ],
      safe: false,
    },
  ];
}

/** Returns the marks that do not stand in the words; undefined where both do. An apostrophe is none. */
function marksFor(words: string, lang: string | undefined): MarkPair | undefined {
  const { outer, inner } = (languageFor(lang) ?? english).quotationMarks;
  const hasDouble = /["“”„«»]/u.test(words);
  const hasSingle = /[‘‚‹›]|(?<!\p{L})['’]|['’](?!\p{L})/u.test(words);
  if (hasDouble && hasSingle) return undefined;
  return hasDouble ? inner : outer;
}
