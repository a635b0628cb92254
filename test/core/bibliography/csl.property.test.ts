import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCslJson } from '../../../src/core/bibliography/cslJson.ts';
import { readCslYaml } from '../../../src/core/bibliography/cslYaml.ts';
import { describeWork } from '../../../src/core/bibliography/work.ts';
import { runs } from '../../support/runs.ts';
import { keysOf, assertPlaced } from './placed.ts';

describe('CSL-JSON', () => {
  it('reads what any JSON holds without harm', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.stringMatching(/^[a-z]\w*$/), rest: fc.jsonValue() })),
        (list) => {
          const entries = list.map(({ id, rest }) => ({
            author: rest,
            issued: rest,
            title: rest,
            id,
            type: rest,
          }));
          const text = JSON.stringify(entries, null, 1);
          const file = readCslJson(text);
          assert.deepEqual(file.problems, []);
          assert.deepEqual(
            keysOf(file),
            list.map(({ id }) => id),
          );
          assertPlaced(text, file);
          for (const work of file.works) describeWork(work);
        },
      ),
    );
  });
});

describe('CSL-YAML', () => {
  const fragments = [
    'references:',
    '\n',
    '- ',
    '  ',
    'id: a',
    'id: "b"',
    ': ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '&x ',
    '*x',
    '|',
    '#',
    '---\n',
    '\t',
    'title: T',
    '? ',
    '!',
    '\r\n',
  ];
  it('never throws, and positions stand in the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 40 }), (list) => {
        const text = list.join('');
        for (const file of [readCslYaml(text), readCslJson(text)]) {
          for (const { range, keyRange } of file.works)
            assert.ok(
              0 <= range.start &&
                range.start <= keyRange.start &&
                keyRange.end <= range.end &&
                range.end <= text.length,
            );
          for (const { range } of file.problems)
            assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
        }
      }),
      { numRuns: runs(2000) },
    );
  });
});
