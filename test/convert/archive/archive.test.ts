import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { archiveLimits, type CannotRead, openArchive } from '../../../src/convert/archive.ts';
import { zipOf } from '../../support/zip.ts';
import { opened, problemWith, textOf, words } from './archiveReading.ts';

describe('an archive', () => {
  it('has the parts that are in it, packed or stored', async () => {
    const archive = opened(
      zipOf({ 'a/b.xml': words, 'ü.txt': { content: 'Oil.', isStored: true }, empty: '' }),
    );
    assert.deepEqual([...archive.names], ['a/b.xml', 'ü.txt', 'empty']);
    assert.equal(textOf(await archive.bytes('a/b.xml')), words);
    assert.equal(textOf(await archive.bytes('ü.txt')), 'Oil.');
    assert.equal((await archive.bytes('empty'))?.length, 0);
    assert.equal(await archive.bytes('c'), undefined);
  });

  it('may stand after other bytes, before a comment, and have backslashes between folders', async () => {
    const archive = zipOf({ 'a\\b': words });
    const longer = Buffer.concat([Buffer.from('PK\x03\x04 other bytes'), archive, Buffer.from('a comment')]);
    longer.writeUInt16LE(9, longer.length - 11);
    assert.equal(textOf(await opened(longer).bytes('a/b')), words);
  });

  it('is read as another program writes it: with 64-bit sizes, in a stream', async function () {
    const script =
      'import sys, zipfile\nwith zipfile.ZipFile(sys.stdout.buffer, "w", zipfile.ZIP_DEFLATED) as z:\n with z.open("a", "w", force_zip64=True) as f: f.write(b"Oil. " * 999)\n';
    let bytes: Buffer;
    try {
      bytes = execFileSync('python3', ['-c', script]);
    } catch {
      return this.skip();
    }
    assert.equal(textOf(await opened(bytes).bytes('a')), 'Oil. '.repeat(999));
  });

  it('is no archive if it does not begin as one', () => {
    assert.equal(openArchive(Buffer.from('A lamp.')), undefined);
    assert.equal(openArchive(new Uint8Array()), undefined);
  });

  it('says what is wrong with it', async () => {
    const whole = zipOf({ a: words, b: words });
    const flipped = Uint8Array.from(whole);
    flipped[60] = (flipped[60] ?? 0) ^ 0xff;
    const cases: readonly (readonly [Uint8Array, RegExp])[] = [
      [whole, /^none$/],
      [whole.subarray(0, whole.length / 2), /damaged/],
      [whole.subarray(0, whole.length - 5), /damaged/],
      [flipped, /damaged/],
      [zipOf({ a: { content: words, isEncrypted: true } }), /password/],
      [zipOf({ a: { content: words, method: 12 } }), /packed in a way/],
      [zipOf({ a: { content: words, statedSize: 10 } }), /damaged/],
      [zipOf({ a: { content: words, statedSize: words.length + 1 } }), /damaged/],
      [zipOf({ a: { content: words, statedSize: archiveLimits.file + 1 } }), /too large unpacked/],
      [zipOf({ '../a': words }), /“\.\.\/a”/],
      [zipOf({ 'b/..\\..\\a': words }), /outside/],
      [zipOf({ '/etc/a': words }), /outside/],
      [zipOf({ 'C:\\a': words }), /outside/],
      [zipOf({ '/a\n\u001B[2J': words }), /damaged/],
      [zipOf({ [`/${'a'.repeat(1000)}`]: words }), /damaged/],
    ];
    for (const [bytes, message] of cases) assert.match(await problemWith(bytes), message);
  });

  it('is refused where its parts are too large together', async () => {
    const size = archiveLimits.file - 1;
    const parts = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e'].map((name) => [name, { content: '', statedSize: size }]),
    );
    const archive = opened(zipOf(parts));
    const isRefused = (name: string, id: string): Promise<void> =>
      assert.rejects(archive.bytes(name), (error: CannotRead) => error.problem.id === id);
    for (const name of ['a', 'b', 'c', 'd']) await isRefused(name, 'importing.damaged');
    await isRefused('e', 'importing.inflates');
  });
});
