import assert from 'node:assert/strict';
import { inWords } from '../../../src/core/messages.ts';
import type { SourceText } from '../../../src/core/source/readSource.ts';
import { importSource } from '../../../src/convert/import.ts';
import { epubOf, type TestBook, xhtml } from '../../support/epub.ts';
import { zipOf } from '../../support/zip.ts';
import { doubts, imported } from '../importing.ts';

const lamp = 'The lamp stands by the door of the mill, and whoever comes home late finds it burning.';
const mill = 'The mill grinds by day and by night, for the river asks nobody what hour it is.';
const river = 'The river rises in the hills above the town and carries more than water.';

type Imported = Awaited<ReturnType<typeof imported>>;

const read = (book: TestBook | Uint8Array): Promise<Imported> =>
  imported(book instanceof Uint8Array ? book : epubOf(book), { fileName: 'book.epub' });

const words = (source: SourceText): (string | undefined)[] =>
  source.passages.map((passage) => passage.words?.normalised);

const notes = (source: SourceText): unknown[] =>
  source.notes.map((note) => [note.label, note.words?.normalised, note.anchor]);

const problemOf = async (bytes: Uint8Array): Promise<string> => {
  const result = await importSource({ bytes, fileName: 'book.epub', editions: [] });
  return 'problem' in result ? inWords(result.problem) : assert.fail('it was read');
};

describe('EPUB: the files of a book', () => {
  it('are read in the order of the spine, whatever their names and prefixes are', async () => {
    const parts = {
      'z.xhtml': `<p>${lamp}</p>`,
      'a part.xhtml': `<p>${mill}</p>`,
      'é%.xhtml': `<p>${river}</p>`,
    };
    for (const book of [
      { parts },
      { parts, prefix: 'opf' },
      { parts, prefix: 'o' },
      { parts, version: 2 as const },
    ])
      assert.deepEqual(words((await read(book)).source), [lamp, mill, river]);
  });

  it('are found under names that are not encoded, in other folders, or spelt in other letters', async () => {
    const whole = xhtml(`<p>${lamp}</p>`);
    for (const [name, href] of [
      ['OPS/my part.xhtml', 'my part.xhtml'],
      ['text/my part.xhtml', '../text/my%20part.xhtml'],
      ['OPS/Part.xhtml', 'part.xhtml'],
      ['OPS/caf\u00e9.xhtml', 'cafe%CC%81.xhtml'],
      ['OPS/a%20b.xhtml', 'a%20b.xhtml'],
      ['text/part.xhtml', '/text/part.xhtml'],
    ] as const) {
      const { source } = await read({ parts: { unused: { body: '', href } }, files: { [name]: whole } });
      assert.deepEqual(words(source), [lamp], name);
    }
  });

  it('are those of the first package that is there', async () => {
    const container = `<c:container xmlns:c="urn:oasis:names:tc:opendocument:xmlns:container"><c:rootfiles><c:rootfile full-path="book.pdf" media-type="application/pdf"/><c:rootfile full-path="gone.opf" media-type="application/oebps-package+xml"/><c:rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></c:rootfiles></c:container>`;
    const { source } = await read({
      parts: { 'a.xhtml': `<p>${lamp}</p>` },
      files: { 'META-INF/container.xml': container },
    });
    assert.deepEqual(words(source), [lamp]);
  });

  it('may close tags by themselves, use the names of HTML for signs, or be no XML at all', async () => {
    const { source, body } = await read({
      parts: {
        'a.xhtml': {
          body: '',
          whole: xhtml(
            `<a id="p1"/><p>A&nbsp;lamp&mdash;and a mill&hellip; to&shy;day.</p><script src="x.js"/><p>${mill}</p>`,
            '<title/>',
          ),
        },
        'b.html': {
          body: '',
          whole: `<html><head><title/></head><body><p>A lamp & a mill<br>by the <i>river</i>.</p><a id="x"/><p>${lamp}</p></body></html>`,
        },
      },
    });
    assert.equal(source.passages.length, 4, body);
    assert.match(body, /A lamp—and a mill… today\./);
    assert.doesNotMatch(body, /\[A lamp/);
  });

  it('are told with a doubt where they have no end', async () => {
    const whole = xhtml(`<p>${mill}</p><p>${lamp}</p>`);
    const after = { 'c.xhtml': `<p>${river}</p>` };
    for (const cut of ['', whole.slice(0, whole.indexOf('burning'))]) {
      const parts = { 'a.xhtml': `<p>${lamp}</p>`, 'b.xhtml': { body: '', whole: cut }, ...after };
      const { result } = await read({ parts });
      assert.equal(doubts(result).length, 1, cut);
      assert.match(inWords(result.doubts[0]?.reason ?? assert.fail()), /“b\.xhtml”, has no end/);
    }
    const marked = { body: '', whole: `${whole}\n<!-- made by hand -->\n` };
    const { result } = await read({ parts: { 'b.xhtml': marked, ...after } });
    assert.deepEqual(doubts(result), []);
  });

  it('may be kept in place of pictures, and are missed with a doubt', async () => {
    const bytes = epubOf({
      parts: {
        'a.xhtml': `<p>${lamp}</p>`,
        'gone.xhtml': { body: '', href: 'not%20there.xhtml' },
        'b.xhtml': `<p>${mill}</p>`,
      },
    });
    const { result, source } = await read(bytes);
    assert.deepEqual(words(source), [lamp, mill]);
    assert.equal(doubts(result).length, 1);
    assert.match(inWords(result.doubts[0]?.reason ?? assert.fail()), /“not there\.xhtml”/);
  });
});

describe('EPUB: what only style sheets say', () => {
  const css = `
    @font-face { font-family: x; src: url(x.ttf) }
    p { margin: 0; text-indent: 1.2em } /* { */
    .calibre1 { font: italic 1em/1.2 serif } span.calibre2, .no, .calibre9 b { font-weight: bold }
    p.chapter { font-size: 1.6em; font-weight: bold; text-align: center; text-indent: 0 }
    .sub { font-size: 1.25em }
    .block_7 { margin: 0 2em 0 3em; font-style: italic; text-indent: 0 }
    div.wide > p { margin-left: 10%; margin-right: 10% }
    .up { vertical-align: super; font-size: 75% } .gone { display: none }
    @media amzn-kf8 { .plain { font-style: italic } }`;

  it('is emphasis, and no more than that', async () => {
    const { body } = await read({
      css,
      parts: {
        'a.xhtml': `<p>A <span class="calibre1">slow</span> and <span class="calibre2">deep</span> lamp <span class="plain">by</span> the <i class="calibre1">old</i> <span style="font-style:italic">mill</span>, <b style="font-weight:normal">far</b> off<span class="gone">: not shown</span>.</p>`,
      },
    });
    assert.equal(body, 'A *slow* and **deep** lamp by the *old* *mill*, far off.');
  });

  it('is a heading, by its size or because the list of contents leads to it', async () => {
    const { source, result } = await read({
      css,
      contents: { 'The lamp': 'a.xhtml#l', 'Of mills': 'a.xhtml#m' },
      parts: {
        'a.xhtml': `<p class="chapter" id="l"><span>The lamp</span></p><p>${lamp}</p><p>${mill}</p><p class="sub">By night</p><p>${river}</p><a id="m"/><p class="c">Of mills</p><p>${mill}</p>`,
      },
    });
    assert.deepEqual(
      source.headings.map(({ text, depth }) => [text, depth]),
      [
        ['The lamp', 2],
        ['By night', 3],
        ['Of mills', 2],
      ],
    );
    assert.equal(source.passages.length, 4);
    assert.deepEqual(doubts(result), []);
  });

  it('is a quotation, by its margins or the name of its class', async () => {
    for (const quoted of [
      `<p class="block_7">${river}</p><p class="block_7">— A miller</p>`,
      `<div class="wide"><p>${river}</p></div>`,
      `<div class="extract"><p>${river}</p></div>`,
      `<p style="margin-left: 40px; margin-right: 0.3in">${river}</p>`,
    ]) {
      const { source, body } = await read({
        css,
        parts: { 'a.xhtml': `<p>${lamp}</p><p>${mill}</p>${quoted}<p>${lamp}</p><p>${mill}</p>` },
      });
      assert.deepEqual(
        source.passages.map(({ kind }) => kind),
        ['paragraph', 'paragraph', 'blockquote', 'paragraph', 'paragraph'],
        quoted,
      );
      assert.ok(body.includes(`> ${river}`), body);
    }
  });

  it('is none where all of the text is set in, or lines hang', async () => {
    const { source } = await read({
      css: 'p { margin: 0 2em } p.hang { margin-left: 5em; text-indent: -2em }',
      parts: { 'a.xhtml': `<p>${lamp}</p><p class="hang">${mill}</p><p>${river}</p>` },
    });
    assert.deepEqual(
      source.passages.map(({ kind }) => kind),
      ['paragraph', 'paragraph', 'paragraph'],
    );
  });

  it('raises the mark of a note', async () => {
    const { source } = await read({
      css,
      parts: {
        'a.xhtml': `<p>${lamp}<span class="up"><a href="#z">1</a></span></p><p id="z">1. One lamp.</p>`,
      },
    });
    assert.deepEqual(notes(source), [['1', 'One lamp.', 1]]);
  });
});

describe('EPUB: what it is', () => {
  it('is proposed from Dublin Core', async () => {
    const parts = { 'a.xhtml': `<p>${lamp}</p>` };
    const cases: readonly (readonly [about: string, expected: RegExp])[] = [
      [
        '<dc:title id="t">Lamps</dc:title><dc:title id="s">A History</dc:title><meta refines="#s" property="title-type">subtitle</meta><dc:creator id="b">Bo Bee</dc:creator><dc:creator id="a">Ada Aye</dc:creator><dc:creator id="e">Ed Itor</dc:creator><meta refines="#a" property="role">aut</meta><meta refines="#b" property="role">aut</meta><meta refines="#e" property="role">edt</meta><meta refines="#a" property="display-seq">1</meta><meta refines="#b" property="display-seq">2</meta><meta refines="#a" property="file-as">Aye, Ada</meta><dc:date>1911-03</dc:date>',
        /title: "Lamps: A History"\nauthor:\n {2}- family: Aye\n {4}given: Ada\n {2}- literal: Bo Bee\nissued: 1911-03\n/,
      ],
      [
        '<dc:title>Mills</dc:title><dc:creator opf:role="trl">Tor Turn</dc:creator><dc:creator opf:role="aut" opf:file-as="Aye, Ada">Ada Aye</dc:creator><dc:date opf:event="modification">2020</dc:date><dc:date opf:event="publication">1912</dc:date><dc:publisher>River Press</dc:publisher><dc:language>en-GB</dc:language>',
        /title: Mills\nauthor:\n {2}- family: Aye\n {4}given: Ada\npublisher: River Press\nissued: "?1912"?\nlanguage: en-GB\n/,
      ],
      [
        '<dc:title>Unknown Title</dc:title><dc:creator>Unknown Author</dc:creator><dc:date>0101-01-01T00:00:00+00:00</dc:date>',
        /^---\nid: book\ntype: book\n---/,
      ],
    ];
    for (const [about, expected] of cases)
      assert.match((await read({ parts, about })).result.markdown, expected);
  });

  it('leaves out covers, title pages, lists of contents and who owns the book, and says so', async () => {
    const { source, result } = await read({
      about: '<dc:title>Of lamps</dc:title>',
      guide: '<reference type="copyright-page" href="own.xhtml"/>',
      parts: {
        'cover.xhtml': `<body epub:type="cover"><p>Of lamps</p></body>`,
        'title.xhtml': `<h1>Of lamps</h1><p>Ada Aye</p><p>River Press</p>`,
        'own.xhtml': `<p>River Press owns this.</p>`,
        'own2.xhtml': `<p>Copyright © 1999 Ada Aye</p><p>All rights reserved.</p>`,
        'toc.xhtml': `<section epub:type="toc"><h2>What is where</h2><p>Lamps</p></section>`,
        'a.xhtml': `<nav><ol><li>Here</li></ol></nav><p>${lamp}</p><p>${mill}</p>`,
        'more.xhtml': { body: `<p>${river}</p>`, isLinear: false },
      },
    });
    assert.deepEqual(words(source), [lamp, mill]);
    assert.equal(result.dropped.length, 7);
  });

  it('leaves out no chapter whose words begin as the title of the book does, and no poem that is called so', async () => {
    const { source } = await read({
      about: '<dc:title>Lamp</dc:title>',
      parts: {
        'a.xhtml': `<h1>Lamps of the mill</h1><p>Of oil, and of wicks:</p>`,
        'b.xhtml': `<p>${lamp}</p>`,
        'c.xhtml': `<h1>Lamp</h1><p>O light</p><p>O oil</p>`,
      },
    });
    assert.deepEqual(words(source), ['Of oil, and of wicks:', lamp, 'O light', 'O oil']);
  });

  it('has the words of pictures that stand among words, and captions; others are told of', async () => {
    const { source, result } = await read({
      parts: {
        'a.xhtml': `<p><img src="t.png" alt="T"/>he lamp burns, and the mill grinds.</p><div><img src="a.png" alt="A mill by the river"/></div><figure><img src="b.png" alt="A lamp"/><figcaption>Lamps of old</figcaption></figure><p><img src="c.png" alt=""/></p><p>${mill}</p>`,
      },
    });
    assert.deepEqual(words(source), ['The lamp burns, and the mill grinds.', 'Lamps of old', mill]);
    assert.deepEqual(
      result.dropped.map(({ text }) => text),
      ['A mill by the river', 'A lamp'],
    );
  });

  it('has lists, tables and links', async () => {
    const { body } = await read({
      parts: {
        'a.xhtml': `<p>${lamp} <a href="https://mill.example/x">See</a> <a href="b.xhtml">here</a>.</p><ol><li>one</li><li>two<ul><li>deep</li></ul></li></ol><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table><pre><code>a\n b</code></pre>`,
        'b.xhtml': `<p>${mill}</p>`,
      },
    });
    assert.equal(
      body,
      `${lamp} [See](https://mill.example/x) here.\n\n1. one\n2. two\n   - deep\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n\`\`\`\na\n b\n\`\`\`\n\n${mill}`,
    );
  });
});

describe('EPUB: what cannot be read', () => {
  const parts = { 'a.xhtml': `<p>${lamp}</p>` };
  const encryption = (algorithm: string, uri: string): Record<string, string> => ({
    'META-INF/encryption.xml': `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><e:EncryptedData xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptionMethod Algorithm="${algorithm}"/><e:CipherData><e:CipherReference URI="${uri}"/></e:CipherData></e:EncryptedData></encryption>`,
  });

  it('is a book whose text is protected; fonts and pictures may be', async () => {
    const aes = 'http://www.w3.org/2001/04/xmlenc#aes128-cbc';
    assert.match(await problemOf(epubOf({ parts, files: encryption(aes, 'OPS/a.xhtml') })), /DRM/);
    for (const files of [
      encryption('http://www.idpf.org/2008/embedding', 'OPS/font.otf'),
      encryption('http://ns.adobe.com/pdf/enc#RC', 'OPS/font.otf'),
      encryption(aes, 'OPS/cover.jpg'),
    ])
      assert.deepEqual(words((await read({ parts, files })).source), [lamp]);
  });

  it('is damaged, cut off, without a package, or nothing but a name', async () => {
    const whole = epubOf({ parts });
    assert.match(await problemOf(whole.subarray(0, whole.length - 30)), /damaged/);
    assert.match(await problemOf(new TextEncoder().encode('no book')), /damaged/);
    assert.match(await problemOf(zipOf({ mimetype: 'application/epub+zip' })), /damaged: it does not say/);
    assert.match(
      await problemOf(epubOf({ parts, files: { 'OPS/book.opf': '<package><manifest>' } })),
      /“OPS\/book\.opf” in it is not well formed/,
    );
    assert.match(await problemOf(epubOf({ parts: { 'a.xhtml': '<p> </p>' } })), /no text/);
    assert.match(
      await problemOf(
        epubOf({
          parts: { 'a.xhtml': { body: '' } },
          files: { 'OPS/a.xhtml': { content: 'x', statedSize: 200_000_000 } },
        }),
      ),
      /too large/,
    );
  });
});
