import type { Work } from '../bibliography.ts';
import type { Analysis, BibliographyDocument, Paper, PlacedWork, Study } from '../study.ts';
import { rivalsOf, type Problem } from './check.ts';

/** `bibliography/…`: what cannot be read, what stands twice, what nobody cites. */
export function checkBibliographies(analysis: Analysis, study: Study): readonly Problem[] {
  if (analysis.role === 'paper') return namedFiles(analysis, study);
  if (analysis.role !== 'bibliography') return [];
  return [
    ...analysis.bibliography.problems.map(({ message, range }): Problem => ({
      check: 'bibliography/unreadable',
      range,
      message,
    })),
    ...entries(analysis, study),
  ];
}

function namedFiles(paper: Paper, study: Study): Problem[] {
  if (paper.bibliographies.length === 0) return [];
  const range = paper.document.frontMatter.rangeOf('bibliography') ?? { start: 0, end: 0 };
  return paper.bibliographies.flatMap(({ written, candidates }): Problem[] => {
    if (candidates.some((path) => study.paths.has(path))) return [];
    const message =
      candidates.length === 0
        ? `The bibliography “${written}” lies outside the study folder and is not read.`
        : `The bibliography “${written}” cannot be found in the study folder.`;
    return [{ check: 'bibliography/unreadable', range, message }];
  });
}

function entries(analysis: BibliographyDocument, study: Study): Problem[] {
  const { citedKeys } = study;
  const everything = citedKeys.has('*');
  return analysis.bibliography.works.flatMap((work): Problem[] => {
    const placed = study.works.get(work.key) ?? [];
    const problems: Problem[] = [];
    if (placed.length > 1) problems.push(duplicate(placed, work));
    if (!everything && !citedKeys.has(work.key))
      problems.push({
        check: 'bibliography/unused-entry',
        range: work.keyRange,
        message: `No paper cites @${work.key}.`,
        unnecessary: true,
      });
    return problems;
  });
}

function duplicate(placed: readonly PlacedWork[], work: Work): Problem {
  const { key, keyRange: range } = work;
  const counts = placed[0]?.work === work;
  const others = rivalsOf(placed, (each) => each.work === work);
  const paths = [...new Set(others.map((other) => other.analysis.file.path))].join(', ');
  const where = placed.length - 1 > others.length ? `${paths} …` : paths;
  return {
    check: 'bibliography/duplicate-entry',
    range,
    message: `The key “${key}” has ${String(placed.length)} entries, others in ${where}. ${counts ? 'This one counts.' : 'The first one counts.'}`,
    related: others.map((other) => ({
      uri: other.analysis.file.uri,
      range: other.work.keyRange,
      message: `@${key} is also here`,
    })),
  };
}
