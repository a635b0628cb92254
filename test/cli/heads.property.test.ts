import assert from 'node:assert/strict';
import fc from 'fast-check';
import { frontMatterPrefix } from '../../src/cli/checking/frontMatterPrefix.ts';
import { namedIn } from '../../src/cli/checking/worker.ts';
import { analyse } from '../../src/core/study/analyse.ts';
import type { Paper } from '../../src/core/study/studyTypes.ts';
import { decode } from '../../src/files/texts.ts';
import { runs } from '../support/runs.ts';

const path = 'papers/a.analysis.md';

function paperOf(bytes: Buffer): Paper | undefined {
  const content = decode(bytes, path);
  const read = 'text' in content ? { text: content.text.replace(/^\uFEFF/, '') } : content;
  const analysis = analyse({ uri: `study:/${path}`, path, role: 'paper', content: read });
  return analysis.role === 'paper' ? analysis : undefined;
}

/** What other files take from a paper. */
function outwards(bytes: Buffer | undefined): unknown {
  const paper = bytes && paperOf(bytes);
  return {
    works: paper?.works ?? [],
    named: paper?.bibliographies.flatMap(({ candidates }) => candidates) ?? [],
  };
}

const lines = fc.constantFrom(
  ...[
    '---',
    '--- ',
    '---\t',
    '----',
    ' ---',
    '...',
    '',
    '# Heading',
    'words',
    '> ---',
    '    ---',
    '\uFEFF---',
  ],
  ...[
    'bibliography: refs.bib',
    'bibliography: [a.bib, ../b.json]',
    '"bibliograph\\x79": x.bib',
    '{bibliography: y.bib}',
  ],
  ...[
    'references:',
    '- id: one',
    '  title: One',
    'references: [',
    '"referen\\u0063es": [{id: two}]',
    'title: "x',
    '\u0000',
  ],
);

const bytes = fc
  .record({
    mark: fc.constantFrom('', '\uFEFF', '\uFEFF\uFEFF', '\uFEFF\uFEFF\uFEFF', '\n'),
    first: fc.constantFrom('---', '--- ', '----', 'words'),
    lines: fc.array(lines, { maxLength: 12 }),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    broken: fc.boolean(),
  })
  .map(({ mark, first, lines: all, end, broken }) =>
    Buffer.concat([Buffer.from(mark + [first, ...all].join(end)), Buffer.from(broken ? [0xff] : [])]),
  );

describe('the head of a paper', () => {
  it('says all that other files take from the paper', () => {
    fc.assert(
      fc.property(bytes, (given) => assert.deepEqual(outwards(frontMatterPrefix(given)), outwards(given))),
      {
        numRuns: runs(1200),
        examples: [
          [Buffer.from('---\nbibliography: refs.bib\n---\n\nWords.\n')],
          [Buffer.from('\uFEFF---\r\nreferences:\r\n- id: one\r\n---')],
          [Buffer.from('---\nbibliography: refs.bib\n---')],
          [Buffer.from('---\nbibliography: refs.bib\n\nNever closed.\n')],
          [Buffer.from('---\n---\nbibliography: refs.bib\n---\n')],
        ],
      },
    );
  });

  it('is left out where it can say nothing', () => {
    assert.equal(frontMatterPrefix(Buffer.from('---\ntitle: My references\n---\n'))?.length, 28);
    assert.equal(frontMatterPrefix(Buffer.from('---\ntitle: Words\n---\nreferences: none\n')), undefined);
    assert.equal(frontMatterPrefix(Buffer.from('No front matter, but a bibliography\n')), undefined);
  });

  it('names bibliographies beside the paper and below the study folder', () => {
    const text = '---\nbibliography: [a.bib, ../b.bib]\n---';
    assert.deepEqual(namedIn({ path, role: 'paper', content: { text } }), ['papers/a.bib', 'a.bib', 'b.bib']);
  });
});
