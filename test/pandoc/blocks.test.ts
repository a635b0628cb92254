import assert from 'node:assert/strict';
import fc from 'fast-check';
import { documentBlocks, documentOf, outline } from './blockDocuments.ts';
import { pandocNumbered, pilcrowNumbered } from './numberedBlocks.ts';
import type { Pandoc } from './oracle.ts';
import { askedPandocs, isReadAlike, usePandoc } from './versions.ts';

/** Documents; a longer run sets PILCROW_PANDOC_RUNS (and another PILCROW_PANDOC_SEED). */
const runs = Number(process.env['PILCROW_PANDOC_RUNS'] ?? 150);
const seed = Number(process.env['PILCROW_PANDOC_SEED'] ?? 1);
/** Pandoc reads so many documents in one run. */
const batch = 100;

interface BlockDifference {
  readonly text: string;
  readonly pandoc: readonly string[];
  readonly pilcrow: readonly string[];
}

/** Compares one document by itself; undefined where both number the same blocks. */
async function differenceIn(pandoc: Pandoc, text: string): Promise<BlockDifference | undefined> {
  const [theirs = []] = await pandocNumbered(pandoc, [text]);
  const pilcrow = pilcrowNumbered(text);
  return isSame(theirs, pilcrow) ? undefined : { text, pandoc: theirs, pilcrow };
}

/** Leaves blocks out as long as the difference remains. */
async function shortest(
  pandoc: Pandoc,
  blocks: readonly string[],
  found: BlockDifference,
): Promise<BlockDifference> {
  for (let at = 0; at < blocks.length && blocks.length > 1; at++) {
    const fewer = blocks.filter((_, index) => index !== at);
    const still = await differenceIn(pandoc, documentOf(fewer));
    if (still) return shortest(pandoc, fewer, still);
  }
  return found;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The first three documents of which not the same blocks are numbered. */
async function differencesIn(
  pandoc: Pandoc,
  documents: readonly (readonly string[])[],
): Promise<BlockDifference[]> {
  const found: BlockDifference[] = [];
  for (let from = 0; from < documents.length && found.length < 3; from += batch) {
    const part = documents.slice(from, from + batch);
    const theirs = await pandocNumbered(pandoc, part.map(documentOf));
    for (const [index, blocks] of part.entries()) {
      if (isSame(theirs[index] ?? [], pilcrowNumbered(documentOf(blocks)))) continue;
      // A document may run into the next one: it counts only if it is read differently by itself.
      const difference = await differenceIn(pandoc, documentOf(blocks));
      if (difference) found.push(await shortest(pandoc, blocks, difference));
    }
  }
  return found;
}

for (const asked of askedPandocs)
  describe(`numbered blocks beside ${asked.name}, -f markdown -t json`, function () {
    this.timeout(0);
    const pandoc = usePandoc(asked);

    it(`are the same in ${String(runs)} documents`, async () => {
      const documents = fc
        .sample(documentBlocks, { numRuns: runs, seed })
        .filter((blocks) => asked.isNewest || isNumberedAlike(documentOf(blocks)));
      const found = await differencesIn(pandoc(), documents);
      assert.equal(found.length, 0, found.map((each) => JSON.stringify(each, null, 1)).join('\n'));
    });

    it(`are the same in ${String(runs)} outlines`, async () => {
      const documents = fc.sample(outline, { numRuns: runs, seed }).map((text) => [text]);
      const found = await differencesIn(pandoc(), documents);
      assert.equal(found.length, 0, found.map((each) => JSON.stringify(each, null, 1)).join('\n'));
    });
  });

/** What Pandoc 2.17 splits into other blocks than 3.10. docs/pandoc-differences.md has a row for each. */
const splitOtherwiseByOlder: readonly RegExp[] = [
  /^[ >]*: \S/m, // A definition goes on where its first line begins.
  /^[ >]*table:/m, // A caption may begin with a small letter,
  /^[ >]*(?::|Table:).*\}$/m, // and end with attributes.
  /^[ >]*:{3,} *\{[^}]*\} :/m, // A div may have colons behind its attributes.
  /^[ >]*`{3,} js \{/m, // Code may have a language before its attributes.
];

function isNumberedAlike(text: string): boolean {
  return isReadAlike(text) && !splitOtherwiseByOlder.some((mark) => mark.test(text));
}
