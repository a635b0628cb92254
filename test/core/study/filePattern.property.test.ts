import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch/posix';
import { readConfiguration, globProblem } from '../../../src/core/study/configuration.ts';
import { matchesPattern, readFilePattern } from '../../../src/core/study/filePattern.ts';
import { RoleFinder } from '../../../src/core/study/roles.ts';
import { runs } from '../../support/runs.ts';

const word = fc.constantFrom(
  'a',
  'b',
  'ab',
  'papers',
  '.x',
  '.md',
  '.analysis.md',
  'a.b',
  'Ü',
  '-',
  '1',
  '12',
);
const path = fc
  .array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .map((names) => names.map((parts) => parts.join('')).join('/'));
const simple = fc.oneof(
  { weight: 3, arbitrary: word },
  { weight: 3, arbitrary: fc.constantFrom('*', '?', '[ab]', '[!a]', '[a-c]', '[^1]', '*.md', '\\[', '\\(') },
);
// Empty branches, and signs in them, other programs take for regular expressions.
const list = fc.array(word, { minLength: 2, maxLength: 3 });
const group = list.chain((each) =>
  fc.constantFrom(
    `{${each.join(',')}}`,
    `(${each.join('|')})`,
    `@(${each.join('|')})`,
    `?(${each.join('|')})`,
  ),
);
const name = fc.oneof(
  { weight: 4, arbitrary: fc.array(simple, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: fc.constant('**') },
  { weight: 1, arbitrary: fc.tuple(word, group, simple).map((parts) => parts.join('')) },
);
const pattern = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));

function matches(glob: string, given: string): boolean {
  const read = readFilePattern(glob);
  assert.ok(typeof read !== 'string', glob);
  return matchesPattern(read, given);
}

describe('file patterns', () => {
  it('mean what other programs take them for', () => {
    fc.assert(
      fc.property(pattern, path, (glob, given) => {
        // Picomatch takes a file for what is in a folder of its name, signs after a group for those of regular expressions, and stars within a name now so, now so.
        fc.pre(!glob.endsWith('/**') && !/\)[?*]|\*\*[^/]|[^/]\*\*/.test(glob));

        assert.equal(
          matches(glob, given),
          picomatch.isMatch(given, glob, { dot: false, posix: true }),
          `${glob} on ${given}`,
        );
      }),
      { numRuns: runs(20_000) },
    );
  });

  it('take at most the time that reading them takes, and the path', () => {
    const hard = fc
      .array(
        fc.constantFrom(
          '*',
          '**/',
          '?',
          'a',
          '{*,a}',
          '(a|*)',
          '[a-z]',
          '*a',
          '/',
          '+(a|*)',
          '!(a)*',
          '*(*a)',
        ),
        {
          minLength: 100,
          maxLength: 400,
        },
      )
      .map((parts) => parts.join('').slice(0, 999));
    fc.assert(
      fc.property(fc.array(hard, { minLength: 1, maxLength: 4 }), (globs) => {
        const { configuration } = readConfiguration(JSON.stringify({ papers: globs, exclude: globs }));
        const roles = new RoleFinder(configuration);
        const start = performance.now();
        for (const unit of ['a', 'a/', 'ab', '/']) roles.roleOf(`${unit.repeat(120)}b.md`);
        const took = performance.now() - start;
        assert.ok(took < 400, `${String(took)} ms`);
      }),
      { numRuns: runs(40) },
    );
  });

  it('that would take more than one reading are refused', () => {
    for (const glob of ['!(a)*.md', '+(a|aa)b', '*(a*)b'])
      assert.notEqual(globProblem(glob), undefined, glob);
    for (const glob of ['@(a|b)', '?(a)b', 'a!', '{1..3}', '{a..c}/x', 'a]b', 'a)b', 'a}b'])
      assert.equal(globProblem(glob), undefined, glob);
    assert.ok(matches('{8..11}.md', '10.md') && !matches('{8..11}.md', '12.md'));
  });
});
