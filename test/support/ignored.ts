import { inWords } from '../../src/core/messages.ts';
import assert from 'node:assert/strict';
import { findingsOf, type Finding, readSuppressions } from '../../src/core/check/findings.ts';
import { analyse } from '../../src/core/study/analyse.ts';
import { buildStudy, withParts, type BuiltIns } from '../../src/core/study/buildStudy.ts';
import type { Analysis, Study } from '../../src/core/study/studyTypes.ts';
import { ignoreComment } from '../../src/core/present/editing/ignoreHere.ts';
import { encloses } from '../../src/core/text/range.ts';

/**
 * Asserts that “Ignore here…” does what it says. With its comment in the file, the finding and others of its check in
 * the block below the comment are gone, and all other findings remain.
 */
export function assertIgnorable(study: Study, builtIns: BuiltIns): void {
  for (const analysis of study.files)
    for (const finding of findingsOf(analysis, study)) assertSilenced(finding, analysis, study, builtIns);
}

function assertSilenced(finding: Finding, analysis: Analysis, study: Study, builtIns: BuiltIns): void {
  const comment = ignoreComment(finding, study);
  // For a file with conflicts, the analysed text differs from the file.
  if (!comment || !('text' in analysis) || analysis.conflicts.length > 0) return;
  const { at, text } = comment;
  const { file } = analysis;
  const changed = analysis.text.slice(0, at) + text + analysis.text.slice(at);
  const now = analyse({ ...file, role: analysis.role, content: { text: changed } });
  assert.ok('document' in now);
  const scope = readSuppressions(now.document).find(({ range }) => range.start === at)?.scope;
  assert.ok(scope, changed);
  const moved = (offset: number): number => (offset < at ? offset : offset + text.length);
  const expected = findingsOf(analysis, study)
    .map(({ check, range }) => ({ check, range: { start: moved(range.start), end: moved(range.end) } }))
    .filter(({ check, range }) => check !== finding.check || !encloses(scope, range));
  const files = study.files.map((other) => (other === analysis ? now : other));
  const whole = withParts(buildStudy(files, builtIns), { names: study.names });
  const left = findingsOf(now, whole).map(({ check, range }) => ({ check, range }));
  assert.deepEqual(left, expected, changed);
  assert.ok(expected.length < findingsOf(analysis, study).length, `${inWords(finding.message)} is silent`);
}
