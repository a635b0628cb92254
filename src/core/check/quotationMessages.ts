import { type Message, type MessageId, messageOf } from '../messages.ts';
import { passageNumbers } from '../source.ts';
import { maxScannedUnits, minLikenessLength } from '../match.ts';
import { quotableOf } from '../resolve.ts';
import type { DiffPart, QuotationResult } from '../quotations.ts';

/** How many words of a quotation a message repeats. */
const maxRepeatedWords = 6;
/** How many differences a message spells out. */
const maxDifferences = 3;

/** What is the matter with a quotation, in a sentence or two. */
export function quotationMessage(result: QuotationResult): Message {
  const { matches, source } = result;
  const [cited, found] = [placesInPrint(result.cited, source), placesInPrint(result.found, source)];
  const told = { cited, words: quotedOpening(result), source: sourceOrMention(result) };
  switch (result.status) {
    case 'altered':
      if (result.scattered.length > 0)
        return messageOf('quotations.scattered', { ...told, parts: partsTold(result) });
      return messageOf('quotations.altered', { ...told, found, ...differences(result.diff, told.source) });
    case 'elsewhere':
      return messageOf('quotations.elsewhere', { ...told, found });
    case 'verbatim':
      return messageOf('quotations.elsewhere', { ...told, cited: [], found });
    case 'not-found':
      if (result.byFingerprints) return messageOf('quotations.notFoundByFingerprints', told);
      return messageOf(isSoughtByLikeness(result) ? 'quotations.notFound' : 'quotations.notStanding', told);
    case 'ambiguous':
      if (result.reason === 'marks')
        return messageOf(result.quotation.isHalf ? 'quotations.halfMarked' : 'quotations.unsureMarks', told);
      return messageOf('quotations.ambiguous', {
        ...told,
        places: matches.map((one) => placesInPrint(one.labels, one.source)),
      });
    case 'translated':
      return messageOf('quotations.otherLanguage', {
        words: told.words,
        source: `@${result.citation?.key ?? ''}`,
        places: matches.map(({ labels, source: other }) =>
          messageOf('quotations.placeIn', { places: placesInPrint(labels, other), key: other.key }),
        ),
      });
    case 'uncited':
      return messageOf('quotations.uncited', {
        words: told.words,
        places: matches.map(({ labels, source }) =>
          messageOf('quotations.placeIn', { places: placesInPrint(labels, source), key: source.key }),
        ),
      });
    case 'not-verified':
      return messageOf(unverified[result.reason ?? 'no-text'], told);
  }
}

/** Whether what is like a quotation would have been found: nothing like it stands in the source. */
function isSoughtByLikeness({ quotation, source }: QuotationResult): boolean {
  const { text } = quotation.words;
  const length = source && quotableOf(source)?.index.text.length;
  return (
    text.length >= minLikenessLength && !/[[\u2026]|\.\.\./u.test(text) && (length ?? 0) <= maxScannedUnits
  );
}

function partsTold({ scattered, source }: QuotationResult): Message[] {
  return scattered.map(({ words, found }) =>
    messageOf('quotations.scatteredPart', { words: openingOf(words), places: placesInPrint(found, source) }),
  );
}

/** Names paragraphs by the numbers that their author gave them, where papers cite them by these; `unnumbered` are those without one. */
function placesInPrint(
  labels: QuotationResult['found'],
  source: QuotationResult['source'],
): QuotationResult['found'] {
  if (!source?.printed) return labels;
  const names = labels.map((label) => {
    if (typeof label !== 'number') return label;
    const numbers = passageNumbers([label], source);
    return /[^¶\s]/.test(numbers) ? numbers : 'unnumbered';
  });
  return [...new Set(names)];
}

const unverified = {
  'unknown-key': 'quotations.noSource',
  'too-short': 'quotations.tooShort',
  'at-seam': 'quotations.atSeam',
  translated: 'quotations.translated',
  'no-text': 'quotations.noText',
  marks: 'quotations.unsureMarks',
} as const satisfies Record<NonNullable<QuotationResult['reason']>, MessageId>;

const reversals = {
  omitted: 'quotations.senseOmitted',
  replaced: 'quotations.senseReplaced',
  added: 'quotations.senseAdded',
} as const satisfies Record<NonNullable<QuotationResult['senseReversed']>['how'], MessageId>;

/** What is said of exact words whose sense is turned round, or may be. */
export function signMessages({
  cited,
  found,
  source,
  senseReversed,
  outOfContext,
}: QuotationResult): Partial<Record<'quotation/sense-reversed' | 'quotation/out-of-context', Message>> {
  const places = placesInPrint(found.length > 0 ? found : cited, source);
  return {
    ...(senseReversed
      ? {
          'quotation/sense-reversed': messageOf(reversals[senseReversed.how], {
            places,
            words: senseReversed.words,
          }),
        }
      : {}),
    ...(outOfContext
      ? {
          'quotation/out-of-context': messageOf('quotations.outOfContext', {
            places,
            words: outOfContext.words,
            isBefore: outOfContext.kind === 'lead',
          }),
        }
      : {}),
  };
}

function sourceOrMention({ source, citation }: QuotationResult): string | Message {
  const key = source?.key ?? citation?.key;
  return key === undefined ? messageOf('quotations.theSource') : `@${key}`;
}

function quotedOpening({ quotation }: QuotationResult): string {
  return openingOf(quotation.words.text);
}

function openingOf(text: string): string {
  const words = text.trim().split(/\s+/u);
  return words.length <= maxRepeatedWords
    ? words.join(' ')
    : `${words.slice(0, maxRepeatedWords).join(' ')} …`;
}

/** @returns the first differences in words, and how many more there are */
function differences(
  diff: readonly DiffPart[],
  source: string | Message,
): { differences: readonly Message[]; more: number } {
  const changed = diff.flatMap((part, at) => (isChange(part) ? [{ part, before: diff[at - 1] }] : []));
  const shown = changed.slice(0, maxDifferences);
  return {
    differences: shown.map(({ part, before }, at) =>
      difference(part, before, at === 0 ? source : messageOf('quotations.it')),
    ),
    more: changed.length - shown.length,
  };
}

/** Whether a part of a comparison is one that a quotation has to account for. */
export function isChange({ kind }: DiffPart): boolean {
  return kind === 'changed' || kind === 'dropped' || kind === 'added';
}

/** One difference in words; `?` are words of a source whose text is not here. */
function difference(part: DiffPart, before: DiffPart | undefined, source: string | Message): Message {
  const { kind } = part;
  const [quoted, words] = [part.quoted.trim(), part.source.trim()];
  if (kind === 'added') return messageOf('quotations.noWords', { source, quoted });
  if (part.source !== '?')
    return kind === 'dropped'
      ? messageOf('quotations.leftOut', { words })
      : messageOf('quotations.otherWords', { source, words, quoted });
  if (kind === 'changed') return messageOf('quotations.somethingElse', { source, quoted });
  const word = /[\p{L}\p{N}'’-]+\P{L}*$/u.exec(before?.quoted ?? '')?.[0].trim();
  return word === undefined
    ? messageOf('quotations.somethingLeftOut')
    : messageOf('quotations.somethingLeftOutAfter', { word });
}
