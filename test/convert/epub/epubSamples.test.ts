import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from '../../../scripts/support/paths.ts';
import { assertExpected, readExpected } from '../expected.ts';
import { imported } from '../importing.ts';

describe('the EPUB sample, with a list of pages and notes outside of the order', () => {
  it('gives its paragraphs, quotations, headings, notes, italics and pages', async function () {
    const sample = inRoot('..', 'shared', 'inout', 'samples', 'pages.epub');
    if (!existsSync(sample)) {
      console.log('      skipped: the samples are not at ../shared/inout/samples');
      this.skip();
    }
    await assertExpected(sample, readExpected(inRoot('..', 'shared', 'inout', 'samples', 'expect.json')));
    const { source } = await imported(readFileSync(sample), { fileName: 'pages.epub' });
    assert.deepEqual(
      source.pages.map(({ label }) => label),
      ['1', '2'],
    );
  });
});
