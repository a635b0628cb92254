import { StudyFolder } from '../../../../src/workspace/studyFolder.ts';

const root = 'file:///study';
const words = (paragraph: number, sentence: number): string =>
  `Sentence ${sentence} of paragraph number ${paragraph}.`;

/** A source of paragraphs with five sentences each, and a note on every sentence. */
export function folderOf(paragraphs: number, heading = ''): StudyFolder {
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
