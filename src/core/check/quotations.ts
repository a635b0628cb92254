import type { Analysis, Steps, Study } from '../study.ts';
import { languageOf } from '../blocks.ts';
import {
  type Found,
  quotationAt,
  quotationFixes,
  quotationPlaces,
  type QuotationResult,
  resolveQuotation,
} from '../quotations.ts';
import type { Range } from '../text.ts';
import type { Fix, Problem, Related } from './check.ts';
import { faultRange } from './quotationFault.ts';
import { placesOf, quotationMessage, signMessages } from './quotationMessages.ts';
import { QuotationVerdicts } from './quotationVerdicts.ts';
import { keepShared, type Reported } from './sharedCitations.ts';

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
  return [...(main ? [main] : []), ...signProblems(result)];
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
    range: status === 'altered' ? faultRange(result, paper) : quotation.range,
    about: quotation.range,
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

function relatedTo(found: Found): Related[] {
  const uri = found.source.file?.file.uri;
  if (uri === undefined) return [];
  return found.places.flatMap(({ range }) =>
    range ? [{ uri, range, message: `The words of the source${placesOf(found.labels)}` }] : [],
  );
}

/** Exact words whose sense is turned round by what was left out of them, or may be by what stands around them. */
function signProblems(result: QuotationResult): Problem[] {
  const { quotation, senseReversed, outOfContext } = result;
  const messages = signMessages(result);
  const problem = (check: keyof typeof messages, range: Range, sourceRange: Range | undefined): Problem[] => {
    const message = messages[check];
    const uri = result.source?.file?.file.uri;
    const related =
      uri === undefined || !sourceRange ? [] : [{ uri, range: sourceRange, message: 'The source’s words' }];
    return message === undefined ? [] : [{ check, range, about: quotation.range, message, related }];
  };
  return [
    ...problem(
      'quotation/sense-reversed',
      senseReversed?.quotedRange ?? quotation.range,
      senseReversed?.sourceRange,
    ),
    ...problem('quotation/out-of-context', quotation.range, outOfContext?.sourceRange),
  ];
}
