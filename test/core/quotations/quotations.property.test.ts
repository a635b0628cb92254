import assert from 'node:assert/strict';
import fc from 'fast-check';
import { quotationFixes } from '../../../src/core/quotations/quotationFixes.ts';
import { freezeEdition } from '../../../src/core/source/editionSource.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { readSource } from '../../../src/core/source/readSource.ts';
import { analysed, verify } from './support.ts';
import { runs } from '../../support/runs.ts';

const vocabulary =
  'the of and a to in not is that for are with they be this have from or one had by word but what some we can out other were all there when up use your how said an each she which do their time if will way about many then them write would like so these her long make thing see him two has look more day could go come did number sound no most people over know water than call first who may down side been now find any new work part take get place made live where after back little only round man year came show every good me give our under name very through just form sentence great think say help low line differ turn cause much mean before move right boy old too same tell does set three want air well also play small end put home read hand port large spell add even land here must big high such follow act why ask men change went light kind off need house picture try us again animal point mother world near build self earth father'.split(
    ' ',
  );

const word = fc.constantFrom(...vocabulary);
const paragraph = fc.array(word, { minLength: 12, maxLength: 40 });
const source = fc.array(paragraph, { minLength: 2, maxLength: 6 });
/** What stands between two words of the source. */
const glue = fc.constantFrom(' ', ' ', ' ', ' ', ', ', ' — ', '; ', ' “', '” ', '-', '’s ');

interface Sample {
  readonly paragraphs: readonly string[];
  readonly number: number;
  readonly words: readonly string[];
  readonly gaps: readonly string[];
  /** Whether it begins and ends with whole words. */
  readonly whole: boolean;
}

/** A source and a stretch of one of its paragraphs. */
const sample: fc.Arbitrary<Sample> = fc
  .record({
    source,
    glue: fc.array(glue, { minLength: 40, maxLength: 40 }),
    pick: fc.nat(),
    from: fc.nat(),
    length: fc.integer({ min: 4, max: 30 }),
  })
  .map(({ source: paragraphs, glue: gaps, pick, from, length }) => {
    const index = pick % paragraphs.length;
    const words = paragraphs[index] ?? [];
    const start = from % (words.length - 3);
    const end = Math.min(words.length, start + length);
    const written = paragraphs.map((list) => join(list, gaps));
    const holds = (gap: string | undefined): boolean => gap === '-' || gap === '’s ';
    const whole = !(start > 0 && holds(gaps[start - 1])) && !(end < words.length && holds(gaps[end - 1]));
    return {
      paragraphs: written,
      number: index + 1,
      words: words.slice(start, end),
      gaps: gaps.slice(start, end - 1),
      whole,
    };
  });

function join(words: readonly string[], gaps: readonly string[]): string {
  return words.map((one, i) => one + (i < words.length - 1 ? (gaps[i] ?? ' ') : '')).join('') + '.';
}

/** The same words in another typesetter's hands. */
function retypeset(text: string, style: number): string {
  const nested = style % 3;
  let out = text.replace(/[“”]/gu, (mark) =>
    nested === 0 ? (mark === '“' ? '‘' : '’') : nested === 1 ? "'" : mark === '“' ? '‹' : '›',
  );
  if (style & 4) out = out.replace(/ — /gu, '—');
  else if (style & 8) out = out.replace(/ — /gu, ' -- ');
  if (style & 16) out = out.replace(/’/gu, "'");
  let count = 0;
  return style & 32 ? out.replace(/ /gu, () => (++count % 5 === 0 ? '\n' : ' ')) : out;
}

function sourceFile(paragraphs: readonly string[]): string {
  return `---\nid: s\n---\n\n${paragraphs.join('\n\n')}\n`;
}

function inline(text: string, number: number): string {
  return `It says “${text}” [@s, ¶ ${String(number)}].\n`;
}

function block(text: string, number: number): string {
  return `> ${text.replace(/\n/gu, '\n> ')}\n>\n> — [@s, ¶ ${String(number)}]\n`;
}

/** Marks whose partner is cut off would close the quotation around them. */
function balanced({ gaps, whole }: Sample): boolean {
  let open = 0;
  if (!whole) return false;
  for (const gap of gaps) {
    if (gap === ' “' && ++open > 1) return false;
    if (gap === '” ' && --open < 0) return false;
  }
  return open === 0;
}

describe('properties of quotations', () => {
  it('an excerpt is verbatim, however it is wrapped, quoted and dashed', () => {
    fc.assert(
      fc.property(sample.filter(balanced), fc.nat(63), fc.boolean(), (one, style, asBlock) => {
        const text = retypeset(join(one.words, one.gaps).slice(0, -1), style);
        const paper = asBlock ? block(text, one.number) : inline(text, one.number);
        const { results } = verify(paper, { 'sources/s.md': sourceFile(one.paragraphs) });
        assert.deepEqual(
          results.map((result) => result.status),
          ['verbatim'],
          paper,
        );
      }),
      { numRuns: runs(150) },
    );
  });

  it('an excerpt with one word replaced, dropped, added or swapped never is', () => {
    fc.assert(
      fc.property(
        sample.filter(balanced),
        fc.constantFrom('replace', 'drop', 'add', 'swap'),
        fc.nat(),
        word,
        (one, how, at, other) => {
          const words = [...one.words];
          const gaps = [...one.gaps];
          // Inside, so that what is left is no shorter excerpt.
          const i = 1 + (at % Math.max(1, words.length - 2));
          if (how === 'replace') words[i] = other;
          if (how === 'drop') {
            words.splice(i, 1);
            gaps.splice(i, 1);
          }
          if (how === 'add') {
            words.splice(i, 0, other);
            gaps.splice(i, 0, ' ');
          }
          if (how === 'swap') [words[i], words[i - 1]] = [words[i - 1] ?? '', words[i] ?? ''];
          const said = plain(join(words, gaps));
          fc.pre(!one.paragraphs.some((text) => plain(text).includes(said)) && said.split(' ').length > 2);
          const { results } = verify(inline(retypeset(join(words, gaps), 0), one.number), {
            'sources/s.md': sourceFile(one.paragraphs),
          });
          assert.equal(results.filter((result) => result.status === 'verbatim').length, 0, said);
        },
      ),
      { numRuns: runs(250) },
    );
  });

  it('fingerprints agree with the text on every excerpt of five words and more', () => {
    fc.assert(
      fc.property(sample.filter(balanced), fc.boolean(), fc.nat(), (one, change, at) => {
        fc.pre(one.words.length >= 6);
        const words = [...one.words];
        if (change) words[1 + (at % (words.length - 2))] = 'zebra';
        const text = sourceFile(one.paragraphs);
        const edition = freezeEdition('s', readSource(parseMarkdown(text)), undefined, 'salt for tests');
        const builtIn = analysed('editions/s/edition.json', JSON.stringify(edition));
        const { results } = verify(inline(retypeset(join(words, one.gaps), 0), one.number), {}, [builtIn]);
        const [result] = results;
        assert.ok(result?.byFingerprints);
        if (change) assert.notEqual(result.status, 'verbatim');
        else assert.equal(result.status, 'verbatim');
      }),
      { numRuns: runs(100) },
    );
  });

  it('every fix makes its finding disappear and no other appear', () => {
    fc.assert(
      fc.property(
        sample.filter(balanced),
        fc.constantFrom('replace', 'drop', 'add', 'move'),
        fc.nat(),
        (one, how, at) => {
          const words = [...one.words];
          const gaps = [...one.gaps];
          const i = 1 + (at % Math.max(1, words.length - 2));
          if (how === 'replace') words[i] = 'zebra';
          if (how === 'drop') {
            words.splice(i, 1);
            gaps.splice(i, 1);
          }
          if (how === 'add') {
            words.splice(i, 0, 'zebra');
            gaps.splice(i, 0, ' ');
          }
          const number = how === 'move' ? (one.number % one.paragraphs.length) + 1 : one.number;
          const paper = inline(retypeset(join(words, gaps).slice(0, -1), 0), number);
          const sources = { 'sources/s.md': sourceFile(one.paragraphs) };
          for (const result of verify(paper, sources).results)
            for (const fix of quotationFixes(result, paper, undefined)) {
              const fixed = apply(paper, fix.edits);
              const states = verify(fixed, sources).results.map((after) => after.status);
              assert.deepEqual(states, ['verbatim'], `${fix.kind}: ${paper} → ${fixed}`);
            }
        },
      ),
      { numRuns: runs(150) },
    );
  });

  it('no paper makes the reader throw or leave the text', () => {
    const piece = fc.constantFrom(
      ...'“|”|‘|’|"|\'|«|»|„|‹|›|[@s, ¶ 1]|@s [¶ 2]|[|]|…|...|[sic]|> |\n|\n\n|- |*|_|`|word|the|of|.|,|—|[^1]|[^1]: |<b>|[x]{.t}|\u0000|\uD800|é|e\u0301|\u00AD|ﬁ|# '.split(
        '|',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const paper = pieces.join(' '.repeat(pieces.length % 2));
        const { quotations, results } = verify(paper, {
          'sources/s.md': sourceFile([paper, 'the word of the word … the “word” of [the] word']),
        });
        for (const { range, outer, words } of quotations) {
          assert.ok(
            outer.start <= range.start &&
              range.start <= range.end &&
              range.end <= outer.end &&
              outer.end <= paper.length,
          );
          assert.equal(words.text.length, words.starts.length);
        }
        for (const result of results)
          for (const fix of quotationFixes(result, paper, undefined))
            for (const { range } of fix.edits)
              assert.ok(range.start <= range.end && range.end <= paper.length);
      }),
      { numRuns: runs(600) },
    );
  });
});

function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function apply(
  text: string,
  edits: readonly { range: { start: number; end: number }; newText: string }[],
): string {
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce((out, { range, newText }) => out.slice(0, range.start) + newText + out.slice(range.end), text);
}
