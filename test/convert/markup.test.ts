import assert from 'node:assert/strict';
import { doubts, imported } from './importing.ts';

const prose =
  'The river rises in the hills above the town, and by the time it reaches the mill it carries more than water.';
const html = (body: string, head = ''): ReturnType<typeof imported> =>
  imported(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`, {
    fileName: 'page.html',
  });
const markdown = (text: string): ReturnType<typeof imported> => imported(text, { fileName: 'page.md' });

describe('HTML', () => {
  it('keeps emphasis, links, code and drops addresses that run something', async () => {
    const { body } = await html(
      `<p>${prose} <em>Slow</em> and <b>deep</b>, <a href="https://mill.example/a_b">see</a>, <a href="javascript:alert(1)">not this</a>, <code>a*b</code>.</p>`,
    );
    assert.equal(body, `${prose} *Slow* and **deep**, [see](https://mill.example/a_b), not this, \`a*b\`.`);
  });

  it('leaves out furniture, scripts and comments', async () => {
    const { body, result } = await html(
      `<nav>Home</nav><!-- secret --><article><h1>The Mill</h1><p>${prose}</p><script>write("<p>no</p>")</script><div class="sharedaddy"><h3>Share this:</h3></div><p>${prose}</p></article><section id="comments"><p>${prose} I agree.</p></section><footer>Foot</footer>`,
    );
    assert.equal(body, `${prose}\n\n${prose}`);
    assert.ok(result.dropped.some((part) => part.text.includes('agree')));
    assert.match(result.markdown, /title: The Mill/);
  });

  it('leaves out lists of contents, heads and licences of libraries, and who put a text there', async () => {
    const { body } = await html(
      `<main><h1>The Mill</h1><div>Submitted by Ed on May 4, 2009</div><table class="headertemplate"><tr><td>← One</td><td>Three →</td></tr></table><div class="table-of-contents"><p><a href="#a">One</a></p><p><a href="#b">Two</a></p></div><h3 id="a">One</h3><p>${prose}</p><h3 id="b">Two</h3><p>${prose}</p><div class="licensetpl">This work is free.</div></main>`,
    );
    assert.equal(body, `## One\n\n${prose}\n\n## Two\n\n${prose}`);
  });

  it('finds the text without an article or main element', async () => {
    const { source } = await html(
      `<div class="menu"><a href="/">Home</a></div><div><div class="x"><p>${prose}</p><p>${prose}</p></div><div class="sidebar"><p>${prose}</p></div></div>`,
    );
    assert.equal(source.passages.length, 2);
  });

  it('keeps captions of tables, and each cell in its column beside cells over several', async () => {
    const { body } = await html(
      `<p>${prose}</p><table><caption>Heights <em>in</em> metres</caption><tr><th>a</th><th colspan="2">b</th><th>c</th></tr><tr><td rowspan="2">1</td><td>2</td><td>3</td><td rowspan="0">4</td></tr><tr><td>5</td><td>6</td></tr><tr><td colspan="3">7</td></tr></table>`,
    );
    assert.equal(
      body,
      `${prose}\n\nHeights *in* metres\n\n| a | b |  | c |\n| --- | --- | --- | --- |\n| 1 | 2 | 3 | 4 |\n|  | 5 | 6 |  |\n| 7 |  |  |  |`,
    );
  });

  it('keeps the numbers and letters that a list shows', async () => {
    const { body } = await html(
      `<p>${prose}</p><ol start="3"><li>three</li><li>four</li><li value="9">nine</li><li>ten</li></ol><ol type="a" start="2"><li>b</li><li>c</li></ol><p>Then:</p><ol type="I"><li>one<ol type="i"><li>sub</li></ol></li><li>two</li></ol><p>Then:</p><ol reversed><li>two</li><li>one</li></ol><p>Then:</p><ol type="A"><li>one</li><li></li><li>three</li></ol>`,
    );
    assert.equal(
      body,
      `${prose}\n\n3. three\n4. four\n\n9) nine\n10) ten\n\nb. b\nc. c\n\nThen:\n\nI.  one\n\n    i. sub\n\nII. two\n\nThen:\n\n2. two\n\n1) one\n\nThen:\n\nA.  one\n\n<!-- -->\n\nC.  three`,
    );
  });

  it('takes what an archive says of a text, a labelled line each, for its date and no part of it', async () => {
    for (const [said, issued] of [
      [
        '<b>Written:</b> In 1931<br>First Published: <i>Valley Paper</i>, No. 7, May 1932<br>Source: Works, 1960, pages 347-529<br>Transcription/Markup: C. Lamp',
        '1932-05',
      ],
      ['Écrit : en 1847<br>Première parution : Londres, 1848<br>Source : Œuvres, 1960', '1848'],
      ['Geschrieben: Winter 1931.<br>Quelle: Werke, 1960.<br>HTML-Markierung: C. L.', '1931'],
    ] as const) {
      const { body, result } = await html(`<h1>The Mill</h1><p>${said}</p><p>${prose}</p>`);
      assert.equal(body, prose);
      assert.match(result.markdown, new RegExp(`issued: ["']?${issued}`));
      assert.equal(result.dropped.length, 1);
    }
    for (const words of ['Ada: The mill is shut.<br>Ben: It opens at noon.', 'Date: today<br>and more of it'])
      assert.match((await html(`<h1>The Mill</h1><p>${words}</p><p>${prose}</p>`)).body, /^(?:Ada|Date): /);
  });

  it('has a block quotation of paragraphs whose class says so', async () => {
    const { body } = await html(
      `<p>${prose}</p><p class="quoteb">“Slow.”</p><p class="quoteb">— A. Weir</p><p>${prose}</p><p class="MsoQuote">“Deep.”</p><p class="pullquote">Slow</p><p class="fst quote">“Wide.”</p>`,
    );
    assert.equal(body, `${prose}\n\n> “Slow.”\n>\n> — A. Weir\n\n${prose}\n\n> “Deep.”\n\nSlow\n\n> “Wide.”`);
  });

  it('makes notes of linked marks, and drops the links back', async () => {
    const { source, body } = await html(
      `<p>${prose}<sup><a href="#fn1" id="r1">1</a></sup> ${prose}<a href="#fn2" class="footnote-ref"><sup>[2]</sup></a></p><ol class="footnotes"><li id="fn1"><p>One. <a href="#r1">↩</a></p></li><li id="fn2"><p>Two.</p></li></ol>`,
    );
    assert.deepEqual(
      source.notes.map((note) => [note.label, note.words?.normalised, note.anchor]),
      [
        ['1', 'One.', 1],
        ['2', 'Two.', 1],
      ],
    );
    assert.doesNotMatch(body, /↩/);
  });

  it('makes notes of raised numbers without links', async () => {
    const { source } = await html(
      `<p>${prose.slice(0, -1)}<sup>1</sup>.</p><p>${prose}</p><p>[1] A note of its own.</p>`,
    );
    assert.deepEqual(
      source.notes.map((note) => note.anchor),
      [1],
    );
  });

  it('makes none of a raised number where the marks of notes are links, be they all in lists or tables', async () => {
    const note = '<section id="n"><ol><li id="n1"><p>A note. <a href="#r1">↩</a></p></li></ol></section>';
    const mark = '<a href="#n1" id="r1" role="doc-noteref"><sup>1</sup></a>';
    for (const block of [
      `<ul><li>${prose}${mark}</li><li>Second.</li></ul>`,
      `<ol><li>First.<ul><li>${prose}${mark}</li></ul></li><li>Second.</li></ol>`,
      `<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d${mark}</td></tr></table>`,
    ]) {
      const { body } = await html(`${block}<p>${prose} The river x<sup>1</sup> is long.</p>${note}`);
      assert.match(body, /x\^1\^ is long/, block);
      assert.equal(body.match(/\[\^1\](?!:)/g)?.length, 1, body);
    }
  });

  it('takes the caption of a picture for no attribution of the quotation before it', async () => {
    const figure = (before: string): string =>
      `${before}<figure><img src="file:///x.png"><figcaption>The mill in 1840</figcaption></figure>`;
    const quotation = `<blockquote><p>${prose}</p></blockquote>`;
    const { body } = await html(`<p>${prose}</p>${figure(quotation)}<p>${prose}</p>`);
    assert.equal(body, `${prose}\n\n> ${prose}\n\nThe mill in 1840\n\n${prose}`);
    const inside = await html(
      `<p>${prose}</p><figure>${quotation}<figcaption>A. Miller</figcaption></figure><p>${prose}</p>`,
    );
    assert.match(inside.body, /\n>\n> .*A\. Miller\n/);
  });

  it('keeps figures above and below the line, which would be those of another number', async () => {
    const { body } = await html(
      `<p>${prose} 10<sup>3</sup> yards, 10<sup>&minus;6</sup>, CO<sub>2</sub>, <i>m<sup>2</sup></i>, the 1<sup>st</sup> of M<sup>me</sup> Curie, H<sub>2</sub><del>O</del>.</p>`,
    );
    assert.equal(body, `${prose} 10^3^ yards, 10^−6^, CO~2~, *m*^2^, the 1st of Mme Curie, H~2~O.`);
  });

  it('reads quotations, lists, tables, code and rules', async () => {
    const { source } = await html(
      `<h2>A</h2><blockquote><p>${prose}</p><p style="text-align:right">Ada Holm</p></blockquote><ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><table><tr><th>x</th><th>y</th></tr><tr><td>1|2</td><td>3</td></tr></table><pre><code class="language-js">a\n\`\`\`\nb</code></pre><hr><p>${prose}</p>`,
    );
    assert.deepEqual(
      source.passages.map((passage) => passage.kind),
      ['blockquote', 'list', 'table', 'code', 'paragraph'],
    );
    assert.match(source.passages[0]?.attribution?.text ?? '', /Ada Holm/);
    assert.equal(source.passages[2]?.words?.normalised, 'x y 1|2 3');
  });

  it('asks whether a bold paragraph is a heading', async () => {
    const { result, source } = await html(
      `<article>\n<p>${prose}</p>\n<p><strong>The wheel</strong></p>\n<p>${prose}</p></article>`,
    );
    assert.deepEqual(doubts(result), ['3:heading']);
    assert.deepEqual(
      source.headings.map((heading) => heading.text),
      ['The wheel'],
    );
  });

  it('keeps pictures with their description, and leaves pixels out', async () => {
    const { body } = await html(
      `<p>${prose}</p><figure><img src="https://mill.example/w.png"><figcaption>The wheel</figcaption></figure><p>${prose}<img src="https://t.example/p.gif" width="1" height="1" alt="x"></p>`,
    );
    assert.equal(body, `${prose}\n\n![The wheel](https://mill.example/w.png)\n\n${prose}`);
  });

  it('reads what the page says of itself', async () => {
    const { source } = await html(
      `<article><h1>The Mill</h1><p>${prose}</p></article>`,
      '<title>The Mill | Valley News</title><meta name="author" content="Holm, Ada"><meta property="article:published_time" content="2015-03-03T10:00"><link rel="canonical" href="https://valley.example/mill"><meta property="og:site_name" content="Valley News">',
    );
    assert.deepEqual(source.frontMatter.data, {
      id: 'holm-2015',
      type: 'webpage',
      title: 'The Mill',
      author: [{ family: 'Holm', given: 'Ada' }],
      'container-title': 'Valley News',
      issued: '2015-03-03',
      URL: 'https://valley.example/mill',
      language: 'en',
    });
  });
});

describe('Markdown', () => {
  it('keeps a valid source as it is', async () => {
    const text = `---\nid: mill\ntitle: The Mill\n---\n\n# Part\n\n* a _list_\n* of *things*\n\n${prose}[^1]\n\n<!-- p. 12 -->\n\n> quoted\n\n[^1]: A note.\n`;
    assert.equal((await markdown(text)).result.markdown, text);
  });

  it('joins words that the end of a page divides, where plain text joins them', async () => {
    const pageAs = (body: string): string =>
      body.replace(/( *)<!-- p\. 12 -->( *)/, (_, before: string, after: string) =>
        before + after === '' ? '|' : ' ',
      );
    for (const [written, read] of [
      ['lan- [Pg 12] tern', 'lan-|tern'],
      ['lan\u2010[Pg 12] tern', 'lan\u2010|tern'],
      ['land- [Pg 12] and sea-birds', 'land- and sea-birds'],
      ['12- [Pg 12] tern', '12- tern'],
      ['lan- [Pg 12] Tern', 'lan- Tern'],
    ] as const)
      for (const fileName of ['page.md', 'page.txt']) {
        const { body } = await imported(`${prose} It is a ${written} of the mill, and ${prose}`, {
          fileName,
        });
        assert.ok(pageAs(body).includes(`It is a ${read} of the mill`), `${fileName}: ${body}`);
      }
  });

  it('takes the title block of Pandoc for the front matter', async () => {
    const { result, body } = await markdown(
      `% The *Old*\n  Mill\n% Lena Hartog; Bo Berg\n% 4 May 1931\n\n# Part\n\n${prose}\n`,
    );
    assert.match(result.markdown, /\ntitle: The Old Mill\n/u);
    assert.match(result.markdown, /Lena Hartog[^]*Bo Berg[^]*\nissued: 1931-05-04\n/u);
    assert.equal(body, `# Part\n\n${prose}`);
    assert.match((await markdown(`%\n% Lena Hartog\r\n\n${prose}\n\n${prose}`)).result.markdown, /Hartog/u);
    for (const text of [`% of all mills stand.\n${prose}`, `${prose}\n\n% The Mill\n\n${prose}`])
      assert.match((await markdown(text)).body, /%/u);
  });

  it('takes a title of its own for the front matter', async () => {
    const { result, body } = await markdown(`# The Mill\n\n${prose}\n\n## Part *one*\n\n${prose}\n`);
    assert.match(result.markdown, /^---\nid: mill\ntype: document\ntitle: The Mill\n---\n\n/);
    assert.equal(body, `${prose}\n\n## Part *one*\n\n${prose}`);
  });

  it('keeps the marks of Pandoc where HTML is taken out of a paragraph', async () => {
    const marks =
      '[small]{.smallcaps} [@cit, p. 3] @key H~2~O 10^3^ $x^2$ ^[a *note*] {so} "so" -- --- \\$5 \\[x\\] &amp; &lt;';
    const { body } = await markdown(
      `# T\n\n${prose} <u>u</u><!-- a -->\n${marks}\n\n> A <u>b</u>\n> [c]{.d}\n`,
    );
    assert.equal(body, `${prose} u ${marks}\n\n> A b [c]{.d}`);
  });

  it('makes no tag and no address of what HTML parted', async () => {
    for (const hostile of [
      '<<b></b>script>alert(1)<<b></b>/script>',
      '[x]<b></b>(javascript:alert(1))',
      '\\\\<<b></b>img src=x>',
    ]) {
      const { body } = await markdown(`# T\n\n${prose} ${hostile} end.\n`);
      assert.doesNotMatch(body, /(?<!\\)(?:\\\\)*<[a-z/]|(?<!\\)\[x\]\(javascript:/u);
    }
  });

  it('converts HTML, drops scripts, comments and unsafe links', async () => {
    const { body } = await markdown(
      `# T\n\n*kept* as _is_\n\n<div class="x"><p>A <b>bold</b> word</p></div>\n\n<script>alert(1)</script>\n\n<!-- secret -->\n\nline<br>break and H<sup>2</sup>O [x](javascript:alert(1))\n`,
    );
    assert.equal(body, '*kept* as _is_\n\nA **bold** word\n\nline\\\nbreak and H^2^O x');
  });
});
