/** Every fix of every finding, applied by itself to made papers: what it is for is put right, and nothing else is changed. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Fix } from '../../../src/core/check/defineCheck.ts';
import type { Finding } from '../../../src/core/check/findings.ts';
import { inWords } from '../../../src/core/messages.ts';
import { levels } from '../../../src/core/catalogue.ts';
import type { Paper } from '../../../src/core/study/studyTypes.ts';
import { checkedPaper, faultyPaper, fixed, fixesIn } from '../../support/faultyPapers.ts';
import { runs } from '../../support/runs.ts';

/** What an edit adds to the offsets after it. */
function moved(offset: number, { edits }: Fix): number {
  return edits.reduce(
    (at, { range, newText }) => (range.end <= offset ? at + newText.length - (range.end - range.start) : at),
    offset,
  );
}

const isWorse = (one: Finding, other: Finding): boolean =>
  levels.indexOf(one.level) < levels.indexOf(other.level);

/** Citations before and after all edits: their keys and places, as of the text after a fix. */
function citationsBeside({ citations }: Paper, fix: Fix): string[] {
  const start = Math.min(...fix.edits.map(({ range }) => range.start));
  const end = Math.max(...fix.edits.map(({ range }) => range.end));
  return citations
    .filter(({ group }) => group.end < start || group.start > end)
    .map(({ key, range, locator }) => `${key} ${String(moved(range.start, fix))} ${locator?.value ?? ''}`);
}

function citationsOf({ citations }: Paper): Set<string> {
  return new Set(
    citations.map(({ key, range, locator }) => `${key} ${String(range.start)} ${locator?.value ?? ''}`),
  );
}

/** A bracket that is put together with the next one may have another fault, of which the same check tells. */
function isTwoFaults({ message }: Finding): boolean {
  return /brackets that touch|after a semicolon/u.test(inWords(message));
}

/** What these say is understood only after their fix, and may be wrong. */
const notUnderstood = new Set(['citation/unparsed-locator', 'citation/escaped', 'citation/unknown-key']);

function assertPutRight(
  text: string,
  finding: Finding,
  fix: Fix,
  before: ReturnType<typeof checkedPaper>,
): void {
  const after = fixed(text, fix);
  const told = `${finding.check}: ${inWords(finding.message)}\n${inWords(fix.title)}\n${text}\n→\n${after}`;
  assert.notEqual(after, text, told);
  const { findings, paper } = checkedPaper(after);
  const [start, end] = [moved(finding.range.start, fix), moved(finding.range.end, fix)];
  const still = findings.filter(
    ({ check, message, range }) =>
      check === finding.check &&
      range.start <= end &&
      range.end >= start &&
      // Several numbers of one place may be wrong, and are told one by one.
      !before.findings.some(
        (one) => one !== finding && one.check === check && inWords(one.message) === inWords(message),
      ),
  );
  if (!isTwoFaults(finding))
    assert.deepEqual(
      still.map(({ message }) => inWords(message)),
      [],
      told,
    );
  const worse = findings.filter(
    (one) =>
      one.check.startsWith('citation/') &&
      finding.check.startsWith('citation/') &&
      !notUnderstood.has(finding.check) &&
      isWorse(one, finding) &&
      !before.findings.some(
        ({ check, range }) => check === one.check && moved(range.start, fix) <= one.range.end,
      ),
  );
  assert.deepEqual(
    worse.map(({ message }) => inWords(message)),
    [],
    told,
  );
  const there = citationsOf(paper);
  const lost = citationsBeside(before.paper, fix).filter((each) => !there.has(each));
  assert.deepEqual(lost, [], told);
}

describe('every fix', () => {
  it('puts right what it is for, makes nothing worse, and leaves other citations as they are', function () {
    this.timeout(600_000);
    fc.assert(
      fc.property(faultyPaper, (text) => {
        const before = checkedPaper(text);
        for (const { finding, fix } of fixesIn(before.findings)) assertPutRight(text, finding, fix, before);
      }),
      { numRuns: runs(80) },
    );
  });
});
