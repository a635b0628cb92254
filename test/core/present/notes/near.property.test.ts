import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nearestThreads } from '../../../../src/core/present/notes/near.ts';
import { notesIndex } from '../../../../src/core/resolve/notesIndex.ts';
import { StudyFolder } from '../../../../src/workspace/studyFolder.ts';

const root = 'file:///study';
const words = (paragraph: number, sentence: number): string =>
  `Sentence ${sentence} of paragraph number ${paragraph}.`;

/** A source of paragraphs with five sentences each, and a note on every sentence. */
function folderOf(paragraphs: number, heading = ''): StudyFolder {
  const numbers = Array.from({ length: paragraphs }, (_, index) => index + 1);
  const text = numbers.map((number) => [1, 2, 3, 4, 5].map((each) => words(number, each)).join(' '));
  const notes = numbers.flatMap((number) =>
    [1, 2, 3, 4, 5].map((each) => ({
      id: `urn:example:${number}:${each}`,
      type: 'Annotation',
      body: { type: 'TextualBody', value: `On ${number}, ${each}` },
      target: {
        source: 'urn:x-pilcrow:source:long',
        selector: { type: 'TextQuoteSelector', exact: words(number, each) },
      },
    })),
  );
  const folder = new StudyFolder(root);
  const source = `---\nid: long\ntitle: Long\n---\n\n${heading}${text.join('\n\n')}\n`;
  folder.setFile(`${root}/sources/long.md`, 'sources/long.md', { text: source });
  folder.setFile(`${root}/notes/long.jsonld`, 'notes/long.jsonld', { text: JSON.stringify(notes) });
  return folder;
}

describe('the notes near to what is in sight', () => {
  const { threads } = notesIndex(folderOf(30).study);

  it('are never farther than one that is left out', () => {
    const ranges = fc.tuple(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 800 }));
    fc.assert(
      fc.property(fc.array(ranges, { minLength: 1, maxLength: 3 }), fc.nat(160), (places, most) => {
        const seen = places.map(([start, length]) => ({ start, end: start + length }));
        const distance = ({ range }: (typeof threads)[number]): number =>
          Math.min(
            ...seen.map(({ start, end }) =>
              range ? Math.max(start - range.end, range.start - end, 0) : Infinity,
            ),
          );
        const near = nearestThreads(threads, seen, most);
        const left = threads.filter((thread) => !near.includes(thread));
        assert.equal(near.length, Math.min(most, threads.length));
        assert.ok(Math.max(-1, ...near.map(distance)) <= Math.min(Infinity, ...left.map(distance)));
      }),
    );
  });
});
