import assert from 'node:assert/strict';
import { coverageOf } from '../../../../src/core/present/coverage/coverageOf.ts';
import { cellLabel, countsInWords } from '../../../../src/core/present/coverage/coverageWords.ts';
import { bilingualStudy } from '../../../support/bilingual.ts';

describe('coverage over languages', () => {
  const study = bilingualStudy(`=== papers/a.analysis.md
We read [@evenings, ¶ 1]. “Nobody spoke” [@evenings, ¶ 2].
=== papers/b.analysis.md
---
lang: fr
---

« Nous avons lu ensemble » [@soirees, § 1], et la lampe [@soirees, § 2], et le cercle [@soirees, § 3].
`);

  function figuresOf(key: string): string[] {
    const source = study.sources.get(key);
    assert.ok(source);
    return coverageOf(source, study).groups.flatMap(({ cells }) =>
      cells.map((cell) => `${cellLabel(cell)}: ${countsInWords(cell.counts, cell.papers.length)}`),
    );
  }

  it('counts on the base what is cited in a translation, through certain places only', () => {
    const part = 'as a part of a larger paragraph of another text';
    assert.deepEqual(figuresOf('evenings'), [
      '¶ 1: cited twice in 2 papers; quoted once',
      `¶ 2: cited twice in 2 papers, 1 of them ${part}; quoted once`,
      `¶ 3: cited only ${part}, once in 1 paper`,
      '¶ 4: not discussed yet',
    ]);
  });

  it('counts on a translation what is cited of itself', () => {
    assert.deepEqual(figuresOf('soirees'), [
      '¶ 1: cited once in 1 paper; quoted once',
      '¶ 2: cited once in 1 paper',
      '¶ 3: cited once in 1 paper',
    ]);
  });
});
