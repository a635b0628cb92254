import assert from 'node:assert/strict';
import { inWords } from '../../../src/core/messages.ts';
import {
  type AlignmentLine,
  alignmentPath,
  anchorLines,
  mergeAlignments,
  readAlignment,
  refreshedLines,
  type TextAlignment,
  writeAlignment,
} from '../../../src/core/alignment.ts';
import { fingerprint } from '../../../src/core/text.ts';

/** A mark of a paragraph by its number and words. */
function mark(number: number, words: string): [number, string] {
  return [number, fingerprint(words).slice(0, 16)];
}

function line(base: string, text: string, more: Partial<AlignmentLine> = {}): AlignmentLine {
  const marks = (words: string): [number, string][] =>
    words === '' ? [] : words.split('+').map((word) => mark(Number(/\d+/.exec(word)?.[0]), word));
  return { base: marks(base), text: marks(text), state: 'computed', ...more };
}

const anna = { state: 'confirmed', by: 'Anna', on: '2026-11-29' } as const;
const bo = { state: 'confirmed', by: 'Bo', on: '2026-11-30' } as const;

function alignmentOf(...groups: readonly AlignmentLine[]): TextAlignment {
  return { base: 'tale', text: 'conte', groups, notes: [] };
}

const example = alignmentOf(
  line('a1', 'z1'),
  line('a2+a3', 'z2', anna),
  line('', 'z3', { state: 'open', perhaps: { base: [4], text: [] } }),
  line('a4', 'z4'),
);
const written = writeAlignment(example);

function problemsOf(text: string): string[] {
  return readAlignment(text).problems.map(({ message }) => inWords(message));
}

describe('a file of alignments', () => {
  it('has a line for each group, and reads as it was written', () => {
    assert.equal(written.split('\n').filter((each) => each.includes('"state"')).length, 4);
    assert.deepEqual(readAlignment(written).alignment, example);
    assert.deepEqual(readAlignment(written).problems, []);
    const mixed = alignmentOf(...[...example.groups].reverse());
    assert.equal(writeAlignment(mixed), written);
  });

  it('stands beside the texts by their keys', () => {
    assert.equal(alignmentPath('tale', 'conte'), 'alignments/tale.conte.json');
    assert.equal(alignmentPath('a/b', '../c:d'), 'alignments/a-b.-c-d.json');
  });

  it('says what is wrong with it, where, and what to do', () => {
    assert.match(problemsOf('{"format": 1,')[0]!, /not valid JSON.*history/);
    assert.match(problemsOf('[]')[0]!, /names its “format”/);
    assert.match(problemsOf(written.replace(/"groups": \[[^]*\]/, '"groups": {}'))[0]!, /lists of “groups”/);
    assert.match(problemsOf(written.replace('"format": 1', '"format": 2'))[0]!, /later version/);
    assert.match(problemsOf(written.replace('"computed"', '"guessed"'))[0]!, /no group of paragraphs/);
    const twice = written.replace(
      '"state":"computed"},',
      (found) => `${found}\n    ${written.split('\n')[5]!}`,
    );
    assert.match(problemsOf(twice)[0]!, /Another line/);
  });

  it('reads the other lines where one is damaged', () => {
    const { alignment } = readAlignment(written.replace('"computed"', '"guessed"'));
    assert.equal(alignment?.groups.length, 3);
  });
});

/** Finds the lines of the example again, in texts of some words. */
function anchoredIn(base: string, text: string): string[] {
  const prints = (words: string): string[] => words.split(' ').map((word) => fingerprint(word));
  return anchorLines(example.groups, prints(base), prints(text)).map(
    (found) => `${found.base.join('+')}–${found.text.join('+')} ${found.isCertain ? 'certain' : 'open'}`,
  );
}

describe('the lines of a file in texts that were edited', () => {
  it('move with their paragraphs', () => {
    assert.deepEqual(anchoredIn('a1 a2 a3 a4', 'z1 z2 z3 z4'), [
      '1–1 certain',
      '2+3–2 certain',
      '–3 open',
      '4–4 certain',
    ]);
    assert.deepEqual(anchoredIn('new a1 a2 a3 other a4', 'z1 z2 new z3 z4'), [
      '2–1 certain',
      '3+4–2 certain',
      '–4 open',
      '6–5 certain',
    ]);
  });

  it('open where words changed, and only there', () => {
    assert.deepEqual(anchoredIn('a1 a2 changed a4', 'z1 z2 z3 z4'), [
      '1–1 certain',
      '2+3–2 open',
      '–3 open',
      '4–4 certain',
    ]);
    assert.deepEqual(anchoredIn('a1 a3 a4', 'z1 z2 z3 z4')[1], '2–2 open');
  });

  it('are not led astray by paragraphs with equal words', () => {
    const twice = [line('a1', 'z1'), { ...line('', ''), base: [mark(2, 'a1')], text: [mark(2, 'z2')] }];
    const found = anchorLines(twice, [fingerprint('a1')], [fingerprint('z1'), fingerprint('z2')]);
    assert.deepEqual(
      found.map(({ isCertain }) => isCertain),
      [false, false],
    );
  });
});

describe('another computation', () => {
  it('keeps what a person confirmed', () => {
    const prints = (words: string): string[] => words.split(' ').map((word) => fingerprint(word));
    const groups = [1, 2, 3, 4].map((at) => ({
      a: [at],
      b: [at],
      isCertain: true,
      candidates: { a: [], b: [] },
    }));
    const lines = refreshedLines(example.groups, groups, {
      base: prints('a1 a2 a3 a4'),
      text: prints('z1 z2 z3 z4'),
    });
    assert.deepEqual(
      readAlignment(writeAlignment(alignmentOf(...lines))).alignment?.groups.map(
        ({ base, text, state }) =>
          `${base.map(([at]) => at).join('+')}–${text.map(([at]) => at).join('+')} ${state}`,
      ),
      ['1–1 computed', '2+3–2 confirmed', '–3 open', '4–4 computed'],
    );
  });
});

/** Merges versions of the example; returns its lines, and how many are in conflict. */
function merged(base: TextAlignment | undefined, ours: TextAlignment, theirs: TextAlignment): string[] {
  const result = mergeAlignments(base && writeAlignment(base), writeAlignment(ours), writeAlignment(theirs));
  assert.ok('text' in result);
  const { alignment, problems } = readAlignment(result.text);
  assert.deepEqual(problems, []);
  return (alignment?.groups ?? []).map(
    ({ base: own, text, state, by }) =>
      `${own.map(([at]) => at).join('+')}–${text.map(([at]) => at).join('+')} ${by ?? state}`,
  );
}

describe('two versions of a file of alignments', () => {
  const plain = alignmentOf(line('a1', 'z1'), line('a2', 'z2'), line('a3', 'z3', { state: 'open' }));

  it('come together line by line', () => {
    const ours = alignmentOf(line('a1', 'z1', anna), line('a2', 'z2'), line('a3', 'z3', { state: 'open' }));
    const theirs = alignmentOf(line('a1', 'z1'), line('a2', 'z2'), line('a3', 'z3', bo));
    assert.deepEqual(merged(plain, ours, theirs), ['1–1 Anna', '2–2 computed', '3–3 Bo']);
    assert.deepEqual(merged(undefined, ours, theirs), ['1–1 Anna', '2–2 computed', '3–3 Bo']);
  });

  it('have the line of a person before one that was computed', () => {
    const ours = alignmentOf(line('a1+a2', 'z1+z2', anna), line('a3', 'z3', { state: 'open' }));
    assert.deepEqual(merged(plain, ours, plain), ['1+2–1+2 Anna', '3–3 open']);
    assert.deepEqual(merged(plain, plain, ours), ['1+2–1+2 Anna', '3–3 open']);
  });

  it('keep both lines of two people, and say so', () => {
    const ours = alignmentOf(line('a1', 'z1', anna), line('a2', 'z2'), line('a3', 'z3', { state: 'open' }));
    const theirs = alignmentOf(line('a1+a2', 'z1+z2', bo), line('a3', 'z3', { state: 'open' }));
    assert.deepEqual(merged(plain, ours, theirs), ['1–1 Anna', '1+2–1+2 Bo', '3–3 open']);
    const result = mergeAlignments(writeAlignment(plain), writeAlignment(ours), writeAlignment(theirs));
    assert.ok('conflicts' in result && result.conflicts === 2);
  });

  it('have the numbers of the newer text', () => {
    const moved = alignmentOf(
      { ...line('', ''), base: [mark(2, 'a1')], text: [mark(1, 'z1')] },
      { ...line('', ''), base: [mark(3, 'a2')], text: [mark(2, 'z2')] },
      { ...line('', '', { state: 'open' }), base: [mark(4, 'a3')], text: [mark(3, 'z3')] },
    );
    const ours = alignmentOf(line('a1', 'z1', anna), line('a2', 'z2'), line('a3', 'z3', { state: 'open' }));
    assert.deepEqual(merged(plain, ours, moved), ['2–1 Anna', '3–2 computed', '4–3 open']);
  });

  it('are left alone where one cannot be read', () => {
    assert.ok('problem' in mergeAlignments('', written, '{'));
  });
});
