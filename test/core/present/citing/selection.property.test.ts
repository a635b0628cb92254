import { inWords } from '../../../../src/core/messages.ts';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingsOf } from '../../../../src/core/check/findings.ts';
import { citationOfSelection } from '../../../../src/core/present/citing/selectionCitation.ts';
import { parseFixture, studyOf } from '../../../support/fixture.ts';
import { runs } from '../../../support/runs.ts';

const words = [
  ...[
    'dough',
    'rises',
    'Don’t',
    "can't",
    'self-rule',
    '1,000',
    '*very* warm',
    '**strong**',
    '“no”',
    '‘yes’',
    'x_y',
  ],
  ...[
    '"straight"',
    'H~2~O',
    'x^2^',
    '$5',
    'and $6',
    'A & B',
    '&amp;',
    'a\\*b',
    '`code`',
    '[sic]',
    '<tag',
    'e@mail',
    '…',
  ],
  ...[
    'word.[^1]',
    '(aside)',
    'l’été',
    'naïve',
    '—',
    'end.',
    'why?',
    '#1',
    '1.',
    '- dash',
    'co–op',
    '\\[bracket\\]',
  ],
];
const paragraph = fc
  .array(fc.constantFrom(...words), { minLength: 3, maxLength: 14 })
  .map((all) => `Start ${all.join(' ')} stop.`);
const source = fc.array(paragraph, { minLength: 1, maxLength: 3 });

function findingsIn(paper: string, text: string): string[] {
  const study = studyOf(parseFixture(`=== sources/bread.md\n${text}\n=== papers/a.analysis.md\n${paper}`));
  const [written] = study.papers;
  assert.ok(written);
  return findingsOf(written, study)
    .filter(({ check }) => check !== 'quotation/out-of-context')
    .map(({ check, message }) => `${check} ${inWords(message)}`);
}

describe('words selected in a source', () => {
  it('are verbatim in a paper, whatever is selected, and no word is cut', () => {
    fc.assert(
      fc.property(
        source,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(undefined, 'fr', 'de'),
        (paragraphs, one, other, lang) => {
          const body = paragraphs.join('\n\n');
          const text = `---\nid: bread\ntitle: Bread\n---\n\n${body}\n\n[^1]: A note.\n`;
          const study = studyOf(parseFixture(`=== sources/bread.md\n${text}`));
          const file = study.files.find(({ role }) => role === 'source');
          assert.ok(file);
          const from = text.indexOf(body);
          const [start = 0, end = 0] = [one, other].sort().map((at) => from + Math.round(at * body.length));
          const selected = citationOfSelection(file, { start, end }, study, lang);
          if (!selected?.quotation) return;
          const front = lang === undefined ? '' : `---\nlang: ${lang}\n---\n\n`;
          const { quotation, block, paragraphs: count } = selected;
          const forms = [count > 1 ? null : quotation, block].filter((form) => form !== null);
          for (const form of forms)
            assert.deepEqual(findingsIn(`${front}He says:\n\n${form}\n`, text), [], form);
        },
      ),
      { numRuns: runs(400) },
    );
  });
});
