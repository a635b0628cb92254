import type { Steps } from '../index/steps.ts';
import type { Analysis, Study } from '../index/study.ts';
import { languageOf } from '../markdown/language.ts';
import { quotationPlaces } from '../markdown/quotations.ts';
import { quotationAt } from '../markdown/quotations/placed.ts';
import {
  resolveQuotation,
  type DiffPart,
  type Found,
  type PlaceLabel,
  type QuotationResult,
} from '../resolve/quotation.ts';
import { quotationFixes } from '../resolve/quotationFixes.ts';
import type { Fix, Problem, Related } from './check.ts';
import { QuotationVerdicts } from './quotationVerdicts.ts';
import { keepShared, type Reported } from './sharedCitations.ts';

/** How many words of a quotation a message repeats. */
const mostWords = 8;
/** How many differences a message spells out. */
const mostDifferences = 3;

/** A word or two in marks may be a name or somebody's irony, and its citation right for what is said with it. */
const fewestWords = 3;

/** All `quotation/…` checks of a paper. */
export function* checkQuotations(analysis: Analysis, study: Study): Steps<readonly Problem[]> {
  if (analysis.role !== 'paper') return [];
  const lang = languageOf(analysis.document);
  const verdicts = new QuotationVerdicts(study, lang);
  const reported: Reported[] = [];
  for (const place of quotationPlaces(analysis.document)) {
    let own = verdicts.of(place);
    if (!own) {
      yield;
      const result = resolveQuotation(quotationAt(place), study);
      own = result ? problemsOf(result, analysis.text, lang) : [];
      verdicts.keep(place, own);
    }
    reported.push({ place, problems: own });
  }
  return keepShared(reported);
}

function problemsOf(result: QuotationResult, paper: string, lang: string | undefined): readonly Problem[] {
  const main = statusProblem(result, paper, lang);
  const context = outOfContext(result);
  return [...(main ? [main] : []), ...(context ? [context] : [])];
}

function statusProblem(
  result: QuotationResult,
  paper: string,
  lang: string | undefined,
): Problem | undefined {
  const { status, quotation } = result;
  if (status === 'verbatim') return undefined;
  // A key that leads nowhere is reported by itself.
  if (status === 'not-verified' && result.reason === 'unknown-key') return undefined;
  const fixes = quotationFixes(result, paper, lang).map(({ title, edits, kind }): Fix => ({
    title,
    edits,
    safe: kind === 'locator' && isOfOnePlace(result) && wordCount(result) >= fewestWords,
  }));
  return {
    check: `quotation/${status}`,
    range: quotation.range,
    message: quotationMessage(result),
    fixes,
    related: result.matches.slice(0, 4).flatMap(relatedTo),
  };
}

/** A citation of several places is about more than the quotation: what it says beside it would be lost. */
function isOfOnePlace({ citation }: QuotationResult): boolean {
  return (citation?.locator?.parts.length ?? 0) <= 1;
}

function wordCount({ quotation }: QuotationResult): number {
  return quotation.words.text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** What is the matter with a quotation, in a sentence or two. */
export function quotationMessage(result: QuotationResult): string {
  const title = titleOf(result);
  const cited = placesOf(result.cited);
  switch (result.status) {
    case 'altered':
      return `These are not the words of ${title}${placesOf(result.found)}${citedOtherwise(result)}: ${differences(result.diff)}.`;
    case 'elsewhere':
      return `These words stand${placesOf(result.found)} of ${title}${cited === '' ? '' : `, not${cited}`}.`;
    case 'not-found':
      return result.byFingerprints
        ? `The words “${opening(result)}” stand nowhere in ${title}, by its fingerprints. Import your copy of the text to see what it has instead.`
        : `Nothing like “${opening(result)}” stands in ${title}.`;
    case 'ambiguous':
      return `These words stand in several places of ${title} (${result.matches.map((found) => placesOf(found.labels).trim()).join('; ')})${cited === '' ? '' : `, but not${cited}`}.`;
    case 'uncited':
      return `These words stand ${result.matches.map((found) => `${placesOf(found.labels).trim()} of “${found.source.title}”`).join(' and ')}. Cite them.`;
    case 'verbatim':
      return `These words stand${placesOf(result.found)} of ${title}.`;
    default:
      return notVerified(result, title);
  }
}

function titleOf({ source, citation }: QuotationResult): string {
  return source ? `“${source.title}”` : citation ? `@${citation.key}` : 'the source';
}

function notVerified({ reason }: QuotationResult, title: string): string {
  switch (reason) {
    case 'unknown-key':
      return `Not verified: there is no source ${title}.`;
    case 'too-short':
      return `Too short to be verified without the text of ${title}. Import your copy to have it checked.`;
    default:
      return `Not verified: the text of ${title} is not in this study folder. Import your copy to have it checked.`;
  }
}

/** ` (cited as ¶ 9)` where the words are like those of another place than the one cited. */
function citedOtherwise({ found, cited }: QuotationResult): string {
  const otherwise = cited.length > 0 && !found.every((label) => cited.includes(label));
  return otherwise ? ` (cited as ${namesOf(cited)})` : '';
}

/** ` at ¶ 12`, ` at ¶¶ 12–14, 20`, ` in n. 1`, ` in the abstract`; empty where there is no place. */
function placesOf(labels: readonly PlaceLabel[]): string {
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

function differences(diff: readonly DiffPart[]): string {
  const changed = diff.flatMap((part, at) => {
    const isChange = part.kind === 'changed' || part.kind === 'dropped' || part.kind === 'added';
    return isChange ? [difference(part, diff[at - 1])] : [];
  });
  const more = changed.length - mostDifferences;
  return changed.slice(0, mostDifferences).join('; ') + (more > 0 ? `; and ${String(more)} more` : '');
}

/** One difference in words; `?` are words of a source whose text is not here. */
function difference({ kind, quoted, source }: DiffPart, before: DiffPart | undefined): string {
  const ours = quoted.trim();
  if (kind === 'added') return `it has no “${ours}”`;
  if (source !== '?')
    return kind === 'dropped' ? `“${source.trim()}” is left out` : `it has “${source.trim()}”, not “${ours}”`;
  if (kind === 'changed') return `it has something else for “${ours}”`;
  const last = /[\p{L}\p{N}'’-]+\P{L}*$/u.exec(before?.quoted ?? '')?.[0].trim();
  return last === undefined ? 'something is left out' : `something is left out after “${last}”`;
}

function relatedTo(found: Found): Related[] {
  const uri = found.source.file?.file.uri;
  if (uri === undefined) return [];
  return found.places.flatMap(({ range }) =>
    range ? [{ uri, range, message: `The words of the source${placesOf(found.labels)}` }] : [],
  );
}

function outOfContext({ quotation, outOfContext: sign }: QuotationResult): Problem | undefined {
  if (!sign) return undefined;
  const how = {
    lead: `in the source it follows “${sign.words}”`,
    behind: `the source takes it back with “${sign.words}”`,
    omission: `it leaves out the source’s “${sign.words}”`,
  }[sign.kind];
  return {
    check: 'quotation/out-of-context',
    range: quotation.range,
    message: `This may turn the sense round: ${how}. The whole sentence: “${sign.sentence}”`,
  };
}
