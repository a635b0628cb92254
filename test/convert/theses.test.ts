import assert from 'node:assert/strict';
import { doubts, imported } from './importing.ts';

const prose =
  'The lamp is not the oil, and whoever says so has never filled one; but neither is it the wick.';
const several = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, at) => `${String(at + 1)}. ${prose} This is said for time ${String(at + 1)}.`,
  );
const numbersIn = async (text: string, fileName = 'text.txt') => {
  const { source, result } = await imported(text, { fileName });
  return {
    kinds: source.passages.map(({ kind }) => kind),
    starts: source.passages.map(({ words }) => words?.normalised.slice(0, 7)),
    printed: source.passages.map(({ printed }) => printed),
    doubts: doubts(result),
  };
};

describe('paragraphs that their author numbered', () => {
  for (const [name, text, fileName] of [
    ['text', `THESES\n\n${several(6).join('\n\n')}\n`, 'a.txt'],
    [
      'wrapped text',
      `THESES\n\n${several(6)
        .join('\n\n')
        .replace(/(.{50}\S*) /g, '$1\n')}\n`,
      'a.txt',
    ],
    [
      'Markdown',
      `# Theses\n\n*On lamps*\n\n${several(6).join('\n\n')}\n`.replace('*On lamps*\n\n', ''),
      'a.md',
    ],
    [
      'Markdown with other marks',
      `# Theses\n\n${several(6).join('\n\n').replace('lamp', '*lamp*')}\n`,
      'a.md',
    ],
  ] as const)
    it(`stay paragraphs with their numbers in ${name}`, async () => {
      const found = await numbersIn(text, fileName);
      assert.deepEqual(found.starts, ['1. The ', '2. The ', '3. The ', '4. The ', '5. The ', '6. The ']);
      assert.deepEqual(found.doubts, []);
    });

  it('are cited by these numbers where counting would give others', async () => {
    const found = await numbersIn(
      `THESES\n\nby Nora Quill\n\n${prose} ${prose}\n\n${several(6).join('\n\n')}\n`,
    );
    assert.deepEqual(found.printed, ['', '1', '2', '3', '4', '5', '6']);
  });

  it('are cited by these numbers in an excerpt, which leaves some of them out', async () => {
    const numbered = (numbers: readonly number[]): string =>
      `THESES\n\n${numbers.map((number) => `${String(number)}. ${prose} This is said of ${String(number)}.`).join('\n\n')}\n`;
    assert.deepEqual((await numbersIn(numbered([11, 12, 14, 17]))).printed, ['11', '12', '14', '17']);
    const years = (await numbersIn(numbered([1848, 1861, 1871, 1890]))).printed;
    assert.deepEqual(years, [undefined, undefined, undefined, undefined]);
  });

  it('are a list where a colon introduces them or their items are words', async () => {
    const before = `ON LAMPS\n\n${prose} ${prose}\n\n${prose} There are three things to say of it:\n\n`;
    assert.deepEqual(
      (await numbersIn(`${before}${several(3).join('\n\n')}\n\n${prose}\n`)).kinds.at(2),
      'list',
    );
    const shopping = `ON LAMPS\n\n${prose} ${prose}\n\n1. oil\n2. wax\n3. wicks\n\n${prose}\n`;
    assert.deepEqual((await numbersIn(shopping)).kinds, ['paragraph', 'list', 'paragraph']);
    assert.deepEqual(
      (await numbersIn(shopping.replace('ON LAMPS', '# On lamps\n\n*Oil.*'), 'a.md')).kinds.at(-2),
      'list',
    );
  });

  it('are asked about where it is not certain, once for all of them', async () => {
    const lines = [1, 2, 3].map(
      (at) => `${String(at)}. The lamp stands in window ${String(at)} of the mill.`,
    );
    const text = `ON LAMPS\n\n${prose} ${prose}\n\n${lines.join('\n')}\n\n${prose} ${prose}\n`;
    const { result, source } = await imported(text);
    assert.deepEqual(doubts(result), ['5:list']);
    assert.equal(source.passages.length, 3);
    const id = result.doubts[0]?.id ?? '';
    const decided = await imported(text, { decisions: [{ id, choice: 'paragraph' }] });
    assert.deepEqual(
      decided.source.passages.slice(1, 4).map(({ words }) => words?.normalised),
      lines,
    );
  });
});
