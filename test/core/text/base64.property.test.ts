import assert from 'node:assert/strict';
import fc from 'fast-check';
import { base64Of, bytesOfBase64 } from '../../../src/core/text.ts';

describe('bytes as text', () => {
  it('are those of Node.js, and come back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.constantFrom(1, 1000), (some, times) => {
        const bytes = Uint8Array.from(
          { length: some.length * times },
          (_, at) => some[at % some.length] ?? 0,
        );
        const text = base64Of(bytes);
        assert.equal(text, Buffer.from(bytes).toString('base64'));
        assert.deepEqual(bytesOfBase64(text), bytes);
      }),
    );
  });
});
