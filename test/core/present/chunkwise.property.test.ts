import assert from 'node:assert/strict';
import fc from 'fast-check';
import { paperDefinitions } from '../../../src/core/check/termDefinitions.ts';
import { analyse } from '../../../src/core/study/analyse.ts';
import { buildStudy } from '../../../src/core/study/buildStudy.ts';
import type { Analysis, Paper } from '../../../src/core/study/studyTypes.ts';
import { readCitations } from '../../../src/core/citations/readCitations.ts';
import { citationAt, isOpaque } from '../../../src/core/present/passages/places.ts';
import { inlaysOf, semanticMarks } from '../../../src/core/present/structure/semanticMarks.ts';
import { linkedRangesAt } from '../../../src/core/present/editing/linkedRanges.ts';
import { foldsOf, linksOf, outlineOf } from '../../../src/core/present/structure/outline.ts';
import { paperView } from '../../../src/core/present/papers/paperView.ts';
import { quotationState } from '../../../src/core/present/hover/quotationHover.ts';
import { enclosingRanges } from '../../../src/core/present/structure/studySymbols.ts';
import { termRanges } from '../../../src/core/present/terms/termLook.ts';
import { termUseAt } from '../../../src/core/resolve/termUses.ts';
import { adversarialText } from '../../support/adversarialMarkdown.ts';
import { paper } from '../../support/papers.ts';
import { passages } from '../../support/phrases.ts';
import { asOneChunk } from '../blocks/chunking.ts';
import { runs } from '../../support/runs.ts';

const numRuns = runs(60);

function read(path: string, role: 'source' | 'glossary' | 'paper', text: string): Analysis {
  return analyse({ uri: `study:/${path}`, path, role, content: { text } });
}

const study = buildStudy([
  read(
    'sources/lamp.md',
    'source',
    `---\nid: lamp\ntitle: The Lamp\n---\n\n# One\n\n${passages.join('\n\n')}\n`,
  ),
  read(
    'glossary.md',
    'glossary',
    '## Harbour\n\nWhere ships lie.\n\n## Keeper\n\nAlso: the keepers, captain\n\nWho keeps a lamp. [@lamp, ¶ 1]\n',
  ),
]);

/** The paper as if it had been read in one go. */
function uncut(own: Paper): Paper {
  const document = asOneChunk(own.document);
  const { role, file, text, conflicts, lines, citationCount, citedKeys, works, title, bibliographies } = own;
  return {
    ...{ role, file, text, conflicts, lines, citationCount, citedKeys, works, title, bibliographies },
    document,
    citations: readCitations(document),
  };
}

/** All that editors ask about a paper and about a place in it. */
function said(own: Paper, offset: number): unknown {
  const definitions = paperDefinitions(own, study).map(({ term, ...rest }) => ({ term: term.key, ...rest }));
  const use = termUseAt(own, offset, study);
  return JSON.parse(
    JSON.stringify({
      outline: outlineOf(own, study),
      folds: foldsOf(own, study),
      links: linksOf(own),
      marks: semanticMarks(own, study),
      terms: [termRanges(own, study, 'first'), termRanges(own, study, 'all')],
      view: paperView(own, study).rows.map(({ label, description, problem }) => [
        label,
        description,
        problem,
      ]),
      definitions,
      citation: citationAt(own, offset),
      opaque: isOpaque(own.document, offset),
      linked: linkedRangesAt(own, offset),
      enclosing: enclosingRanges(own, offset),
      inlays: inlaysOf(own, study, { start: offset, end: offset + 40 }).filter(
        (inlay) => offset <= inlay.offset && inlay.offset <= offset + 40,
      ),
      quotation: quotationState(own, offset, study),
      use: use && [use.range, use.span, use.term.key],
    }),
  ) as unknown;
}

describe('what editors ask chunk by chunk', function () {
  this.timeout(0);

  const rare = fc.constantFrom(
    'A <!-- so\nit is --> line',
    'Known[^n] and [^n] again',
    '[harbour]{.term}, [port]{.term} and [keeper]{.term}.',
    'By harbour we mean a port [@lamp, ¶ 2].',
    'Harbour\n\n: Where. [@lamp, ¶ 1]',
    'Harbour\n: Where.',
    'To [a](b.md), <https://a.example>, ![c](d.png) and [e].\n\n[e]: f.md',
    '- # One\n- ## *Two*',
    '[^n]: As it is.',
    '<!-- pilcrow-ignore citation/unknown-key -->',
    '@nobody [¶ 3]',
  );
  const texts = fc
    .tuple(paper, fc.array(fc.oneof(rare, adversarialText), { maxLength: 5 }), paper)
    .map(([first, middle, last]) => [first, ...middle, last].join('\n\n'));

  it('is answered as if the paper were one chunk', () => {
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
        (text, places) => {
          const own = read('p.analysis.md', 'paper', text) as Paper;
          const whole = uncut(own);
          for (const place of [0, ...places, 1]) {
            const offset = Math.floor(place * text.length);
            assert.deepEqual(
              said(own, offset),
              said(whole, offset),
              `${String(offset)} of ${JSON.stringify(text)}`,
            );
          }
        },
      ),
      { numRuns },
    );
  });
});
