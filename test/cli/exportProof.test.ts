import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useDesks } from '../support/commandLine.ts';
import { unpacked } from '../publish/unpacked.ts';

describe('pilcrow export --proof', () => {
  const deskWith = useDesks();

  it('says in comments how quotations stand to their sources, and in whose style fields go on', async () => {
    const desk = await deskWith(`
      === pilcrow.json
      {}
      === sources/oil.md
      ---
      id: oil
      title: Oil
      ---

      The lamp in the mill burns all night long.
      === papers/lamps.analysis.md
      ---
      title: Lamps
      csl: apa
      ---

      It is said that “the lamp in the mill burns all night” [@oil, ¶ 1].
    `);
    const args = ['export', 'papers/lamps.analysis.md', '--to', 'docx', '--citations', 'zotero'];
    assert.equal((await desk.run([...args, '--proof'])).code, 0);
    const target = join(desk.root, 'papers', 'lamps.docx');
    const proof = await unpacked(readFileSync(target));
    assert.match(proof.text('word/comments.xml'), /Quotation: verbatim/);
    assert.equal((await desk.run(['export', 'papers/lamps.analysis.md', '--to', 'html', '--proof'])).code, 0);
    assert.match(await desk.read('papers/lamps.html'), /all night”<span[^>]*>[^<]*Quotation: verbatim/);
    assert.match(proof.text('docProps/custom.xml'), /styles\/apa/);
    assert.equal((await desk.run([...args, '--force'])).code, 0);
    assert.ok(!(await unpacked(readFileSync(target))).names.includes('word/comments.xml'));
  });
});
