import assert from 'node:assert/strict';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { useDesks } from '../support/commandLine.ts';
import { withTale } from '../support/sample.ts';

const wrong = withTale(`=== papers/a.analysis.md
Fine [@tale, ¶ 1]. Wrong [@tale, ¶ 9].

=== papers/b.analysis.md
Fine [@tale, ¶ 2].
`);

interface Row {
  readonly file: string;
  readonly check: string;
}

function rows(out: string): string[] {
  return (JSON.parse(out) as Row[]).map(({ file, check }) => `${file} ${check}`);
}

describe('pilcrow check', () => {
  const deskWith = useDesks();

  it('ends with 0 where nothing is wrong; results and summary go their ways', async () => {
    const desk = await deskWith(withTale('[@tale, ¶ 1]\n'));
    assert.deepEqual(await desk.run(['check']), {
      code: 0,
      out: '',
      err: '1 paper with 1 citation: no problems.\n',
    });
    assert.deepEqual(await desk.run(['check', '--quiet']), { code: 0, out: '', err: '' });
  });

  it('ends with 1 where something is', async () => {
    const desk = await deskWith(wrong);
    const { code, out, err } = await desk.run(['check']);
    assert.equal(code, 1);
    assert.match(out, /^papers\/a\.analysis\.md\n\s+1:36 {2}error\s+¶ 9: .*citation\/no-such-paragraph\n\n$/);
    assert.equal(err, '2 papers with 3 citations: 1 error.\n');
  });

  it('prints JSON as the contract has it', async () => {
    const desk = await deskWith(wrong);
    const { out, err } = await desk.run(['check', '--format', 'json']);
    assert.equal(err, '');
    assert.deepEqual(JSON.parse(out), [
      {
        file: 'papers/a.analysis.md',
        line: 1,
        column: 36,
        endLine: 1,
        endColumn: 37,
        check: 'citation/no-such-paragraph',
        level: 'error',
        message: '¶ 9: @tale has ¶ 1–5.',
        fixes: [
          {
            title: 'Change to the last paragraph, ¶ 5: Nobody lost the road again.',
            safe: false,
            edits: [
              { file: 'papers/a.analysis.md', line: 1, column: 36, endLine: 1, endColumn: 37, newText: '5' },
            ],
          },
        ],
      },
    ]);
  });

  it('fails from --fail-on on, else from failOn of pilcrow.json, else from warning', async () => {
    const desk = await deskWith(withTale('[@tale]\n'));
    assert.equal((await desk.run(['check'])).code, 0);
    assert.equal((await desk.run(['check', '--fail-on', 'hint'])).code, 1);
    await desk.write('pilcrow.json', '{ "failOn": "hint" }');
    assert.equal((await desk.run(['check'])).code, 1);
    assert.equal((await desk.run(['check', '--fail-on', 'error'])).code, 0);
  });

  it('checks files and folders that are named, from wherever it is', async () => {
    const desk = await deskWith(wrong);
    const json = ['check', '--format=json'];
    assert.deepEqual(rows((await desk.run([...json, 'papers/b.analysis.md'])).out), []);
    assert.deepEqual(rows((await desk.run([...json, 'papers'])).out), [
      'papers/a.analysis.md citation/no-such-paragraph',
    ]);
    assert.deepEqual(rows((await desk.run(json, { cwd: 'sources' })).out), [
      '../papers/a.analysis.md citation/no-such-paragraph',
    ]);
    assert.deepEqual(rows((await desk.run([...json, join(desk.root, 'papers')], { cwd: 'papers' })).out), [
      'a.analysis.md citation/no-such-paragraph',
    ]);
  });

  it('takes a named file for a paper, whatever it is called', async () => {
    const desk = await deskWith(withTale('=== notes/talk.txt\n[@tale, ¶ 9]\n\n=== README.md\n[@tael]\n'));
    const { code, out } = await desk.run(['check', '--format=json', 'notes/talk.txt', 'README.md']);
    assert.equal(code, 1);
    assert.deepEqual(rows(out), [
      'README.md citation/unknown-key',
      'notes/talk.txt citation/no-such-paragraph',
    ]);
    assert.deepEqual(rows((await desk.run(['check', '--format=json'])).out), []);
  });

  it('says which path leads nowhere, checks the rest and ends with 2', async () => {
    const desk = await deskWith(wrong);
    const { code, out, err } = await desk.run([
      'check',
      '--format=json',
      'papers/none.analysis.md',
      'papers/a.analysis.md',
    ]);
    assert.equal(code, 2);
    assert.match(err, /There is no file or folder “papers\/none\.analysis\.md”/);
    assert.deepEqual(rows(out), ['papers/a.analysis.md citation/no-such-paragraph']);
  });

  it('says of no problems nothing where nothing was checked', async () => {
    const desk = await deskWith(wrong);
    assert.deepEqual(await desk.run(['check', 'none.md']), {
      code: 2,
      out: '',
      err: 'There is no file or folder “none.md”.\n',
    });
  });

  it('checks each study folder below a folder by its own sources and settings', async () => {
    const desk = await deskWith(`
=== one/pilcrow.json
{ "checks": { "citation/unknown-key": "off" } }

=== one/papers/a.analysis.md
[@two, ¶ 1]

=== two/sources/two.md
---
id: two
---
Words.

=== two/papers/b.analysis.md
[@two, ¶ 1] [@two, ¶ 2]
`);
    const { out } = await desk.run(['check', '--format=json']);
    assert.deepEqual(rows(out), ['two/papers/b.analysis.md citation/no-such-paragraph']);
  });

  it('an unreadable paper is one finding', async () => {
    const desk = await deskWith(wrong);
    await desk.write('papers/c.analysis.md', Buffer.from([0x5b, 0x40, 0xff, 0xfe]));
    const { code, out } = await desk.run(['check', '--format=json']);
    assert.equal(code, 1);
    assert.deepEqual(rows(out), [
      'papers/a.analysis.md citation/no-such-paragraph',
      'papers/c.analysis.md paper/front-matter',
    ]);
  });

  it('a file without permission is one finding', async function () {
    if (process.getuid?.() === 0) this.skip();
    const desk = await deskWith(wrong);
    await chmod(join(desk.root, 'papers/b.analysis.md'), 0o000);
    assert.match((await desk.run(['check', '--format=json'])).out, /you have no permission/);
  });

  it('says that there is nothing to check, and what to do', async () => {
    const desk = await deskWith();
    const { code, out, err } = await desk.run(['check', '--format=json']);
    assert.deepEqual({ code, out }, { code: 2, out: '[]\n' });
    assert.match(err, /There is no study folder here.*pilcrow init/);
    assert.equal((await desk.run(['check'])).err, err);
  });

  it('uses colours on a terminal and nowhere else', async () => {
    const desk = await deskWith(wrong);
    const colourful = async (args: string[], options: object): Promise<boolean> =>
      (await desk.run(['check', ...args], options)).out.includes('\u001B[');
    assert.equal(await colourful([], {}), false);
    assert.equal(await colourful([], { terminal: true }), true);
    assert.equal(await colourful(['--no-color'], { terminal: true }), false);
    assert.equal(await colourful([], { terminal: true, env: { NO_COLOR: '1' } }), false);
    assert.equal(await colourful([], { env: { FORCE_COLOR: '1' } }), true);
  });

  it('never lets a paper write control characters to the terminal', async () => {
    const desk = await deskWith(withTale('[@tale, ¶ \u001B]0;title\u0007]\n\n[@x\u009B31m]\n'));
    const { out } = await desk.run(['check', '--no-color', '--fail-on', 'hint'], { terminal: true });
    assert.doesNotMatch(out, /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/);
  });
});
