/** Numbers that a source prints beside its words: before its paragraphs, and at the ends of lines of verse. */
import assert from 'node:assert/strict';
import { verify } from './support.ts';

const theses = (mark: (number: string) => string, front = ''): string =>
  `---\nid: s\n${front}---\n\n${mark('1')} Whoever reads alone reads with the dead.\n\n${mark('2')} The circle has no bell.\n\n${mark('3')} It has 12 chairs.\n\n${mark('3a')} Nobody is last.\n`;
const verse = `---
id: s
---

| The water stood behind the gate,          1
| It did not ask the time of day;
| It leaned upon the oaken plate
| And felt in all the hinges 40
| A slow and certain giving way.            5
|
| The miller slept.
`;

function told(paper: string, source: string): string[] {
  return verify(paper, { 'sources/s.md': source }).results.map(({ status, diff }) =>
    [
      status,
      ...diff.flatMap(({ kind, quoted, source: own }) => (kind === 'same' ? [] : [`${quoted}|${own}`])),
    ].join(' '),
  );
}

describe('numbers beside the words of a source', () => {
  const bold = (number: string): string => `**${number}.**`;
  const block = '> The circle has no bell.\n>\n> It has 12 chairs.\n>\n> Nobody is last.\n\n';
  for (const [mark, front, place] of [
    [bold, '', '¶¶ 2-4'],
    [bold, 'numbering: printed\n', '¶¶ 2-3a'],
    [(number: string) => `${number}\\.`, '', '¶¶ 2-4'],
    [(number: string) => `${number}\\.`, 'numbering: printed\n', '¶¶ 2-3a'],
    [(number: string) => `\\(${number})`, '', '¶¶ 2-4'],
    [(number: string) => `(${number})`, 'numbering: printed\n', '¶¶ 2-3a'],
    [(number: string) => `\\[${number}\\]`, 'numbering: printed\n', '¶¶ 2-3a'],
    [(number: string) => `§ ${number}`, '', '¶¶ 2-4'],
    [(number: string) => `[00:1${number.charAt(0)}:42]`, '', '¶¶ 2-4'],
  ] as const)
    it(`before paragraphs may be left out: ${mark('2')} ${front}`, () => {
      const source = theses(mark, front);
      assert.deepEqual(told(`${block}[@s, ${place}]\n`, source), ['verbatim']);
      assert.deepEqual(told(`It says “has no bell. It has 12 chairs” [@s, ${place}].\n`, source), [
        'verbatim',
      ]);
      const [changed = ''] = told(`${block.replace('12', '13')}[@s, ${place}]\n`, source);
      assert.match(changed, /^altered .*13\|12/u);
    });

  it('may be left out at the ends of lines of verse', () => {
    for (const paper of [
      '> The water stood behind the gate,\n> It did not ask the time of day;\n\n[@s, ¶ 1]\n',
      '> | A slow and certain giving way.\n> |\n> | The miller slept.\n\n[@s, ¶ 1]\n',
      '“behind the gate, / It did not ask” [@s, ¶ 1]\n',
      '> The water stood behind the gate,          1\n> It did not ask the time of day;\n\n[@s, ¶ 1]\n',
    ])
      assert.deepEqual(told(paper, verse), ['verbatim'], paper);
  });

  it('are words where they stand among them', () => {
    assert.deepEqual(
      told('> And felt in all the hinges\n> A slow and certain giving way.\n\n[@s, ¶ 1]\n', verse),
      ['altered |40'],
    );
    assert.deepEqual(
      told(
        '“It has chairs” [@s, ¶ 3]\n',
        theses((number) => `${number}\\.`),
      ),
      ['altered |12'],
    );
    assert.deepEqual(
      told(
        '> Of men.\n>\n> Years passed.\n\n[@s, ¶¶ 1-2]\n',
        '---\nid: s\n---\n\nOf men.\n\n12 Years passed.\n',
      ).length,
      1,
    );
  });

  it('are words where they count nothing', () => {
    const source = '---\nid: s\n---\n\nEs war spät im Jahr.\n\n12\\. Mai war kalt.\n';
    assert.deepEqual(told('“spät im Jahr. Mai war kalt” [@s, ¶¶ 1-2]\n', source), ['altered |. 12']);
  });
});
