import { messageOf } from '../messages.ts';
import { memo, type Task } from '../memo.ts';
import type { StudyContext } from '../study.ts';
import {
  type DiffPart,
  type Found,
  isIntroduced,
  quotationFixes,
  type QuotationPlace,
  type QuotationResult,
  verified,
} from '../quotations.ts';
import {
  type ChunkRange,
  countWords,
  type FileRange,
  hasWord,
  inFile,
  isUnspaced,
  overlaps,
  type Range,
} from '../text.ts';
import {
  defineCheck,
  type Fix,
  moveProblem,
  type Problem,
  type Related,
  type TextEdit,
} from './defineCheck.ts';
import type { Facts } from './facts.ts';
import { isChange, quotationMessage, signMessages } from './quotationMessages.ts';

const quotationIds = [
  'quotation/altered',
  'quotation/elsewhere',
  'quotation/not-found',
  'quotation/ambiguous',
  'quotation/uncited',
  'quotation/translated',
  'quotation/not-verified',
  'quotation/sense-reversed',
  'quotation/out-of-context',
] as const;

/** A problem with a quotation. */
type QuotationProblem<R extends Range = Range> = Problem<(typeof quotationIds)[number], R>;

/** A word or two in marks may be a name or somebody's irony, and its citation right for what is said with it. */
const minCheckedWords = 3;

/** Quotations that are not what their source says, or not where their citation says. */
export const faultyQuotations = defineCheck({
  ids: quotationIds,
  looksAt: 'quotations',
  check: checkQuotations,
});

function* checkQuotations(
  { places, lang }: Facts['quotations'],
  study: StudyContext,
): Task<readonly QuotationProblem<FileRange>[]> {
  const reported: Reported[] = [];
  for (const place of places) {
    yield;
    const result = verified(place, study);
    const problems = result ? quotationProblems(result, place.text, lang) : [];
    reported.push({ place, problems: problems.map((problem) => moveProblem(problem, place.start)) });
  }
  return keepShared(reported);
}

/** As the result, with offsets from the beginning of `text`: an edit elsewhere in the paper words nothing again. */
const quotationProblems = memo(
  'problems of a quotation',
  (
    result: QuotationResult<ChunkRange>,
    text: string,
    lang: string | undefined,
  ): readonly QuotationProblem<ChunkRange>[] => {
    const main = statusProblem(result, text, lang);
    return [...(main ? [main] : []), ...signProblems(result)];
  },
);

function statusProblem(
  result: QuotationResult,
  paper: string,
  lang: string | undefined,
): QuotationProblem | undefined {
  const { status, quotation } = result;
  if (status === 'verbatim') return undefined;
  // A key that leads nowhere is reported by itself.
  if (status === 'not-verified' && result.reason === 'unknown-key') return undefined;
  const fixes = quotationFixes(result, paper, lang).map(({ title, edits, kind }): Fix => ({
    title,
    edits,
    safe: kind === 'locator' && isOfOnePlace(result) && quotedWordCount(result) >= minCheckedWords,
  }));
  return {
    check: `quotation/${status}`,
    range: status === 'altered' ? faultRange(result, paper) : quotation.range,
    about: quotation.range,
    message: quotationMessage(result),
    ...(isAside(result, paper) ? { atMost: 'hint' } : {}),
    fixes,
    related: result.matches.slice(0, 4).flatMap(relatedPlaces),
  };
}

/** Words in marks that nobody is said to have written, and that stand nowhere: irony, a name, a word of another language. */
const maxAsideWords = 3;
/** Marks of titles in East Asia, of speech and what is quoted elsewhere. */
const titleMarks = '《〈';

function isAside({ status, quotation }: QuotationResult, paper: string): boolean {
  if (status !== 'not-found' || quotation.kind !== 'inline') return false;
  if (quotation.marks && titleMarks.includes(quotation.marks.open)) return true;
  // Far less and far greater: `m << M and T >> m`.
  if (/^<<\s/u.test(paper.slice(quotation.outer.start))) return true;
  const closing = quotation.words.text.endsWith(',') ? ',' : '';
  return (
    isFewWords(quotation.words.text) &&
    !isIntroduced(quotation.lead, closing + paper.slice(quotation.outer.end))
  );
}

function isFewWords(text: string): boolean {
  const unspaced = [...text].filter((_, at) => isUnspaced(text.charCodeAt(at))).length;
  return countWords(text.replace(/\s+/gu, ' ')) <= maxAsideWords && unspaced <= maxAsideWords * 2;
}

/** A citation of several places is about more than the quotation: what it says beside it would be lost. */
function isOfOnePlace({ citation }: QuotationResult): boolean {
  return (citation?.locator?.parts.length ?? 0) <= 1;
}

function quotedWordCount({ quotation }: QuotationResult): number {
  return quotation.words.text.split(/\s+/u).filter((word) => hasWord(word)).length;
}

function relatedPlaces(found: Found): Related[] {
  const uri = found.source.file?.file.uri;
  if (uri === undefined) return [];
  return found.places.flatMap(({ range }) =>
    range ? [{ uri, range, message: messageOf('quotations.wordsOfSource', { places: found.labels }) }] : [],
  );
}

/** Exact words whose sense is turned round by what was left out of them, or may be by what stands around them. */
function signProblems(result: QuotationResult): QuotationProblem[] {
  const { quotation, senseReversed, outOfContext } = result;
  const messages = signMessages(result);
  const problem = (
    check: keyof typeof messages,
    range: Range,
    sourceRange: Range | undefined,
  ): QuotationProblem[] => {
    const message = messages[check];
    const uri = result.source?.file?.file.uri;
    const related =
      uri === undefined || !sourceRange
        ? []
        : [{ uri, range: sourceRange, message: messageOf('quotations.sourceWords') }];
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

/**
 * The words at fault in a quotation that differs from its source: from the first changed word to the last; where words were left
 * out, those on both sides of the gap. The whole quotation where no word can be pointed at.
 * @param paper its text
 */
function faultRange({ diff, quotation }: QuotationResult, paper: string): Range {
  const places = diff.flatMap((part, at) =>
    isChange(part) ? [changedPlace(part, diff[at - 1], diff[at + 1], paper)] : [],
  );
  const start = Math.max(quotation.range.start, Math.min(...places.map((place) => place.start)));
  const end = Math.min(quotation.range.end, Math.max(...places.map((place) => place.end)));
  return places.length > 0 && start < end ? { start, end } : quotation.range;
}

function changedPlace(
  { quotedRange }: DiffPart,
  before: DiffPart | undefined,
  after: DiffPart | undefined,
  paper: string,
): Range {
  if (quotedRange.end > quotedRange.start) return quotedRange;
  const left = before && wordAt(before.quotedRange, paper, /\S+\s*$/u);
  const right = after && wordAt(after.quotedRange, paper, /\S+/u);
  return { start: left?.start ?? quotedRange.start, end: right?.end ?? quotedRange.end };
}

function wordAt(range: Range, paper: string, word: RegExp): Range | undefined {
  const found = word.exec(paper.slice(range.start, range.end));
  if (!found) return undefined;
  const start = range.start + found.index;
  return { start, end: start + found[0].trimEnd().length };
}

/** A quotation and what is reported of it. */
interface Reported {
  readonly place: QuotationPlace;
  readonly problems: readonly QuotationProblem<FileRange>[];
}

/**
 * Problems in which no fix is safe that rewrites a citation on which other quotations rest, unless it is what each of them needs
 * as well: what is right for one would make the citation of another wrong.
 */
function keepShared(reported: readonly Reported[]): readonly QuotationProblem<FileRange>[] {
  const all = reported.flatMap(({ problems }) => problems);
  if (!all.some(({ fixes }) => fixes?.some(({ safe }) => safe))) return all;
  const sharing = sharedGroups(reported);
  if (sharing.length === 0) return all;
  return all.map((problem) => withoutUnsafe(problem, sharing));
}

/** The quotations that are attributed to the same bracket, where there are several. */
interface Sharing {
  readonly group: FileRange;
  readonly quotations: readonly Reported[];
}

function sharedGroups(reported: readonly Reported[]): Sharing[] {
  const groups = new Map<number, { group: FileRange; quotations: Reported[] }>();
  for (const one of reported)
    for (const { start, citations } of one.place.cited) {
      const [first] = citations;
      if (!first) continue;
      const group = inFile(first.group, start);
      const known = groups.get(group.start);
      if (known) known.quotations.push(one);
      else groups.set(group.start, { group, quotations: [one] });
    }
  return [...groups.values()].filter(({ quotations }) => quotations.length > 1);
}

function withoutUnsafe<R extends Range>(
  problem: QuotationProblem<R>,
  sharing: readonly Sharing[],
): QuotationProblem<R> {
  const { fixes } = problem;
  if (!fixes?.some(({ safe }) => safe)) return problem;
  const isFit = (fix: Fix): boolean =>
    sharing.every(
      ({ group, quotations }) =>
        !fix.edits.some(({ range }) => overlaps(range, group)) || quotations.every((one) => needs(one, fix)),
    );
  return { ...problem, fixes: fixes.map((fix) => (fix.safe && !isFit(fix) ? { ...fix, safe: false } : fix)) };
}

/** Whether a quotation has the same fix. */
function needs({ problems }: Reported, fix: Fix): boolean {
  return problems.some(({ fixes }) => fixes?.some((other) => hasSameEdits(other.edits, fix.edits)));
}

function hasSameEdits(a: readonly TextEdit[], b: readonly TextEdit[]): boolean {
  return (
    a.length === b.length &&
    a.every((edit, at) => {
      const other = b[at];
      return (
        edit.newText === other?.newText &&
        edit.range.start === other.range.start &&
        edit.range.end === other.range.end
      );
    })
  );
}
