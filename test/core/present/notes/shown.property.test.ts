import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shownText } from '../../../../src/core/present/notes/shown.ts';
import type { Study } from '../../../../src/core/study/studyTypes.ts';
import { StudyFolder } from '../../../../src/workspace/studyFolder.ts';
import { harmfulText } from '../../../support/harmful.ts';
import { harmIn } from '../../../support/rendered.ts';
import { runs } from '../../../support/runs.ts';

const root = 'file:///study';
const isOurs = (address: string): boolean => address.startsWith(`${root}/`);

/** A study whose source and glossary are of such texts, too: their words stand beside the links of a note. */
function studyOf(words: string): Study {
  const folder = new StudyFolder(root);
  const files: Readonly<Record<string, string>> = {
    'sources/mill.md': `---\nid: mill\ntitle: Mill\n---\n\n${words}\n\nA lamp stands in the mill.[^1]\n\n[^1]: ${words}\n`,
    'glossary.md': `## lamp\n\n${words}\n`,
  };
  for (const [path, text] of Object.entries(files)) folder.setFile(`${root}/${path}`, path, { text });
  return folder.study;
}

describe('the text of a note, whatever it holds', () => {
  const plain = studyOf('Oil and wick.');
  const check = (text: string, study = plain): void => {
    const shown = shownText(text, study);
    assert.deepEqual(
      harmIn(shown, isOurs),
      [],
      `${JSON.stringify(text)} is shown as ${JSON.stringify(shown)}`,
    );
  };

  it('is no picture where it is too much to be read', () => {
    check(`${'& '.repeat(10_100)}![p](https://x.invalid/p.png) <img src=https://x.invalid/b>`);
    check(`${'> '.repeat(300)}![p](https://x.invalid/p.png)`);
    check(`${'['.repeat(20_000)}![p](https://x.invalid/p.png)`);
  });

  it('holds no picture, no HTML and no link but to the web and to mail, by another reader', () => {
    fc.assert(
      fc.property(harmfulText, (text) => check(text)),
      { numRuns: runs(1500) },
    );
  });

  it('nor do the links to what it cites', () => {
    fc.assert(
      fc.property(harmfulText, harmfulText, (text, words) => {
        check(`[@mill, ¶ 1], @mill [n. 1] and lamp ${text}`, studyOf(words));
      }),
      { numRuns: runs(400) },
    );
  });
});
