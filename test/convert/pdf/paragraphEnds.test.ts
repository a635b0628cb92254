import assert from 'node:assert/strict';
import { setParagraphs } from '../../support/pdfBuilder.ts';
import { column, lamp, mill, outline, paragraphs, read, sluice, wheel } from './setTexts.ts';

describe('PDF files whose paragraphs hardly show where they end', () => {
  it('ask where a paragraph ends if neither a short line nor an indent nor a gap tells', async () => {
    const full = 'A full line has no room for the word after it now.';
    assert.equal(full.length, column.letters);
    const texts = [mill, lamp, full, wheel, sluice];
    const page = await read({ pages: [setParagraphs(texts, column)] });
    assert.deepEqual(outline(page), paragraphs(mill, lamp, `${full} ${wheel}`, sluice));
    const doubts = page.blocks.flatMap(({ doubtful }) => doubtful ?? []);
    assert.deepEqual(
      doubts.map(({ reason }) => reason.id),
      ['importing.pdfJoint'],
    );
    assert.match(doubts[0]?.words ?? '', /word after it now\. Its wheel was made/);
  });

  it('have paragraphs that stand apart by little, also after a full line', async () => {
    const full = 'A full line has no room for the word after it now.';
    const texts = [mill, lamp, full, wheel, sluice];
    const page = await read({ pages: [setParagraphs(texts, { ...column, gap: 2 })] });
    assert.deepEqual(outline(page), paragraphs(...texts));
    assert.ok(page.blocks.every(({ doubtful }) => doubtful === undefined));
  });

  it('have the line under a quotation that says whose it is', async () => {
    const page = await read({
      pages: [
        [
          ...setParagraphs([mill], column),
          ...setParagraphs([lamp, '— The Miller’s Book, p. 8.'], { x: 64, top: 400, letters: 42 }),
          ...setParagraphs([wheel], { ...column, top: 320 }),
        ],
      ],
    });
    assert.deepEqual(outline(page), [
      `paragraph: ${mill}`,
      `quotation: ${lamp}`,
      'quotation: — The Miller’s Book, p. 8.',
      `paragraph: ${wheel}`,
    ]);
  });
});
