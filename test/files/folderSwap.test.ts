import assert from 'node:assert/strict';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isRefused } from '../../src/files/fileSystem.ts';
import { disk } from '../../src/files/node.ts';

const isWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;

describe('a folder that is written as a whole', () => {
  let root: string;
  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'pilcrow-')));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const put = async (files: Readonly<Record<string, string>>): Promise<void> => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
  };

  /** Everything below the root, with the text of files and the targets of links. */
  const tree = async (): Promise<Record<string, string>> => {
    const found: Record<string, string> = {};
    for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
      const full = join(entry.parentPath, entry.name);
      const path = full.slice(root.length + 1);
      if (entry.isFile()) found[path] = await readFile(full, 'utf8');
      else found[path] = entry.isSymbolicLink() ? 'link' : 'folder';
    }
    return found;
  };

  const write = (
    files: Readonly<Record<string, string | Uint8Array>>,
    owned: readonly string[] = [],
  ): Promise<void> =>
    disk.writeFolder(
      join(root, 'site'),
      Object.entries(files).map(([path, content]) => ({ path, content })),
      { owned: new Set(owned) },
    );

  it('is there with all its files, and nothing is left beside it', async () => {
    await write({ 'index.html': 'A', 'assets/a.css': new Uint8Array([66]) });
    assert.deepEqual(await tree(), {
      site: 'folder',
      'site/index.html': 'A',
      'site/assets': 'folder',
      'site/assets/a.css': 'B',
    });
  });

  it('takes the place of another, of which only owned files go', async () => {
    await put({
      'site/index.html': 'old',
      'site/gone.html': 'old',
      'site/gone/deep.html': 'old',
      'site/CNAME': 'theirs',
      'site/assets/logo.txt': 'theirs',
      'site/.git/HEAD': 'theirs',
      'site/gone/theirs.txt': 'theirs',
    });
    await write({ 'index.html': 'new', 'assets/a.css': 'new' }, [
      'index.html',
      'gone.html',
      'gone/deep.html',
      'assets/a.css',
    ]);
    assert.deepEqual(await tree(), {
      site: 'folder',
      'site/index.html': 'new',
      'site/CNAME': 'theirs',
      'site/assets': 'folder',
      'site/assets/a.css': 'new',
      'site/assets/logo.txt': 'theirs',
      'site/.git': 'folder',
      'site/.git/HEAD': 'theirs',
      'site/gone': 'folder',
      'site/gone/theirs.txt': 'theirs',
    });
  });

  it('keeps links as links, and deletes nothing that they lead to', async function () {
    if (isWindows) this.skip();
    await put({ 'other/index.html': 'theirs', 'site/index.html': 'old' });
    await symlink(join(root, 'other'), join(root, 'site', 'linked'));
    await write({ 'index.html': 'new' }, ['index.html', 'linked/index.html']);
    assert.equal((await lstat(join(root, 'site', 'linked'))).isSymbolicLink(), true);
    assert.equal(await readFile(join(root, 'other', 'index.html'), 'utf8'), 'theirs');
  });

  it('is refused where a folder or a link stands in the way, and all stays as it is', async function () {
    await put({ 'site/index.html/theirs.txt': 'theirs' });
    const before = await tree();
    await assert.rejects(write({ 'index.html': 'new' }), isRefused);
    assert.deepEqual(await tree(), before);
    if (isWindows) this.skip();
    await rm(join(root, 'site'), { recursive: true });
    await put({ 'other/a.css': 'theirs', 'site/x': 'theirs' });
    await symlink(join(root, 'other'), join(root, 'site', 'assets'));
    await assert.rejects(write({ 'assets/a.css': 'new' }, ['assets/a.css']), isRefused);
    assert.equal(await readFile(join(root, 'other', 'a.css'), 'utf8'), 'theirs');
    assert.equal(await readFile(join(root, 'site', 'x'), 'utf8'), 'theirs');
  });

  it('is refused in a folder that may not be written, and leaves nothing behind', async function () {
    if (isWindows || isRoot) this.skip();
    await chmod(root, 0o500);
    await assert.rejects(write({ 'index.html': 'new' }), isRefused);
    await chmod(root, 0o700);
    assert.deepEqual(await tree(), {});
  });

  it('is refused where a link leads out of the study folder', async function () {
    if (isWindows) this.skip();
    await put({ 'study/x': '', 'elsewhere/x': 'theirs' });
    await symlink(join(root, 'elsewhere'), join(root, 'study', 'site'));
    const within = join(root, 'study');
    await assert.rejects(
      disk.writeFolder(join(within, 'site'), [{ path: 'x', content: 'new' }], {
        within,
        owned: new Set(['x']),
      }),
      isRefused,
    );
    assert.equal(await readFile(join(root, 'elsewhere', 'x'), 'utf8'), 'theirs');
  });
});
