/** Where a quotation may stand by the numbers of its citation, which another citation of the paper does not change. */
import assert from 'node:assert/strict';
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
