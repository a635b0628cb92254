import { runToEnd } from '../../src/core/memo.ts';
import assert from 'node:assert/strict';
import type { Finding } from '../../src/core/check/findings.ts';
import { StudyFolder } from '../../src/workspace/studyFolder.ts';
import { fixtureRoot, fixtureUri } from '../support/fixture.ts';
import { itKeeps } from '../support/keeping.ts';

const words = 'Once a miller had a cat that could not count to three at all';
const source = (text: string): string => `---\nid: tale\n---\n\n${text}.\n`;
const paper = 'papers/a.analysis.md';
const quotations = 50;
const text = Array.from(
  { length: quotations },
  (_, at) => `“Once a miller had a dog ${at}” [@tale, ¶ ${at}].`,
).join('\n\n');

function makeFolder(): StudyFolder {
  const folder = new StudyFolder(fixtureRoot);
  folder.setFile(fixtureUri('sources/tale.md'), 'sources/tale.md', { text: source(words) });
  folder.setFile(fixtureUri(paper), paper, { text });
  return folder;
}

describe('work in steps', () => {
  const uri = fixtureUri(paper);

  it('has a step for each quotation, so that a long paper need not be checked at once', () => {
    const steps = makeFolder().findingSteps(uri);
    let count = 0;
    while (!steps.next().done) count++;
    assert.ok(count >= quotations, `${count} steps`);
  });

  it('comes to what it comes to at once, whatever is asked or changed between two steps', () => {
    const whole = makeFolder().findingsOf(uri);
    assert.ok(whole.length > 0);
    const folder = makeFolder();
    const steps = folder.findingSteps(uri);
    let findings: readonly Finding[] | undefined;
    for (let count = 0; !findings; count++) {
      const step = steps.next();
      if (step.done) findings = step.value;
      if (count === 10) folder.openDocument(uri, paper, `${text}\n`);
      if (count === 20) assert.deepEqual(folder.findingsOf(uri), whole);
    }
    assert.deepEqual(findings, whole);
  });

  itKeeps('what was done ahead of time', () => {
    const folder = makeFolder();
    assert.ok(folder.study);
    const other = 'papers/b.analysis.md';
    folder.setFile(fixtureUri(other), other, { text });
    runToEnd(folder.prepare(fixtureUri(other)));
    const steps = folder.findingSteps(fixtureUri(other));
    let count = 0;
    while (!steps.next().done) count++;
    assert.ok(count < quotations, `${count} steps`);
  });

  it('done ahead of time is done again where it rested on something else', () => {
    const folder = makeFolder();
    assert.ok(folder.study);
    const other = 'papers/b.analysis.md';
    folder.setFile(fixtureUri(other), other, { text });
    runToEnd(folder.prepare(fixtureUri(other)));
    folder.setFile(fixtureUri('sources/tale.md'), 'sources/tale.md', { text: source('Other words') });
    const fresh = new StudyFolder(fixtureRoot);
    fresh.setFile(fixtureUri('sources/tale.md'), 'sources/tale.md', { text: source('Other words') });
    fresh.setFile(fixtureUri(other), other, { text });
    assert.deepEqual(folder.findingsOf(fixtureUri(other)), fresh.findingsOf(fixtureUri(other)));
  });

  it('files that come later are part of the study when they are let in, opened or written again', () => {
    const folder = makeFolder();
    const [first, second, third] = ['b', 'c', 'd'].map((name) => `papers/${name}.analysis.md`);
    for (const path of [first, second, third])
      folder.setFileLater(fixtureUri(path ?? ''), path ?? '', { text });
    const papers = (): string[] => folder.study.papers.map(({ file }) => file.path);
    runToEnd(folder.prepare(fixtureUri(first ?? '')));
    assert.deepEqual(papers(), [paper]);
    folder.openDocument(fixtureUri(second ?? ''), second ?? '', 'Open.\n');
    assert.deepEqual(papers(), [paper, second]);
    folder.setFile(fixtureUri(third ?? ''), third ?? '', undefined);
    folder.admit();
    assert.deepEqual(papers(), [paper, first, second]);
    assert.equal(folder.waitingCount, 0);
  });
});
