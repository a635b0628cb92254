import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { inRoot } from '../../scripts/support/paths.ts';
import { Desk } from '../support/commandLine.ts';
import { tale } from '../support/sample.ts';

/** What the framework demands of a hook, and what it does without (pre-commit 4, “Creating new hooks”). */
const known = new Set(['id', 'name', 'description', 'entry', 'language', 'files', 'pass_filenames']);

describe('the hook for pre-commit', () => {
  const hooks = parse(readFileSync(inRoot('.pre-commit-hooks.yaml'), 'utf8')) as Record<string, unknown>[];
  const { bin, scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
    readonly bin: object;
    readonly scripts: Record<string, string>;
  };
  const [hook] = hooks;
  const [program = '', ...args] = String(hook?.['entry']).split(' ');

  it('is one that the framework takes, with a command of the package', () => {
    assert.equal(hooks.length, 1);
    for (const name of ['id', 'name', 'entry', 'language']) assert.equal(typeof hook?.[name], 'string', name);
    assert.deepEqual(
      Object.keys(hook ?? {}).filter((name) => !known.has(name)),
      [],
    );
    assert.equal(hook?.['language'], 'node');
    assert.ok(program in bin, program);
  });

  it('is built where it is installed from a repository: there npm runs nothing but what prepares a package', () => {
    assert.equal(scripts['prepare'], 'node scripts/prepare.mjs');
    // What npm ci says: no package is made.
    const { npm_package_resolved: _, ...env } = process.env;
    const script = inRoot('scripts', 'prepare.mjs');
    const { status, stdout } = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
    assert.deepEqual({ status, stdout }, { status: 0, stdout: '' });
  });

  it('runs for every kind of file that a finding may rest on', () => {
    const pattern = new RegExp(String(hook?.['files']), 'u');
    for (const file of [
      'papers/a.analysis.md',
      'a.markdown',
      'works.bib',
      'works.json',
      'works.yaml',
      'pilcrow.json',
      'notes/a.jsonld',
    ])
      assert.match(file, pattern);
    assert.doesNotMatch('picture.png', pattern);
  });

  it('ends a commit with a wrong citation, and lets one without pass', async () => {
    for (const [citation, expected] of [
      ['[@tale, ¶ 99]', 1],
      ['[@tale, ¶ 1]', 0],
    ] as const) {
      const desk = await Desk.with(`${tale}\n=== papers/a.analysis.md\nWhy a lamp ${citation}?\n`);
      try {
        assert.equal((await desk.run(args)).code, expected, citation);
      } finally {
        await desk.remove();
      }
    }
  });
});
