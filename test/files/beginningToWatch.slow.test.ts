import { EventEmitter, once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { disk } from '../../src/files/node.ts';

/** Returns a time after which files get later times than `before`: the clock of files goes in steps of some milliseconds. */
async function laterThan(before: number): Promise<number> {
  while (Date.now() < before + 20) await nextTurn();
  return Date.now() - 10;
}

describe('a folder that begins to be watched', () => {
  let root: string;
  const at = (path: string): string => join(root, path);
  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'pilcrow-')));
    await mkdir(at('folder'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const meanwhile: Readonly<Record<string, readonly [string, (path: string) => void]>> = {
    'is written': ['one.md', (path) => writeFileSync(path, 'two')],
    'is new': ['new.md', (path) => writeFileSync(path, 'two')],
    'is new in a folder': ['folder/new.md', (path) => writeFileSync(path, 'two')],
    'is taken away': ['one.md', (path) => rmSync(path)],
  };
  for (const [how, [name, change]] of Object.entries(meanwhile))
    it(`tells of what ${how} while it begins to look`, async () => {
      for (let turns = 0; turns < 24; turns++) {
        await writeFile(at('one.md'), 'one');
        await rm(at('new.md'), { force: true });
        await rm(at('folder/new.md'), { force: true });
        const since = await laterThan((await stat(root)).ctimeMs);
        const told = new EventEmitter();
        const watching = await disk.watch({
          // Of a file that went before it was seen only its folder can tell.
          changed: (paths) => {
            if (paths.includes(at(name)) || paths.includes(dirname(at(name)))) told.emit('told');
          },
          failed: (message) => told.emit('error', new Error(message)),
          since,
          keepsAlive: true,
        });
        const noticed = once(told, 'told');
        const following = watching.follow([{ path: root, isShallow: false }]);
        for (let turn = 0; turn < turns; turn++) await nextTurn();
        change(at(name));
        await Promise.all([following, noticed]);
        await watching.close();
      }
    });
});
