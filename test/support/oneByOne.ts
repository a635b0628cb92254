import assert from 'node:assert/strict';
import { inRoot } from '../../scripts/support/paths.ts';
import { Checker } from '../../src/cli/checking/checker.ts';
import { frontMatterPrefix } from '../../src/cli/checking/frontMatterPrefix.ts';
import type { GivenFile } from '../../src/cli/checking/results.ts';
import { findingsOf } from '../../src/core/check/findings.ts';
import type { BuiltIns } from '../../src/core/study/buildStudy.ts';
import { pathsWithFragment } from '../../src/core/study/folderNames.ts';
import type { Study } from '../../src/core/study/studyTypes.ts';
import type { Message } from '../../src/core/messages.ts';
import { findingRow, type FindingRow } from '../../src/core/present/listings/listingRows.ts';

/**
 * Asserts that the command line, which reads one paper after another, finds what an editor finds, which holds all.
 */
export function assertSameOneByOne(study: Study, builtIns: BuiltIns): void {
  const files = study.files.map(({ file: { path, role, content } }): GivenFile => ({ path, role, content }));
  const [papers, others] = [true, false].map((wanted) =>
    files.filter(({ role }) => (role === 'paper') === wanted),
  );
  const checker = new Checker({
    packageRoot: builtIns.length > 0 ? inRoot() : undefined,
    files: others ?? [],
    heads: (papers ?? []).flatMap((paper) => headsOf(paper)),
    linked: linkedOf(files),
    names: study.names,
    paths: files.map(({ path }) => path),
  });
  const results = (papers ?? []).map((paper) => ({ path: paper.path, ...checker.check(paper) }));
  const rest = checker.checkOthers(
    (others ?? []).map(({ path }) => path),
    {
      cited: results.flatMap(({ cited }) => cited),
      terms: results.flatMap(({ terms }) => terms),
      moves: results.flatMap(({ moves = [] }) => moves),
    },
  );
  const rows = new Map([...rest, ...results.map((result) => [result.path, result.rows] as const)]);
  const whole = study.files.map((analysis): [string, readonly FindingRow<Message>[]] => [
    analysis.file.path,
    findingsOf(analysis, study).map((finding) =>
      findingRow(finding, analysis, study, ({ file }) => file.path),
    ),
  ]);
  assert.deepEqual(
    whole,
    files.map(({ path }) => [path, rows.get(path)]),
  );
}

function linkedOf(files: readonly GivenFile[]): GivenFile[] {
  const linked = new Set(
    files.flatMap(({ path, content }) => ('text' in content ? pathsWithFragment(content.text, path) : [])),
  );
  return files.filter(({ path, role }) => role === 'paper' && linked.has(path));
}

function headsOf(paper: GivenFile): GivenFile[] {
  const head = 'text' in paper.content ? frontMatterPrefix(Buffer.from(paper.content.text)) : undefined;
  return head ? [{ ...paper, content: { text: head.toString() } }] : [];
}
