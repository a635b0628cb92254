import assert from 'node:assert/strict';
import type { SourceText } from '../../../src/core/source/readSource.ts';
import { epubOf, type TestBook } from '../../support/epub.ts';
import { doubts, imported } from '../importing.ts';

const lamp = 'The lamp stands by the door of the mill, and whoever comes home late finds it burning.';
const mill = 'The mill grinds by day and by night, for the river asks nobody what hour it is.';
const river = 'The river rises in the hills above the town and carries more than water.';

type Imported = Awaited<ReturnType<typeof imported>>;

const read = (book: TestBook): Promise<Imported> => imported(epubOf(book), { fileName: 'book.epub' });

const words = (source: SourceText): (string | undefined)[] =>
  source.passages.map((passage) => passage.words?.normalised);

const notes = (source: SourceText): unknown[] =>
  source.notes.map((note) => [note.label, note.words?.normalised, note.anchor]);

describe('EPUB: notes', () => {
  const note = (file: string, label: string): string =>
    `${lamp.slice(0, 20)}<a epub:type="noteref" href="${file}#n${label}">${label}</a>${lamp.slice(20)}`;
  const expected = [
    ['1', 'One lamp.', 1],
    ['2', 'Two mills.', 2],
  ];

  it('may be kept in a file of their own that stands outside of the order', async () => {
    const aside = (n: string, text: string): string =>
      `<aside epub:type="footnote" id="n${n}"><p>${n}. ${text}</p></aside>`;
    for (const isFirst of [false, true]) {
      const notesPart = {
        'my notes.xhtml': {
          body: `<section epub:type="footnotes"><h2>Notes</h2>${aside('1', 'One lamp.')}${aside('2', 'Two mills.')}</section>`,
          isLinear: false as const,
        },
      };
      const text = {
        'a.xhtml': `<p>${note('my%20notes.xhtml', '1')}</p>`,
        'b.xhtml': `<p>${note('my%20notes.xhtml', '2')}</p>`,
      };
      const { source, result } = await read({
        parts: isFirst ? { ...notesPart, ...text } : { ...text, ...notesPart },
      });
      assert.deepEqual(words(source), [lamp, lamp]);
      assert.deepEqual(notes(source), expected);
      assert.deepEqual(doubts(result), []);
    }
  });

  it('may stand at the end of each chapter, counted from one in each, without types', async () => {
    const chapter = (file: string, text: string, more = ''): string =>
      `<h1>${file}</h1><p>${lamp}<sup><a id="r1" href="#n1">1</a></sup></p><h2>Notes</h2><p id="n1"><a href="#r1">1</a>. ${text}</p>${more}`;
    const { source } = await read({
      parts: {
        'a.xhtml': chapter(
          'Lamps',
          'One lamp.',
          `<p>It goes on.</p><p id="n2"><a href="#x">2</a> Nobody leads here.</p>`,
        ),
        'b.xhtml': chapter('Mills', 'Two mills.'),
      },
    });
    assert.deepEqual(
      source.headings.map(({ text }) => text),
      ['Lamps', 'Mills'],
    );
    assert.equal(source.notes[0]?.words?.normalised.startsWith('One lamp.'), true);
    assert.equal(source.notes.at(-1)?.words?.normalised, 'Two mills.');
    assert.equal(source.notes.at(-1)?.anchor, source.passages.length);
  });

  it('are found where only links lead there and back, and keep all their paragraphs', async () => {
    const { source } = await read({
      parts: {
        'a.xhtml': `<p>${lamp}<a id="x1" href="b.xhtml#y1">[1]</a></p><p>${mill}<a id="x2" href="b.xhtml#y2">[2]</a></p>`,
        'b.xhtml': `<h1>Remarks</h1><h2>Chapter one</h2><p><a id="y1" href="a.xhtml#x1">[1]</a> One lamp.</p><p>It goes on.</p><p><a id="y2" href="a.xhtml#x2">[2]</a> Two mills.</p>`,
      },
    });
    assert.deepEqual(words(source), [lamp, mill]);
    assert.deepEqual(notes(source), [
      ['1', 'One lamp. It goes on.', 1],
      ['2', 'Two mills.', 2],
    ]);
  });

  it('are no chapters to which a list of contents leads', async () => {
    const { source } = await read({
      parts: {
        'c.xhtml': `<p>Contents</p><p><a id="c1" href="a.xhtml#t1">1</a> Lamps</p><p><a id="c2" href="b.xhtml#t2">2</a> Mills</p>`,
        'a.xhtml': `<p id="t1"><a href="c.xhtml#c1">1</a> Lamps</p><p>${lamp}</p>`,
        'b.xhtml': `<p id="t2"><a href="c.xhtml#c2">2</a> Mills</p><p>${mill}</p>`,
      },
    });
    assert.deepEqual(notes(source), []);
  });

  it('are found by the roles of DPUB-ARIA, in lists, in definitions and where they are hidden', async () => {
    for (const body of [
      `<p>${lamp}<a role="doc-noteref" href="#n1">*</a></p><ol role="doc-endnotes"><li id="n1" role="doc-endnote"><p>One lamp. <a role="doc-backlink" href="#r1">Jump back</a></p></li></ol>`,
      `<p>${lamp}<a epub:type="noteref" href="#n1" id="r1">1</a></p><aside epub:type="footnote" id="n1" hidden="hidden">One lamp.</aside>`,
      `<p>${lamp}<sup><a href="#n1" id="r1">1</a></sup></p><dl><dt id="n1">[<a href="#r1">1</a>]</dt><dd>One lamp.</dd></dl>`,
      `<p>${lamp}<sup><a href="#n1" id="r1">1</a></sup></p><a id="n1"></a><p>1 One lamp.</p>`,
    ]) {
      const { source } = await read({ parts: { 'a.xhtml': body } });
      assert.deepEqual(words(source), [lamp], body);
      assert.deepEqual(
        source.notes.map((one) => [one.words?.normalised, one.anchor]),
        [['One lamp.', 1]],
        body,
      );
    }
  });
});

describe('EPUB: pages', () => {
  const pagesOf = ({ source }: Imported): string[] => source.pages.map(({ label }) => label);

  it('are those that marks in the text name', async () => {
    const book = await read({
      parts: {
        'a.xhtml': `<p><span epub:type="pagebreak" role="doc-pagebreak" id="pxiv" aria-label="xiv"/>${lamp}</p><div epub:type="pagebreak" title="Page 1" id="p1"></div><p>${mill.slice(0, 30)}<span role="doc-pagebreak" id="page_2">2</span>${mill.slice(30)}</p><hr epub:type="pagebreak" title="3"/>`,
      },
    });
    assert.deepEqual(pagesOf(book), ['xiv', '1', '2', '3']);
    assert.deepEqual(words(book.source), [lamp, mill]);
  });

  it('are those of the list of pages, without marks in the text', async () => {
    const parts = {
      'a.xhtml': `<h1 id="one">Lamps</h1><p id="p12">${lamp}</p>`,
      'b.xhtml': `<p>${mill.slice(0, 30)}<a id="x"/>${mill.slice(30)}</p><p id="r">${river}</p>`,
    };
    const pages = {
      xii: 'a.xhtml',
      12: 'a.xhtml#p12',
      13: 'b.xhtml#x',
      'p. 14': 'b.xhtml#r',
      Plates: 'b.xhtml#r',
    };
    for (const version of [2, 3] as const) {
      const book = await read({ parts, pages, version });
      assert.deepEqual(pagesOf(book), ['xii', '12', '13', '14']);
      assert.deepEqual(words(book.source), [lamp, mill, river]);
      assert.equal(book.source.headings.length, 1);
    }
  });

  it('are marked once where marks and list name them', async () => {
    const book = await read({
      parts: {
        'a.xhtml': `<p id="b7"><span epub:type="pagebreak" id="p7" title="7"/>${lamp}</p><p>${mill}</p>`,
      },
      pages: { 7: 'a.xhtml#b7' },
    });
    assert.deepEqual(pagesOf(book), ['7']);
  });
});
