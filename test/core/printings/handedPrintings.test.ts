import assert from 'node:assert/strict';
import { alignPrintings } from '../../../src/core/printings/alignPrintings.ts';
import { handedText, sourceFrom } from './measure.ts';

interface Truth {
  readonly paragraphs: readonly { readonly a: readonly number[]; readonly b: readonly number[] }[];
}

describe('handed printings, aligned by their words', () => {
  for (const name of ['reading', 'evenings'])
    it(`says nothing false of ${name}.en-second, and little is doubtful`, function () {
      const [old, now, json] = [`${name}.en.md`, `${name}.en-second.md`, `${name}.en-second.json`].map(
        handedText,
      );
      if (old === undefined || now === undefined || json === undefined) {
        console.log('      skipped: the texts are not at ../shared/translations');
        this.skip();
      }
      const { paragraphs } = JSON.parse(json) as Truth;
      const fates = alignPrintings(sourceFrom(old), sourceFrom(now));
      const doubtful = fates.filter(({ state }) => state === 'doubtful');
      for (const { number, state, to } of fates) {
        if (state === 'doubtful') continue;
        const group = paragraphs.find(({ a }) => a.includes(number));
        assert.deepEqual(to, group?.b, `¶ ${String(number)} ${state}`);
      }
      assert.ok(doubtful.length <= 1, doubtful.map(({ number }) => number).join(', '));
    });
});
