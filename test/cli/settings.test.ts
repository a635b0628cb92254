import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { checkFormats } from '../../src/cli/formats/reportFormats.ts';
import { useDesks } from '../support/commandLine.ts';
import { withTale } from '../support/sample.ts';

interface Row {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly check: string;
  readonly level: string;
  readonly message: string;
}

const wrong = withTale(`=== papers/a.analysis.md
[@tale, ¶ 9]

=== papers/b.analysis.md
[@tale, ¶ 1]
`);

/** Of the findings on settings: where, and how the message begins. */
function settingsRows(out: string): string[] {
  return (JSON.parse(out) as Row[])
    .filter(({ check }) => check === 'settings/invalid')
    .map(({ file, line, column, message }) => `${file}:${String(line)}:${String(column)} ${message}`);
}

describe('pilcrow.json on the command line', () => {
  const deskWith = useDesks();

  it('is a finding where it is no JSON, and what stands there whole is used', async () => {
    const desk = await deskWith(
      `${wrong}\n=== pilcrow.json\n{\n  "checks": { "citation/no-such-paragraph": "off" }\n  "failOn": "error"\n}\n`,
    );
    const { code, out, err } = await desk.run(['check', '--format=json']);
    const [row, ...others] = JSON.parse(out) as Row[];
    assert.deepEqual(others, []);
    assert.match(row?.message ?? '', /^pilcrow\.json is not JSON here/);
    assert.deepEqual(
      { code, err, at: `${String(row?.line)}:${String(row?.column)}`, level: row?.level },
      { code: 1, err: '', at: '3:3', level: 'error' },
    );
  });

  it('is a finding where a name is not known, with the nearest', async () => {
    const desk = await deskWith(
      withTale(
        '=== pilcrow.json\n{ "failOn": "eror", "source": [], "checks": { "citation/no-locater": "off" } }\n',
      ),
    );
    const { code, out } = await desk.run(['check', '--format=json']);
    assert.equal(code, 1);
    assert.deepEqual(settingsRows(out), [
      'pilcrow.json:1:13 “failOn” is one of error, warning, information, hint. Did you mean “error”?',
      'pilcrow.json:1:21 pilcrow.json knows no setting “source”. Did you mean “sources”?',
      'pilcrow.json:1:47 There is no check “citation/no-locater”. Did you mean “citation/no-locator”?',
    ]);
  });

  for (const format of checkFormats)
    it(`is told as ${format}, and once`, async () => {
      const desk = await deskWith(`${wrong}\n=== pilcrow.json\n{ "colour": 1 }\n`);
      const { code, out, err } = await desk.run(['check', `--format=${format}`]);
      assert.equal(code, 1);
      assert.match(out, /settings\/invalid/);
      assert.doesNotMatch(err, /colour/);
    });

  it('is told whichever paper is checked, with --fix too', async () => {
    const desk = await deskWith(`${wrong}\n=== pilcrow.json\n{ "colour": 1 }\n`);
    for (const fix of [[], ['--fix']]) {
      const { code, out } = await desk.run(['check', '--format=json', ...fix, 'papers/b.analysis.md']);
      assert.equal(code, 1);
      assert.equal(settingsRows(out).length, 1);
    }
    await desk.write('pilcrow.json', '{}');
    for (const fix of [[], ['--fix']]) {
      const { code, err } = await desk.run(['check', ...fix, 'papers/b.analysis.md']);
      assert.equal(code, 0);
      assert.match(err, /1 paper/);
    }
  });

  it('is a finding where it cannot be read, and a list says so', async () => {
    const desk = await deskWith(wrong);
    await mkdir(join(desk.root, 'pilcrow.json'));
    for (const fix of [[], ['--fix']]) {
      const { code, out } = await desk.run(['check', '--format=json', ...fix]);
      assert.equal(code, 1);
      assert.deepEqual(settingsRows(out), ['pilcrow.json:1:1 pilcrow.json is not a file.']);
    }
    const list = await desk.run(['list', 'sources']);
    assert.equal(list.code, 2);
    assert.match(list.err, /^pilcrow\.json:1:1: pilcrow\.json is not a file\./m);
  });
});
