import assert from 'node:assert/strict';
import { defineCheck } from '../../../src/core/check/defineCheck.ts';
import { paperOf, parseFixture, studyOf } from '../../support/fixture.ts';

const range = { start: 0, end: 0 };
const ids = ['citation/unknown-key'] as const;

describe('a check', () => {
  it('is not run on files without the facts that it looks at', () => {
    const study = studyOf(parseFixture('=== papers/a.analysis.md\nWords.\n'));
    const { roles, run } = defineCheck({ ids, looksAt: 'glossary', check: () => assert.fail() });
    assert.deepEqual(roles, ['glossary']);
    assert.deepEqual(run(paperOf(study), study), []);
  });
});

/** What the compiler refuses: `npm test -- types` fails where it accepts one of these. Never called. */
export const refused = (): unknown => [
  // @ts-expect-error: a mistyped id
  defineCheck({ ids: ['citation/unknown-kee'], looksAt: 'citations', check: () => [] }),
  // @ts-expect-error: no name of facts
  defineCheck({ ids, looksAt: 'citation', check: () => [] }),
  defineCheck({
    ids,
    looksAt: 'citations',
    // @ts-expect-error: the id of another check
    check: () => [{ check: 'citation/no-locator', range, message: '' }],
  }),
  // @ts-expect-error: quotations, which are other facts
  defineCheck({ ids, looksAt: 'citations', check: ({ places: _ }) => [] }),
  // @ts-expect-error: other papers
  defineCheck({ ids, looksAt: 'citations', check: (_, { papers: _papers }) => [] }),
];
