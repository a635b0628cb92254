import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import {
  concordanceOf,
  contextUnits,
  type ConcordanceLine,
} from '../../../../src/core/present/terms/concordance.ts';
import { frequencyLine, frequencyOf } from '../../../../src/core/present/terms/termFrequency.ts';
import type { Term } from '../../../../src/core/glossary/term.ts';
import type { Study } from '../../../../src/core/study/studyTypes.ts';
import { inRoot } from '../../../../scripts/support/paths.ts';
import { parseFixture, studyOf } from '../../../support/fixture.ts';
import { tale } from '../../../support/sample.ts';

function studyWith(files: string): Study {
  return studyOf(parseFixture(`${tale}\n=== glossary.md\n## oil\n\nBurns.\n\n## road\n\n${files}`));
}

function termOf(study: Study, name: string): Term {
  const term = study.terms.glossary.find(name);
  assert.ok(term);
  return term;
}

const shown = ({ left, words, right, passage }: ConcordanceLine): string =>
  `${passage}|${left}|${words}|${right}`;

describe('concordance', () => {
  it('shows the words around, without the marks of Markdown, and the passage', () => {
    const study = studyWith(
      '=== papers/a.analysis.md\n# On oil\n\n> He had *no*\n> oil[^1] at __all__.\n\nA [oil]{.term} of\n2. oil that\n\n[^1]: x\n',
    );
    assert.deepEqual(concordanceOf(termOf(study, 'oil'), study).map(shown), [
      '|On |oil|',
      '|He had no |oil| at all.',
      '|A |oil| of',
      '||oil| that',
      '|(i) |Oil|',
      '¶ 4||Oil| was dear that winter.',
    ]);
  });

  it('sorts by the words that follow, whatever their case, accents and punctuation', () => {
    const study = studyWith(
      '=== papers/a.analysis.md\nOil, Zoë. Oil “apple”. Oil Éclair; oil apple pie. Oil\n',
    );
    const next = concordanceOf(termOf(study, 'oil'), study, 'next').map(({ right }) => right.slice(0, 9));
    assert.deepEqual(
      next.map((right) => right.replace(/^[^\p{L}]+/u, '').slice(0, 4)),
      ['', '', 'appl', 'appl', 'Écla', 'was ', 'Zoë.'],
    );
  });

  it('context is short and ends between words', () => {
    const study = studyWith(`=== papers/a.analysis.md\n${'wordy '.repeat(40)}oil ${'wordy '.repeat(40)}\n`);
    const [line] = concordanceOf(termOf(study, 'oil'), study);
    assert.ok(line && line.left.length <= contextUnits && line.right.length <= contextUnits);
    assert.match(line.left, /^wordy .* $/);
    assert.match(line.right, /^ .* wordy$/);
  });

  it('any text', () => {
    const marks = '> * _ [oil]{.term} [^ ## - 1. \n\n \r\n';
    for (let i = 0; i < marks.length; i++) {
      const study = studyWith(`=== papers/a.analysis.md\n${marks.slice(i)}oil${marks.slice(0, i)} oil\n`);
      for (const line of concordanceOf(termOf(study, 'oil'), study))
        assert.equal(line.words.toLowerCase(), 'oil');
    }
  });
});

describe('frequency of a term', () => {
  it('counts by innermost section, notes and paper', () => {
    const study = studyWith('=== papers/a.analysis.md\nOil and oil.\n\n=== papers/b.analysis.md\nNothing.\n');
    const frequency = frequencyOf(termOf(study, 'oil'), study);
    assert.deepEqual(
      frequency.rows.map(({ kind, section, passages, name, uses }) => [kind, section, passages, name, uses]),
      [
        ['section', '', '¶ 1', 'before the first section', 0],
        ['section', '1', '¶¶ 2–3', '(1) The Miller', 0],
        ['section', '1(i)', '¶ 4', '(i) Oil', 2],
        ['section', '2', '¶ 5', '(2) The Road', 0],
        ['notes', '', '', 'notes', 0],
        ['paper', '', '', 'a', 2],
        ['paper', '', '', 'b', 0],
      ],
    );
    assert.deepEqual([frequency.inSources, frequency.inPapers], [2, 2]);
    assert.equal(frequencyLine(frequency), 'sec. 1(i): 2, a: 2');
  });

  it('a source that does not use the term has no rows', () => {
    const study = studyWith('## mill wheel\n\n=== papers/a.analysis.md\nA mill wheel.\n');
    assert.deepEqual(
      frequencyOf(termOf(study, 'mill wheel'), study).rows.map(({ kind }) => kind),
      ['paper'],
    );
  });

  it('of the essay: every use in exactly one section', function () {
    const essay = inRoot('..', 'shared', 'essay', 'essay.txt');
    if (!existsSync(essay)) {
      console.log('      skipped: the essay is not here');
      this.skip();
    }
    const text = readFileSync(essay, 'utf8').replace(/^(=== )/gm, ' $1');
    const glossary = readFileSync(inRoot('editions', 'masswork', 'glossary.md'), 'utf8');
    const study = studyOf(
      parseFixture(`=== sources/m.md\n---\nid: m\n---\n\n${text}\n\n=== glossary.md\n${glossary}`),
    );
    for (const term of study.terms.glossary.terms) {
      const { inSources, rows } = frequencyOf(term, study);
      assert.equal(
        rows.reduce((sum, { uses }) => sum + uses, 0),
        inSources,
      );
      assert.equal(concordanceOf(term, study, 'next').length, inSources);
    }
  });
});
