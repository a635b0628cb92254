import assert from 'node:assert/strict';
import fc from 'fast-check';
import { coverageOf, type CoverageFilter } from '../../../../src/core/present/coverage/coverageOf.ts';
import { coverageRows } from '../../../../src/core/present/coverage/rows.ts';
import { fixtureUri, studyOf } from '../../../support/fixture.ts';
import { runs } from '../../../support/runs.ts';

/** Three sections, the second with two subsections; what each holds. */
const extents: Readonly<Record<string, readonly [number, number]>> = {
  '1': [3, 5],
  '2': [6, 12],
  '2.1': [7, 9],
  '2.2': [10, 12],
  '3': [13, 14],
};
const passageCount = 14;
const noteCount = 2;
/** Words that stand in one paragraph only. */
const words = (passage: number): string =>
  `the lamp of keeper ${'abcdefghijklmn'.charAt(passage - 1)} burned all night`;

function sourceText(): string {
  const lines = ['---', 'id: s', 'title: Lamps', '---', ''];
  for (let passage = 1; passage <= passageCount; passage++) {
    for (const [label, [first]] of Object.entries(extents))
      if (first === passage || (label === '2' && passage === 6))
        lines.push(`${label.includes('.') ? '##' : '#'} ${label}. Part`, '');
    lines.push(`On that day ${words(passage)} and more.${passage <= noteCount ? `[^${passage}]` : ''}`, '');
  }
  for (let note = 1; note <= noteCount; note++)
    lines.push(`[^${note}]: Remark ${'xy'.charAt(note - 1)}.`, '');
  return lines.join('\n');
}

type Said =
  | { readonly kind: 'passages'; readonly ranges: readonly (readonly [number, number])[] }
  | { readonly kind: 'section'; readonly label: string }
  | { readonly kind: 'note'; readonly number: number }
  | { readonly kind: 'quotation'; readonly of: number; readonly named: number }
  | { readonly kind: 'whole' };

interface Written {
  readonly author: string;
  readonly date: string | undefined;
  readonly said: readonly Said[];
}

const passage = fc.integer({ min: 1, max: passageCount });
const range = fc.tuple(passage, passage).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
const said: fc.Arbitrary<Said> = fc.oneof(
  fc.record({
    kind: fc.constant('passages' as const),
    ranges: fc.array(range, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('section' as const), label: fc.constantFrom(...Object.keys(extents)) }),
  fc.record({ kind: fc.constant('note' as const), number: fc.integer({ min: 1, max: noteCount }) }),
  fc.record({ kind: fc.constant('quotation' as const), of: passage, named: passage }),
  fc.record({ kind: fc.constant('whole' as const) }),
);
const paper: fc.Arbitrary<Written> = fc.record({
  author: fc.constantFrom('Ada', 'Ben'),
  date: fc.constantFrom(undefined, '2026-01-05', '2026-02-05'),
  said: fc.array(said, { maxLength: 6 }),
});

function written(one: Said): string {
  switch (one.kind) {
    case 'passages':
      return `Claim [@s, ¶¶ ${one.ranges.map(([a, b]) => (a === b ? `${a}` : `${a}-${b}`)).join(', ')}].`;
    case 'section':
      return `Claim [@s, sec. ${one.label}].`;
    case 'note':
      return `Claim [@s, n. ${one.number}].`;
    case 'quotation':
      return `It says “${words(one.of)}” [@s, ¶ ${one.named}].`;
    case 'whole':
      return 'Claim [@s].';
  }
}

function paperText({ author, date, said: all }: Written): string {
  const day = date === undefined ? '' : `date: ${date}\n`;
  return `---\ntitle: T\nauthor: ${author}\n${day}---\n\n${all.map(written).join('\n\n')}\n`;
}

/** Counts by looking at everything again for every cell: slow, and too simple to be wrong. */
function expected(papers: readonly Written[], keep: (one: Written) => boolean): string[] {
  const named = (one: Said, number: number): boolean =>
    (one.kind === 'passages' && one.ranges.some(([a, b]) => a <= number && number <= b)) ||
    (one.kind === 'quotation' && one.named === number);
  const around = (one: Said, number: number): boolean => {
    const extent = one.kind === 'section' ? extents[one.label] : undefined;
    return extent !== undefined && extent[0] <= number && number <= extent[1];
  };
  const all = papers.flatMap((one) => (keep(one) ? one.said : []));
  const count = (wanted: (one: Said) => boolean): number => all.filter(wanted).length;
  const rows: string[] = [];
  for (let number = 1; number <= passageCount; number++) {
    for (const [label, [first]] of Object.entries(extents))
      if (first === number)
        rows.push(`section ${label} ${count((one) => one.kind === 'section' && one.label === label)} 0 0`);
    const bySection = count((one) => around(one, number));
    const quotations = count((one) => one.kind === 'quotation' && one.of === number);
    rows.push(
      `paragraph ${number} ${count((one) => named(one, number)) + bySection} ${bySection} ${quotations}`,
    );
  }
  for (let number = 1; number <= noteCount; number++)
    rows.push(`note ${number} ${count((one) => one.kind === 'note' && one.number === number)} 0 0`);
  return rows;
}

const filters: readonly { filter: CoverageFilter; keep: (one: Written, index: number) => boolean }[] = [
  { filter: {}, keep: () => true },
  { filter: { authors: ['ada'] }, keep: (one) => one.author === 'Ada' },
  { filter: { since: '2026-02' }, keep: (one) => one.date === '2026-02-05' },
  { filter: { until: '2026-01-31' }, keep: (one) => one.date === '2026-01-05' },
  { filter: { papers: [fixtureUri('papers/p0.analysis.md')] }, keep: (_, index) => index === 0 },
];

describe('coverage against counting by hand', () => {
  it('has the same figures, whoever says whatever, under every filter', () => {
    fc.assert(
      fc.property(fc.array(paper, { maxLength: 4 }), (papers) => {
        const files = papers.map((one, index) => ({
          path: `papers/p${index}.analysis.md`,
          text: paperText(one),
          marks: [],
        }));
        const study = studyOf({
          files: [{ path: 'sources/s.md', text: sourceText(), marks: [] }, ...files],
          cursor: undefined,
        });
        const source = study.sources.get('s');
        assert.ok(source);
        for (const { filter, keep } of filters) {
          const kept = new Set(papers.filter(keep));
          const rows = coverageRows(coverageOf(source, study, filter), () => '');
          assert.deepEqual(
            rows.map(
              (row) =>
                `${row.kind} ${row.number ?? row.section} ${row.citations} ${row.bySection} ${row.quotations}`,
            ),
            expected(papers, (one) => kept.has(one)),
          );
        }
      }),
      { numRuns: runs(150) },
    );
  });
});
