import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildMatcher } from '../../../src/core/glossary/matcher.ts';
import { findTerms } from '../../../src/core/glossary/uses.ts';
import { type Chunk, type MarkdownDocument, parseMarkdown } from '../../../src/core/blocks/document.ts';
import { asOneChunk, cutIntoChunks } from '../blocks/chunking.ts';
import { runs } from '../../support/runs.ts';
import { itKeeps } from '../../support/keeping.ts';

const terms = ['mass line', 'mass', 'advanced masses', 'line of march', 'no'].map((name) => ({
  name,
  aliases: [],
  not: [],
}));
const matcher = buildMatcher({ terms });
const others = buildMatcher({ terms: terms.slice(1, 3) });
const pieces = [
  'The mass line, and advanced masses.',
  'mass',
  'line of march',
  'mass-',
  '-line',
  "mass' line",
  '[mass line]{.term} and [no such]{.term}',
  'cited [@a, mass line] and mass [@b]',
  '@a [mass line]',
  '# mass line',
  '> mass\n> line',
  '- mass\n- line of march',
  '`mass`',
  '```\nmass line\n```',
  'see https://example.org/mass and www.mass.org, doi:mass, a@mass.org',
  '[mass line](x) [mass] line',
  '[mass]: /u',
  '| mass | line |\n|---|---|\n| no | mass line |',
  'a note[^m] mass',
  '[^m]: of the mass line',
];
const some = fc.array(fc.constantFrom(...pieces), { maxLength: 6 });

function fresh(document: MarkdownDocument): MarkdownDocument {
  return asOneChunk(parseMarkdown(document.text));
}

describe('terms chunk by chunk', () => {
  it('are those of the document as one chunk, however it is cut and whatever was found before', () => {
    fc.assert(
      fc.property(some, some, fc.array(some, { maxLength: 4 }), (before, behind, versions) => {
        const known = new Map<string, Chunk>();
        for (const middle of [[], ...versions]) {
          const text = [...before, ...middle, ...behind].join('\n\n');
          const cut = cutIntoChunks(asOneChunk(parseMarkdown(text)), () => true, known);
          for (const each of [matcher, others, matcher, matcher])
            assert.deepEqual(findTerms(cut, each), findTerms(fresh(cut), each));
        }
      }),
      { numRuns: runs(80) },
    );
  });

  itKeeps('the same objects as long as nothing moves them', () => {
    const known = new Map<string, Chunk>();
    const read = (text: string) =>
      findTerms(
        cutIntoChunks(asOneChunk(parseMarkdown(text)), () => true, known),
        matcher,
      ).uses;
    const [first] = read('The mass line.\n\nword');
    const [same, more] = read('The mass line.\n\nmass');
    assert.equal(same, first);
    assert.equal(more?.range.start, 16);
  });
});
