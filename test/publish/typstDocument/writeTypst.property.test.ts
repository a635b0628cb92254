import assert from 'node:assert/strict';
import fc from 'fast-check';
import { importSource } from '../../../src/convert/import.ts';
import type { Manuscript } from '../../../src/publish/manuscript.ts';
import { type TypstDocument, writeTypst } from '../../../src/publish/typstDocument.ts';
import { adversarialText } from '../../support/adversarialMarkdown.ts';
import { brokenText } from '../../support/broken.ts';
import { block } from '../../support/papers.ts';
import { runs } from '../../support/runs.ts';
import { lampPaper, manuscriptOf, prose, surroundings } from '../sampleManuscript.ts';
import { manuscriptOfFixture } from '../support.ts';
import { compileTypst, typstCompiler } from './compileTypst.ts';

const { images } = surroundings;

function documentOf(text: string): TypstDocument {
  return writeTypst(manuscriptOfFixture(text), images);
}

describe('a text for Typst', () => {
  const compiler = typstCompiler();
  before(function () {
    if (compiler) return;
    console.log('      skipped: there is no Typst for this machine');
    this.skip();
  });

  const typeset = (document: TypstDocument): Uint8Array => {
    assert.ok(compiler);
    const { pdf, said } = compileTypst(compiler, document);
    assert.deepEqual(said, []);
    assert.ok(pdf);
    return pdf;
  };
  const wordsOf = async (manuscript: Manuscript): Promise<string> => {
    const bytes = typeset(writeTypst(manuscript, images));
    const read = await importSource({ bytes, fileName: 'a.pdf', editions: [] });
    assert.ok('markdown' in read, JSON.stringify(read));
    return read.markdown;
  };

  it('is set without a word from Typst, whatever a paper has in it', async () => {
    const words = await wordsOf(lampPaper);
    for (const part of ['Oil is', 'my emphasis', 'What burns oil', 'The lamp of the mill', 'A note with'])
      assert.ok(words.includes(part), part);
  });

  it('runs nothing that stands in the paper', async () => {
    const given =
      '#read("/etc/hostname") \\#set page(width: 1pt) $#panic()$ ] #import "@preview/x:1.0.0" <a> @b';
    const words = await wordsOf(
      manuscriptOf({ title: [{ kind: 'text', text: given }], blocks: [prose(given)] }),
    );
    assert.ok(words.includes('#panic()') && words.includes('@preview/x'), words);
  });

  it('leads from a citation to its passage and back', () => {
    const { text } = documentOf('A [@tale, ¶ 2].');
    typeset({ text, files: new Map() });
    assert.match(text, /#let to1\(words\) = link\(label\("tale-p2"\), words\)/);
    assert.match(text, /#label\("tale-p2"\);/);
    assert.match(text, /= link\(label\("cite-1"\), words\)/);
  });

  it('is set whatever people and nobody write', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(block, { minLength: 1, maxLength: 6 }).map((all) => all.join('\n\n')),
          adversarialText,
          brokenText,
        ),
        (text) => void typeset(documentOf(text)),
      ),
      { numRuns: runs(30) },
    );
  });
});
