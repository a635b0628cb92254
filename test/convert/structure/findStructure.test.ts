import assert from 'node:assert/strict';
import { doubts, imported } from '../importing.ts';

const prose =
  'The river rises in the hills above the town, and by the time it reaches the mill it carries more than water.';
const more =
  'Nobody who has lived beside it for a winter speaks of it as a quiet neighbour, whatever the maps may say.';

/** Joins blocks with blank lines. */
const page = (...blocks: string[]): string => blocks.join('\n\n');
const headings = async (text: string): Promise<string[]> =>
  (await imported(text)).source.headings.map((heading) => `${heading.depth} ${heading.text}`);

describe('structure of a plain text', () => {
  it('takes title, author and date for the front matter', async () => {
    const { source, result } = await imported(
      page('The Mill', 'by Ada Holm and Per Lind', 'March 3, 2015', prose, more),
    );
    assert.deepEqual(source.frontMatter.data, {
      id: 'holm-2015',
      type: 'document',
      title: 'The Mill',
      author: [{ literal: 'Ada Holm' }, { literal: 'Per Lind' }],
      issued: '2015-03-03',
    });
    assert.equal(result.key, 'holm-2015');
    assert.equal(source.passages.length, 2);
  });

  it('takes names between the title and a date for the authors', async () => {
    for (const [names, literals] of [
      ['Ada Holm', ['Ada Holm']],
      ['A. B. Holm', ['A. B. Holm']],
      ['Ludwig van der Holm and Per Lind', ['Ludwig van der Holm', 'Per Lind']],
      ['Ada O’Holm-Lind, Per Lind & Bo Ek', ['Ada O’Holm-Lind', 'Per Lind', 'Bo Ek']],
    ] as const) {
      const { source } = await imported(page('The Mill', names, 'March 1921', prose, more));
      assert.deepEqual(
        [source.frontMatter.data.author, source.frontMatter.data.issued, source.headings.length],
        [literals.map((literal) => ({ literal })), '1921-03', 0],
        names,
      );
    }
    for (const line of ['A speech to the millers', 'Speech of 1920', 'Preface'])
      assert.equal(
        (await imported(page('The Mill', line, 'March 1921', prose, more))).source.frontMatter.data.author,
        undefined,
        line,
      );
    const { source } = await imported(page('The Mill', 'Ada Holm', prose, more));
    assert.equal(source.frontMatter.data.author, undefined);
  });

  it('takes no sentence that begins as a byline does for the author', async () => {
    const authorOf = async (line: string): Promise<unknown> =>
      (await imported(page('The Mill', line, prose, more))).source.frontMatter.data.author;
    for (const line of [
      ...['By the end of the year the mill stood still, that is', 'By Saturday the wheel had stopped'],
      ...[
        'By filing an issue I promise that',
        'Von der Mühle sah man nichts mehr',
        'Par un soir de mai elle partit',
      ],
    ])
      assert.equal(await authorOf(line), undefined, line);
    for (const [line, name] of [
      ['BY ADA HOLM', 'ADA HOLM'],
      ['By the Mill Group of Upper Holm', 'the Mill Group of Upper Holm'],
      ['by our correspondent', 'our correspondent'],
      ['Von Ludwig van der Holm', 'Ludwig van der Holm'],
      ['by ada holm', 'ada holm'],
    ] as const)
      assert.deepEqual(await authorOf(line), [{ literal: name }], line);
  });

  it('nests labels as an outline does', async () => {
    const text = page(
      'Title',
      prose,
      'I. Water',
      prose,
      'A. Spring',
      prose,
      'B. Autumn',
      prose,
      'II. Stone',
      prose,
      'A. Walls',
      prose,
      '(1) Old',
      prose,
      '(2) New',
      more,
    );
    assert.deepEqual(await headings(text), [
      '2 I. Water',
      '3 A. Spring',
      '3 B. Autumn',
      '2 II. Stone',
      '3 A. Walls',
      '4 (1) Old',
      '4 (2) New',
    ]);
  });

  it('reads (i) as a numeral below (1) and as a letter behind (h)', async () => {
    assert.deepEqual(
      await headings(
        page('T', prose, '(1) One', prose, '(i) Small', prose, '(ii) Smaller', prose, '(2) Two', more),
      ),
      ['2 (1) One', '3 (i) Small', '3 (ii) Smaller', '2 (2) Two'],
    );
    const letters = 'abcdefghij'.split('').flatMap((letter) => [`(${letter}) Part`, prose]);
    assert.deepEqual(
      new Set((await headings(page('T', prose, ...letters))).map((heading) => heading[0])),
      new Set(['2']),
    );
  });

  it('knows decimal and named labels', async () => {
    assert.deepEqual(
      await headings(
        page('T', prose, '1. Start', prose, '1.1 Depth', prose, '1.2 Width', prose, '2. End', more),
      ),
      ['2 1. Start', '3 1.1 Depth', '3 1.2 Width', '2 2. End'],
    );
    assert.deepEqual(await headings(page('T', prose, 'Chapter 1', prose, 'Chapter 2: Return', more)), [
      '2 Chapter 1',
      '2 Chapter 2: Return',
    ]);
  });

  it('does not take prose that opens with a bracket for a heading', async () => {
    const text = page(
      'T',
      prose,
      `(im)migrant families came later. ${more}`,
      `(i.e. those of the valley) stayed. ${more}`,
      '(see the map)',
      more,
    );
    assert.deepEqual(await headings(text), []);
  });

  it('asks about labelled lines that end like a sentence, as items of a list do', async () => {
    const text = page(prose, '1. The oven is hot.', prose, '2. The Mill', prose, '3. The lamp is out.', more);
    const { result } = await imported(text);
    assert.deepEqual(
      result.doubts.map(({ excerpt, chosen, reason }) => [excerpt, chosen, reason.id]),
      [
        ['1. The oven is hot.', 'heading', 'importing.headingOrItem'],
        ['3. The lamp is out.', 'heading', 'importing.headingOrItem'],
      ],
    );
  });

  it('asks about a heading without a label', async () => {
    const text = page('T', 'by Ada Holm', prose, 'What the water carries', more);
    const { result } = await imported(text);
    assert.deepEqual(doubts(result), ['7:heading']);
    const [doubt] = result.doubts;
    assert.ok(doubt);
    const decided = await imported(text, { decisions: [{ id: doubt.id, choice: 'paragraph' }] });
    assert.equal(decided.source.passages.length, 3);
    assert.deepEqual(doubts(decided.result), ['7:paragraph']);
    assert.equal(decided.result.doubts[0]?.id, doubt.id);
  });

  it('finds quotations by the words before and the source behind', async () => {
    const text = page(
      'T',
      'by Ada Holm',
      'In her last letter the miller wrote:',
      more,
      '“On Mills” (June 1, 1903), Collected Works, Vol. II, p. 11.',
      prose,
    );
    const { source, result } = await imported(text);
    assert.deepEqual(
      source.passages.map((passage) => passage.kind),
      ['paragraph', 'blockquote', 'paragraph'],
    );
    assert.match(source.passages[1]?.attribution?.text ?? '', /Collected Works/);
    assert.deepEqual(doubts(result), ['7:quotation', '9:attribution']);
  });

  it('leaves an enumeration behind a colon as paragraphs, and asks', async () => {
    const { result, source } = await imported(
      page('T', 'by Ada Holm', 'This leads to two questions:', `First, ${more}`, prose),
    );
    assert.deepEqual(doubts(result), ['7:paragraph']);
    assert.equal(source.passages.length, 3);
  });

  it('keeps lists, and their numbers', async () => {
    const { body } = await imported(
      page('T', 'by Ada Holm', prose, '- flour\n- water\n- salt', '3. third\n4. fourth', more),
    );
    assert.match(
      body,
      /- flour\n- water\n- salt\n\n3\) third\n4\) fourth|- flour\n- water\n- salt\n\n3\. third\n4\. fourth/,
    );
  });

  it('keeps the lines of verse', async () => {
    const { source } = await imported(
      page(
        'T',
        'by Ada Holm',
        prose,
        'The wheel goes round\nthe water sings below\nand nobody has found\nwhere all the ripples go',
        more,
      ),
    );
    assert.deepEqual(
      source.passages.map((passage) => passage.kind),
      ['paragraph', 'verse', 'paragraph'],
    );
  });

  it('knows underlined headings', async () => {
    assert.deepEqual(
      await headings(page('T', 'by Ada Holm', 'The Wheel\n=========', prose, 'The Race\n--------', more)),
      ['2 The Wheel', '3 The Race'],
    );
  });

  it('puts notes in place of their marks', async () => {
    const marked = (mark: (number: number) => string): string =>
      `The miller${mark(1)} came in 1840s dress, with a copy from 2008 (p.2 only), and said “never”.${mark(2)} ${more}`;
    for (const [mark, label] of [
      [(number: number) => String(number), (number: number) => `Footnote ${number}: `],
      [(number: number) => `[${number}]`, (number: number) => `[${number}] `],
      [(number: number) => '¹²'[number - 1] ?? '', (number: number) => `${number}. `],
    ] as const) {
      const { source, body } = await imported(
        page(
          'T',
          'by Ada Holm',
          marked(mark),
          prose,
          `${label(1)}Her name is lost.`,
          `${label(2)}To the priest.`,
        ),
      );
      assert.deepEqual(
        source.notes.map((note) => [note.label, note.anchor, note.words?.normalised]),
        [
          ['1', 1, 'Her name is lost.'],
          ['2', 1, 'To the priest.'],
        ],
      );
      assert.match(
        body,
        /miller\[\^1\] came in 1840s dress, with a copy from 2008 \(p\.2 only\), and said “never”\.\[\^2\] /,
      );
    }
  });

  it('does not take a numbered list at the end for notes', async () => {
    const { source } = await imported(page('T', 'by Ada Holm', prose, more, '1. flour\n2. water'));
    assert.equal(source.notes.length, 0);
    assert.equal(source.passages.at(-1)?.kind, 'list');
  });

  it('cuts what stands behind the text, and asks once', async () => {
    const text = page(
      'T',
      'by Ada Holm',
      prose,
      more,
      prose,
      '3 thoughts on “T”',
      `1. ${more}`,
      'Leave a Reply',
      'Log in to comment',
    );
    const { result, source } = await imported(text);
    assert.equal(source.passages.length, 3);
    assert.deepEqual(doubts(result), ['11:furniture']);
    assert.deepEqual(
      result.dropped.map((part) => part.line),
      [11, 13, 15, 17],
    );
    const [doubt] = result.doubts;
    const kept = await imported(text, { decisions: [{ id: doubt?.id ?? '', choice: 'paragraph' }] });
    assert.ok(kept.source.passages.length > 3);
  });

  it('does not cut at a share box above the text', async () => {
    const { source } = await imported(page('T', 'by Ada Holm', 'Share this:', 'Twitter', prose, more));
    assert.equal(source.passages.length, 2);
  });

  it('joins hyphenated lines as the text itself writes the word', async () => {
    const text = `T\n\nby Ada Holm\n\nThe waterwheel of the mill was old, and every spring the neighbours water-\nwheel and all, as they used to say, came down to look at the self-\nmade machine that turned it, for a self-made machine was a rare thing.`;
    assert.match((await imported(text)).body, /neighbours waterwheel and all.*the self-made machine/);
  });

  it('never mends spelling', async () => {
    const text = page(
      'T',
      'by Ada Holm',
      'The the mill was in tact , and it’s wheel reciev’d (or so they say water.',
      more,
    );
    assert.match(
      (await imported(text)).body,
      /^The the mill was in tact , and it’s wheel reciev’d \(or so they say water\.$/m,
    );
  });

  it('keeps the front matter of the source it replaces', async () => {
    const existing = '---\nid: mill\ntitle: The Mill, revised # by hand\n---\n\nOld text.\n';
    const { result } = await imported(page('T', 'by Ada Holm', prose, more), { existing });
    assert.equal(result.key, 'mill');
    assert.match(result.markdown, /^---\nid: mill\ntitle: The Mill, revised # by hand\n---\n\nThe river/);
  });
});
