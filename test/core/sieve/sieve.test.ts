import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingsOf } from '../../../src/core/check/findings.ts';
import { analyse } from '../../../src/core/index/analyse.ts';
import { buildStudy } from '../../../src/core/index/build.ts';
import type { Analysis, Paper } from '../../../src/core/index/study.ts';
import type { Role } from '../../../src/core/index/roles.ts';
import { Sieve } from '../../../src/core/sieve/sieve.ts';
import { adversarialText } from '../../support/adversarialMarkdown.ts';
import { block, paper } from '../../support/papers.ts';
import { passages } from '../../support/phrases.ts';

/** `npm test` looks at a few hundred papers; `PILCROW_RUNS=20000` at that many. */
const numRuns = Number(process.env['PILCROW_RUNS'] ?? 400);

function read(path: string, role: Role, text: string): Analysis {
  return analyse({ uri: `study:/${path}`, path, role, content: { text } });
}

const study = buildStudy([
  read(
    'sources/lamp.md',
    'source',
    `---\nid: lamp\ntitle: The Lamp Keepers\n---\n\n# One\n\n${passages.join('\n\n')}\n`,
  ),
  read(
    'sources/rope.md',
    'source',
    `---\nid: rope\ntitle: Ropes\n---\n\n${[...passages].reverse().join('\n\n')}\n`,
  ),
  read(
    'glossary.md',
    'glossary',
    '## Harbour\n\nWhere ships lie.\n\n## Keeper\n\nWho keeps a lamp. [@lamp, ¶ 1]\n',
  ),
  read('works.bib', 'bibliography', '@book{sail, title={Sailing}}'),
]);
const sieve = new Sieve(study);

function whatIsFound(text: string): { findings: unknown; citations: number; cited: string[] } {
  const paper = read('p.analysis.md', 'paper', text) as Paper;
  const findings = findingsOf(paper, study).map((finding) => JSON.parse(JSON.stringify(finding)) as unknown);
  return { findings, citations: paper.citationCount, cited: [...paper.citedKeys].sort() };
}

/** Checks a paper whole and sifted. Returns how many characters were left, all of them where nothing was taken out. */
function assertSame(text: string): number {
  const whole = whatIsFound(text);
  const sifted = sieve.sift(text);
  if (!sifted) return text.length;
  const left = whatIsFound(sifted.text);
  const cited = [...new Set([...left.cited, ...sifted.cited])].sort();
  const citations = left.citations + sifted.citations;
  assert.deepEqual(
    { findings: left.findings, citations, cited },
    whole,
    `sifted: ${JSON.stringify(sifted.text)}`,
  );
  return sifted.text.replace(/x+/g, '').length;
}

describe('the sieve', function () {
  this.timeout(0);

  it('leaves all that there is to report of a paper', () => {
    let left = 0;
    let all = 0;
    fc.assert(
      fc.property(paper, (text) => {
        left += assertSame(text);
        all += text.length;
      }),
      { numRuns },
    );
    assert.ok(left < 0.9 * all, `${String(left)} of ${String(all)} characters were left`);
  });

  it('leaves it whatever stands there', () => {
    fc.assert(
      fc.property(adversarialText, fc.array(block, { maxLength: 3 }), (text, blocks) => {
        assertSame([text, ...blocks, text].join('\n\n'));
      }),
      { numRuns },
    );
  });

  it('takes out a paper of which there is nothing to report', () => {
    const text = `---
title: A paper
---

# What they said

The group read on: “The lamp keepers met in the long hall” [@lamp, ¶ 1]. It asked *why* [@lamp, ¶¶ 1, 3].

1848 was a year, and @lamp [¶ 3] has no word of it: nobody asked.

**Ropes**, “Who carries the ropes learns
the weather before the captain does”, as they say [@lamp,
¶ 2].

- One thing [@rope, ¶ 1], which
  goes on
- Another, as they don't say: "A harbour is a school." [@lamp, ¶ 2].

> Who carries the ropes learns the weather
> before the captain does. [@lamp, ¶ 2]

A note[^1], and [a link](other.md).

[^1]: See @sail, and more.
`;
    const sifted = sieve.sift(text);
    assert.equal(sifted?.text, '');
    assert.equal(sifted.citations, 8);
    assert.deepEqual([...sifted.cited].sort(), ['lamp', 'rope', 'sail']);
    assertSame(text);
  });

  it('takes no longer than in proportion where brackets, keys and marks are opened without end', () => {
    // A hang guard: where each looked for its end in the whole paper, these took minutes.
    for (const part of [
      '[\n',
      '[a\n\n',
      'a [@lamp\n\n',
      '@lamp [\n\n',
      '“a [\n\n',
      '[^\n',
      '@a',
      '> [@lamp\n\n',
      '- [',
      '\n¶',
      '#',
    ])
      sieve.sift(part.repeat(400_000));
  }).timeout(60_000);
});
