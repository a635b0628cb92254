import { type Message, messageOf } from '../messages.ts';
import { contextQueries, type Source, type StudyContext } from '../study.ts';
import type { Chunk } from '../blocks.ts';
import { type ChunkCitations, isInText, labelOfReference, locatorFor } from '../citations.ts';
import { bracedKey } from '../syntax.ts';
import { locatorInWords, locatorTerms } from '../locators.ts';
import {
  type CitationProblem,
  completedEnd,
  keyOfAlias,
  type Resolution,
  resolveCitation,
  type ResolvedPart,
  resolveLocator,
} from '../resolve.ts';
import { citedEnds, passagePreview } from '../source.ts';
import { memo } from '../memo.ts';
import { type ChunkRange, type FileRange, NameIndex, type Range } from '../text.ts';
import { defineCheck, type Fix, moveProblem, type Problem } from './defineCheck.ts';
import { locatorFixes, locatorMessage } from './locatorFixes.ts';
import { misreadCitations } from './misreadCitations.ts';
import { placeAhead } from './placesAhead.ts';

/**
 * Citations that lead nowhere, or not where they say, and what would be one without the backslashes, or the indent, that some
 * formatters write; and those that an older Pandoc reads otherwise.
 */
export const unresolvedCitations = defineCheck({
  ids: [
    'citation/unknown-key',
    'citation/no-such-paragraph',
    'citation/ambiguous-paragraph',
    'citation/no-such-section',
    'citation/no-such-note',
    'citation/no-such-page',
    'citation/unparsed-locator',
    'citation/compound-locator',
    'citation/reversed-range',
    'citation/no-locator',
    'citation/escaped',
    'citation/older-pandoc',
  ],
  looksAt: 'citations',
  check: ({ byChunk, lang }, study) => {
    const found: Problem<
      CitationProblem['check'] | 'citation/escaped' | 'citation/older-pandoc',
      FileRange
    >[] = [];
    for (const { chunk, citations, start } of byChunk)
      for (const problem of problemsInChunk(citations, study, chunk, lang))
        found.push(moveProblem(problem, start));
    return found;
  },
});

const problemsInChunk = contextQueries.query(
  'problems of citations in a chunk',
  (
    { citations }: ChunkCitations,
    study,
    chunk: Chunk,
    lang: string | undefined,
  ): readonly Problem<
    CitationProblem['check'] | 'citation/escaped' | 'citation/older-pandoc',
    ChunkRange
  >[] => [
    ...citations.flatMap((citation) => {
      const resolution = resolveCitation(citation, study);
      return resolution.problems.map(
        (problem) =>
          (problem.check === 'citation/no-locator' ? placeAhead(citation, study, chunk, lang) : undefined) ??
          describe(problem, resolution, study, lang),
      );
    }),
    ...misreadCitations(citations, study, chunk, lang),
  ],
);

/** Cross-references without a label. */
export const undefinedReferences = defineCheck({
  ids: ['citation/undefined-reference'],
  looksAt: 'references',
  check: ({ references, labels }) => {
    const known = new NameIndex([...labels]);
    return references
      .filter(({ key }) => !labels.has(key) && !labels.has(labelOfReference(key)))
      .map(({ key, range }) => ({
        check: 'citation/undefined-reference',
        range,
        message: messageOf('citations.undefinedReference', {
          key,
          nearest: known.nearest(key).map((label) => `@${label}`),
        }),
      }));
  },
});

/** @param lang of the document that the citation stands in */
function describe(
  problem: CitationProblem,
  resolution: Resolution,
  study: StudyContext,
  lang: string | undefined,
): Problem<CitationProblem['check']> {
  const { check, range } = problem;
  switch (check) {
    case 'citation/unknown-key':
      return unknownKey(problem.key, range, study);
    case 'citation/no-locator':
      return {
        check,
        range,
        message: noLocator(problem.source),
      };
    case 'citation/unparsed-locator':
      return {
        check,
        range,
        message: unparsedMessage(problem, resolution, lang),
        fixes: suggestions(problem),
      };
    case 'citation/compound-locator':
      return compoundLocator(problem, resolution, lang);
    case 'citation/reversed-range':
      return reversedRange(problem);
    default:
      return { check, range, message: locatorMessage(problem, lang), fixes: locatorFixes(problem, lang) };
  }
}

function noLocator(source: Source): Message {
  const { first = '', last = '' } = citedEnds(source) ?? {};
  return messageOf('citations.noLocator', { key: source.key, first, last, notes: source.notes.length });
}

const keysToLookAmong = memo('keys to look among', (keys: readonly string[]) => new NameIndex(keys));

/** A message names no more keys. */
const maxKnown = 8;

function unknownKey(key: string, range: Range, study: StudyContext): Problem<'citation/unknown-key'> {
  const known = study.keys;
  const meant = keyOfAlias(key, study);
  const candidates = meant === undefined ? keysToLookAmong(known).nearest(key) : [meant];
  const fixes = candidates.map((candidate): Fix => ({
    title: messageOf('fixes.changeTo', { text: `@${candidate}` }),
    edits: [{ range, newText: `@${bracedKey(candidate)}` }],
    safe: false,
  }));
  return {
    check: 'citation/unknown-key',
    range,
    message:
      meant === undefined
        ? messageOf('citations.unknownKey', {
            key,
            nearest: candidates.map((candidate) => `@${bracedKey(candidate)}`),
            known: known.slice(0, maxKnown).map((name) => `@${bracedKey(name)}`),
            isCut: known.length > maxKnown,
          })
        : messageOf('citations.alias', { alias: key, key: bracedKey(meant) }),
    fixes,
  };
}

/** A range shortened as style guides do comes first: it is the one reading in which the numbers are right. */
function reversedRange({ check, range, first, last }: Reversed): Problem<'citation/reversed-range'> {
  const end = completedEnd(first, last);
  const fix = (title: Message, newText: string): Fix => ({ title, edits: [{ range, newText }], safe: false });
  return {
    check,
    range,
    message: messageOf('citations.reversed', { first, last }),
    fixes: [
      ...(end === undefined
        ? []
        : [fix(messageOf('citations.completeRange', { first, last: end }), `${first}-${end}`)]),
      fix(messageOf('citations.turnRound', { first, last }), `${last}-${first}`),
      fix(messageOf('citations.citeBoth', { first, last }), `${first}, ${last}`),
    ],
  };
}

type Reversed = Extract<CitationProblem, { check: 'citation/reversed-range' }>;

/** What to write in place of something. The very same words want another mark before or behind them, or less of it. */
function insteadOf(
  text: string,
  suggestion: string | undefined,
  reason: Compound['reason'],
  lang: string | undefined,
): Message {
  if (suggestion === undefined)
    return messageOf('citations.waysToCite', {
      paragraph: locatorFor('paragraph', [12], lang),
      section: locatorFor('section', [2], lang),
      note: locatorFor('note', [1], lang),
    });
  const words = suggestion.replace(/^[,;\s]+|[,;\s]+$/gu, '');
  if (words !== text) return messageOf('citations.write', { text: words });
  if (reason === 'semicolon') return messageOf('citations.writeComma');
  return reason === 'touching' ? messageOf('citations.uniteBrackets') : messageOf('citations.writePlain');
}

/** What Pandoc makes of a place that it does not understand, or not wholly. */
function unparsedMessage(
  { text, suggestion, reason }: Compound,
  { citation }: Resolution,
  lang: string | undefined,
): Message {
  const { locator } = citation;
  const whole =
    reason === 'outside' && suggestion !== undefined
      ? `${isInText(citation) ? '' : '['}@${bracedKey(citation.key)}${suggestion}`
      : suggestion;
  const instead = insteadOf(text, whole, reason, lang);
  const read = `${locator?.term ?? ''} ${locator?.value ?? ''}`.trim();
  switch (reason) {
    case 'swallowed':
      return messageOf('citations.swallowed', { text, read, instead });
    case 'semicolon':
      return messageOf('citations.afterSemicolon', { text, instead });
    case 'touching':
      return messageOf('citations.touching', { text, instead });
    default:
      return locator?.term
        ? messageOf('citations.halfParsed', { text, read, instead })
        : messageOf('citations.unparsed', { text, instead });
  }
}

function suggestions({ range, suggestion, reason }: Compound): Fix[] {
  if (suggestion === undefined) return [];
  return [
    {
      title: messageOf('fixes.changeToWords', { words: suggestion }),
      edits: [{ range, newText: suggestion }],
      safe: reason === undefined,
    },
  ];
}

type Compound = Extract<
  CitationProblem,
  { check: 'citation/unparsed-locator' | 'citation/compound-locator' }
>;

/**
 * A locator that names two kinds of places. The narrower one is proposed where it lies within the other. Where it does not, one of
 * them is wrong, or both are meant: all of this is put before the person.
 */
function compoundLocator(
  problem: Compound,
  resolution: Resolution,
  lang: string | undefined,
): Problem<Compound['check']> {
  const { check, range, text, suggestion } = problem;
  const places = suggestion === undefined ? [] : placesMeant(suggestion, resolution, lang);
  if (suggestion === undefined || places === undefined)
    return { check, range, message: messageOf('citations.onlyFirst', { text }) };
  const first = firstPlace(resolution);
  const change = (words: string, preview: string): Fix => ({
    title: messageOf('fixes.changeToWords', { words, preview }),
    edits: [{ range, newText: words }],
    safe: false,
  });
  const narrow = change(suggestion, previewOf(places, resolution));
  if (first === undefined || isWithin(places, resolution)) {
    const message = messageOf('citations.onlyFirstOf', { text, place: suggestion });
    return { check, range, message, fixes: [narrow] };
  }
  const both = `${first}; @${bracedKey(resolution.citation.key)}, ${suggestion}`;
  const message = messageOf('citations.contradiction', { text, place: suggestion, first });
  const other = change(first, previewOf(resolution.parts, resolution));
  return { check, range, message, fixes: [narrow, other, change(both, '')] };
}

/** The place that is understood, as it is written: `sec. 2`. */
function firstPlace({ citation: { locator }, parts }: Resolution): string | undefined {
  return locator && parts.length > 0 ? `${locator.term} ${locator.value}`.trim() : undefined;
}

/** What words such as `¶ 12` lead to in the source of a citation; undefined where some of it is not there. Empty for works. */
function placesMeant(
  words: string,
  { source }: Resolution,
  lang: string | undefined,
): readonly ResolvedPart[] | undefined {
  if (!source) return [];
  const locator = locatorInWords(words, locatorTerms(lang));
  if (!locator) return undefined;
  const { parts, problems } = resolveLocator(locator, source);
  return problems.length === 0 ? parts : undefined;
}

/** Whether places lie within what a citation leads to. A note lies in the paragraph that has its mark. */
function isWithin(places: readonly ResolvedPart[], { source, target }: Resolution): boolean {
  const cited = new Set(target?.passages);
  return places.every(({ passages, note }) => {
    const anchor = source?.notes.find(({ number }) => number === note)?.anchor;
    return (note === undefined ? passages : [anchor ?? 0]).every((passage) => cited.has(passage));
  });
}

function previewOf(places: readonly ResolvedPart[], { source }: Resolution): string {
  const passage = source?.passages[(places[0]?.passages[0] ?? 0) - 1];
  return passage ? passagePreview(passage) : '';
}
