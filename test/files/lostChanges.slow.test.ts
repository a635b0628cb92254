import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { Stats } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../src/files/fileSystem.ts';
import { startWatching } from '../../src/files/watching.ts';

/** What watches a folder, and tells of it what a test says when it says so. */
class ToldWatcher extends EventEmitter {
  readonly added: string[] = [];
  add(paths: string | string[]): this {
    this.added.push(...[paths].flat());
    return this;
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
}

const folderStats = Object.assign(new Stats(), { isDirectory: () => true, mtimeMs: 1, ctimeMs: 1 });
const fileStats = Object.assign(new Stats(), { isDirectory: () => false, mtimeMs: 1, ctimeMs: 1 });
const root = join('/', 'study');

describe('a folder that is watched', () => {
  let watcher: ToldWatcher;
  let told: EventEmitter;
  let listed: Map<string, readonly string[]>;

  async function follow(): Promise<{ readonly close: () => Promise<void> }> {
    [watcher, told, listed] = [new ToldWatcher(), new EventEmitter(), new Map<string, string[]>()];
    const entries = (folder: string): Entry[] =>
      (listed.get(folder) ?? []).map((name) => ({ name, kind: 'file' }));
    const watching = startWatching(
      {
        changed: (paths) => told.emit('changed', paths),
        failed: (message) => told.emit('error', new Error(message)),
        since: 10,
        keepsAlive: true,
      },
      { list: (folder) => Promise.resolve(entries(folder)), look: () => ({ modifiedMs: 1 }) as never },
      () => watcher as never,
    );
    const following = watching.follow([{ path: root, isShallow: false }]);
    watcher.emit('all', 'addDir', root, folderStats);
    watcher.emit('all', 'add', join(root, 'one.md'), fileStats);
    watcher.emit('ready');
    await following;
    return watching;
  }

  const next = async (): Promise<unknown> => ((await once(told, 'changed')) as unknown[])[0];

  it('tells of a file that came into a new folder after that was read and before it was watched', async () => {
    const watching = await follow();
    const folder = join(root, 'deep');
    watcher.emit('all', 'addDir', folder, folderStats);
    assert.deepEqual(await next(), [folder]);
    listed.set(folder, ['late.md']);
    assert.deepEqual(await next(), [join(folder, 'late.md')]);
    assert.deepEqual(watcher.added, [join(folder, 'late.md')]);
    await watching.close();
  });

  it('tells of what came and went while it was read, though what watches does not read it again', async () => {
    const watching = await follow();
    listed.set(root, ['two.md']);
    watcher.emit('raw', 'rename', 'two.md', { watchedPath: root });
    assert.deepEqual(await next(), [join(root, 'one.md'), join(root, 'two.md')]);
    await watching.close();
  });

  it('tells nothing twice of what has been told', async () => {
    const watching = await follow();
    const folder = join(root, 'deep');
    watcher.emit('all', 'addDir', folder, folderStats);
    watcher.emit('all', 'add', join(folder, 'new.md'), fileStats);
    listed.set(folder, ['new.md']);
    assert.deepEqual(await next(), [folder, join(folder, 'new.md')]);
    listed.set(root, ['one.md', 'other.md', 'deep']);
    watcher.emit('raw', 'rename', 'other.md', { watchedPath: root });
    assert.deepEqual(await next(), [join(root, 'other.md')]);
    await watching.close();
  });
});
