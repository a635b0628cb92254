import assert from 'node:assert/strict';
import { speakIn } from '../../../src/core/messages.ts';
import { notesView } from '../../../src/core/present/notes.ts';
import { paperView } from '../../../src/core/present/papers.ts';
import { french } from '../../../src/core/spoken/spokenFrench.ts';
import { StudyFolder } from '../../../src/workspace/studyFolder.ts';

const note = (id: string, exact: string, more: object) => ({
  id: `urn:uuid:${id}`,
  type: 'Annotation',
  body: { type: 'TextualBody', value: id },
  target: { source: 'urn:x-pilcrow:source:tale', selector: { type: 'TextQuoteSelector', exact } },
  ...more,
});

const files = {
  'sources/tale.md': '---\nid: tale\ntitle: A Tale\n---\n\nOnce a miller had a cat.\n',
  'papers/a.analysis.md': 'It says “Once a miller had a cat” [@tale, ¶ 1].\n',
  'notes/tale.jsonld': JSON.stringify([
    note('lost', 'The mill race ran on', {}),
    note('done', 'a cat that counts', { 'pilcrow:state': 'resolved' }),
  ]),
};

describe('views in French', () => {
  afterEach(() => speakIn());

  it('set words between the marks of French, and say there that a note is resolved', () => {
    const folder = new StudyFolder('file:///study');
    for (const [path, text] of Object.entries(files)) folder.setFile(`file:///study/${path}`, path, { text });
    speakIn(french);
    const { study } = folder;
    const [paper] = study.papers;
    assert.ok(paper);
    assert.equal(paperView(paper, study).rows[0]?.label, '«\u00a0Once a miller had a cat\u00a0»');
    const [lost] = notesView(study, 'source').rows;
    assert.deepEqual(
      lost?.children.map(({ description, accessibleLabel }) => [description, accessibleLabel]),
      [
        [
          '«\u00a0a cat that counts\u00a0» · résolue',
          'Remarque, done, ses mots ont perdu leur place, résolue',
        ],
        ['«\u00a0The mill race ran on\u00a0»', 'Remarque, lost, ses mots ont perdu leur place'],
      ],
    );
  });
});
