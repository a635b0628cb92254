/** Quotation marks of all scripts, and what typewriters write for them; and the same signs where they are none. */
import assert from 'node:assert/strict';
import { closingMarkOf } from '../../../src/core/quotations/reading/markRoles.ts';
import { verify } from './support.ts';

const source = `---
id: s
title: The Lamp
---

The lamp is lit by hands that nobody ever sees in the yard of 5″ boards.

She keeps the oil; a mill stands by the river.
`;

function statusesOf(paper: string): string {
  return verify(paper, { 'sources/s.md': source })
    .results.map(({ status, quotation }) => `${status} ${quotation.words.text}`)
    .join('; ');
}

/** All characters that Unicode calls quotation marks. */
const signs = Array.from({ length: 0x20000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((sign) => /[\p{Quotation_Mark}\p{Pi}\p{Pf}]/u.test(sign));

describe('signs that Unicode calls quotation marks', () => {
  it('are about forty', () => {
    assert.ok(signs.length > 38, signs.join(' '));
  });

  for (const sign of signs)
    it(`${sign} is never passed over`, () => {
      const asOpening = signs.map((other) => [sign, other] as const);
      const asClosing = signs.map((other) => [other, sign] as const);
      const isCompared = ([open, close]: readonly [string, string]): boolean =>
        statusesOf(`It says ${open}lamp is lit by hands${close} [@s, ¶ 1].`) ===
          'verbatim lamp is lit by hands' &&
        statusesOf(`It says ${open}lamp is lit by zebras${close} [@s, ¶ 1].`) ===
          'altered lamp is lit by zebras';
      assert.ok([...asOpening, ...asClosing].some(isCompared), sign);
    });
});

describe('what is written for quotation marks', () => {
  const written: Readonly<Record<string, string>> = {
    '<<lamp is lit by hands>>': 'verbatim',
    '<<The lamp is lit by zebras>>': 'altered',
    '<<The lamp is lit by hands>>': 'verbatim',
    '>>lamp is lit by zebras<<': 'altered',
    '<< lamp is lit by zebras >>': 'altered',
    '&lt;&lt;lamp is lit by zebras&gt;&gt;': 'altered',
    "``lamp is lit by zebras''": 'altered',
    "`lamp is lit by zebras'": 'altered',
    '`lamp is lit by zebras´': 'altered',
    '´lamp is lit by zebras´': 'altered',
    "\'\'lamp is lit by zebras\'\'": 'altered',
    ",,lamp is lit by zebras''": 'altered',
    ',,lamp is lit by zebras"': 'altered',
    ',,lamp is lit by zebras“': 'altered',
    ',,lamp is lit by zebras``': 'altered',
    "„lamp is lit by zebras''": 'altered',
    '″lamp is lit by zebras″': 'altered',
    '″lamp … of 5″ boards″': 'verbatim',
    '′lamp is lit by zebras′': 'altered',
    '‵lamp is lit by zebras′': 'altered',
    '׳lamp is lit by zebras׳': 'altered',
    '《lamp is lit by zebras》': 'altered',
    '❝lamp is lit by zebras❞': 'altered',
    '\u{1F676}lamp is lit by zebras\u{1F677}': 'altered',
  };
  for (const [quoted, status] of Object.entries(written))
    it(`${quoted} is ${status}`, () => {
      assert.match(statusesOf(`Of it they write ${quoted} [@s, ¶ 1].`), new RegExp(`^${status} [^;]*$`, 'u'));
    });

  it('is one mark of the range, after which a citation may be added', () => {
    const { quotations } = verify("It says ``lamp is lit by hands'' and more.", {});
    assert.deepEqual(
      quotations.map(({ outer, range }) => [outer, range]),
      [
        [
          { start: 8, end: 32 },
          { start: 10, end: 30 },
        ],
      ],
    );
  });

  it('is left out around a whole block quotation, and where a paragraph repeats it', () => {
    const { quotations } = verify("> ,,The lamp is lit\n>\n> ,,by hands'' [@s, ¶ 1]", {});
    assert.deepEqual(
      quotations.map(({ words, breaks }) => [words.text, breaks]),
      [['The lamp is lit\nby hands', [16]]],
    );
  });

  it('goes on over paragraphs', () => {
    const over = '``lamp is lit by hands that nobody ever sees in the yard of 5″ boards.';
    assert.match(statusesOf(`It says ${over}\n\n\`\`She keeps the oil'' [@s, ¶¶ 1-2].`), /^verbatim [^;]*$/u);
  });

  it('has a closing mark of its own kind', () => {
    for (const [open, close] of Object.entries({ '“': '”', '「': '」', '《': '》', '″': '″' }))
      assert.equal(closingMarkOf(open), close);
  });
});

describe('signs of quotation that mark none', () => {
  for (const paper of [
    'Boards of 5″ and 6″ by 12″ lie there [@s, ¶ 1].',
    'A board of 5″ lies there, a longer one of 7′ 2″ here [@s, ¶ 1].',
    'At 48° 12′ 30″ N and 16° 22′ 23″ E the mill stands [@s, ¶ 2].',
    'The run took 3′20″, the other 4′10″ [@s, ¶ 2].',
    'Let A′ and A″ be mills [@s, ¶ 2], and x′ a lamp [@s, ¶ 1].',
    'One, two,, and three lamps [@s, ¶ 1].',
    'The `code` and ``more `code` `` and `x` [@s, ¶ 1].',
    'Press ` to light the lamp [@s, ¶ 1].',
    'The keepers´ lamp, the mill´s stone [@s, ¶ 1].',
    'Far less, m << M, the lamp [@s, ¶ 1].',
    'ר׳ and ג׳ have lamps [@s, ¶ 1].',
    '| a | b |\n|---|---|\n| lamp | mill [@s, ¶ 1] |\n| ″ | ″ [@s, ¶ 2] |',
  ])
    it(paper.split('\n')[0] ?? '', () => {
      assert.equal(statusesOf(paper), '');
    });
});
