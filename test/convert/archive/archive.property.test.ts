import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runs } from '../../support/runs.ts';
import { zipOf } from '../../support/zip.ts';
import { opened, problemWith, words } from './archiveReading.ts';

describe('any archive', () => {
  it('is read, or refused with a word, whatever is changed in it', async () => {
    const whole = zipOf({ a: words, 'b/c': { content: 'Oil.', isStored: true } });
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.nat(whole.length),
        async (changes, length) => {
          const bytes = Uint8Array.from(whole);
          for (const { at, byte } of changes) bytes[at] = byte;
          const said = await problemWith(
            Buffer.concat([Buffer.from('PK\x03'), bytes.subarray(3, Math.max(4, length))]),
          );
          assert.notEqual(said, '');
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('is inflated as Node.js deflates it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (content) => {
        assert.deepEqual(await opened(zipOf({ a: content })).bytes('a'), content);
      }),
      { numRuns: runs(100) },
    );
  });
});
