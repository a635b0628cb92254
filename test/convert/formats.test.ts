import assert from 'node:assert/strict';
import { readPage, textFormats } from '../../src/convert/formats.ts';
import { importExtensions } from '../../src/server/protocol.ts';

const formatOf = (text: string, name: string): string => readPage(text, name).format;

describe('the formats of texts', () => {
  it('are chosen by the name of a file, then by its beginning', () => {
    const page = '<!DOCTYPE html><html><body><p>A lamp.</p></body></html>';
    assert.equal(formatOf(page, 'a.txt'), 'html');
    assert.equal(formatOf(page, 'a'), 'html');
    assert.equal(formatOf('# A\n\nA *lamp*.', 'a.b.MD'), 'markdown');
    assert.equal(formatOf('# A\n\nA *lamp*.', 'a.qmd'), 'markdown');
    assert.equal(formatOf(`# A\n\n*A*\n\n${page}`, 'a.md'), 'markdown');
    assert.equal(formatOf('A lamp.', 'a.XHTML'), 'html');
    assert.equal(formatOf('A lamp.', 'md'), 'text');
    assert.equal(formatOf('A lamp.', 'a.md.old'), 'text');
  });

  it('are those that a dialog offers', () => {
    const extensions = textFormats.flatMap((format) => format.extensions);
    assert.deepEqual([...importExtensions].sort(), extensions.sort());
  });
});
