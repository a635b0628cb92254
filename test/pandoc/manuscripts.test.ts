import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exportFormats } from '../../src/publish/exportFormats.ts';
import type { Manuscript } from '../../src/publish/manuscript.ts';
import { manuscriptOfFixture, shownBlocks } from '../publish/support.ts';
import { documentBlocks, documentOf } from './blockDocuments.ts';
import { newestPandoc, type Pandoc } from './oracle.ts';
import { shownTree } from './shownTree.ts';

/**
 * What differs on purpose is made equal, or left out of the documents: identifiers are unique, addresses of images count from the
 * study folder, a backslash at the end of a block stays.
 */
function comparable(shown: string): string {
  return shown
    .replace(/<cite \d+>/gu, '<cite>')
    .replace(/<image (?:papers\/)?(\S+?)(?: “[^”]*”)?>/gu, '<image $1>')
    .replace(/<file papers\/([^#]*)#: /gu, '<link $1: ')
    .replace(/figure (?:papers\/)?a(?: |%20)?b?\.png/gu, 'figure')
    .replace(/(h\d|div|<span) #\S*/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

function shownManuscript({ blocks, footnotes }: Manuscript): string {
  const body = shownBlocks(blocks).replace(/\n?h\d #works-cited[^\n]*\nworks$/u, '');
  return comparable([body, ...footnotes.map(({ children }) => shownBlocks(children))].join('\n'));
}

function isComparable(text: string): boolean {
  return (
    !/\\\s*(?:\n\s*\n|$)|<(?!div|\/div|!--)|:::+ *\n|^:{4}/mu.test(text) &&
    !/^ {0,3}#|\n[=-]+\s*$/u.test(text.trim())
  );
}

describe('manuscripts beside Pandoc 3.10', function () {
  this.timeout(300_000);
  let pandoc: Pandoc;
  before(async () => {
    pandoc = await newestPandoc();
  });

  const documents = documentBlocks.map((blocks) => `First.\n\n${documentOf(blocks)}`).filter(isComparable);
  const runs = Number(process.env['PILCROW_PANDOC_RUNS'] ?? 120);

  async function treeOf(markdown: string): Promise<string> {
    const { blocks, footnotes } = shownTree(await pandoc.convert(markdown, { to: 'json' }));
    return comparable([blocks, ...footnotes].join('\n'));
  }

  it('have the blocks and inlines that Pandoc reads', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (text) => {
        const manuscript = manuscriptOfFixture(`=== papers/a.analysis.md\n${text}`, {
          withoutPassages: true,
        });
        assert.equal(shownManuscript(manuscript), await treeOf(text));
      }),
      { numRuns: runs, seed: 1 },
    );
  });

  it('are written as Markdown that Pandoc reads as the same', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (text) => {
        const manuscript = manuscriptOfFixture(`=== papers/a.analysis.md\n${text}`, {
          withoutPassages: true,
        });
        const plain = { ...manuscript, blocks: manuscript.blocks.filter(({ kind }) => kind !== 'works') };
        const markdown = await exportFormats.md.write(plain, {
          images: new Map(),
          addressOf: (path) => path,
          areFieldsLive: false,
        });
        const without = (shown: string): string => shown.replace(/<cite>/gu, '').replace(/ works$/u, '');
        const cited = manuscript.citations.length > 0;
        if (!cited)
          assert.equal(
            await treeOf(markdown as string),
            without(
              comparable(
                [
                  shownBlocks(plain.blocks),
                  ...plain.footnotes.map(({ children }) => shownBlocks(children)),
                ].join('\n'),
              ),
            ),
          );
      }),
      { numRuns: runs, seed: 2 },
    );
  });
});
