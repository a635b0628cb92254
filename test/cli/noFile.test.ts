import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { useDesks, type Desk } from '../support/commandLine.ts';
import { tale } from '../support/sample.ts';

/** A paper that names a bibliography, with a slip that every command would tell of. */
const fixture = `${tale}
=== papers/a.analysis.md
---
bibliography: works.bib
---

## Questions for discussion

- Why a lamp [@tale, ¶ 1]?
`;

function pipeAt(desk: Desk, path: string): void {
  execFileSync('mkfifo', [join(desk.root, path)]);
}

describe('what is no plain file', function () {
  this.timeout(10_000);
  const deskWith = useDesks();
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  /** Every command that reads a study folder, and what it prints. */
  const reading: readonly (readonly [readonly string[], RegExp])[] = [
    [['list', 'citations'], /@tale, paragraph 1/],
    [['coverage', '--format=csv'], /^tale,paragraph,1/m],
    [['guide', '--date=2026-11-23'], /Why a lamp/],
    [['notes', 'export'], /"rows": \[\]/],
    [['edition', 'freeze', 'tale'], /editions\/tale\/edition\.json/],
  ];

  it('as settings is told, and everything else read', async () => {
    const desk = await deskWith(fixture);
    pipeAt(desk, 'pilcrow.json');
    for (const fix of [[], ['--fix']]) {
      const { out } = await desk.run(['check', '--format=github', ...fix]);
      assert.match(out, /file=pilcrow\.json,.*pilcrow\.json is not a file\./);
    }
    for (const [args, printed] of reading) {
      const { out, err } = await desk.run(args);
      assert.match(out, printed, args.join(' '));
      if (args[0] !== 'edition') assert.match(err, /pilcrow\.json:1:1: pilcrow\.json is not a file\./);
    }
  });

  it('as a bibliography is told, and everything else read', async () => {
    const desk = await deskWith(fixture);
    pipeAt(desk, 'papers/works.bib');
    for (const fix of [[], ['--fix']]) {
      const { out } = await desk.run(['check', '--format=github', ...fix]);
      assert.match(out, /works\.bib is not a file\./);
    }
    for (const [args, printed] of reading) assert.match((await desk.run(args)).out, printed);
  });

  it('as a paper is told', async () => {
    const desk = await deskWith(fixture);
    pipeAt(desk, 'papers/b.analysis.md');
    for (const fix of [[], ['--fix']]) {
      const { code, out } = await desk.run(['check', 'papers/b.analysis.md', '--format=github', ...fix]);
      assert.match(out, /b\.analysis\.md is not a file\./);
      assert.equal(code, 1);
    }
    const { code, out, err } = await desk.run(['list', 'citations', 'papers/b.analysis.md']);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /b\.analysis\.md is not a file\./);
  });

  it('is neither imported nor merged', async () => {
    const desk = await deskWith(fixture);
    pipeAt(desk, 'pipe.md');
    for (const args of [
      ['import', 'pipe.md', '--key', 'new'],
      ['notes', 'import', 'pipe.md'],
      ['notes', 'merge', 'pipe.md', 'pipe.md', 'pipe.md'],
    ]) {
      const { code, err } = await desk.run(args);
      assert.match(err, /^pilcrow: pipe\.md is not a file\.$/m);
      assert.equal(code, 2);
    }
  });

  it('is no place to write through: links out of a study folder stay unwritten', async () => {
    const desk = await deskWith(`${fixture}\n=== outside/secret.md\nSecret.\n\n=== text.md\nOne.\n`);
    const root = join(desk.root, 'study');
    await mkdir(root);
    for (const path of ['sources', 'papers']) execFileSync('mv', [join(desk.root, path), join(root, path)]);
    const secret = join(desk.root, 'outside/secret.md');
    for (const path of ['notes.csv', 'sources/new.md']) await symlink(secret, join(root, path));
    await symlink(join(desk.root, 'outside'), join(root, 'editions'));
    const writing: readonly (readonly [readonly string[], string])[] = [
      [['edition', 'freeze', 'tale'], 'editions/tale/edition.json'],
      [['import', '../text.md', '--key', 'new', '--force'], 'sources/new.md'],
      [['notes', 'export', '--format=csv', '--out', 'notes.csv'], 'notes.csv'],
    ];
    for (const [args, file] of writing) {
      const { code, err } = await desk.run(args, { cwd: 'study' });
      assert.ok(err.includes(`${file} cannot be written: a link leads out of the study folder.`), err);
      assert.equal(code, 2);
    }
    assert.equal(await readFile(secret, 'utf8'), 'Secret.\n');
  });

  it('is not what two versions of notes are put together from, or written to', async () => {
    const desk = await deskWith(
      '=== study/pilcrow.json\n{}\n\n=== study/empty.jsonld\n[]\n\n=== outside/secret.md\n[]\n',
    );
    const secret = join(desk.root, 'outside/secret.md');
    await symlink(secret, join(desk.root, 'study/ours.jsonld'));
    const given = ['empty.jsonld', 'empty.jsonld', 'empty.jsonld'];
    for (const at of [0, 1, 2]) {
      const files = given.with(at, 'ours.jsonld');
      const { code, err } = await desk.run(['notes', 'merge', ...files], { cwd: 'study' });
      assert.ok(err.includes('ours.jsonld cannot be read: a link leads out of the study folder.'), err);
      assert.equal(code, 2);
    }
    assert.equal(await readFile(secret, 'utf8'), '[]\n');
  });
});
