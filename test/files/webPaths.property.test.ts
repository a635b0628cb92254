import assert from 'node:assert/strict';
import posix from 'node:path/posix';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { Mounts } from '../../src/files/web/mounts.ts';
import { pathOf, uriOf } from '../../src/files/web/fileUris.ts';
import * as names from '../../src/files/web/pathNames.ts';

const step = fc.constantFrom('a', 'b.md', '..', '.', '', 'ä ö', '...', 'c:d');
const path = fc.tuple(fc.boolean(), fc.array(step, { maxLength: 6 })).map(([isAbsolute, steps]) => {
  const joined = steps.join('/');
  return isAbsolute ? `/${joined}` : joined;
});
const absolute = fc
  .array(fc.constantFrom('a', 'b.md', '..', 'ä ö'), { maxLength: 5 })
  .map((steps) => `/${steps.join('/')}`);

describe('paths in a browser', () => {
  it('are joined, resolved and taken apart as Node.js does', () => {
    fc.assert(
      fc.property(path, path, (one, other) => {
        assert.equal(names.join(one, other), posix.join(one, other));
        assert.equal(names.resolve('/x', one, other), posix.resolve('/x', one, other));
        assert.equal(names.basename(one), posix.basename(one));
      }),
    );
    fc.assert(
      fc.property(absolute, absolute, (one, other) => {
        assert.equal(names.relative(one, other), posix.relative(one, other));
        assert.equal(names.dirname(one), posix.dirname(one));
      }),
    );
  });

  it('have the addresses that Node.js writes, and come back', function () {
    if (process.platform === 'win32') this.skip();
    const name = fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => !/[\0/]/u.test(text));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), (steps) => {
        const full = posix.resolve('/', steps.join('/'));
        assert.equal(uriOf(full), pathToFileURL(full).toString());
        assert.equal(pathOf(uriOf(full)), fileURLToPath(uriOf(full)));
      }),
    );
    for (const uri of ['https://a.org/b', 'file:///a%2Fb', 'untitled:x', 'no address'])
      assert.equal(pathOf(uri), undefined, uri);
  });
});

describe('file systems of a host', () => {
  it('are one tree of paths, from which every address comes back as it was written', () => {
    const mounts = new Mounts();
    const given = [
      'vscode-vfs://github/group/study/a%20b.md#L12',
      'vscode-vfs://github%2B7b/group/study/x.md',
      'memfs:/study/x.md',
      'file:///home/x.md',
    ];
    for (const uri of given) mounts.add(uri);
    for (const uri of given) {
      assert.match(mounts.toFile(uri), /^file:\/\/\/[a-z]/u);
      assert.equal(mounts.toHost(mounts.toFile(uri)), uri);
    }
    assert.equal(new Set(given.map((uri) => mounts.toFile(uri))).size, given.length);
    for (const uri of ['https://a.org/b', 'untitled:Untitled-1', 'pilcrow:/x', 'file:///memfs2/x'])
      assert.equal(mounts.toHost(mounts.toFile(uri)), uri);
  });
});
