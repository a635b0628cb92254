import assert from 'node:assert/strict';
import { MessageChannel } from 'node:worker_threads';
import { isRefused } from '../../src/files/fileSystem.ts';
import {
  askOver,
  type HostAnswer,
  type HostQuestion,
  type MessageEnd,
} from '../../src/files/web/fileHost.ts';
import { HostFiles } from '../../src/files/web/hostFiles.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A host with files in memory, by their address, and what it does instead of answering. */
class Host {
  readonly files = new Map<string, string>();
  readonly asked: HostQuestion[] = [];
  links: readonly string[] = [];
  instead: (question: HostQuestion) => HostAnswer | undefined = () => undefined;

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.files.set(`file://${path}`, text);
  }

  answer = (question: HostQuestion): Promise<HostAnswer> => {
    this.asked.push(question);
    return Promise.resolve(this.instead(question) ?? this.usual(question));
  };

  private usual(question: HostQuestion): HostAnswer {
    const { uri } = question;
    const text = this.files.get(uri);
    switch (question.do) {
      case 'list': {
        const below = [...this.files.keys()].flatMap((file) =>
          file.startsWith(`${uri}/`) ? [file.slice(uri.length + 1)] : [],
        );
        if (below.length === 0) return { code: 'ENOENT' };
        const names = [...new Set(below.map((path) => path.split('/')[0] ?? ''))];
        const kindOf = (name: string) =>
          this.links.includes(name) ? 'link' : this.files.has(`${uri}/${name}`) ? 'file' : 'folder';
        return { entries: names.map((name) => [name, kindOf(name)] as const) };
      }
      case 'read':
        return text === undefined ? { code: 'ENOENT' } : { bytes: bytesOf(text) };
      case 'write':
        this.files.set(uri, new TextDecoder().decode(question.bytes));
        return { isDone: true };
      case 'remove':
        return this.files.delete(uri) ? { isDone: true } : { code: 'ENOENT' };
    }
  }
}

function connected(host: Host): HostFiles {
  const files = new HostFiles();
  const shipped = {
    root: '/pilcrow',
    names: ['editions/x/edition.json', 'docs/checks/a.md'],
    contents: new Map([['editions/x/edition.json', bytesOf('{}')]]),
  };
  files.connect(host.answer, (uri) => uri, shipped);
  return files;
}

async function refusedCode(work: Promise<void>): Promise<string | undefined> {
  try {
    await work;
  } catch (error) {
    assert.ok(isRefused(error));
    return error.code;
  }
  return assert.fail('nothing was refused');
}

describe('the files of a host', () => {
  it('are known at once when the names beside them have been asked for', async () => {
    const files = connected(new Host({ '/s/pilcrow.json': '{}', '/s/papers/a.md': 'A' }));
    assert.equal(files.look('/s/pilcrow.json'), undefined);
    assert.equal(files.isPrepared('/s/papers/a.md'), false);
    await files.prepare(['/s/papers/a.md']);
    assert.equal(files.isPrepared('/s/papers/a.md'), true);
    assert.equal(files.look('/s/pilcrow.json')?.kind, 'file');
    assert.equal(files.look('/s/papers')?.kind, 'folder');
    assert.deepEqual(files.listNow('/s/papers'), [{ name: 'a.md', kind: 'file' }]);
  });

  it('are asked for once where several wait for the same names', async () => {
    const host = new Host({ '/s/papers/a.md': 'A' });
    const files = connected(host);
    await Promise.all(['a', 'b', 'c'].map((name) => files.prepare([`/s/papers/${name}.md`])));
    assert.deepEqual(
      host.asked.map(({ uri }) => uri),
      ['file:///s/papers', 'file:///s'],
    );
  });

  it('are asked for again after a change', async () => {
    const host = new Host({ '/s/papers/a.md': 'A', '/s/b.md': 'B' });
    const files = connected(host);
    await files.prepare(['/s/papers/a.md']);
    host.files.clear();
    host.files.set('file:///s/b.md', 'B');
    await files.refresh(['/s/papers']);
    assert.equal(files.look('/s/papers'), undefined);
    assert.equal(files.look('/s/papers/a.md'), undefined);
    assert.equal(files.look('/s/b.md')?.kind, 'file');
  });

  it('stay known while the host fails, and what cannot be read is a sentence', async () => {
    const host = new Host({ '/s/a.md': 'A' });
    const files = connected(host);
    await files.prepare(['/s/a.md']);
    host.instead = () => ({ code: 'EBUSY' });
    assert.deepEqual(await files.list('/s'), [{ name: 'a.md', kind: 'file' }]);
    const found = await files.read('/s/a.md');
    assert.ok(found && 'problem' in found);
    host.instead = () => undefined;
    assert.ok('bytes' in ((await files.read('/s/a.md')) ?? {}));
    assert.equal(await files.read('/s/gone.md'), undefined);
  });

  it('are asked for once more where the host failed for a moment', async () => {
    const host = new Host({ '/s/a.md': 'A' });
    let fails = 1;
    host.instead = () => (fails-- > 0 ? { code: undefined } : undefined);
    const found = await connected(host).read('/s/a.md');
    assert.ok(found && 'bytes' in found);
  });

  it('are not read or written through links, which may lead anywhere', async () => {
    const host = new Host({ '/s/notes/a.md': 'A', '/s/b.md': 'B' });
    host.links = ['notes'];
    const files = connected(host);
    await files.prepare(['/s/notes/a.md']);
    assert.equal(await files.read('/s/notes/a.md', '/s'), undefined);
    assert.equal(files.leadsOut('/t/b.md', '/s'), true);
    assert.equal(await refusedCode(files.write('/s/notes/a.md', 'X', { within: '/s' })), 'OUTSIDE');
    assert.equal(host.files.get('file:///s/notes/a.md'), 'A');
  });

  it('hold what they held where writing fails half-way', async () => {
    const host = new Host({ '/s/a.md': 'before' });
    const files = connected(host);
    host.instead = (question) => {
      if (question.do !== 'write' || new TextDecoder().decode(question.bytes) === 'before') return undefined;
      host.files.set(question.uri, 'aft');
      return { code: 'ENOSPC' };
    };
    assert.equal(await refusedCode(files.write('/s/a.md', 'after')), 'ENOSPC');
    assert.equal(host.files.get('file:///s/a.md'), 'before');
    const two = [
      { path: '/s/new.md', content: 'before' },
      { path: '/s/a.md', content: 'after' },
    ];
    assert.equal(await refusedCode(files.writeTogether(two)), 'ENOSPC');
    assert.deepEqual([...host.files], [['file:///s/a.md', 'before']]);
  });

  it('leave a copy of what they held where they cannot be written back', async () => {
    const host = new Host({ '/s/a.md': 'before' });
    host.instead = (question) => {
      if (question.do !== 'write' || !question.uri.endsWith('/a.md')) return undefined;
      host.files.set(question.uri, '');
      return { code: undefined };
    };
    assert.equal(await refusedCode(connected(host).write('/s/a.md', 'after')), 'HALFWAY');
    assert.equal(host.files.get('file:///s/.pilcrow-before-a.md.tmp'), 'before');
    assert.equal(await refusedCode(connected(host).write('/s/a.md', 'again')), 'HALFWAY');
    assert.equal(host.files.get('file:///s/.pilcrow-before-a.md.tmp'), 'before');
  });

  it('hold what somebody else wrote while writing failed', async () => {
    const host = new Host({ '/s/a.md': 'before' });
    host.instead = (question) => {
      if (question.do !== 'write' || !question.uri.endsWith('/a.md')) return undefined;
      host.files.set(question.uri, 'by another');
      return { code: 'EACCES' };
    };
    assert.equal(await refusedCode(connected(host).write('/s/a.md', 'after')), 'EACCES');
    assert.equal(host.files.get('file:///s/a.md'), 'by another');
  });

  it('are not written where they cannot be read before', async () => {
    const host = new Host({ '/s/a.md': 'before' });
    host.instead = ({ do: what }) => (what === 'read' ? { code: 'EACCES' } : undefined);
    assert.equal(await refusedCode(connected(host).write('/s/a.md', 'after')), 'EACCES');
    assert.equal(host.files.get('file:///s/a.md'), 'before');
  });

  it('are written by one after another', async () => {
    const files = connected(new Host({}));
    const order: string[] = [];
    const first = await files.lock('/s/a.md');
    const second = files.lock('/s/a.md').then((lock) => {
      order.push('second');
      return lock.release();
    });
    await Promise.resolve();
    order.push('first');
    await first.release();
    await second;
    assert.deepEqual(order, ['first', 'second']);
  });

  it('of the package are known by its list', () => {
    const files = connected(new Host({}));
    assert.equal(files.look('/pilcrow/docs/checks')?.kind, 'folder');
    assert.deepEqual(files.builtIns('/pilcrow'), [
      { full: '/pilcrow/editions/x/edition.json', path: 'editions/x/edition.json', role: 'edition' },
    ]);
    assert.deepEqual(files.reader().read('/pilcrow/editions/x/edition.json'), { bytes: bytesOf('{}') });
  });
});

describe('a host that is asked over a port', () => {
  it('answers in any order, and what it does not answer in time is told when it does', async () => {
    const { port1, port2 } = new MessageChannel();
    const late: string[] = [];
    let told: () => void = () => undefined;
    const isLate = new Promise<void>((resolve) => (told = resolve));
    const ask = askOver(
      port1 as unknown as MessageEnd,
      (uri) => {
        late.push(uri);
        told();
      },
      20,
    );
    const waiting: number[] = [];
    port2.on('message', ({ id, uri }: HostQuestion & { id: number }) => {
      if (uri === 'slow:/') waiting.push(id);
      else port2.postMessage({ id, bytes: bytesOf(uri) });
    });
    try {
      const [slow, quick] = await Promise.all([
        ask({ do: 'read', uri: 'slow:/' }),
        ask({ do: 'read', uri: 'quick:/' }),
      ]);
      assert.deepEqual(slow, { code: 'ETIMEDOUT' });
      assert.deepEqual(quick, { bytes: bytesOf('quick:/') });
      port2.postMessage({ id: waiting[0], bytes: bytesOf('at last') });
      await isLate;
      assert.deepEqual(late, ['slow:/']);
    } finally {
      port1.close();
    }
  });
});
