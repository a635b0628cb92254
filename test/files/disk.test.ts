import { inWords } from '../../src/core/messages.ts';
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { writeFileSync } from 'node:fs';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  realpath,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../../scripts/support/paths.ts';
import { maxFileBytes, Refused, type FileBytes } from '../../src/files/fileSystem.ts';
import { disk } from '../../src/files/node.ts';

const isWindows = process.platform === 'win32';

describe('the files of this machine', () => {
  let root: string;
  let outside: string;
  const at = (path: string): string => join(root, path);
  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'pilcrow-')));
    outside = await realpath(await mkdtemp(join(tmpdir(), 'pilcrow-')));
    await mkdir(at('folder'));
    await writeFile(at('file.md'), 'One.\n');
    await writeFile(join(outside, 'secret.md'), 'Secret.\n');
    await symlink(at('file.md'), at('link.md'));
    await symlink(join(outside, 'secret.md'), at('out.md'));
    await symlink(outside, at('away'));
    await symlink(at('nowhere'), at('broken'));
    if (!isWindows) execFileSync('mkfifo', [at('pipe')]);
  });
  afterEach(async () => {
    await chmod(root, 0o700);
    await Promise.all([root, outside].map((folder) => rm(folder, { recursive: true, force: true })));
  });

  it('lists what is in a folder, at once too, and says where it cannot', async () => {
    const wanted = [
      'away link',
      'broken link',
      'file.md file',
      'folder folder',
      'link.md link',
      'out.md link',
      ...(isWindows ? [] : ['pipe other']),
    ];
    for (const entries of [await disk.list(root), disk.listNow(root)])
      assert.deepEqual(entries?.map(({ name, kind }) => `${name} ${kind}`).sort(), wanted);
    for (const path of ['file.md', 'nowhere']) {
      assert.equal(await disk.list(at(path)), undefined);
      assert.equal(disk.listNow(at(path)), undefined);
    }
  });

  it('looks at what is there, and through links or at them', () => {
    const kinds = (link?: 'itself'): unknown[] =>
      ['file.md', 'folder', 'link.md', 'away', 'broken', 'nowhere', 'file.md/below'].map(
        (path) => disk.look(at(path), link)?.kind,
      );
    assert.deepEqual(kinds(), ['file', 'folder', 'file', 'folder', undefined, undefined, undefined]);
    assert.deepEqual(kinds('itself'), ['file', 'folder', 'link', 'link', 'link', undefined, undefined]);
  });

  it('resolves links as far as a path is there', () => {
    assert.equal(disk.realPath(at('link.md')), at('file.md'));
    assert.equal(disk.realPath(at('away/new/deep.md')), join(outside, 'new/deep.md'));
    assert.equal(disk.realPath(at('nowhere/deep.md')), at('nowhere/deep.md'));
  });

  /** Both ways of reading are to say the same. */
  async function readBoth(path: string, within?: string): Promise<string | undefined> {
    const said = (found: FileBytes | undefined): string | undefined =>
      found && ('bytes' in found ? found.bytes.toString() : inWords(found.problem));
    const text = said(await disk.read(at(path), within));
    assert.equal(said(disk.reader().read(at(path), within)), text);
    return text;
  }

  it('reads files, and says why not', async () => {
    assert.equal(await readBoth('file.md'), 'One.\n');
    assert.equal(await readBoth('out.md'), 'Secret.\n');
    assert.equal(await readBoth('nowhere'), undefined);
    assert.equal(await readBoth('broken'), undefined);
    assert.equal(await readBoth('file.md/below'), undefined);
    assert.equal(await readBoth('folder'), 'folder is not a file.');
  });

  it('reads nothing that a link leads to outside a folder', async () => {
    assert.equal(await readBoth('link.md', root), 'One.\n');
    assert.equal(await readBoth('out.md', root), undefined);
    assert.equal(await readBoth('away/secret.md', root), undefined);
    assert.equal(await readBoth('../outside.md', root), undefined);
    assert.equal(await readBoth('file.md', at('folder')), undefined);
  });

  it('waits for no pipe, device or socket', async function () {
    if (isWindows) this.skip();
    assert.equal(await readBoth('pipe'), 'pipe is not a file.');
    await symlink('/dev/zero', at('zeros'));
    assert.equal(await readBoth('zeros'), 'zeros is not a file.');
    const server = createServer().listen(at('socket'));
    await once(server, 'listening');
    assert.equal(await readBoth('socket'), 'socket is not a file.');
    server.close();
  });

  it('reads no more than it says, and files whose size is not known', async function () {
    await truncate(at('file.md'), maxFileBytes + 1);
    assert.equal(await readBoth('file.md'), 'file.md is too large to be read: 100 MB.');
    if (process.platform !== 'linux') this.skip();
    await symlink('/proc/self/status', at('status'));
    const found = await disk.read(at('status'));
    assert.match(found && 'bytes' in found ? found.bytes.toString() : '', /^Name:.*^Pid:/msu);
  });

  it('reads one after another into one buffer', async () => {
    const reader = disk.reader();
    for (const text of ['short', 'x'.repeat(100_000), '', 'middle'.repeat(1000)]) {
      await writeFile(at('file.md'), text);
      const found = reader.read(at('file.md'));
      assert.equal(found && 'bytes' in found ? found.bytes.toString() : undefined, text);
    }
  });

  it('writes whole files, with the folders they need, and keeps who may read them', async function () {
    await disk.write(at('new/deep/file.md'), 'Two.\n');
    assert.equal(await readFile(at('new/deep/file.md'), 'utf8'), 'Two.\n');
    await chmod(at('file.md'), 0o640);
    await disk.write(at('file.md'), 'Three.\n');
    await disk.write(at('private/file.md'), 'Mine.\n', { isPrivate: true });
    assert.deepEqual(await readdir(at('private')), ['file.md'], 'nothing is left beside it');
    if (isWindows) this.skip();
    const modes = await Promise.all(['file.md', 'private', 'private/file.md'].map((path) => stat(at(path))));
    assert.deepEqual(
      modes.map(({ mode }) => (mode & 0o777).toString(8)),
      ['640', '700', '600'],
    );
  });

  it('writes through links, which stay, but out of no folder', async () => {
    await disk.write(at('link.md'), 'Two.\n', { within: root });
    assert.equal(await readFile(at('file.md'), 'utf8'), 'Two.\n');
    assert.ok((await lstat(at('link.md'))).isSymbolicLink());
    await disk.write(at('out.md'), 'Known.\n');
    assert.equal(await readFile(join(outside, 'secret.md'), 'utf8'), 'Known.\n');
    for (const path of ['out.md', 'away/secret.md', 'away/new/deep.md'])
      await assert.rejects(disk.write(at(path), 'Lost.\n', { within: root }), { code: 'OUTSIDE' });
    assert.equal(await readFile(join(outside, 'secret.md'), 'utf8'), 'Known.\n');
    assert.deepEqual(await readdir(outside), ['secret.md']);
  });

  it('says why something cannot be written, and leaves nothing behind', async () => {
    for (const [path, code] of [
      ['folder', 'EISDIR'],
      ['file.md/below', 'EEXIST'],
      [`${'a'.repeat(300)}.md`, 'ENAMETOOLONG'],
    ] as const)
      await assert.rejects(
        disk.write(at(path), 'Two.\n'),
        (error) => error instanceof Refused && (isWindows || error.code === code) && error.path === at(path),
      );
    assert.deepEqual(
      (await readdir(root)).filter((name) => name.endsWith('.tmp')),
      [],
    );
    assert.equal(await readFile(at('file.md'), 'utf8'), 'One.\n');
  });

  it('writes several files, or none of them', async () => {
    const two = (path: string) => [
      { path: at('file.md'), content: 'Two.\n' },
      { path: at('new.md'), content: 'Two.\n' },
      { path: at(path), content: 'Two.\n' },
    ];
    for (const path of ['folder', 'file.md/below', 'out.md'])
      await assert.rejects(disk.writeTogether(two(path), { within: root }), Refused);
    assert.equal(await readFile(at('file.md'), 'utf8').catch(() => ''), 'One.\n');
    assert.ok(!(await readdir(root)).some((name) => name === 'new.md' || name.endsWith('.tmp')));
    await disk.writeTogether(two('deep/other.md'), { within: root });
    for (const path of ['file.md', 'new.md', 'deep/other.md'])
      assert.equal(await readFile(at(path), 'utf8'), 'Two.\n');
  });

  it('neither writes nor locks in a folder where one may not', async function () {
    if (isWindows || process.getuid?.() === 0) this.skip();
    await chmod(root, 0o500);
    await assert.rejects(disk.write(at('file.md'), 'Two.\n'), { name: 'Refused', code: 'EACCES' });
    await assert.rejects(disk.lock(at('file.md')), { code: 'EACCES' });
  });

  it('takes files away, as far as they are there', async () => {
    await disk.remove(at('link.md'));
    await disk.remove(at('nowhere'));
    await disk.remove(at('folder'));
    assert.deepEqual(
      ['link.md', 'file.md', 'folder'].map((path) => disk.look(at(path))?.kind),
      [undefined, 'file', 'folder'],
    );
  });

  it('gives a file to one after another', async () => {
    const order: string[] = [];
    const first = await disk.lock(at('new/file.md'));
    const second = disk.lock(at('new/file.md')).then(async (lock) => {
      order.push('second');
      await lock?.release();
    });
    // A turn in which the second could have had it.
    await disk.list(root);
    order.push('first');
    await first?.release();
    await second;
    assert.deepEqual(order, ['first', 'second']);
    assert.deepEqual(await readdir(at('new')), []);
  });

  it('breaks a lock that was left behind', async () => {
    await writeFile(at('.file.md.lock'), '');
    await utimes(at('.file.md.lock'), new Date(0), new Date(0));
    const lock = await disk.lock(at('file.md'));
    assert.ok(lock);
    await lock.release();
    assert.equal(disk.look(at('.file.md.lock')), undefined);
  });

  it('waits for a lock of a process that is there or of another host, whatever its time, and removes no other', async () => {
    const path = at('.file.md.lock');
    for (const holder of [`${String(process.ppid)} ${hostname()} 00ff`, `1 elsewhere.example 00ff`])
      for (const time of [new Date(0), new Date('2100-01-01')]) {
        await writeFile(path, `${holder}\n`);
        await utimes(path, time, time);
        const waiting = disk.lock(at('file.md'));
        await disk.list(root);
        assert.equal(await readFile(path, 'utf8'), `${holder}\n`);
        await rm(path);
        const lock = await waiting;
        await writeFile(path, `${holder}\n`);
        await lock?.release();
        assert.equal(await readFile(path, 'utf8'), `${holder}\n`);
        await rm(path);
      }
  });

  it('breaks a lock from the future of a process that is gone, also of one that had our number', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    for (const pid of [gone, process.pid]) {
      await writeFile(at('.file.md.lock'), `${String(pid)} ${hostname()} 00ff\n`);
      await utimes(at('.file.md.lock'), new Date('2100-01-01'), new Date('2100-01-01'));
      const lock = await disk.lock(at('file.md'));
      assert.ok(lock);
      await lock.release();
    }
    assert.deepEqual(
      (await readdir(root)).filter((name) => name.startsWith('.')),
      [],
    );
  });

  it('cleans up what a killed process left where it writes next', async () => {
    const script = `
      const { disk } = await import(${JSON.stringify(pathToFileURL(inRoot('src', 'files', 'node.ts')).href)});
      const text = 'words '.repeat(4_000_000);
      process.stdout.write('ready');
      for (;;) await disk.write(${JSON.stringify(at('file.md'))}, text);
    `;
    const child = spawn(process.execPath, ['--import=tsx', '--input-type=module', '-e', script]);
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    while (!(await readdir(root)).some((name) => name.endsWith('.tmp'))) await disk.list(root);
    child.kill('SIGKILL');
    await ended;
    await disk.write(at('other.md'), 'words');
    assert.deepEqual(
      (await readdir(root)).filter((name) => name.endsWith('.tmp')),
      [],
    );
  }).timeout(30_000);

  it('tells of changes, below the folders it follows', async () => {
    const changes = new EventEmitter();
    const watching = await disk.watch({
      changed: (paths) => changes.emit('changed', paths),
      failed: (message) => changes.emit('error', new Error(message)),
      since: Date.now(),
      keepsAlive: false,
    });
    await watching.follow([{ path: root, isShallow: false }]);
    const noticed = once(changes, 'changed');
    await writeFile(at('folder/new.md'), '');
    assert.deepEqual(await noticed, [[at('folder/new.md')]]);
    await watching.close();
  });

  it('tells of a change though another file is written all the time', async () => {
    const changes = new EventEmitter();
    const watching = await disk.watch({
      changed: (paths) => changes.emit('changed', paths),
      failed: (message) => changes.emit('error', new Error(message)),
      since: Date.now(),
      keepsAlive: true,
    });
    await watching.follow([{ path: root, isShallow: false }]);
    const noticed = once(changes, 'changed');
    let count = 0;
    const writing = setInterval(() => writeFileSync(at('busy.md'), String(count++)), 20);
    assert.deepEqual(await noticed, [[at('busy.md')]]);
    clearInterval(writing);
    await watching.close();
  });

  it('finds what a package brings along', async () => {
    for (const path of ['b/glossary.md', 'a/edition.json', 'a/glossary.md', 'a/notes.txt'])
      await disk.write(at(`editions/${path}`), '');
    assert.deepEqual(
      disk.builtIns(root).map(({ full, path, role }) => [full === at(path), path, role]),
      [
        [true, 'editions/a/edition.json', 'edition'],
        [true, 'editions/a/glossary.md', 'glossary'],
        [true, 'editions/b/glossary.md', 'glossary'],
      ],
    );
    assert.deepEqual(disk.builtIns(outside), []);
  });
});
