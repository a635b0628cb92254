import assert from 'node:assert/strict';
import { paperView } from '../../../../src/core/present/papers/paperView.ts';
import { studyOf } from '../../quotations/support.ts';

const source =
  '---\nid: tale\ntitle: A Tale\n---\n\nOnce a miller had a cat that could not count.\n\nThe mill race ran on.\n';
const text = [
  'It says “Once a miller had a cat” [@tale, ¶ 1].',
  'It says “Once a miller had a dog” [@tale, ¶ 1], and [@tale, ¶ 9].',
  'Somebody else: [@nobody, ¶ 1; @tale, ¶ 2].',
].join('\n\n');

describe('the Paper view', () => {
  const study = studyOf({ 'sources/tale.md': source, 'paper.analysis.md': text });
  const [paper] = study.papers;
  assert.ok(paper);

  it('lists the citations and quotations of a paper in reading order', () => {
    const { rows, message, citations, problems } = paperView(paper, study);
    assert.deepEqual(
      rows.map(({ label, problem }) => [label, problem]),
      [
        ['“Once a miller had a cat”', false],
        ['@tale, ¶ 1', false],
        ['“Once a miller had a dog”', true],
        ['@tale, ¶ 1', false],
        ['@tale, ¶ 9', true],
        ['@nobody, ¶ 1', true],
        ['@tale, ¶ 2', false],
      ],
    );
    assert.deepEqual([message, citations, problems], ['', 5, 3]);
  });

  it('lists of a paper that has very many those with problems, and says so', () => {
    const whole = paperView(paper, study);
    const long = paperView(paper, study, 'reading', 4);
    const places = (rows: typeof whole.rows): unknown[] => rows.map(({ label, place }) => [label, place]);
    assert.deepEqual(places(long.rows), places(whole.rows.filter(({ problem }) => problem)));
    assert.deepEqual([long.citations, long.problems], [5, 3]);
    assert.equal(
      long.message,
      'This paper has 5 citations and 2 quotations. Listed are those with problems.',
    );
    const { rows, message } = paperView(paper, study, 'reading', 1);
    assert.deepEqual(
      rows.map(({ label }) => label),
      ['“Once a miller had a dog”', '@tale, ¶ 9'],
    );
    assert.match(message, /the first of those with problems\.$/);
  });
});
