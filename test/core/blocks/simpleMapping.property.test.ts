import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readYamlMapping } from '../../../src/core/blocks/yamlMapping.ts';
import { readSimpleMapping } from '../../../src/core/syntax/simpleMapping.ts';
import { runs } from '../../support/runs.ts';

const names = fc.constantFrom(
  'title',
  'author',
  'id',
  'a-b',
  'a_1',
  'null',
  'True',
  'y',
  'constructor',
  'toString',
  '__proto__',
);
const values = fc.oneof(
  fc.constantFrom(
    'Words',
    'A Reader',
    'null',
    'NULL',
    'Null',
    'true',
    'False',
    'yes',
    'no',
    'on',
    '~',
    '2026-11-23',
  ),
  fc.constantFrom(
    '1e3',
    '0x1F',
    '.inf',
    'Infinity',
    'NaN',
    'words ',
    ' words',
    'a: b',
    'a #b',
    'a:',
    '- a',
    '? a',
    '[a',
    '"a"',
  ),
  fc.constantFrom(
    "it's",
    'a, b; c',
    '(a)',
    'a “b” – c…',
    'é',
    'a & b',
    'a\tb',
    'a\u2028b',
    'a\u0085b',
    'a\u00A0b',
    '',
    'a---',
    '...',
  ),
  fc.string({ maxLength: 6 }),
);
const lines = fc.oneof(
  fc.tuple(names, fc.constantFrom(': ', ':', ':  ', ' : '), values).map((parts) => parts.join('')),
  fc.constantFrom('', '---', '...', '# comment', '  words', '- item', '%YAML 1.1', '&a'),
);

function check(yaml: string): void {
  const simple = readSimpleMapping(yaml);
  if (!simple) return;
  const whole = readYamlMapping(yaml, { start: 0, end: yaml.length });
  assert.deepEqual(whole.problems, []);
  assert.deepEqual({ ...simple.data }, whole.data);
  for (const name of [...Object.keys(whole.data), 'other', 'toString'])
    assert.deepEqual(simple.places.get(name), whole.rangeOf(name));
}

describe('simple front matter', () => {
  it('is read as the YAML library reads it, or not at all', () => {
    fc.assert(
      fc.property(
        fc.array(lines, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (all, end) => check(all.join(end)),
      ),
      { numRuns: runs(20_000) },
    );
  });

  it('is what papers have', () => {
    const simple = readSimpleMapping('title: The mass line, again\nauthor: A Reader\ndate: 2026-11-23');
    assert.deepEqual(simple?.data, { title: 'The mass line, again', author: 'A Reader', date: '2026-11-23' });
    assert.deepEqual(simple.places.get('author'), { start: 36, end: 44 });
  });
});
