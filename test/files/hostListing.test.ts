import assert from 'node:assert/strict';
import type { HostAnswer, HostEntry } from '../../src/files/web/fileHost.ts';
import { HostListing } from '../../src/files/web/hostListing.ts';
import { HostNames } from '../../src/files/web/hostNames.ts';

/** A host that answers when it is told to, and a clock that stands still. */
class SlowHost {
  readonly names = new HostNames();
  readonly asked: string[] = [];
  now = 0;
  private waiting: (() => void)[] = [];
  readonly listing = new HostListing(
    this.names,
    (folder) => this.ask(folder),
    () => this.now,
  );

  constructor(readonly folders: Record<string, readonly HostEntry[]>) {}

  private ask(folder: string): Promise<HostAnswer> {
    this.asked.push(folder);
    const entries = this.folders[folder];
    const answer: HostAnswer = entries ? { entries } : { code: 'ENOENT' };
    return new Promise((resolve) => this.waiting.push(() => resolve(answer)));
  }

  /** Answers all that has been asked so far. Returns what is asked then. */
  async answer(): Promise<readonly string[]> {
    const before = this.asked.length;
    for (const answer of this.waiting.splice(0)) answer();
    await new Promise((resolve) => setImmediate(resolve));
    return this.asked.slice(before);
  }
}

const study = (): SlowHost =>
  new SlowHost({
    '/s': [
      ['papers', 'folder'],
      ['sources', 'folder'],
      ['.git', 'folder'],
      ['node_modules', 'folder'],
      ['pilcrow.json', 'file'],
    ],
    '/s/papers': [['old', 'folder']],
    '/s/sources': [],
    '/s/papers/old': [['a.md', 'file']],
  });

describe('the names in folders of a host', () => {
  it('are asked for ahead, level by level, without those that nobody enters', async () => {
    const host = study();
    const first = host.listing.list('/s');
    assert.deepEqual(host.asked, ['/s']);
    assert.deepEqual(await host.answer(), ['/s/papers', '/s/sources']);
    assert.equal((await first)?.length, 5);
    assert.deepEqual(await host.answer(), ['/s/papers/old']);
    await host.answer();
    assert.deepEqual(await host.listing.list('/s/papers/old'), [{ name: 'a.md', kind: 'file' }]);
    assert.equal(host.asked.length, 4);
  });

  it('are asked for alone where nobody goes through the folder', async () => {
    const host = study();
    const learning = host.listing.learn('/s');
    assert.deepEqual(await host.answer(), []);
    await learning;
  });

  it('are asked for by a few at once, and by the others as these are answered', async () => {
    const many = Array.from({ length: 40 }, (_, at): HostEntry => [`f${String(at)}`, 'folder']);
    const host = new SlowHost({ '/s': many });
    void host.listing.list('/s');
    assert.equal((await host.answer()).length, 16);
    assert.equal((await host.answer()).length, 16);
    assert.equal((await host.answer()).length, 8);
  });

  it('count for a while as said just now, and are then asked for again', async () => {
    const host = study();
    void host.listing.learn('/s');
    await host.answer();
    host.now = 4999;
    assert.equal((await host.listing.learn('/s'))?.length, 5);
    assert.deepEqual(host.asked, ['/s']);
    host.now = 5000;
    void host.listing.learn('/s');
    assert.deepEqual(host.asked, ['/s', '/s']);
  });

  it('count no longer when something has changed there, or above', async () => {
    const host = study();
    void host.listing.learn('/s/papers/old');
    await host.answer();
    host.listing.changed('/s/papers');
    void host.listing.learn('/s/papers/old');
    assert.equal(host.asked.length, 2);
  });

  it('are asked for again where something changed before the answer came', async () => {
    const host = study();
    const learning = host.listing.learn('/s/sources');
    host.listing.changed('/s/sources');
    host.folders['/s/sources'] = [['new.md', 'file']];
    assert.deepEqual(await host.answer(), ['/s/sources']);
    await host.answer();
    assert.deepEqual(await learning, [{ name: 'new.md', kind: 'file' }]);
    assert.deepEqual(host.names.entriesOf('/s/sources'), [{ name: 'new.md', kind: 'file' }]);
  });
});
