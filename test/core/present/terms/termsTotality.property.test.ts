import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse } from '../../../../src/core/study/analyse.ts';
import { buildStudy } from '../../../../src/core/study/buildStudy.ts';
import type { Role } from '../../../../src/core/study/roles.ts';
import type { Study } from '../../../../src/core/study/studyTypes.ts';
import { newEntry } from '../../../../src/core/present/terms/addTerm.ts';
import { concordanceOf } from '../../../../src/core/present/terms/concordance.ts';
import { glossaryHandout } from '../../../../src/core/present/terms/handout.ts';
import { termMarkdown } from '../../../../src/core/present/terms/termHover.ts';
import { termRanges } from '../../../../src/core/present/terms/termLook.ts';
import { frequencies } from '../../../../src/core/present/terms/termFrequency.ts';
import { brokenText } from '../../../support/broken.ts';
import { runs } from '../../../support/runs.ts';

const paths: readonly (readonly [Role, string])[] = [
  ['glossary', 'glossary.md'],
  ['source', 'sources/s.md'],
  ['paper', 'p.analysis.md'],
];

/** A study of three texts, whatever they hold, whose glossary has two terms that most of them use. */
function studyOf(texts: readonly string[]): Study {
  return buildStudy(
    paths.map(([role, path], index) => {
      const text = `${index === 0 ? '## a\n\n## mass line\n\n' : 'By a we mean '}${texts[index] ?? ''}`;
      return analyse({ uri: `file:///${path}`, path, role, content: { text } });
    }),
  );
}

describe('terms, whatever the text', () => {
  const texts = fc.array(brokenText, { minLength: 3, maxLength: 3 });

  it('contexts, counts, looks, hovers and the handout', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const study = studyOf(given);
        for (const { term, rows, inSources, inPapers } of frequencies(study)) {
          const counted = rows.reduce((sum, { uses }) => sum + uses, 0);
          assert.equal(counted, inSources + inPapers);
          assert.equal(concordanceOf(term, study, 'next').length, counted);
          assert.notEqual(termMarkdown(term, study.papers[0], study, true), '');
        }
        for (const analysis of study.files) termRanges(analysis, study, 'first');
        assert.ok(glossaryHandout(study).terms >= 2);
      }),
      { numRuns: runs(200) },
    );
  });

  it('a new entry is read back as an entry of that name', () => {
    fc.assert(
      fc.property(texts, fc.nat(200), fc.nat(30), (given, start, length) => {
        const study = studyOf(['', ...given]);
        const paper = study.papers[0];
        assert.ok(paper);
        const selection = {
          start: Math.min(start, paper.text.length),
          end: Math.min(start + length, paper.text.length),
        };
        const entry = newEntry(paper, selection, study, true);
        if (!entry) return;
        const home = study.files.find(({ file }) => file.path === entry.path);
        const [edit] = entry.edits;
        assert.ok(home && 'text' in home && edit && edit.range !== 'new');
        const text = home.text.slice(0, edit.range.start) + edit.newText + home.text.slice(edit.range.end);
        const changed = analyse({ ...home.file, role: 'glossary', content: { text } });
        assert.ok(changed.role === 'glossary');
        assert.equal(changed.glossary.entries.length, 3);
        assert.equal(changed.glossary.entries[2]?.name, entry.name);
        assert.equal(text.split('\n').length - 1, entry.line);
      }),
      { numRuns: runs(300) },
    );
  });
});
