import type { DiffPart, PlaceLabel, QuotationResult } from '../quotations.ts';

/** How many words of a quotation a message repeats. */
const mostWords = 6;
/** How many differences a message spells out. */
const mostDifferences = 3;

/** What is the matter with a quotation, in a sentence or two: first the place that tells it from others in a narrow list. */
export function quotationMessage(result: QuotationResult): string {
  const key = keyOf(result);
  const words = `“${opening(result)}”`;
  switch (result.status) {
    case 'altered':
      return `${foundPlaces(result)}${differences(result.diff, key)}.`;
    case 'elsewhere':
      return `${citedPlaces(result)}${words} stands${placesOf(result.found)} of ${key}.`;
    case 'not-found':
      return result.byFingerprints
        ? `${citedPlaces(result)}${words} stands nowhere in ${key}, by its fingerprints. Import your copy of the text to see what it has instead.`
        : `${citedPlaces(result)}nothing like ${words} stands in ${key}.`;
    case 'ambiguous':
      return `${citedPlaces(result)}${words} stands in several${result.cited.length > 0 ? ' other' : ''} places of ${key}: ${result.matches.map((found) => namesOf(found.labels)).join('; ')}.`;
    case 'uncited':
      return `${words} stands ${result.matches.map((found) => `${placesOf(found.labels).trim()} of @${found.source.key}`).join(' and ')}. Cite it.`;
    case 'verbatim':
      return `${words} stands${placesOf(result.found)} of ${key}.`;
    case 'not-verified':
      return `${citedPlaces(result)}${notVerified(result, words, key)}`;
  }
}

/** What is said of exact words whose sense is turned round, or may be. */
export function signMessages({
  cited,
  found,
  senseReversed,
  outOfContext,
}: QuotationResult): Partial<Record<'quotation/sense-reversed' | 'quotation/out-of-context', string>> {
  const place = placePrefix(found.length > 0 ? found : cited);
  return {
    ...(senseReversed ? { 'quotation/sense-reversed': `${place}${reversal(senseReversed)}` } : {}),
    ...(outOfContext
      ? {
          'quotation/out-of-context': `${place}in the source “${outOfContext.words}” stands right ${outOfContext.kind === 'lead' ? 'before' : 'after'} these words, which may deny them.`,
        }
      : {}),
  };
}

function reversal({ how, words }: NonNullable<QuotationResult['senseReversed']>): string {
  switch (how) {
    case 'omitted':
      return `“${words}” is left out, which turns the sense round. Quote it, or say it in words of your own.`;
    case 'replaced':
      return `a bracket stands for “${words}”, which turns the sense round. Quote it, or say it in words of your own.`;
    case 'added':
      return `the bracket adds “${words}”, which turns the sense round. Say it in words of your own.`;
  }
}

function keyOf({ source, citation }: QuotationResult): string {
  const key = source?.key ?? citation?.key;
  return key === undefined ? 'the source' : `@${key}`;
}

function notVerified({ reason }: QuotationResult, words: string, key: string): string {
  switch (reason) {
    case 'unknown-key':
      return `not verified, as there is no source ${key}.`;
    case 'too-short':
      return `${words} is too short to be verified without the text of ${key}. Import your copy to have it checked.`;
    default:
      return `${words} is not verified: the text of ${key} is not in this study folder. Import your copy to have it checked.`;
  }
}

function placePrefix(labels: readonly PlaceLabel[]): string {
  return labels.length > 0 ? `${namesOf(labels)}: ` : '';
}

function citedPlaces({ cited }: QuotationResult): string {
  return placePrefix(cited);
}

/** `¶ 12: `; ` (cited as ¶ 9)` in it where the words are like those of another place than the one cited. */
function foundPlaces({ found, cited }: QuotationResult): string {
  if (found.length === 0) return placePrefix(cited);
  const otherwise = cited.length > 0 && !found.every((label) => cited.includes(label));
  return otherwise ? `${namesOf(found)} (cited as ${namesOf(cited)}): ` : placePrefix(found);
}

/** ` at ¶ 12`, ` at ¶¶ 12–14, 20`, ` in n. 1`, ` in the abstract`; empty where there is no place. */
export function placesOf(labels: readonly PlaceLabel[]): string {
  if (labels.length === 0) return '';
  return ` ${typeof labels[0] === 'number' ? 'at' : 'in'} ${namesOf(labels)}`;
}

function namesOf(labels: readonly PlaceLabel[]): string {
  const numbers = labels.filter((label) => typeof label === 'number');
  const others = labels.filter((label) => typeof label === 'string').map(placeName);
  const sign = numbers.length > 1 ? '¶¶' : '¶';
  return [...(numbers.length === 0 ? [] : [`${sign} ${runsOf(numbers)}`]), ...others].join(', ');
}

function placeName(label: string): string {
  if (label === 'abstract' || label === 'title') return `the ${label}`;
  return label.replace(/^n(?=\d)/, 'n. ');
}

/** `12–14, 20`. */
function runsOf(numbers: readonly number[]): string {
  const runs: string[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const first = numbers[i] ?? 0;
    while (numbers[i + 1] === (numbers[i] ?? 0) + 1) i++;
    const last = numbers[i] ?? first;
    runs.push(first === last ? String(first) : `${String(first)}–${String(last)}`);
  }
  return runs.join(', ');
}

function opening({ quotation }: QuotationResult): string {
  const words = quotation.words.text.trim().split(/\s+/u);
  return words.length <= mostWords ? words.join(' ') : `${words.slice(0, mostWords).join(' ')} …`;
}

function differences(diff: readonly DiffPart[], key: string): string {
  const changed = diff.flatMap((part, at) => (isChange(part) ? [difference(part, diff[at - 1], key)] : []));
  const more = changed.length - mostDifferences;
  const shown = changed.slice(0, mostDifferences).map((one, at) => (at === 0 ? one : one.replace(key, 'it')));
  if (shown.length === 0) return `${key} has these words with other spaces or signs`;
  return shown.join('; ') + (more > 0 ? `; and ${String(more)} more` : '');
}

/** Whether a part of a comparison is one that a quotation has to account for. */
export function isChange({ kind }: DiffPart): boolean {
  return kind === 'changed' || kind === 'dropped' || kind === 'added';
}

/** One difference in words; `?` are words of a source whose text is not here. */
function difference({ kind, quoted, source }: DiffPart, before: DiffPart | undefined, key: string): string {
  const ours = quoted.trim();
  if (kind === 'added') return `${key} has no “${ours}”`;
  if (source !== '?')
    return kind === 'dropped'
      ? `“${source.trim()}” is left out`
      : `${key} has “${source.trim()}”, not “${ours}”`;
  if (kind === 'changed') return `${key} has something else for “${ours}”`;
  const last = /[\p{L}\p{N}'’-]+\P{L}*$/u.exec(before?.quoted ?? '')?.[0].trim();
  return last === undefined ? 'something is left out' : `something is left out after “${last}”`;
}
