import assert from 'node:assert/strict';
import {
  coverageChoices,
  coverageOf,
  type CoverageFilter,
} from '../../../../src/core/present/coverage/coverageOf.ts';
import { readDate } from '../../../../src/core/present/coverage/filter.ts';
import { coverageRows } from '../../../../src/core/present/coverage/rows.ts';
import {
  countsInWords,
  emptyWords,
  groupName,
  headingWords,
  totalsWords,
} from '../../../../src/core/present/coverage/coverageWords.ts';
import type { Study } from '../../../../src/core/study/studyTypes.ts';
import { loadBuiltIns, packageFolder } from '../../../../src/files/builtIns.ts';
import { fixtureUri, parseFixture, studyOf } from '../../../support/fixture.ts';
import { withTale } from '../../../support/sample.ts';

/** A line for everything that has figures: `¶ 2: 2 citations (1 by section), 1 quotation [a, b]`. */
function figures(study: Study, filter: CoverageFilter = {}, key = 'tale'): string[] {
  const coverage = coverageOf(study.sources.get(key)!, study, filter);
  const name = (paper: { file: { path: string } }): string =>
    paper.file.path.replace(/^papers\/|\.analysis\.md$/g, '');
  return coverageRows(coverage, name).flatMap((row) => {
    const label =
      row.kind === 'section' ? `sec. ${row.section!}` : `${row.kind === 'note' ? 'n.' : '¶'} ${row.number!}`;
    const { citations, bySection, quotations, notes } = row;
    return citations + quotations + notes === 0
      ? []
      : [`${label}: ${citations}/${bySection}/${quotations}/${notes} ${row.papers.join(' ')}`];
  });
}

describe('coverage of a source', () => {
  const study = studyOf(
    parseFixture(
      withTale(`=== papers/a.analysis.md
---
title: About Light
author: Ada Ames
date: 2026-03-04
---

It begins with a lamp [@tale, ¶ 1], “lit every evening” [@tale, ¶ 2]. Then [@tale, ¶¶ 1-2; @tale, ¶ 1].

> He who has light shall share it.
>
> — [@tale, ¶ 3]

=== papers/b.analysis.md
---
author: [ada ames, {given: Ben, family: Blok}]
date: 2026-04
---

All of it [@tale], the miller [@tale, sec. 1], what it cost [@tale, n. 1], nothing [@tale, ¶ 12].

=== papers/c.analysis.md
---
genre: discussion guide
---

What is a lamp [@tale, ¶ 1]?
`),
    ),
  );

  it('counts citations and quotations of every paragraph, section and note', () => {
    assert.deepEqual(figures(study), [
      '¶ 1: 3/0/0/0 a',
      'sec. 1: 1/0/0/0 b',
      '¶ 2: 3/1/1/0 a b',
      '¶ 3: 2/1/1/0 a b',
      '¶ 4: 1/1/0/0 b',
      'n. 1: 1/0/0/0 b',
    ]);
  });

  it('is in the order and the sections of the text, with everything in it once', () => {
    const coverage = coverageOf(study.sources.get('tale')!, study);
    assert.deepEqual(
      coverage.groups.map((group) => [groupName(group, coverage), group.cells.length]),
      [
        ['Before the first section', 1],
        ['(1) The Miller', 2],
        ['(i) Oil', 1],
        ['(2) The Road', 1],
        ['Notes of the text', 1],
      ],
    );
    assert.deepEqual(coverage.totals, { passages: 5, cited: 3, quoted: 2, noted: 0, discussed: 3 });
    assert.equal(
      totalsWords(coverage.totals),
      '3 of 5 paragraphs discussed: 3 cited, 2 quoted, 0 with notes',
    );
    assert.equal(headingWords(coverage.groups[1]!), 'cited once as a whole');
  });

  it('counts what papers, authors and days are asked for', () => {
    assert.deepEqual(
      figures(study, { papers: [fixtureUri('papers/b.analysis.md')] }),
      figures(study, { authors: ['BEN  Blok'] }),
    );
    assert.equal(figures(study, { authors: ['Ada Ames'] }).length, figures(study).length);
    assert.deepEqual(figures(study, { authors: ['Nobody'] }), []);
    assert.deepEqual(figures(study, { until: '2026-03-04' }), [
      '¶ 1: 3/0/0/0 a',
      '¶ 2: 2/0/1/0 a',
      '¶ 3: 1/0/1/0 a',
    ]);
    assert.deepEqual(figures(study, { until: '2026-03-03' }), []);
    // A paper of April may be of any day in April.
    assert.equal(figures(study, { since: '2026-04-30' }).length, 5);
    assert.equal(figures(study, { since: '2026', until: '2026' }).length, 6);
    assert.equal(figures(study, { since: '2026-05' }).length, 0);
  });

  it('offers the papers and authors there are; guides are none', () => {
    const { papers, authors } = coverageChoices(study);
    assert.deepEqual(
      papers.map((paper) => paper.file.path),
      ['papers/a.analysis.md', 'papers/b.analysis.md'],
    );
    assert.deepEqual(authors, ['Ada Ames', 'Ben Blok']);
  });

  it('counts words that were found elsewhere where they stand, and words of two places nowhere', () => {
    const elsewhere = studyOf(
      parseFixture(
        withTale(`“Nobody lost the road again” [@tale, ¶ 1]. “The lamp shone very much not” [@tale, ¶ 4].`),
      ),
    );
    assert.deepEqual(figures(elsewhere), ['¶ 1: 1/0/0/0 a', '¶ 4: 1/0/0/0 a', '¶ 5: 0/0/1/0 a']);
  });

  it('counts every note and section of a range', () => {
    const ranges = studyOf(
      parseFixture(`=== sources/s.md
---
id: s
---
# 1. One

A.[^1]

## 1.1 In one

B.[^2]

# 2. Two

C.

# 3. Three

D.

[^1]: First.

[^2]: Second.

=== papers/a.analysis.md
Notes [@s, nn. 1-2] and [@s, secs. 1-2].
`),
    );
    assert.deepEqual(figures(ranges, {}, 's'), [
      'sec. 1: 1/0/0/0 a',
      '¶ 1: 1/1/0/0 a',
      '¶ 2: 1/1/0/0 a',
      'sec. 2: 1/0/0/0 a',
      '¶ 3: 1/1/0/0 a',
      'n. 1: 1/0/0/0 a',
      'n. 2: 1/0/0/0 a',
    ]);
  });

  it('counts the notes of members and their answers where their words stand', () => {
    const note = (id: string, exact: string, more: object): object => ({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `urn:uuid:${id}`,
      type: 'Annotation',
      motivation: 'questioning',
      creator: { type: 'Person', name: 'Ada Ames' },
      created: '2026-03-04T10:00:00Z',
      body: { type: 'TextualBody', value: 'Why?', format: 'text/markdown' },
      target: {
        source: 'urn:x-pilcrow:source:tale',
        selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }],
      },
      ...more,
    });
    const answer = {
      creator: { type: 'Person', name: 'Ben Blok' },
      created: '2026-05-06T10:00:00Z',
      target: 'urn:uuid:1',
    };
    const items = [
      note('1', 'Nobody lost the road again.', {}),
      note('2', '', answer),
      note('3', 'words that stand nowhere in this text', {}),
    ];
    const noted = studyOf(parseFixture(withTale(`=== notes/tale.jsonld\n${JSON.stringify(items)}`)));
    assert.deepEqual(figures(noted), ['¶ 5: 0/0/0/2 ']);
    assert.deepEqual(figures(noted, { authors: ['ben blok'] }), ['¶ 5: 0/0/0/1 ']);
    assert.deepEqual(figures(noted, { until: '2026-03' }), ['¶ 5: 0/0/0/1 ']);
    assert.deepEqual(figures(noted, { papers: [] }), []);
    assert.deepEqual(coverageChoices(noted).authors, ['Ada Ames', 'Ben Blok']);
  });

  it('knows an edition without its text by its gists', () => {
    const builtIns = loadBuiltIns(packageFolder(import.meta.dirname));
    const essay = studyOf(parseFixture('A claim [@masswork, ¶ 12].'), builtIns);
    const coverage = coverageOf(essay.sources.get('masswork')!, essay);
    const rows = coverageRows(coverage, (paper) => paper.file.path);
    assert.equal(rows.filter((row) => row.kind === 'paragraph').length, 82);
    assert.ok(rows.every((row) => row.text.length > 0));
    assert.deepEqual(figures(essay, {}, 'masswork'), ['¶ 12: 1/0/0/0 fixture']);
  });

  it('says with care that there is nothing', () => {
    const quiet = studyOf(parseFixture(withTale('Nothing.')));
    const coverage = coverageOf(quiet.sources.get('tale')!, quiet);
    assert.match(emptyWords(coverage, false) ?? '', /^Nobody has cited this text yet\..*\[@tale, ¶ 1\]/);
    assert.match(emptyWords(coverage, true) ?? '', /filter/);
    const cited = coverageOf(study.sources.get('tale')!, study);
    assert.equal(emptyWords(cited, false), undefined);
  });

  it('has words for figures', () => {
    const counts = { citations: 0, bySection: 0, quotations: 0, notes: 0 };
    assert.equal(countsInWords(counts, 0), 'not discussed yet');
    assert.equal(
      countsInWords({ citations: 3, bySection: 1, quotations: 1, notes: 2 }, 2),
      'cited 3 times in 2 papers, 1 of them with its whole section; quoted once; 2 notes',
    );
    assert.equal(
      countsInWords({ ...counts, citations: 2, bySection: 2 }, 1),
      'cited only with its whole section, twice in 1 paper',
    );
    assert.equal(countsInWords({ ...counts, quotations: 1 }, 1), 'quoted once in 1 paper');
  });

  it('reads dates as people write them, and no others', () => {
    assert.deepEqual(
      ['2026', ' 2026-04 ', '2026-04-05', '2026-13', '2026-4', 'May 2026', '2026-04-32'].map(readDate),
      ['2026', '2026-04', '2026-04-05', undefined, undefined, undefined, undefined],
    );
  });
});
