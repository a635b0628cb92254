import assert from 'node:assert/strict';
import { notesIndex } from '../../../src/core/resolve/notesIndex.ts';
import { StudyFolder } from '../../../src/workspace/studyFolder.ts';

/** Notes by number, each an answer to another; all made in the order of their numbers. */
function threadsOf(answers: readonly (number | undefined)[]): Record<string, string[]> {
  const notes = answers.map((answered, number) => ({
    id: `urn:n:${String(number)}`,
    type: 'Annotation',
    created: new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString(),
    body: { type: 'TextualBody', value: 'Why?' },
    target: answered === undefined ? 'urn:x-pilcrow:source:mill' : `urn:n:${String(answered)}`,
    ...(answered === undefined ? {} : { motivation: 'replying' }),
  }));
  const folder = new StudyFolder('file:///study');
  folder.setFile('file:///study/notes/a.jsonld', 'notes/a.jsonld', { text: JSON.stringify(notes) });
  const number = (id: string): string => id.slice('urn:n:'.length);
  return Object.fromEntries(
    notesIndex(folder.study).threads.map((thread) => [
      number(thread.annotation.id),
      thread.answers.map(({ annotation }) => number(annotation.id)),
    ]),
  );
}

describe('notes that answer notes', () => {
  it('in a circle belong to the one that was made first, and so do answers to them', () => {
    assert.deepEqual(threadsOf([2, 0, 1, 4, 1]), { 0: ['1', '2', '3', '4'] });
    assert.deepEqual(threadsOf([1, 3, 1, 2]), { 1: ['0', '2', '3'] });
    assert.deepEqual(threadsOf([undefined, 0, 1, 2]), { 0: ['1', '2', '3'] });
    assert.deepEqual(threadsOf([9, 0, 1]), { 0: ['1', '2'] });
  });

  it('in a long circle or chain take no more time each', () => {
    const count = 20_000;
    const start = process.cpuUsage().user;
    const circle = threadsOf(Array.from({ length: count }, (_, number) => (number + 1) % count));
    const chain = threadsOf(Array.from({ length: count }, (_, number) => number - 1));
    assert.equal(circle['0']?.length, count - 1);
    assert.equal(chain['0']?.length, count - 1);
    // One after another, 2,000 took 13 seconds.
    assert.ok(process.cpuUsage().user - start < 8_000_000);
  });
});
