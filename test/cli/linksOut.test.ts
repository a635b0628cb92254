import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useDesks, type Desk } from '../support/commandLine.ts';
import { tale } from '../support/sample.ts';

const fixture = `${tale}
=== papers/a.analysis.md
Why a lamp [@tale, ¶ 99]?

## Questions for discussion

- Why a lamp [@tale, ¶ 1]?
`;

/** A study folder in `study`, beside a folder `elsewhere` that nothing in it may change or be read from. */
async function deskOf(deskWith: (fixture: string) => Promise<Desk>, moved: string): Promise<Desk> {
  const desk = await deskWith(fixture.replace(/^=== /gm, '=== study/'));
  await mkdir(join(desk.root, 'elsewhere'));
  await writeFile(join(desk.root, 'elsewhere/kept.txt'), 'kept\n');
  await symlink(join(desk.root, 'elsewhere', moved), join(desk.root, 'study', moved || 'link'));
  return desk;
}

async function checkUntouched(desk: Desk, names: readonly string[] = ['kept.txt']): Promise<void> {
  assert.deepEqual(await readdir(join(desk.root, 'elsewhere')), names);
}

describe('links that lead out of the study folder', () => {
  const deskWith = useDesks();
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  const cwd = 'study';

  it('as settings are not read, and told', async () => {
    const desk = await deskOf(deskWith, 'pilcrow.json');
    const off = '{ "checks": { "citation/no-such-paragraph": "off" }, "papers": ["none/*"] }';
    await writeFile(join(desk.root, 'elsewhere/pilcrow.json'), off);
    const { out, code } = await desk.run(['check', '--format=github'], { cwd });
    assert.match(out, /file=papers\/a\.analysis\.md,/);
    assert.match(out, /file=pilcrow\.json,.*link leads out of the study folder/);
    assert.equal(code, 1);
    const fixed = await desk.run(['check', '--fix', '--format=github'], { cwd });
    assert.match(fixed.out, /file=pilcrow\.json,.*link leads out of the study folder/);
    const listed = await desk.run(['list', 'citations'], { cwd });
    assert.match(listed.out, /@tale/);
    assert.match(listed.err, /pilcrow\.json:1:1: .*link leads out of the study folder/);
  });

  for (const [folder, args] of [
    ['editions', ['edition', 'freeze', 'tale']],
    ['exports', ['notes', 'export', '-o', 'exports/notes.json']],
    ['exports', ['bibliography', '-o', 'exports/works.json']],
    ['exports', ['guide', '-o', 'exports/guide.md', '--date=2026-11-23']],
    ['exports', ['import', 'new.md', '--key', 'new', '-o', 'exports/new.md']],
  ] as const)
    it(`are not written through by ${args.join(' ')}`, async () => {
      const desk = await deskWith(fixture.replace(/^=== /gm, '=== study/'));
      await desk.write('elsewhere/kept.txt', 'kept\n');
      await desk.write('study/new.md', '# New\n\nA text of some words.\n');
      await symlink(join(desk.root, 'elsewhere'), join(desk.root, 'study', folder));
      const { code, err } = await desk.run(args, { cwd });
      assert.match(err, /link leads out of the study folder/);
      assert.equal(code, 2);
      await checkUntouched(desk);
    });

  it('are not written through where the study folder is reached by a link', async () => {
    const desk = await deskWith(fixture.replace(/^=== /gm, '=== study/'));
    await desk.write('elsewhere/kept.txt', 'kept\n');
    await symlink(join(desk.root, 'study'), join(desk.root, 'way'));
    await symlink(join(desk.root, 'elsewhere/kept.txt'), join(desk.root, 'study/notes.json'));
    const out = join(desk.root, 'way', 'notes.json');
    const { code } = await desk.run(['notes', 'export', '-o', out], { cwd });
    assert.equal(code, 2);
    assert.equal(await readFile(join(desk.root, 'elsewhere/kept.txt'), 'utf8'), 'kept\n');
  });

  it('are no text that an import takes over', async () => {
    const desk = await deskWith(fixture.replace(/^=== /gm, '=== study/'));
    await desk.write('elsewhere/secret.md', '---\nid: new\ntitle: Secret words\n---\n\nWords.\n');
    await desk.write('study/new.md', '# New\n\nA text of some words.\n');
    await symlink(join(desk.root, 'elsewhere/secret.md'), join(desk.root, 'study/sources/new.md'));
    const { code, out } = await desk.run(['import', 'new.md', '--key', 'new', '--force'], { cwd });
    assert.doesNotMatch(out, /Secret/);
    assert.equal(code, 2);
    assert.match(await desk.read('elsewhere/secret.md'), /Secret words/);
  });
});
