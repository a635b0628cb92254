import { languageOf } from '../../blocks.ts';
import { bracedKey } from '../../syntax.ts';
import type { Paper, Source, Study } from '../../study.ts';
import { countKeys } from '../../citations.ts';
import { escapeQuoted, locatorOfPlaces, marksWithin, pairMarks, sourceWords } from '../../quotations.ts';
import { comparable, isBoundary, occurrences, selfMapped, unitAt } from '../../match.ts';
import { foundAt, type Quotable, quotableOf } from '../../resolve.ts';
import type { Range } from '../../text.ts';
import { shorten } from '../wording.ts';
import { stopsAfter } from './continuations.ts';
import type { CompletionItem, CompletionSubject } from './completionItem.ts';
import { openQuotations, type OpenQuotation } from './openQuotation.ts';
import type { Surroundings } from './typedSurroundings.ts';

/** The fewest whole words that must match a source before the rest is offered. */
const minTypedWords = 3;
/** The most matching places for which the rest is offered. */
const maxContinuedPlaces = 4;
const typedWord = /[\p{L}\p{N}\p{M}]+(?:['-][\p{L}\p{N}\p{M}]+)*/gu;

/** A place of a source where the words typed so far occur. */
interface Beginning {
  readonly quotable: Quotable;
  /** Offsets in the text of the index. */
  readonly range: Range;
}

/**
 * Offers the rest of the phrase, clause or sentence that the open quotation at the cursor begins, with the closing
 * mark and citation if they are missing. Sources that the paper cites come first.
 */
export function quotationItems(paper: Paper, around: Surroundings, study: Study): CompletionItem[] {
  for (const open of openQuotations(paper, around)) {
    const beginnings = sourcesInOrder(paper, study).flatMap((source) => beginningsIn(source, open.words));
    const places = beginnings.slice(0, maxContinuedPlaces);
    if (places.length > 0)
      return places.flatMap((place, rank) => continuationItems(place, rank, open, paper, around.offset));
  }
  return [];
}

function sourcesInOrder(paper: Paper, study: Study): Source[] {
  const counts = countKeys(paper.document);
  const count = ({ key }: Source): number => counts.get(key) ?? 0;
  return [...study.sources.values()].filter(({ file }) => file).sort((a, b) => count(b) - count(a));
}

function beginningsIn(source: Source, typed: string): Beginning[] {
  const quotable = quotableOf(source);
  if (!quotable) return [];
  const words = comparable(selfMapped(typed)).text;
  const spaced = /\s$/u.test(typed);
  const whole = findBeginnings(quotable, words, spaced, true);
  if (whole.length > 0) return whole;
  // After left-out words the quotation continues elsewhere in the source.
  const gap = Math.max(words.lastIndexOf('…'), words.lastIndexOf(']'));
  return gap < 0 ? [] : findBeginnings(quotable, words.slice(gap + 1).trimStart(), spaced, false);
}

function findBeginnings(quotable: Quotable, words: string, spaced: boolean, capital: boolean): Beginning[] {
  const count = words.match(typedWord)?.length ?? 0;
  if (count < minTypedWords) return [];
  const { index } = quotable;
  const everywhere = { start: 0, end: index.text.length };
  const found = occurrences(index, words, { capital, finalPoint: false }, everywhere, {
    startsWord: true,
    endsWord: spaced,
  });
  return found.flatMap((range) => {
    const partial = !isBoundary(index.text, range.end, index.dashes);
    const place = quotable.places[unitAt(index, Math.max(range.start, range.end - 1))];
    if (place?.kind === 'title' || (partial && count <= minTypedWords)) return [];
    // Punctuation cannot follow a space.
    return spaced && /[^\s\p{L}\p{N}('-]/u.test(index.text.charAt(range.end)) ? [] : [{ quotable, range }];
  });
}

function continuationItems(
  { quotable, range }: Beginning,
  rank: number,
  open: OpenQuotation,
  paper: Paper,
  offset: number,
): CompletionItem[] {
  const { index } = quotable;
  const unit = index.ranges[unitAt(index, Math.max(range.start, range.end - 1))] ?? range;
  const spaced = /\s$/u.test(open.words);
  const stops = stopsAfter(index, range.start, range.end, unit, open.mark === '').filter(
    (stop) => !spaced || stop > range.end,
  );
  const rests = stops.map((stop) => ({ stop, rest: restOf(quotable, range.end, stop, open, paper) }));
  const balanced = rests.filter(({ rest }) => isBalanced(open, rest));
  return balanced.flatMap(({ stop, rest }, order): CompletionItem[] => {
    const ending = endingToInsert(
      quotable,
      { start: range.start, end: stop },
      open,
      languageOf(paper.document),
    );
    const newText = escapeQuoted(rest) + ending.text;
    if (newText === '') return [];
    const { labels } = foundAt(quotable, { start: range.start, end: Math.max(stop, range.start + 1) });
    const begun = /\S*$/u.exec(open.words)?.[0] ?? '';
    return [
      {
        label: rest === '' ? newText.trim() : shorten(`${begun}${rest}`.trim(), 90),
        description: `${locatorOfPlaces(labels, quotable.source, languageOf(paper.document)) ?? labels.join(', ')} · ${quotable.source.key}`,
        subject: subjectOf(quotable.source.key, labels[0]),
        kind: 'quotation',
        newText,
        filterText: newText,
        sortText: `0${String(rank)}${String(order)}`,
        range: { start: offset, end: offset + (ending.replaces ? open.closed : 0) },
      },
    ];
  });
}

/**
 * The words of the source between two offsets, with the paper's kind of quotation marks. A typed space is not
 * repeated.
 */
function restOf(quotable: Quotable, from: number, to: number, open: OpenQuotation, paper: Paper): string {
  if (to <= from) return '';
  const words = sourceWords(quotable, { start: from, end: to });
  const straight =
    open.mark === ''
      ? !/[‘’“”]/u.test(paper.text) && /["']/u.test(paper.text)
      : open.mark === '"' || open.mark === "'";
  const written = marksWithin(words, open.mark, straight);
  return /\s$/u.test(open.words) ? written.trimStart() : written;
}

/** Whether every mark opened in the words is closed in them. */
function isBalanced(open: OpenQuotation, rest: string): boolean {
  const text = open.words + rest;
  return pairMarks({ text, usable: () => true }).open.length === 0;
}

/** The closing mark and citation after the words, without what is there already. */
function endingToInsert(
  quotable: Quotable,
  range: Range,
  open: OpenQuotation,
  lang: string | undefined,
): { text: string; replaces: boolean } {
  if (open.cited) return { text: open.closed > 0 ? '' : open.close, replaces: false };
  const { key } = quotable.source;
  const locator = locatorOfPlaces(foundAt(quotable, range).labels, quotable.source, lang);
  const author = open.authors.has(key) ? '-' : '';
  const citation = ` [${author}@${bracedKey(key)}${locator === undefined ? '' : `, ${locator}`}]`;
  return { text: open.close + citation, replaces: true };
}

function subjectOf(key: string, label: number | string | undefined): CompletionSubject | undefined {
  if (typeof label === 'number') return { kind: 'passage', key, number: label };
  const note = /^n([0-9]+)$/.exec(label ?? '')?.[1];
  return note === undefined ? { kind: 'key', key } : { kind: 'note', key, number: Number(note) };
}
