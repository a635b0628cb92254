import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { QuotationStatus } from '../../../src/core/quotations/resolveQuotation.ts';
import { quotationFixes } from '../../../src/core/quotations/quotationFixes.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { readSource } from '../../../src/core/source/readSource.ts';
import { random } from '../match/invented.ts';
import { analysed, studyOf, verifyIn } from './support.ts';

const essay = fileURLToPath(new URL('../../../../shared/essay/essay.md', import.meta.url));
const edition = fileURLToPath(new URL('../../../editions/masswork/edition.json', import.meta.url));

interface Case {
  readonly kind: Kind;
  readonly text: string;
  readonly number: number;
  readonly cited: number;
}

const kinds = [
  'excerpt',
  'changed',
  'dropped',
  'added',
  'swapped',
  'plural',
  'elsewhere',
  'ellipsis',
  'bracket',
  'capital',
  'rewrapped',
] as const;
type Kind = (typeof kinds)[number];

const expected: Readonly<Record<Kind, QuotationStatus>> = {
  excerpt: 'verbatim',
  changed: 'altered',
  dropped: 'altered',
  added: 'altered',
  swapped: 'altered',
  plural: 'altered',
  elsewhere: 'elsewhere',
  ellipsis: 'verbatim',
  bracket: 'verbatim',
  capital: 'verbatim',
  rewrapped: 'verbatim',
};

/** Quotations made from the essay at run time; none of its sentences is kept. */
function casesOf(passages: readonly string[], count: number): Case[] {
  const next = random(82);
  const cases: Case[] = [];
  for (let run = 0; cases.length < count && run < count * 4; run++) {
    const number = 1 + next(passages.length);
    const words = (passages[number - 1] ?? '').replace(/\s+/gu, ' ').trim().split(' ');
    const kind = kinds[run % kinds.length] ?? 'excerpt';
    if (words.length < 16) continue;
    const start = next(words.length - 14);
    const excerpt = words.slice(start, start + 11 + next(20));
    const made = make(kind, excerpt, next);
    if (made === undefined || /[“”"[\]…]/u.test(excerpt.join(' '))) continue;
    const cited = kind === 'elsewhere' ? (number % passages.length) + 1 : number;
    cases.push({ kind, text: made, number, cited });
  }
  return cases;
}

function make(kind: Kind, excerpt: readonly string[], next: (n: number) => number): string | undefined {
  const words = [...excerpt];
  const at = 5 + next(Math.max(1, words.length - 10));
  const word = words[at] ?? '';
  switch (kind) {
    case 'changed':
      words[at] = 'zebra';
      break;
    case 'dropped':
      if (word === words[at + 1] || word === words[at - 1]) return undefined;
      words.splice(at, 1);
      break;
    case 'added':
      words.splice(at, 0, 'zebra');
      break;
    case 'swapped':
      if (word === words[at - 1]) return undefined;
      [words[at], words[at - 1]] = [words[at - 1] ?? '', word];
      break;
    case 'plural':
      if (!/^[a-z]{3,}$/u.test(word)) return undefined;
      words[at] = word.endsWith('s') ? word.slice(0, -1) : `${word}s`;
      break;
    case 'ellipsis':
      words.splice(at, 1 + next(3), '…');
      break;
    case 'bracket':
      words.splice(at, 1, '[their word]');
      break;
    case 'capital':
      if (!/^[a-z]/u.test(words[0] ?? '')) return undefined;
      words[0] = (words[0] ?? '').charAt(0).toUpperCase() + (words[0] ?? '').slice(1);
      break;
    case 'rewrapped':
      return words
        .map((one, i) => one + (i === words.length - 1 ? '' : i % 4 === 3 ? '\n' : ' '))
        .join('')
        .replace(/ – /gu, '---')
        .replace(/’/gu, "'");
    default:
  }
  return words.join(' ');
}

describe('quotations of the essay', function () {
  this.timeout(120_000);
  before(function () {
    if (existsSync(essay)) return;
    console.log('      skipped: there is no copy of the essay at ../shared/essay');
    this.skip();
  });

  function setUp(withText: boolean) {
    const text = readFileSync(essay, 'utf8');
    const passages = readSource(parseMarkdown(text)).passages.map(
      (passage) => passage.words?.plain.text ?? '',
    );
    const cases = casesOf(passages, 440);
    const paper = cases
      .map((one) => `It says “${one.text}” [@masswork, ¶ ${String(one.cited)}].`)
      .join('\n\n');
    const builtIn = analysed('editions/masswork/edition.json', readFileSync(edition, 'utf8'));
    const study = studyOf({ ...(withText ? { 'sources/essay.md': text } : {}), 'paper.analysis.md': paper }, [
      builtIn,
    ]);
    return { cases, ...verifyIn(study) };
  }

  it('are what they were made to be', () => {
    const { cases, results } = setUp(true);
    assert.equal(results.length, cases.length);
    const wrong = results.flatMap((result, i) => {
      const one = cases[i];
      const right = one && result.status === expected[one.kind] && result.found.join() === String(one.number);
      return right
        ? []
        : [`${one?.kind ?? ''} of ¶ ${String(one?.number)}: ${result.status} ${result.found.join()}`];
    });
    assert.deepEqual(wrong, []);
  });

  it('are restored by their fixes', () => {
    const { cases, results, paper } = setUp(true);
    let restored = 0;
    results.forEach((result, i) => {
      const fix = quotationFixes(result, paper.text, undefined).find((one) => one.kind === 'restore');
      if (result.status !== 'altered') return;
      assert.ok(fix, `${cases[i]?.kind ?? ''}: no fix`);
      restored++;
    });
    assert.ok(restored > 100);
  });

  it('are told from one another without the text', () => {
    const { cases, results } = setUp(false);
    const counts = { right: 0, unverified: 0 };
    results.forEach((result, i) => {
      const one = cases[i];
      if (!one) return;
      assert.ok(result.byFingerprints);
      if (expected[one.kind] !== 'verbatim') assert.notEqual(result.status, 'verbatim', one.kind);
      else assert.ok(['verbatim', 'not-verified'].includes(result.status), `${one.kind}: ${result.status}`);
      if (result.status === expected[one.kind]) counts.right++;
      if (result.status === 'not-verified') counts.unverified++;
    });
    // Parts of fewer than five words beside an ellipsis or bracket cannot be proved; everything else is told.
    assert.ok(counts.right + counts.unverified >= cases.length * 0.98, JSON.stringify(counts));
    assert.ok(counts.right >= cases.length * 0.85, JSON.stringify(counts));
  });
});
