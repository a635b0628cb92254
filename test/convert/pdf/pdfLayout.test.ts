import assert from 'node:assert/strict';
import { type Page, spellingsAt } from '../../../src/convert/blocks.ts';
import { readPdf } from '../../../src/convert/pdf/readPdf.ts';
import { buildPdf, type PlacedText, setParagraphs } from '../../support/pdfBuilder.ts';
import { column, endOf, lamp, mill, outline, overPage, paragraphs, read, sluice, wheel } from './setTexts.ts';

describe('PDF files by where their lines stand', () => {
  it('have paragraphs that begin with an indent, or stand apart, or end short', async () => {
    for (const options of [{ indent: 15 }, { gap: 7 }, {}])
      assert.deepEqual(
        outline(
          await read({ pages: [setParagraphs([mill, lamp, wheel, sluice], { ...column, ...options })] }),
        ),
        paragraphs(mill, lamp, wheel, sluice),
        JSON.stringify(options),
      );
  });

  it('have paragraphs that go on over a page', async () => {
    for (let lines = 1; lines < 12; lines++)
      assert.deepEqual(
        outline(await read({ pages: overPage([mill, lamp, wheel, sluice], lines, { indent: 15 }) })),
        paragraphs(mill, lamp, wheel, sluice),
        `after ${lines} lines`,
      );
  });

  it('lose running heads and page numbers, whatever these say', async () => {
    const heads = ['The Mill and the Lamp', 'Of Rivers', 'The Mill and the Lamp', 'Of Wheels'];
    const texts = [mill, lamp, wheel, sluice, mill, lamp, wheel, sluice, mill, lamp];
    const all = setParagraphs(texts, { ...column, indent: 15 });
    const pages = heads.map((head, index) => {
      const lines = all.slice(index * 9, index * 9 + 9);
      const shift = column.top - (lines[0]?.y ?? 0);
      const isLeft = index % 2 === 1;
      return [
        { x: isLeft ? 40 : 370, y: 560, text: String(index + 12) },
        { x: isLeft ? 150 : 40, y: 560, text: head },
        ...lines.map((line) => ({ ...line, y: line.y + shift })),
      ];
    });
    const page = await read({ pages });
    assert.deepEqual(
      outline(page),
      paragraphs(...texts.slice(0, 9)).map((one, index) => (index < 8 ? one : outline(page)[8])),
    );
    assert.equal(page.dropped.length, 1);
    assert.match(page.dropped[0]?.text ?? '', /Of Rivers/);
  });

  it('keep a first line that only stands where running heads would', async () => {
    const [first, second] = overPage([mill, lamp, wheel, sluice], 7, { indent: 15 });
    assert.deepEqual(outline(await read({ pages: [first, second] })), paragraphs(mill, lamp, wheel, sluice));
  });

  it('have words whose letters are set wide, but keep numbers in a row and signs apart', async () => {
    for (const [text, expected] of [
      ['t u r n', 'turn'],
      ['1 2 3 4', '1 2 3 4'],
      [', a | b', ', a | b'],
      ['x + y = z', 'x + y = z'],
    ] as const) {
      const page = [
        { x: 40, y: 520, text: 'The mill' },
        { x: 110, y: 520, text, font: 'italic' as const },
        ...setParagraphs([lamp], { ...column, top: 490 }),
      ];
      assert.equal(outline(await read({ pages: [page] }))[0], `paragraph: The mill ${expected}`);
    }
  });

  it('have two columns, and paragraphs that go on in the next', async () => {
    const narrow = { x: 30, top: 520, letters: 26, indent: 10 };
    const all = setParagraphs([mill, lamp, wheel, sluice], narrow);
    const half = Math.ceil(all.length / 2);
    const place =
      (from: number, x: number) =>
      (line: PlacedText): PlacedText => ({
        ...line,
        x: line.x + x,
        y: line.y + column.top - (all[from]?.y ?? 0),
      });
    const left = all.slice(0, half);
    const right = all.slice(half).map(place(half, 180));
    for (const page of [
      [...left, ...right],
      left.flatMap((line, index) => [line, ...right.slice(index, index + 1)]),
    ])
      assert.deepEqual(outline(await read({ pages: [page] })), paragraphs(mill, lamp, wheel, sluice));
  });

  it('have two columns where the lines of one are short and indented, if the file has them one after the other', async () => {
    const left = setParagraphs([mill, lamp], { x: 30, top: 520, letters: 26, gap: 7 });
    const items = ['whale oil, bright', 'rape oil, dim', 'tallow, if need be', 'wax', 'no oil'];
    const right = [
      { x: 210, y: 520, text: 'The oils are these:' },
      ...items.map((text, index) => ({ x: 245, y: 500 - 12 * index, text: `• ${text}` })),
      { x: 210, y: 430, text: 'No others are kept.' },
    ];
    assert.deepEqual(outline(await read({ pages: [[...left, ...right]] })), [
      ...paragraphs(mill, lamp, 'The oils are these:'),
      `list: ${items.join(' / ')}`,
      ...paragraphs('No others are kept.'),
    ]);
  });

  it('keep notes that stand at one height on each page, count as pages do and say the same', async () => {
    const said = ['A. Weir, The River, p. 3.', 'Ibid.', 'Ibid.', 'Ibid., p. 4.'];
    const pages = [mill, lamp, wheel, sluice].map((text, at) => {
      const lines = setParagraphs([text], column);
      const end = endOf(lines);
      return [
        ...lines,
        { x: end.x, y: end.y + 4, text: String(at + 1), size: 6 },
        { x: 40, y: 80, text: String(at + 1), size: 6 },
        { x: 45, y: 76, text: said[at] ?? '', size: 8 },
        { x: 200, y: 40, text: String(at + 1) },
      ];
    });
    assert.deepEqual(outline(await read({ pages })), [
      ...paragraphs(mill, lamp, wheel, sluice),
      ...said.map((note) => `note: ${note}`),
    ]);
  });

  it('have no quotation in names that are set on the axis below the title', async () => {
    const centred = (text: string, y: number): PlacedText => ({ x: 190 - text.length * 3, y, text });
    const names = [centred('Notes on a river', 540), centred('Ada Miller', 500), centred('1932', 460)];
    const text = setParagraphs([mill, lamp, wheel], { ...column, top: 420, indent: 15 });
    assert.deepEqual(outline(await read({ pages: [[...names, ...text]] })), [
      ...paragraphs('Notes on a river', 'Ada Miller', '1932', mill, lamp, wheel),
    ]);
  });

  it('have each note at the end of a text to itself, whatever signs lead back from it', async () => {
    const text = setParagraphs([mill, lamp], { ...column, top: 560, gap: 10 });
    const first = { ...endOf(text.slice(0, 4)), text: '1', size: 6 };
    const second = { ...endOf(text), text: '2', size: 6 };
    const back = '↩';
    const notes = [`1. Said by all.${back}`, 'They said it twice.', `2. Said by some.${back}`];
    const page = await read({
      pages: [
        [
          ...text,
          { ...first, y: first.y + 4 },
          { ...second, y: second.y + 4 },
          ...notes.map((note, at) => ({ x: at === 1 ? 52 : 40, y: 400 - 12 * at, text: note })),
        ],
      ],
    });
    assert.deepEqual(outline(page).slice(2), [
      'note: Said by all. They said it twice.',
      'note: Said by some.',
    ]);
  });

  it('have no note in a numbered heading below the mark of one, whatever follows it to the foot of the page', async () => {
    const text = setParagraphs([mill], { ...column, top: 560 });
    const mark = { ...endOf(text), text: '1', size: 6 };
    const page = await read({
      pages: [
        [
          ...text,
          { ...mark, y: mark.y + 4 },
          { x: 40, y: 460, text: '1. The lamp', size: 15, font: 'bold' as const },
          ...setParagraphs([lamp, wheel], { ...column, top: 445, indent: 15 }),
        ],
        setParagraphs([sluice], column),
      ],
    });
    assert.deepEqual(outline(page), [
      ...paragraphs(`${mill}1`),
      'heading: 1. The lamp',
      ...paragraphs(lamp, wheel, sluice),
    ]);
  });

  it('have notes at the foot, with their marks, and one that goes on on the next page', async () => {
    const [first, second] = overPage([mill, lamp], 5, { indent: 15 });
    const note = setParagraphs(
      [
        '1 A note that tells in small type who owned the mill before there was any',
        'who could write, and whose it is now',
      ],
      { x: 40, top: 100, letters: 60, size: 8, leading: 10 },
    );
    const rest = setParagraphs(['that the river has taken its lower wall.'], {
      x: 40,
      top: 100,
      letters: 60,
      size: 8,
      leading: 10,
    });
    const end = endOf(first);
    const raised = { x: end.x, y: end.y + 4, text: '1', size: 6 };
    const page = await read({
      pages: [
        [...first, raised, ...note],
        [...second, ...rest],
      ],
    });
    assert.deepEqual(outline(page), [
      ...paragraphs(mill, lamp),
      'note: A note that tells in small type who owned the mill before there was any who could write, and whose it is now that the river has taken its lower wall.',
    ]);
    const marked = page.blocks.flatMap(({ runs }) => runs).filter((run) => run.note !== undefined);
    assert.deepEqual(marked, [{ text: '', note: '1' }]);
  });

  it('have headings of larger or bold type, quotations that are set in, and italics', async () => {
    const above = setParagraphs([mill], column);
    const quoted = setParagraphs([lamp], { x: 64, top: 400, letters: 42 });
    const below = setParagraphs([wheel], { ...column, top: 320 });
    const page = await read({
      pages: [
        [
          { x: 40, y: 550, text: 'The Mill', size: 14 },
          ...above,
          { x: 40, y: 440, text: 'Its Lamp', font: 'bold' },
          ...quoted,
          ...below.map((line) => ({ ...line, font: 'italic' as const })),
        ],
      ],
    });
    assert.deepEqual(outline(page), [
      'heading: The Mill',
      `paragraph: ${mill}`,
      'heading: Its Lamp',
      `quotation: ${lamp}`,
      `paragraph: ${wheel}`,
    ]);
    assert.ok((page.blocks[1]?.depth ?? 9) < (page.blocks[3]?.depth ?? 0));
    assert.ok(page.blocks.at(-1)?.runs.every(({ style }) => style?.emphasis));
  });

  it('have the pages that their labels name', async () => {
    const [first, second] = overPage([mill, lamp], 2);
    const marks = (page: Page): (string | undefined)[] =>
      page.blocks.flatMap(({ runs }) => runs).flatMap((run) => (run.page === undefined ? [] : [run.page]));
    const labels = '/Nums [0 << /S /r /St 4 >> 1 << /S /D /St 12 >>]';
    assert.deepEqual(marks(await read({ pages: [first, second], labels })), ['iv', '12']);
    assert.deepEqual(marks(await read({ pages: [first, second] })), ['', '']);
  });

  it('have words that the ends of lines divide, as the text has them elsewhere', async () => {
    const line = (text: string, index: number): PlacedText => ({ x: 40, y: 520 - index * 12, text });
    const text = [
      'The lantern and the sea-bird were seen by many, and the lan-',
      'tern went out. A second sea-',
      'bird came, and a great argu-',
      'ment began over land- and',
      'sea-birds, of the long-',
      'bridge, which nobody won at all that night or later.',
      'The long bridge and the great wheel.',
    ];
    const page = await read({ pages: [text.map(line)] });
    assert.match(
      outline(page).join('\n'),
      /the lantern went out\. A second sea-bird came, and a great argument began over land- and sea-birds, of the long-bridge/,
    );
    assert.deepEqual(
      page.blocks.flatMap((block) =>
        (block.doubtful?.hyphens ?? []).map((at) => spellingsAt(block, at)?.hyphened),
      ),
      ['long-bridge'],
    );
  });

  it('lose watermarks, and what is printed twice to look bold', async () => {
    const lines = setParagraphs([mill], column);
    const shadow = lines.map((line) => ({ ...line, x: line.x + 0.3 }));
    const page = [
      ...lines,
      ...shadow,
      { x: 100, y: 300, text: 'DRAFT', size: 40, turned: 45 },
      { x: 20, y: 200, text: 'in the margin', turned: 90 },
    ];
    assert.deepEqual(outline(await read({ pages: [page] })), paragraphs(mill));
  });

  it('have lists of paragraphs with bullets', async () => {
    const item = (text: string, index: number): PlacedText => ({ x: 50, y: 400 - index * 12, text });
    const page = [...setParagraphs([mill], column), ...['• a lamp', '• a wheel of oak'].map(item)];
    assert.deepEqual(outline(await read({ pages: [page] })), [
      `paragraph: ${mill}`,
      'list: a lamp / a wheel of oak',
    ]);
  });

  it('propose what the file says of title, author and date', async () => {
    const info = { Title: 'The Mill', Author: 'A. Miller; B. Wright', CreationDate: 'D:20150312101112Z' };
    const { metadata } = await read({ pages: [setParagraphs([mill], column)], info });
    assert.deepEqual(metadata, {
      title: 'The Mill',
      authors: ['A. Miller', 'B. Wright'],
      created: '2015-03-12',
    });
    const file = { Title: 'Microsoft Word - mill.docx', Author: 'user' };
    assert.deepEqual((await read({ pages: [setParagraphs([mill], column)], info: file })).metadata, {});
  });
});

describe('PDF files that cannot be read', () => {
  const whole = buildPdf({ pages: [setParagraphs([mill, lamp], column)] });

  async function problemOf(bytes: Uint8Array): Promise<string> {
    const page = await readPdf({ bytes });
    return 'problem' in page ? page.problem.id : 'read';
  }

  it('ask for their password, and tell a wrong one', async () => {
    const bytes = buildPdf({ pages: [setParagraphs([mill], column)], password: 'sluice' });
    for (const [password, problem] of [
      [undefined, 'importing.pdfNeedsPassword'],
      ['weir', 'importing.pdfWrongPassword'],
    ] as const) {
      const page = await readPdf({ bytes, ...(password === undefined ? {} : { password }) });
      assert.ok('problem' in page);
      assert.deepEqual([page.problem.id, page.needs], [problem, 'password']);
    }
    const page = await readPdf({ bytes, password: 'sluice' });
    assert.deepEqual('problem' in page ? page.problem.id : outline(page), paragraphs(mill));
  });

  it('are told where they are damaged, not complete, or pictures alone', async () => {
    assert.equal(await problemOf(whole), 'read');
    for (let end = 9; end < whole.length - 8; end += 97)
      assert.equal(await problemOf(whole.slice(0, end)), 'importing.pdfDamaged', String(end));
    assert.equal(await problemOf(buildPdf({ pages: [[]] })), 'importing.pdfScan');
  });
});
