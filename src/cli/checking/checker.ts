import { findingsOf, isLookedAt, numberMovesIn } from '../../core/check.ts';
import { analyse, type Analysis, buildStudy, type Study, withParts } from '../../core/study.ts';
import { withoutTraces } from '../../core/memo.ts';
import type { Message } from '../../core/messages.ts';
import { findingRow, type FindingRow } from '../../core/present/listings.ts';
import { usedTermKeys } from '../../core/resolve.ts';
import { loadBuiltIns } from '../../files/builtIns.ts';
import type { CheckContext, GivenFile, PaperResult, Sums } from './results.ts';

/**
 * Checks the files of one study folder one by one. Of the papers only those heads are in memory on which other files
 * rest; a paper is read, checked and let go of.
 */
export class Checker {
  private readonly study: Study;
  private readonly wantsTerms: boolean;

  constructor(context: CheckContext) {
    const known = [...context.files, ...context.heads].map(analyseGiven);
    const study = buildStudy(known, loadBuiltIns(context.packageRoot));
    this.study = withParts(study, {
      paths: new Set(context.paths),
      names: context.names,
      linkedPapers: new Map((context.linked ?? []).map((file) => [file.path, analyseGiven(file)])),
    });
    this.wantsTerms = study.files.some((file) => isLookedAt('usedTerms', file, study));
  }

  /** The findings of a paper, and what it does to those of other files. */
  check(file: GivenFile): PaperResult {
    return withoutTraces(() => this.resultOf(file));
  }

  private resultOf(file: GivenFile): PaperResult {
    const analysis = analyseGiven(file);
    const rows = this.rowsOf(analysis, this.study);
    if (analysis.role !== 'paper') return { rows, citations: undefined, cited: [], terms: [] };
    const moves = numberMovesIn(analysis, this.study);
    return {
      rows,
      ...(moves.length > 0 && { moves }),
      citations: analysis.citationCount,
      cited: analysis.citedKeys,
      terms: this.wantsTerms ? usedTermKeys(analysis, this.study) : [],
    };
  }

  /** Puts the glossaries together: while other threads check papers, not behind them. */
  prepareOthers(): void {
    this.study.allTerms.glossary satisfies unknown;
  }

  /** The findings of the files that are no papers, by path. */
  checkOthers(
    paths: readonly string[],
    { cited, terms, moves }: Sums,
  ): ReadonlyMap<string, readonly FindingRow<Message>[]> {
    const wanted = new Set(paths);
    const study = withParts(this.study, {
      citedKeys: new Set(cited),
      usedElsewhere: new Set(terms),
      movesElsewhere: moves,
    });
    const files = study.files.filter(({ role, file }) => role !== 'paper' && wanted.has(file.path));
    return new Map(files.map((file) => [file.file.path, this.rowsOf(file, study)]));
  }

  private rowsOf(analysis: Analysis, study: Study): FindingRow<Message>[] {
    return findingsOf(analysis, study).map((finding) =>
      findingRow(finding, analysis, study, ({ file }) => file.path),
    );
  }
}

/** URIs need only differ: none is shown or opened. */
function analyseGiven({ path, role, content }: GivenFile): Analysis {
  const text = 'text' in content ? { text: withoutByteOrderMark(content.text) } : content;
  return analyse({ uri: `study:/${path}`, path, role, content: text });
}

function withoutByteOrderMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

/** Where the bibliographies may be that a paper names, relative to the study folder. */
export function namedIn(head: GivenFile): readonly string[] {
  const analysis = analyseGiven(head);
  if (analysis.role !== 'paper') return [];
  return [...new Set(analysis.bibliographies.flatMap(({ candidates }) => candidates))];
}
