import { inWords } from '../../../../src/core/messages.ts';
import assert from 'node:assert/strict';
import { findingsOf } from '../../../../src/core/check/findings.ts';
import { analyse } from '../../../../src/core/study/analyse.ts';
import type { Study } from '../../../../src/core/study/studyTypes.ts';
import { statusOf } from '../../../../src/core/resolve/citation.ts';
import { resolutionsIn } from '../../../../src/core/citedBy/citedTargets.ts';
import { loadBuiltIns, packageFolder } from '../../../../src/files/builtIns.ts';
import { parseFixture, studyOf } from '../../../support/fixture.ts';
import { withTale } from '../../../support/sample.ts';

const builtIns = loadBuiltIns(packageFolder(import.meta.dirname));
export const date = '2026-11-23';

export function studyWith(files: string): Study {
  return studyOf(parseFixture(withTale(files)), builtIns);
}

/** The findings of a guide, and its citations that lead nowhere. */
export function remarksOn(text: string, study: Study): string[] {
  const file = { uri: 'file:///study/guide.analysis.md', path: 'guide.analysis.md', role: 'paper' as const };
  const paper = analyse({ ...file, content: { text } });
  assert.equal(paper.role, 'paper');
  const resolutions = resolutionsIn(paper, study);
  return [
    ...findingsOf(paper, study).map(({ check, message }) => `${check}: ${inWords(message)}`),
    ...resolutions.flatMap((each) => (statusOf(each) === 'resolved' ? [] : [statusOf(each)])),
  ];
}
