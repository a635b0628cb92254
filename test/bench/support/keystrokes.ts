/**
 * Measures the first findings of a paper and the keystrokes after them in a checkout of Pilcrow, processor time in
 * milliseconds, as JSON. `tsx keystrokes.ts CHECKOUT`.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { groupOfYears, makeCorpus } from './corpus.ts';
import { processorTime } from './timing.ts';

interface Folder {
  setFile(uri: string, path: string, content: { readonly text: string }): void;
  openDocument(uri: string, path: string, text: string): void;
  findingsOf(uri: string): unknown;
}

const root = 'file:///study';
const path = 'papers/p00000.analysis.md';
const uri = `${root}/${path}`;

async function main(checkout: string): Promise<void> {
  const file = pathToFileURL(join(checkout, 'src', 'workspace', 'studyFolder.ts')).href;
  const { StudyFolder } = (await import(file)) as { StudyFolder: new (root: string) => Folder };
  const corpus = makeCorpus({ ...groupOfYears, papers: 1, words: 7_500 });
  const folder = new StudyFolder(root);
  for (const [each, text] of corpus) folder.setFile(`${root}/${each}`, each, { text });
  let text = corpus.get(path) ?? '';
  folder.openDocument(uri, path, text);
  const first = processorTime(() => void folder.findingsOf(uri));
  let strokes = 0;
  const keys = 300;
  for (let at = 0; at < keys; at++) {
    const place = text.indexOf(' ', Math.floor((text.length * (at + 1)) / (keys + 2)));
    text = `${text.slice(0, place)}x${text.slice(place)}`;
    strokes += processorTime(() => {
      folder.openDocument(uri, path, text);
      folder.findingsOf(uri);
    });
  }
  console.log(JSON.stringify({ first, strokes }));
}

void main(process.argv[2] ?? '.');
