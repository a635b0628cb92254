import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { manFiles } from '../../scripts/man.ts';
import { inRoot } from '../../scripts/support/paths.ts';
import { Desk } from '../support/commandLine.ts';

const pages = [...manFiles()];

/** The names that a list of the help has, each at the beginning of a line that is not continued. */
function listed(help: string, title: string): string[] {
  const [, list = ''] = help.split(`\n${title}\n`);
  return [...(list.split('\n\n')[0] ?? '').matchAll(/^ {2}(\S+)/gm)].map(([, name = '']) => name);
}

describe('the manual', () => {
  it('is the one that the package names', () => {
    const { man } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { readonly man: string };
    assert.ok(existsSync(inRoot(man)));
    assert.match(man, /\/pilcrow\.1$/);
  });

  it('has every command of the help, and every option of each', async () => {
    const desk = await Desk.with();
    const [, page = ''] = pages[0] ?? [];
    const helpOf = async (...names: string[]): Promise<string> => (await desk.run([...names, '--help'])).out;
    try {
      const names = listed(await helpOf(), 'Commands:').filter((name) => name !== 'help');
      assert.ok(names.length > 14);
      for (const name of names) {
        const [, ownPart = ''] = page.split(new RegExp(`^\\.SS "pilcrow ${name}\\b.*"$`, 'm'));
        assert.notEqual(ownPart, '', name);
        for (const line of (await helpOf(name)).match(/^ {2}(?:-\w, )?--[a-z-]+/gm) ?? []) {
          const flags = line.trim().replaceAll('-', '\\-');
          assert.ok(page.includes(`\\fB${flags}`), `${name} ${line}`);
        }
      }
    } finally {
      await desk.remove();
    }
  });

  it('holds nothing that a formatter would take for a request of its own', () => {
    const requests = /^\.(?:TH|SH|SS|TP|PP|BR|nf|fi|nh|ad)(?: |$)/;
    for (const [name, page] of pages) {
      assert.match(page, /^[\x20-\x7e\n]+$/, name);
      for (const line of page.split('\n').filter((each) => /^[.']/.test(each)))
        assert.match(line, requests, name);
      assert.doesNotMatch(page.replace(/\\(?:[-e &]|\(dq|fB|fR|\[u[0-9A-F]{4}\])/g, ''), /\\/, name);
    }
  });

  it('is formatted without a warning', function () {
    const [program, ...args] = ['groff', '-man', '-Tutf8', '-ww'];
    if (spawnSync(program, ['--version']).error) {
      console.log('    (skipped: there is no groff)');
      this.skip();
    }
    for (const [name, page] of pages) {
      const { stdout, stderr } = spawnSync(program, args, { input: page, encoding: 'utf8' });
      assert.equal(stderr, '', name);
      assert.ok(stdout.length > page.length / 2, name);
    }
  });
});
