import { inWords } from '../../src/core/messages.ts';
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { changeTextFile } from '../../src/files/texts.ts';
import { errorCode, refusal } from '../../src/core/present/wording/refusal.ts';
import { useDesks, type Desk } from '../support/commandLine.ts';
import { useMounts } from '../support/mounts.ts';
import { tale } from '../support/sample.ts';

describe('what the system refuses', () => {
  const mount = useMounts();
  const deskWith = useDesks();

  const fixture = `=== study/pilcrow.json
{}

${tale.replace('=== sources', '=== study/sources')}
=== study/papers/a.analysis.md
## Questions for discussion

- Why a lamp [@tale, ¶ 1]?

=== study/glossary.md
## Lamp

What is lit.

=== text.md
One.

Two words.
`;

  /** Every command that writes, with the file that it means to write. */
  const writing: readonly (readonly [readonly string[], string])[] = [
    [['import', '../text.md', '--key', 'new'], 'sources/new.md'],
    [['edition', 'freeze', 'tale'], 'editions/tale/edition.json'],
    [['init', '--formatters'], '.prettierignore'],
    [['glossary', '--out', 'handout.md'], 'handout.md'],
    [['guide', '--out', 'guide.md'], 'guide.md'],
    [['notes', 'export', '--format', 'csv', '--out', 'notes.csv'], 'notes.csv'],
  ];

  async function refusedWith(desk: Desk, words: RegExp): Promise<void> {
    for (const [args, file] of writing) {
      const { code, err } = await desk.run(args, { cwd: 'study' });
      assert.equal(code, 2, `${args.join(' ')}: ${err}`);
      assert.match(err, words, `${args.join(' ')}: ${err}`);
      assert.ok(err.includes(`${file} cannot be written: `), `${args.join(' ')}: ${err}`);
      assert.doesNotMatch(err, /\.tmp|EROFS|ENOSPC| at /);
    }
  }

  it('a read-only folder: what, where, and what to do', async function () {
    const desk = await deskWith(fixture);
    const study = join(desk.root, 'study');
    if (!mount(study, '--bind', study)) this.skip();
    assert.ok(mount(study, '-o', 'remount,ro,bind'));
    await refusedWith(desk, /the disk or folder is read-only\. Copy the study folder to where you may write/);
    const failed = await changeTextFile(study, join(study, 'notes/a.jsonld'), () => ({ text: '{}' }));
    assert.match(
      failed ? inWords(failed.problem) : '',
      /notes\/a\.jsonld cannot be written: the disk or folder is read-only/,
    );
  });

  it('a file where a folder is wanted, a folder where a file is, a name that is too long', async () => {
    const desk = await deskWith(fixture);
    await desk.write('study/editions', 'a file');
    const frozen = await desk.run(['edition', 'freeze', 'tale'], { cwd: 'study' });
    assert.match(
      frozen.err,
      /editions\/tale\/edition\.json cannot be written: a part of its path is a file and no folder/,
    );
    await mkdir(join(desk.root, 'study/handout.md'));
    const handout = await desk.run(['glossary', '--out', 'handout.md'], { cwd: 'study' });
    assert.match(handout.err, /handout\.md cannot be written: a folder has its name/);
    const long = await desk.run(['glossary', '--out', `${'a'.repeat(300)}.md`], { cwd: 'study' });
    assert.match(long.err, /its name is too long\. Choose a shorter one\./);
    assert.deepEqual([frozen.code, handout.code, long.code], [2, 2, 2]);
  });

  it('a study folder that is gone is not made again by a note', async () => {
    const desk = await deskWith();
    const gone = join(desk.root, 'gone');
    const failed = await changeTextFile(gone, join(gone, 'notes/a.jsonld'), () => ({ text: '{}' }));
    assert.match(
      failed ? inWords(failed.problem) : '',
      /its folder is not there\. Look whether it was moved/,
    );
  });

  it('has words for every code, be it of the system or in an editor’s message', () => {
    const codes =
      'EROFS EACCES EPERM ENOSPC EDQUOT ENOENT ENOTDIR EEXIST EISDIR ENAMETOOLONG EBUSY EMFILE'.split(' ');
    for (const code of codes)
      for (const action of ['read', 'written'] as const) {
        const said = inWords(refusal('a.md', action, code));
        assert.match(said, /^a\.md cannot be (?:read|written): [a-z].*\. [A-Z].*\.$/);
        assert.doesNotMatch(said, /E[A-Z]{3}/);
        assert.equal(errorCode(Object.assign(new Error('x'), { code })), code);
        assert.equal(
          errorCode(Object.assign(new Error(`Error: ${code}: nope, open 'a'`), { code: 'Unknown' })),
          code,
        );
      }
    assert.equal(errorCode(Object.assign(new Error('x'), { code: 'NoPermissions' })), 'EACCES');
    assert.equal(inWords(refusal('a.md', 'read', 'EWHAT')), 'a.md cannot be read: EWHAT.');
  });

  it('a folder for results that cannot be written is said once, and the check goes on', async () => {
    const desk = await deskWith(fixture);
    const args = ['check', 'study', '--quiet', '--cache-dir', 'text.md/results'];
    const cache = { folder: join(desk.root, 'unused'), code: () => 'one' };
    const { code, out, err } = await desk.run(args, { cache });
    assert.deepEqual({ code, out }, { code: 0, out: '' });
    assert.match(
      err,
      /^pilcrow: text\.md\/results cannot be written: .* Results are not kept for the next time\.\n$/,
    );
    assert.deepEqual(await desk.run([...args.slice(0, 3), '--cache-dir', 'results'], { cache }), {
      code: 0,
      out: '',
      err: '',
    });
  });
});
