/** Where a quotation may stand by the numbers of its citation, which another citation of the paper does not change. */
import assert from 'node:assert/strict';
import { quotationFixes } from '../../../src/core/quotations/quotationFixes.ts';
import { verify } from './support.ts';

const source = `---
id: s
---

<!-- p. 1 -->

# One

The mill stands.[^1]

<!-- p. 2 -->

# Two

The water runs.

<!-- p. 3 -->

# Three

The miller sleeps.[^2]

[^1]: It stood before.

[^2]: He snores at night.
`;

/** The status of each quotation and the places that it cites. */
function told(paper: string): string[] {
  return verify(paper, { 'sources/s.md': source }).results.map(
    ({ status, cited }) => `${status} ${cited.join()}`,
  );
}

function reads(paper: string, ...expected: string[]): void {
  it(paper, () => assert.deepEqual(told(paper), expected));
}

describe('places of a quotation', () => {
  reads('“The water runs” [@s, ¶ 1f.]. “The water runs” [@s, ¶ 1].', 'verbatim 1,2', 'elsewhere 1');
  reads('“The water runs” [@s, ¶ 1]. “The water runs” [@s, ¶ 1 f.].', 'elsewhere 1', 'verbatim 1,2');
  reads(
    '“The miller sleeps” [@s, ¶ 1f.]. “The miller sleeps” [@s, ¶ 1ff.].',
    'elsewhere 1,2',
    'verbatim 1,2,3',
  );
  reads('“The water runs” [@s, p. 1f.]. “The water runs” [@s, p. 1].', 'verbatim 1,2', 'elsewhere 1');
  reads('“The miller sleeps” [@s, p. 3f.].', 'verbatim 3');
  reads('“The miller sleeps” [@s, p. 1f.].', 'elsewhere 1,2');
  reads('“The water runs” [@s, sec. 1f.]. “The water runs” [@s, sec. 1].', 'verbatim 1,2', 'elsewhere 1');
  reads(
    '“He snores at night” [@s, n. 1f.]. “He snores at night” [@s, n. 1].',
    'verbatim n1,n2',
    'elsewhere n1',
  );
});

describe('a fix of the place', () => {
  for (const written of ['¶ 2f.', '¶ 2 f.', '¶ 2f', '¶ 2 ff', '¶¶ 2 et seq.', 'p. 2f.', '{¶ 2}'])
    it(`leaves nothing of ${written}`, () => {
      const paper = `“The mill stands” [@s, ${written}, in print].`;
      const { results } = verify(paper, { 'sources/s.md': source });
      const [edit] = results.flatMap((result) => quotationFixes(result, paper, 'en'))[0]?.edits ?? [];
      assert.match(
        edit ? paper.slice(0, edit.range.start) + edit.newText + paper.slice(edit.range.end) : '',
        /^“The mill stands” \[@s, \{?¶ 1\}?, in print\]\.$/u,
      );
    });
});
