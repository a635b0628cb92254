import assert from 'node:assert/strict';
import { inRoot } from '../../../scripts/support/paths.ts';
import { termsIn } from '../../../src/core/resolve/termUses.ts';
import { analyse } from '../../../src/core/study/analyse.ts';
import { loadBuiltIns } from '../../../src/files/builtIns.ts';
import { checkFixture, parseFixture, studyOf } from '../../support/fixture.ts';

const shipped = analyse({
  uri: 'file:///shipped/glossary.md',
  path: 'shipped/glossary.md',
  role: 'glossary',
  content: { text: '# Terms of the tale\n\n## Mill race\n\nThe water that drives a mill. [@tale, ¶ 1]\n' },
});

/** The terms of the first paper that are marked, offered and listed. */
function usesIn(fixture: string): string[] {
  const study = studyOf(parseFixture(fixture), [shipped]);
  const [paper] = study.papers;
  assert.equal(study.terms.glossary.find('mill race') !== undefined, study.terms.glossary.terms.length > 0);
  return paper ? termsIn(paper, study.terms).uses.map(({ text }) => text) : [];
}

const paper = '=== papers/a.analysis.md\nA mill race.\n';

describe('a built-in glossary', () => {
  it('is silent in a folder that neither holds nor cites its text', () => {
    assert.deepEqual(usesIn(paper), []);
    assert.deepEqual(usesIn(`${paper}\n=== papers/b.analysis.md\nSee [@other, ¶ 1].\n`), []);
  });

  it('speaks in a folder that cites it, in a paper or in a glossary', () => {
    assert.deepEqual(usesIn(`${paper}\n=== papers/b.analysis.md\nSee [@tale, ¶ 1].\n`), ['mill race']);
    assert.deepEqual(usesIn(`${paper}\n=== glossary.md\n## Oil\n\nSee [@tale, ¶ 1].\n`), ['mill race']);
  });

  it('speaks in a folder that holds it', () => {
    const source = '=== sources/tale.md\n---\nid: tale\ntitle: The Lamp\n---\n\nA lamp stood.\n';
    assert.deepEqual(usesIn(`${paper}\n${source}`), ['mill race']);
  });

  it('has its terms known everywhere, so that no paper is found at fault for what another cites', () => {
    checkFixture(
      '=== papers/a.analysis.md\nA [mass line]{.term}. By mass line we mean a road.\n',
      loadBuiltIns(inRoot()),
    );
  });
});
