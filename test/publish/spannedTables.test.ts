import assert from 'node:assert/strict';
import type { ManuscriptTable } from '../../src/publish/manuscript.ts';
import { writePandocMarkdown } from '../../src/publish/pandocMarkdown/writePandocMarkdown.ts';
import { writeOdt } from '../../src/publish/openDocument/writeOdt.ts';
import { writeWebPage } from '../../src/publish/webPage/writeWebPage.ts';
import { writeDocx } from '../../src/publish/wordFile/writeDocx.ts';
import { manuscriptOf, surroundings } from './sampleManuscript.ts';
import { manuscriptOfFixture, shownBlocks } from './support.ts';
import { unpacked } from './unpacked.ts';
import { outOfOrder } from './wordFile/schemaOrder.ts';

const temperatures = `
+---------------------+----------+
| Property            | Earth    |
+=============+=======+==========+
|             | min   | -89.2 °C |
| Temperature +-------+----------+
| 1961-1990   | mean  | 14 °C    |
|             +-------+----------+
|             | max   | 56.7 °C  |
+-------------+-------+----------+
`;

function tableOf(text: string): ManuscriptTable {
  const table = manuscriptOfFixture(text).blocks.find((block) => block.kind === 'table');
  assert.ok(table?.kind === 'table');
  return table;
}

/** Rows of HTML, without what says how they look. */
function rowsOf(text: string): string[] {
  const page = writeWebPage(manuscriptOfFixture(text), new Map());
  return [...page.matchAll(/<tr>.*?<\/tr>/gsu)].map(([row]) => row);
}

describe('cells over several columns and rows', () => {
  it('stand in the columns and rows that they are drawn in', () => {
    assert.deepEqual(rowsOf(temperatures), [
      '<tr><th scope="colgroup" colspan="2">Property</th><th scope="col">Earth</th></tr>',
      '<tr><td rowspan="3">Temperature 1961-1990</td><td>min</td><td>-89.2 °C</td></tr>',
      '<tr><td>mean</td><td>14 °C</td></tr>',
      '<tr><td>max</td><td>56.7 °C</td></tr>',
    ]);
  });

  it('are counted in columns as people see them, in quotations and lists, too', () => {
    const wide = [
      '+----------+------+',
      '| 漢字漢字 | 字   |',
      '+----------+------+',
      '| 全       漢字 b |',
      '+-----------------+',
    ];
    const rows = ['<tr><td>漢字漢字</td><td>字</td></tr>', '<tr><td colspan="2">全 漢字 b</td></tr>'];
    assert.deepEqual(rowsOf(`\n${wide.join('\n')}\n`), rows);
    assert.deepEqual(rowsOf(`\n${wide.map((line) => `> ${line}`).join('\n')}\n`), rows);
    assert.deepEqual(rowsOf(`\n- ${wide.join('\n  ')}\n`), rows);
  });

  it('leave every row of a head in the head', () => {
    const { head, rows, spans } = tableOf(`
+-------+-------+
| both          |
+-------+-------+
| left  | right |
+=======+=======+
| 1     | 2     |
+-------+-------+
`);
    assert.deepEqual([head.length, rows.length], [2, 1]);
    assert.deepEqual(spans, [{ row: 0, column: 0, columns: 2, rows: 1 }]);
  });

  it('are merged cells of Word and OpenDocument', async () => {
    const manuscript = manuscriptOfFixture(temperatures);
    const docx = await unpacked(writeDocx(manuscript, surroundings));
    assert.deepEqual(outOfOrder(docx.elements('word/document.xml')), []);
    const rowsOfWord = docx.elements('word/document.xml').filter(({ name }) => name === 'w:tr');
    assert.deepEqual(
      rowsOfWord.map(({ children }) => children.filter(({ name }) => name === 'w:tc').length),
      [2, 3, 3, 3],
    );
    const valuesOf = (wanted: string): unknown[] =>
      docx
        .elements('word/document.xml')
        .flatMap(({ name, attributes }) => (name === wanted ? [attributes['w:val']] : []));
    assert.deepEqual(valuesOf('w:gridSpan'), ['2']);
    assert.deepEqual(valuesOf('w:vMerge'), ['restart', undefined, undefined]);
    const odt = await unpacked(writeOdt(manuscript, surroundings));
    const spansOf = (attribute: string): unknown[] =>
      odt.elements('content.xml').flatMap(({ attributes }) => attributes[attribute] ?? []);
    assert.deepEqual(spansOf('table:number-columns-spanned'), ['2']);
    assert.deepEqual(spansOf('table:number-rows-spanned'), ['3']);
    const covered = odt.elements('content.xml').filter(({ name }) => name === 'table:covered-table-cell');
    assert.equal(covered.length, 3);
  });

  it('are drawn again in Markdown', () => {
    const wide = '\n+---+-----+\n| *a*     |\n+---+-----+\n| 漢| - b |\n+---+-----+\n';
    for (const text of [temperatures, wide]) {
      const table = tableOf(text);
      const drawn = writePandocMarkdown(manuscriptOf({ blocks: [table] }), (path) => path);
      const again = tableOf(`\n${drawn.slice(drawn.indexOf('+---'))}\n`);
      assert.deepEqual([shownBlocks([again]), again.spans], [shownBlocks([table]), table.spans], drawn);
    }
  });

  it('are none where a table is too wide for its lines', () => {
    const rule = `+${'-+'.repeat(400)}`;
    const short = Array.from({ length: 400 }, () => '|a|').join('\n');
    assert.equal(tableOf(`\n${rule}\n${short}\n${rule}\n`).spans, undefined);
  });
});
