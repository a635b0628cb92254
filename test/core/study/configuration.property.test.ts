import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readConfiguration } from '../../../src/core/study/configuration.ts';
import { RoleFinder } from '../../../src/core/study/roles.ts';

describe('settings/invalid', () => {
  it('never throws, and every problem has a place in the file', () => {
    const parts = [
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '"checks"',
      '"papers"',
      '"failOn"',
      '"off"',
      '"a/*"',
      '\\',
      '\n',
    ];
    const text = fc.array(fc.constantFrom(...parts), { maxLength: 24 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, (given) => {
        const { configuration, problems } = readConfiguration(given);
        new RoleFinder(configuration).roleOf('papers/a.analysis.md');
        for (const { range } of problems)
          assert.ok(0 <= range.start && range.start <= range.end && range.end <= given.length);
      }),
    );
  });
});
