import type { Analysis, Paper, Source, Study } from '../study.ts';
import { type ChunkCitations, type Citation, eachCiting, locatorFor } from '../citations.ts';
import type { LocatorAttempt } from '../locators.ts';
import { languageOf } from '../blocks.ts';
import { bracedKey } from '../syntax.ts';
import {
  type CitationProblem,
  KeyMeanings,
  type Resolution,
  resolveCitation,
  resolvedChunk,
  type ResolvedChunk,
} from '../resolve.ts';
import { SideTable } from '../text.ts';
import { movedProblem, type Fix, type Problem } from './check.ts';
import { nearest } from './nearest.ts';
import { compoundLocator } from './compoundLocator.ts';
import { locatorFixes } from './locatorFixes.ts';
import { locatorMessage } from './locators.ts';

/** All `citation/…` checks of a paper or a glossary. */
export function checkCitations(analysis: Analysis, study: Study): readonly Problem[] {
  if (analysis.role === 'paper') return checkPaper(analysis, study);
  if (analysis.role !== 'glossary') return [];
  const lang = languageOf(analysis.document);
  return analysis.citations.flatMap((citation) => problemsOf(citation, study, lang));
}

function checkPaper(paper: Paper, study: Study): readonly Problem[] {
  const meanings = new KeyMeanings(study);
  const problems: Problem[] = [];
  eachCiting(paper.document, (chunk, start) => {
    const resolved = resolvedChunk(chunk, meanings, study);
    if (resolved.troubled.length === 0) return;
    for (const problem of problemsIn(chunk, resolved, study)) problems.push(movedProblem(problem, start));
  });
  return problems;
}

/** What is wrong with the citations of a chunk. Offsets are those of the chunk. */
interface Report {
  readonly problems: readonly Problem[];
  /** The keys that there were, where one was named that is not among them. */
  readonly keys: readonly string[] | undefined;
}

const reports = new SideTable<ResolvedChunk, Report>();

function problemsIn(chunk: ChunkCitations, resolved: ResolvedChunk, study: Study): readonly Problem[] {
  const known = reports.get(resolved);
  if (known && (known.keys === undefined || known.keys === study.keys)) return known.problems;
  const problems = resolved.troubled.flatMap((at) => {
    const citation = chunk.citations[at];
    return citation ? problemsOf(citation, study, chunk.reading.lang) : [];
  });
  const isUnknown = problems.some(({ check }) => check === 'citation/unknown-key');
  reports.set(resolved, { problems, keys: isUnknown ? study.keys : undefined });
  return problems;
}

function problemsOf(citation: Citation, study: Study, lang: string | undefined): Problem[] {
  const resolution = resolveCitation(citation, study);
  return resolution.problems.map((problem) => describe(problem, resolution, study, lang));
}

/** @param lang of the document that the citation stands in */
function describe(
  problem: CitationProblem,
  resolution: Resolution,
  study: Study,
  lang: string | undefined,
): Problem {
  const { check, range } = problem;
  switch (check) {
    case 'citation/unknown-key':
      return unknownKey(problem.key, range, study);
    case 'citation/no-locator':
      return {
        check,
        range,
        message: `@${problem.source.key}: which passage? It has ${extent(problem.source)}.`,
      };
    case 'citation/unparsed-locator':
      return {
        check,
        range,
        message: unparsed(problem.text, problem.suggestion, lang),
        fixes: suggestions({ kind: 'unparsed', ...problem }),
      };
    case 'citation/compound-locator':
      return compoundLocator(problem, resolution);
    case 'citation/reversed-range':
      return {
        check,
        range,
        message: `${problem.first}–${problem.last}: the range ends before it begins.`,
        fixes: [
          {
            title: `Turn round: ${problem.last}-${problem.first}`,
            edits: [{ range, newText: `${problem.last}-${problem.first}` }],
            safe: false,
          },
          {
            title: `Cite both: ${problem.first}, ${problem.last}`,
            edits: [{ range, newText: `${problem.first}, ${problem.last}` }],
            safe: false,
          },
        ],
      };
    default:
      return { check, range, message: locatorMessage(problem, lang), fixes: locatorFixes(problem, lang) };
  }
}

/** What can be cited of a source: `¶ 1–82 and n. 1–3`. */
function extent(source: Source): string {
  const paragraphs = `¶ 1–${String(source.passages.length)}`;
  const notes = source.notes.length;
  return notes > 0 ? `${paragraphs} and ${notes === 1 ? '1 note' : `${String(notes)} notes`}` : paragraphs;
}

function unknownKey(key: string, range: { start: number; end: number }, study: Study): Problem {
  const known = study.keys;
  const candidates = nearest(key, known);
  const hint =
    candidates.length > 0
      ? ` Did you mean ${candidates.map((candidate) => `@${candidate}`).join(' or ')}?`
      : known.length > 0
        ? ` Known keys: ${known
            .slice(0, 8)
            .map((name) => `@${name}`)
            .join(', ')}${known.length > 8 ? ' …' : ''}.`
        : ' The study folder has no sources yet: import one.';
  const fixes = candidates.map((candidate): Fix => ({
    title: `Change to @${candidate}`,
    edits: [{ range, newText: `@${bracedKey(candidate)}` }],
    safe: false,
  }));
  return {
    check: 'citation/unknown-key',
    range,
    message: `@${key}: no source or work has this key.${hint}`,
    fixes,
  };
}

function unparsed(text: string, suggestion: string | undefined, lang: string | undefined): string {
  const instead =
    suggestion === undefined
      ? `Cite a paragraph as ${locatorFor('paragraph', [12], lang)}, a section as ${locatorFor('section', [2], lang)}, a note as ${locatorFor('note', [1], lang)}.`
      : `Write “${suggestion}”.`;
  return `“${text}”: printed as it stands, leads nowhere. ${instead}`;
}

function suggestions({ range, suggestion }: LocatorAttempt): Fix[] {
  if (suggestion === undefined) return [];
  return [{ title: `Change to “${suggestion}”`, edits: [{ range, newText: suggestion }], safe: true }];
}
