import assert from 'node:assert/strict';
import { defineCheck, moveProblem } from '../../../src/core/check/defineCheck.ts';
import { messageOf } from '../../../src/core/messages.ts';
import { verified } from '../../../src/core/quotations.ts';
import { inFile } from '../../../src/core/text.ts';
import { paperOf, parseFixture, studyOf } from '../../support/fixture.ts';

const range = { start: 0, end: 0 };
const ids = ['citation/unknown-key'] as const;
const message = messageOf('checks.removeComment');

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
  defineCheck({
    ids,
    looksAt: 'citations',
    check: ({ byChunk }) =>
      // @ts-expect-error: a place in a chunk, where one in the file is meant
      byChunk.flatMap(({ citations: { citations } }) =>
        citations.map(({ range: place }) => ({ check: 'citation/unknown-key', range: place, message })),
      ),
  }),
  defineCheck({
    ids,
    looksAt: 'citations',
    check: ({ byChunk }) =>
      byChunk.flatMap(({ citations: { citations }, start }) =>
        citations.map(({ range: place }) => ({
          check: 'citation/unknown-key',
          range: inFile(place, start),
          message,
        })),
      ),
  }),
  defineCheck({
    ids: ['quotation/altered'],
    looksAt: 'quotations',
    check: ({ places }, study) =>
      // @ts-expect-error: the place of a quotation in what it was read in
      places.flatMap((place) => {
        const result = verified(place, study);
        return result ? [{ check: 'quotation/altered', range: result.quotation.range, message }] : [];
      }),
  }),
  // @ts-expect-error: a place in the file, moved to the file once more
  inFile(inFile(range, 1), 1),
  // @ts-expect-error: a problem of the file, moved to the file once more
  moveProblem(moveProblem({ check: 'citation/unknown-key', range, message }, 1), 1),
  // @ts-expect-error: other papers
  defineCheck({ ids, looksAt: 'citations', check: (_, { papers: _papers }) => [] }),
];
