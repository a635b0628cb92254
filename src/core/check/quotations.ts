import type { Analysis, Study } from '../index/study.ts';
import type { DiffPart, Found, PlaceLabel, QuotationResult } from '../resolve/quotation.ts';
import { quotationFixes } from '../resolve/quotationFixes.ts';
import { quotationsIn } from '../resolve/quotationsIn.ts';
import type { Fix, Problem, Related } from './check.ts';

/** How many words of a quotation a message repeats. */
const mostWords = 8;
/** How many differences a message spells out. */
const mostDifferences = 3;

/** All `quotation/…` checks of a paper. */
export function checkQuotations(analysis: Analysis, study: Study): readonly Problem[] {
  if (analysis.role !== 'paper') return [];
  return quotationsIn(analysis, study).flatMap((result) => {
    const main = statusProblem(result, analysis.text);
    const context = outOfContext(result);
    return [...(main ? [main] : []), ...(context ? [context] : [])];
  });
}

function statusProblem(result: QuotationResult, paper: string): Problem | undefined {
  const { status, quotation } = result;
  if (status === 'verbatim') return undefined;
  // A key that leads nowhere is reported by itself.
  if (status === 'not-verified' && result.reason === 'unknown-key') return undefined;
  const fixes = quotationFixes(result, paper).map(({ title, edits, kind }): Fix => ({
    title,
    edits,
    safe: kind === 'locator',
  }));
  return {
    check: `quotation/${status}`,
    range: quotation.range,
    message: quotationMessage(result),
    fixes,
    related: result.matches.slice(0, 4).flatMap(relatedTo),
  };
}

/** What is the matter with a quotation, in a sentence or two. */
export function quotationMessage(result: QuotationResult): string {
  const title = result.source ? `“${result.source.title}”` : 'the source';
  switch (result.status) {
    case 'altered':
      return `${capital(title)} has other words${placesOf(result.found)}: ${differences(result.diff)}.`;
    case 'elsewhere':
      return `These words stand${placesOf(result.found)} of ${title}, not${placesOf(result.cited)}.`;
    case 'not-found':
      return `Nothing like “${opening(result)}” stands in ${title}.`;
    case 'ambiguous':
      return `These words stand in several places of ${title} (${result.matches.map((found) => placesOf(found.labels).trim()).join('; ')}), but not${placesOf(result.cited)}.`;
    case 'uncited':
      return `These words stand${placesOf(result.found)} of ${title}. Cite them.`;
    default:
      return result.reason === 'too-short'
        ? `Too short to be verified without the text of ${title}. Import your copy to have it checked.`
        : `Not verified: the text of ${title} is not in this study folder. Import your copy to have it checked.`;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** ` at ¶ 12`, ` at ¶¶ 12, 13`, ` in n. 1`; empty where there is no place. */
function placesOf(labels: readonly PlaceLabel[]): string {
  if (labels.length === 0) return '';
  const numbers = labels.filter((label) => typeof label === 'number');
  const others = labels
    .filter((label) => typeof label === 'string')
    .map((label) => label.replace(/^n(?=\d)/, 'n. '));
  const passages = numbers.length === 0 ? [] : [`${numbers.length > 1 ? '¶¶' : '¶'} ${numbers.join(', ')}`];
  return ` at ${[...passages, ...others].join(', ')}`;
}

function opening({ quotation }: QuotationResult): string {
  const words = quotation.words.text.trim().split(/\s+/u);
  return words.length <= mostWords ? words.join(' ') : `${words.slice(0, mostWords).join(' ')} …`;
}

function differences(diff: readonly DiffPart[]): string {
  const changed = diff.filter(({ kind }) => kind === 'changed' || kind === 'dropped' || kind === 'added');
  const shown = changed.slice(0, mostDifferences).map(difference);
  const more = changed.length - shown.length;
  return shown.join('; ') + (more > 0 ? `; and ${String(more)} more` : '');
}

function difference({ kind, quoted, source }: DiffPart): string {
  if (kind === 'dropped') return source === '?' ? 'words are missing here' : `“${source.trim()}” is missing`;
  if (kind === 'added') return `“${quoted.trim()}” is not there`;
  return source === '?' ? `“${quoted.trim()}” differs` : `“${source.trim()}”, not “${quoted.trim()}”`;
}

function relatedTo(found: Found): Related[] {
  const uri = found.source.file?.file.uri;
  if (uri === undefined) return [];
  return found.places.flatMap(({ range }) =>
    range ? [{ uri, range, message: `The source’s words${placesOf(found.labels)}` }] : [],
  );
}

function outOfContext({ quotation, outOfContext: sign }: QuotationResult): Problem | undefined {
  if (!sign) return undefined;
  const how = {
    lead: `follows “${sign.words}”`,
    behind: `is taken back by “${sign.words}”`,
    omission: `leaves out “${sign.words}”`,
  }[sign.kind];
  return {
    check: 'quotation/out-of-context',
    range: quotation.range,
    message: `This ${how} in the source. The whole sentence: “${sign.sentence}”`,
  };
}
