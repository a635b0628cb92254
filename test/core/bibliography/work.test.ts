import assert from 'node:assert/strict';
import { bibliographyFormat, readBibliography } from '../../../src/core/bibliography/readBibliography.ts';
import {
  authorLabel,
  describeWork,
  withoutCslMarkup,
  workFromCsl,
  yearLabel,
} from '../../../src/core/bibliography/work.ts';

const named = (...families: readonly string[]): { author: unknown } => ({
  author: families.map((family) => ({ family, given: 'A.' })),
});

describe('labels of works', () => {
  const authors: readonly (readonly [string, unknown, string])[] = [
    ['one author', named('Freire'), 'Freire'],
    ['two authors', named('Marx', 'Engels'), 'Marx and Engels'],
    ['three authors', named('Marx', 'Engels', 'Bebel'), 'Marx et al.'],
    ['one author and others', { author: [{ family: 'Marx' }, { literal: 'others' }] }, 'Marx et al.'],
    ['a particle that stays', { author: [{ family: 'Gaulle', 'non-dropping-particle': 'de' }] }, 'de Gaulle'],
    [
      'a particle that leans',
      { author: [{ family: 'Alembert', 'non-dropping-particle': 'd’' }] },
      'd’Alembert',
    ],
    ['a particle that drops', { author: [{ family: 'Berg', 'dropping-particle': 'von' }] }, 'Berg'],
    ['a body', { author: [{ literal: 'Reading Circle' }] }, 'Reading Circle'],
    [
      'names as Quarto writes them',
      {
        author: [{ name: 'Nora Quill', affiliation: 'The Yard' }, { name: { given: 'Tom', family: 'Wick' } }],
      },
      'Nora Quill and Wick',
    ],
    ['editors alone', { editor: [{ family: 'Ng' }] }, 'Ng'],
    ['a title alone', { title: '<i>Circles</i>: A Study', 'title-short': '<i>Circles</i>' }, 'Circles'],
    ['nothing', {}, 'key'],
    ['front matter with a name as a string', { author: 'Ada Okafor' }, 'Ada Okafor'],
  ];
  for (const [name, csl, label] of authors)
    it(`names ${name}`, () => assert.equal(authorLabel(workFromCsl('key', csl)), label));

  const years: readonly (readonly [unknown, string])[] = [
    [1970, '1970'],
    ['1970-05-01', '1970'],
    [{ 'date-parts': [[1883], [1890]] }, '1883–1890'],
    [
      {
        'date-parts': [
          [1883, 1],
          [1883, 2],
        ],
      },
      '1883',
    ],
    [{ 'date-parts': [[-44]] }, '44 BC'],
    [{ 'date-parts': [[-44], [12]] }, '44 BC–12'],
    [{ 'date-parts': [[1600]], circa: true }, 'ca. 1600'],
    [{ year: 1970, month: 2 }, '1970'],
    [{ literal: 'forthcoming' }, 'forthcoming'],
    ['someday', 'someday'],
    [undefined, 'n.d.'],
    [{ 'date-parts': 'no' }, 'n.d.'],
    [[], 'n.d.'],
  ];
  for (const [issued, label] of years)
    it(`dates ${issued === undefined ? 'nothing' : JSON.stringify(issued)}`, () =>
      assert.equal(yearLabel(workFromCsl('key', { issued })), label));

  const described: readonly (readonly [unknown, string])[] = [
    [
      { ...named('Freire'), title: 'A Book', issued: 1970, publisher: 'Press' },
      'Freire, A. 1970. A Book. Press.',
    ],
    [
      {
        ...named('Ng', 'Okafor'),
        type: 'article-journal',
        title: 'What Now?',
        'container-title': 'Harbour',
        volume: 3,
        issue: 2,
        page: '1-9',
        issued: 1970,
      },
      'Ng, A., and A. Okafor. 1970. “What Now?” Harbour 3 (2): 1–9.',
    ],
    [
      {
        ...named('Ng'),
        type: 'chapter',
        title: 'On “Now”',
        'container-title': 'Whole',
        editor: [{ family: 'Berg', given: 'L.' }],
        issued: 1970,
      },
      'Ng, A. 1970. “On ‘Now.’” In Whole, edited by L. Berg.',
    ],
    [
      { editor: [{ family: 'Berg', given: 'L.' }], title: 'Whole', issued: 1970 },
      'Berg, L., ed. 1970. Whole.',
    ],
    [{ ...named('A', 'B', 'C', 'D'), title: 'Many' }, 'A, A., A. B, A. C, et al. n.d. Many.'],
    [{ title: 'Alone', issued: 1970 }, 'Alone. 1970.'],
    [{}, 'key. n.d.'],
  ];
  for (const [csl, line] of described)
    it(line, () => assert.equal(describeWork(workFromCsl('key', csl)), line));

  it('takes markup away', () => {
    assert.equal(
      withoutCslMarkup(
        '<i>a</i> <span class="nocase">b</span> *c* **d** _e_ [f]{.nocase} \\* g_h_i 2 * 3 * 4',
      ),
      'a b c d e f * g_h_i 2 * 3 * 4',
    );
  });
});

describe('readBibliography', () => {
  it('goes by the ending', () => {
    assert.deepEqual(['a.bib', 'b/c.JSON', 'x.yaml', 'y.yml', 'z.txt', 'none'].map(bibliographyFormat), [
      'biblatex',
      'csl-json',
      'csl-yaml',
      'csl-yaml',
      undefined,
      undefined,
    ]);
    assert.equal(readBibliography('a.bib', '@book{k}').works[0]?.key, 'k');
    assert.equal(readBibliography('a.json', '[{"id":"k"}]').works[0]?.key, 'k');
    assert.equal(readBibliography('a.yaml', '- id: k').works[0]?.key, 'k');
    assert.equal(readBibliography('a.ris', '').problems.length, 1);
  });
});
