import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { citedIndex } from '../../src/core/citedBy/citedIndex.ts';
import { StudyFolder } from '../../src/workspace/studyFolder.ts';
import { fixtureRoot, fixtureUri } from '../support/fixture.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const paper = 'papers/a.analysis.md';

describe('what a study folder keeps in memory', () => {
  it('is nothing of the studies before an edit', async () => {
    const folder = new StudyFolder(fixtureRoot);
    const put = (path: string, text: string) => folder.setFile(fixtureUri(path), path, { text });
    put('sources/tale.md', '---\nid: tale\n---\n\nOnce a miller had a cat.\n');
    put('glossary.md', '## Mill race\n\nWater.\n');
    const type = (text: string): WeakRef<object>[] => {
      folder.openDocument(fixtureUri(paper), paper, text);
      for (const uri of folder.uris) folder.findingsOf(uri);
      const { study } = folder;
      citedIndex(study).bySource.get('tale');
      return [new WeakRef(study), new WeakRef(folder.analysis(fixtureUri(paper)) ?? study)];
    };
    const before = ['One', 'Two', 'Three', 'Four']
      .map((word) => type(`${word} [@tale, ¶ 1].\n`))
      .slice(0, -1);
    // References that a turn has looked at hold until the next one.
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    assert.deepEqual(
      before.map((kept) => kept.map((each) => each.deref() !== undefined)),
      before.map(() => [false, false]),
    );
  });
});
