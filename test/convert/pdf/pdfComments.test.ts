import assert from 'node:assert/strict';
import type { TextComment } from '../../../src/convert/blocks.ts';
import { readPdf } from '../../../src/convert/pdf/readPdf.ts';
import { buildPdf, letterWidth, type PlacedText } from '../../support/pdfBuilder.ts';

/** Lines of 10 points, 20 apart, from the top of the page. */
const lines: readonly PlacedText[] = [
  'The first lamp burns olive oil in the old mill, and the sec-',
  'ond burns nothing at all. Nobody knows which of them is the',
  'older one; the third is broken, and stands in the yard.',
].map((text, at) => ({ x: 20, y: 500 - 20 * at, text }));

const width = 10 * letterWidth;

/** The box of some words of a line, as a program draws it that is off by a little. */
function quadOf(line: number, words: string): string {
  const { text = '', x = 0, y = 0 } = lines[line] ?? {};
  const left = x + text.indexOf(words) * width + 1;
  const right = left + words.length * width - 2;
  return [left, y + 8, right, y + 8, left, y - 2, right, y - 2].join(' ');
}

const highlight = (quads: string, more = ''): string =>
  `<< /Type /Annot /Subtype /Highlight /Rect [0 0 400 600] /QuadPoints [${quads}] /T (Ada) /CreationDate (D:20260301120000+01'00') ${more} >>`;

async function commentsOf(annotations: readonly string[]): Promise<readonly TextComment[]> {
  const bytes = buildPdf({ pages: [lines], annotations: [annotations] });
  const page = await readPdf({ bytes, withMarks: true });
  assert.ok(!('problem' in page));
  return page.comments ?? [];
}

describe('what readers have marked in a PDF file', () => {
  it('is the words under a highlight, over the end of a line too, with what stands around them', async () => {
    const [one, other] = await commentsOf([
      highlight(quadOf(0, 'olive oil'), '/Contents (Which olives?)'),
      highlight(`${quadOf(0, 'and the sec-')} ${quadOf(1, 'ond burns nothing')}`),
    ]);
    assert.deepEqual(one, {
      id: '1/147/92',
      author: 'Ada',
      created: '2026-03-01T11:00:00Z',
      text: 'Which olives?',
      isResolved: false,
      quote: { exact: 'olive oil', prefix: 'The first lamp burns', suffix: one?.quote.suffix ?? '' },
    });
    assert.match(one.quote.suffix, /^in the old mill, and the second/);
    assert.deepEqual([other?.text, other?.quote.exact], ['', 'and the second burns nothing']);
  });

  it('has whole words, as a highlight seldom ends where a word does', async () => {
    const [left = 0, top = 0, right = 0] = quadOf(1, 'burns nothing').split(' ').map(Number);
    const cut = [left + 4, top, right - 8, top, left + 4, top - 10, right - 8, top - 10].join(' ');
    const [found] = await commentsOf([highlight(cut)]);
    assert.equal(found?.quote.exact, 'burns nothing');
  });

  it('is the line beside a note that stands on the page, and an answer belongs to what it answers', async () => {
    const found = await commentsOf([
      `<< /Type /Annot /Subtype /Text /Rect [380 458 398 476] /T (Eva) /Contents (Which yard?) >>`,
      `<< /Type /Annot /Subtype /Text /Rect [380 458 398 476] /T (Ada) /Contents (Ours.) /IRT $0 >>`,
      `<< /Type /Annot /Subtype /Link /Rect [20 490 100 510] /Contents (no note) >>`,
    ]);
    assert.deepEqual(
      found.map(({ author, text, answers, created }) => [author, text, answers, created]),
      [
        ['Eva', 'Which yard?', undefined, ''],
        ['Ada', 'Ours.', found[0]?.id, ''],
      ],
    );
    assert.match(found[0]?.quote.exact ?? '', /^older one; the third/);
  });

  it('is left out where it is on no words', async () => {
    assert.deepEqual(await commentsOf([highlight('10 30 60 30 10 20 60 20')]), []);
  });
});
