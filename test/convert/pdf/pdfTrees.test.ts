import assert from 'node:assert/strict';
import { letterWidth, type PlacedText, setParagraphs } from '../../support/pdfBuilder.ts';
import { plainOf } from '../../../src/convert/blocks.ts';
import { column, endOf, lamp, mill, outline, overPage, paragraphs, read, sluice, wheel } from './setTexts.ts';

describe('PDF files by their structure tree', () => {
  const tagged = (texts: readonly PlacedText[], role: string, element: string): PlacedText[] =>
    texts.map((text) => ({ ...text, role, element }));

  it('have its paragraphs, also where nothing else tells them, and none of its artifacts', async () => {
    const [first, second] = overPage([`${mill} ${lamp}`], 4);
    const page = await read({
      roleMap: '/Body /P /Kapitel /H2',
      pages: [
        [
          { x: 40, y: 560, text: 'Running head', artifact: true },
          ...tagged([{ x: 40, y: 540, text: 'The Mill' }], 'Kapitel', 'h'),
          ...tagged(first, 'Body', 'a'),
        ],
        [
          ...tagged(second, 'Body', 'b'),
          ...tagged(setParagraphs([wheel], { ...column, top: 430 }), 'Body', 'c'),
          ...tagged(setParagraphs([sluice], { ...column, top: 380 }), 'BlockQuote', 'd'),
        ],
      ],
    });
    assert.deepEqual(outline(page), [
      'heading: The Mill',
      `paragraph: ${mill} ${lamp}`,
      `paragraph: ${wheel}`,
      `quotation: ${sluice}`,
    ]);
  });

  it('have no hyphen that stands for a soft one, also with a gap before it', async () => {
    const end = 40 + 10 * letterWidth * 'The mill stands below the bri'.length;
    for (const gap of [0, 1.2])
      assert.deepEqual(
        outline(
          await read({
            pages: [
              tagged(
                [
                  { x: 40, y: 540, text: 'The mill stands below the bri' },
                  { x: end + gap, y: 540, text: '-', alt: '\u00AD' },
                  { x: 40, y: 528, text: 'dge, and its wheel turns.' },
                ],
                'P',
                'a',
              ),
            ],
          }),
        ),
        paragraphs('The mill stands below the bridge, and its wheel turns.'),
        `a gap of ${gap}`,
      );
  });

  it('have no space before a hyphen that a justified line moves away from its word', async () => {
    const lines = ['The bridge is near. The mill stands below the bri', 'dge, and its wheel turns.'];
    const end = 40 + 10 * letterWidth * (lines[0] ?? '').length;
    const [first, second] = lines.map((text, index) => ({ x: 40, y: 540 - 12 * index, text }));
    const texts = [first, { x: end + 1.2, y: 540, text: '-' }, second].filter((text) => text !== undefined);
    assert.deepEqual(outline(await read({ pages: [tagged(texts, 'P', 'a')] })), paragraphs(lines.join('')));
  });

  it('are not believed where they call each line a paragraph', async () => {
    const lines = setParagraphs([mill, lamp, wheel], { ...column, indent: 15 }).map((line, index) => ({
      ...line,
      role: 'P',
      element: String(index),
    }));
    assert.deepEqual(outline(await read({ pages: [lines] })), paragraphs(mill, lamp, wheel));
  });

  it('are believed where a page has many short lines, as of names, captions and a table of dates', async () => {
    const short = [
      'Notes on a river',
      'Ada Miller',
      'Ben Weir',
      '1932',
      'Of the wheel',
      'Prices of oil',
      'Some names',
      'The end',
    ];
    const lines = short.flatMap((text, index) =>
      tagged([{ x: 40, y: 560 - 14 * index, text }], 'P', String(index)),
    );
    const last = tagged(setParagraphs([`${mill} ${lamp}`], { ...column, top: 440 }), 'BlockQuote', 'q');
    assert.deepEqual(outline(await read({ pages: [[...lines, ...last]] })), [
      ...paragraphs(...short),
      `quotation: ${mill} ${lamp}`,
    ]);
  });

  it('have tables with their rows, also over a page and with cells that are empty', async () => {
    const cells = (rows: readonly (readonly string[])[], top: number, table: string): PlacedText[] =>
      rows.flatMap((row, at) =>
        row.map((text, index) => ({
          x: 40 + 100 * index,
          y: top - 14 * at,
          text,
          role: text.startsWith('*') ? 'TH' : 'TD',
          within: [`Table.${table}`, `TR.${table}${String(at)}`],
        })),
      );
    const page = await read({
      pages: [
        [
          ...tagged(setParagraphs([mill], { ...column, top: 560 }), 'P', 'a'),
          ...cells(
            [
              ['*Year', '*Flour', '*Oil'],
              ['1917', '100', '20'],
            ],
            480,
            't',
          ),
        ],
        [
          ...cells(
            [
              ['*Year', '*Flour', '*Oil'],
              ['1918', ' ', '25'],
            ],
            560,
            'u',
          ),
          ...tagged(setParagraphs([lamp], { ...column, top: 480 }), 'P', 'b'),
        ],
      ],
    });
    assert.deepEqual(
      page.blocks
        .filter(({ kind }) => kind === 'table')
        .map(({ rows }) => rows?.map((row) => row.map(plainOf))),
      [
        [
          ['*Year', '*Flour', '*Oil'],
          ['1917', '100', '20'],
          ['1918', '', '25'],
        ],
      ],
    );
  });

  it('have paragraphs by where their lines stand in a division without any', async () => {
    const lines = setParagraphs([mill, lamp], { ...column, gap: 12 });
    const texts = lines.map((line) => ({ ...line, role: 'NonStruct', within: ['Div.d'] }));
    const other = tagged(setParagraphs([wheel], { ...column, top: 300 }), 'P', 'b');
    assert.deepEqual(outline(await read({ pages: [[...texts, ...other]] })), paragraphs(mill, lamp, wheel));
  });

  it('have the name behind a quotation as its last paragraph, where one element holds both', async () => {
    const lines = setParagraphs([sluice], { ...column, x: 60, letters: 44 });
    const name = { x: 250, y: endOf(lines).y - 14, text: '— A. Weir' };
    const page = await read({
      pages: [
        [
          ...tagged([...lines, name], 'BlockQuote', 'q'),
          ...tagged(setParagraphs([mill, lamp, wheel], { ...column, top: 420 }), 'P', 'a'),
        ],
      ],
    });
    assert.deepEqual(outline(page).slice(0, 2), [`quotation: ${sluice}`, 'quotation: — A. Weir']);
  });

  it('have the exponent of a number where the mark of a note with its number follows', async () => {
    const text = 'The mill held ten times 10';
    const rest = ' litres of oil in all.';
    const end = endOf([{ x: 40, y: 540, text }]);
    const behind = { x: end.x + 6, y: 540, text: rest };
    const mark = endOf([behind]);
    const page = await read({
      pages: [
        [
          ...tagged([{ x: 40, y: 540, text }, { ...end, y: 544, text: '1', size: 6 }, behind], 'P', 'a'),
          ...tagged([{ ...mark, y: 544, text: '1', size: 6 }], 'P', 'a'),
          ...tagged([{ x: 40, y: 100, text: '1 Said by all.', size: 8 }], 'Note', 'n'),
        ],
      ],
    });
    const runs = page.blocks[1]?.runs ?? [];
    assert.equal(runs.at(-1)?.note, '1');
    assert.equal(runs.filter(({ note }) => note !== undefined).length, 1);
  });
});
