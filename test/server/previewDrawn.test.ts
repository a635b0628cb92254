import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import type { MarkdownIt as Plugged } from '../../src/extension/preview/markdownIt.ts';
import { previewPlugin } from '../../src/extension/preview/plugin.ts';
import { TestClient } from './client.ts';

const source = '---\nid: bread\ntitle: On Bread\nauthor: {family: Miller}\nissued: 1999\n---\n\nFlour.\n';

/** What a preview shows of papers, drawn by the extension's plugin of markdown-it from what the server tells it. */
async function drawn(paper: string, settings = '{}'): Promise<string> {
  const client = await TestClient.start({
    'pilcrow.json': settings,
    'sources/bread.md': source,
    'papers/a.analysis.md': paper,
  });
  try {
    const reply = await client.ask('pilcrow/preview', { uri: client.uri('papers/a.analysis.md') });
    const wording = { works: 'Works cited', notes: 'Notes', unresolved: 'Nowhere' };
    const plugin = previewPlugin(
      { replyTo: (text) => (reply?.text === text ? reply : undefined), drawn: () => undefined },
      wording,
      () => false,
    );
    const markdownIt = new MarkdownIt('default', { html: true });
    plugin(markdownIt as unknown as Plugged);
    return markdownIt.render(paper).trimEnd();
  } finally {
    await client.stop();
  }
}

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

describe('the preview of a paper, as it is drawn', () => {
  it('shows words and not the signs of Pandoc around them', async () => {
    const html = await drawn(
      lines(
        '# On method {#method .unnumbered}',
        '',
        'Set {#under}',
        '---',
        '',
        'The [mass *line* [x]]{.term} and [Ada]{.smallcaps lang="en"}, [so]{.ul}, H~2~O, 10^3^, ~~gone~~, [y]{.mark}.',
        '',
        '> ::: {.note #n}',
        '> Within [a link](https://example.org){.a} and [brackets] {so}, `code`{.js}, a^b c^, [over',
        '> lines]{.b}.',
        '> :::',
        '',
        '`[code]{.term}` \\[no]{.term} *a [b* c]{.term} ![c^2^](d.png)',
        '',
        '    ::: code',
      ),
    );
    assert.deepEqual(html.split('\n'), [
      '<h1>On method</h1>',
      '<h2>Set</h2>',
      '<p>The <span>mass <em>line</em> [x]</span> and <span class="pilcrow-small-caps">Ada</span>, <span class="pilcrow-underline">so</span>, H<sub>2</sub>O, 10<sup>3</sup>, <s>gone</s>, <mark>y</mark>.</p>',
      '<blockquote>',
      '<p>Within <a href="https://example.org">a link</a> and [brackets] {so}, <code>code</code>, a^b c^, <span>over',
      'lines</span>.</p>',
      '</blockquote>',
      '<p><code>[code]{.term}</code> [no]{.term} *a <span>b* c</span> <img src="d.png" alt="c2"></p>',
      '<pre><code>::: code',
      '</code></pre>',
    ]);
  });

  const paper = lines(
    'One[^a], two^[In *it* [@bread, ¶ 1], <img src=x onerror=y>.] [@bread].',
    '',
    '[^a]: First,',
    '    so.',
    '',
    '    Second.',
    '',
    'Three.[^b] None[^c].',
    '',
    '> Quoted.[^d]',
    '>',
    '> [^d]: Inside.',
    '',
    '[^b]: - item',
  );
  const back = (number: number): string =>
    ` <a class="pilcrow-back" href="#pilcrow-note-mark-${String(number)}" role="doc-backlink">↩\ufe0e${String(number)}</a>`;
  const mark = (number: number): string =>
    `<sup><a id="pilcrow-note-mark-${String(number)}" href="#pilcrow-note-${String(number)}" role="doc-noteref">${String(number)}</a></sup>`;

  it('shows footnotes where notes stand, with links in both directions', async () => {
    const html = await drawn(paper);
    assert.ok(html.startsWith(`<p>One${mark(1)}, two${mark(2)} <span class="pilcrow-citation"`), html);
    assert.ok(html.includes(`<p>Three.${mark(3)} None[^c].</p>`), html);
    assert.ok(html.includes(`<blockquote>\n<p>Quoted.${mark(4)}</p>\n</blockquote>`), html);
    const notes = /<section class="pilcrow-notes">[^]*?<\/section>/.exec(html)?.[0].split('\n');
    assert.deepEqual(notes, [
      '<section class="pilcrow-notes">',
      '<h2>Notes</h2>',
      '<ol>',
      '<li id="pilcrow-note-1" value="1"><p>First, so.</p>',
      `<p>Second.${back(1)}</p></li>`,
      `<li id="pilcrow-note-2" value="2"><p>In <em>it</em> <span id="cite-1" class="citation">(Miller 1999, para.\u00a01)</span>, .${back(2)}</p></li>`,
      '<li id="pilcrow-note-3" value="3"><ul>',
      '<li>item</li>',
      `</ul>${back(3)}</li>`,
      `<li id="pilcrow-note-4" value="4"><p>Inside.${back(4)}</p></li>`,
      '</ol>',
      '</section>',
    ]);
  });

  it('counts footnotes with those of a style', async () => {
    const html = await drawn(
      'A [@bread, ¶ 1].[^a] B [@bread].\n\n[^a]: So [@bread].\n',
      '{ "csl": "chicago-notes" }',
    );
    const numbers = [...html.matchAll(/<li id="[^"]*" value="(\d+)">/g)].map(([, number]) => number);
    assert.deepEqual(numbers, ['1', '2', '3'], html);
    assert.ok(html.includes(mark(2)), html);
  });

  it('keeps the number that a list begins with', async () => {
    assert.equal(
      await drawn('2. Two [x]{.a}.\n3. Three.\n'),
      '<ol start="2">\n<li>Two <span>x</span>.</li>\n<li>Three.</li>\n</ol>',
    );
  });

  it('shows definitions, verse and their content', async () => {
    const html = await drawn(
      lines(
        'Flour',
        ':   Ground *wheat* [@nobody].',
        '',
        'Salt',
        '',
        ':   One.',
        '',
        '    - Two.',
        '',
        '~   Three.',
        '',
        '- item',
        '',
        '> | A lamp',
        '> |   by the *door*',
        '> |',
        '> | burns.',
      ),
    );
    assert.deepEqual(html.split('\n'), [
      '<dl>',
      '<dt>Flour</dt>',
      '<dd>Ground <em>wheat</em> <span class="pilcrow-citation pilcrow-unresolved" title="Nowhere"><span class="pilcrow-said">Nowhere: </span>[@nobody]</span>.</dd>',
      '<dt>Salt</dt>',
      '<dd>',
      '<p>One.</p>',
      '<ul>',
      '<li>Two.</li>',
      '</ul>',
      '</dd>',
      '<dd>',
      '<p>Three.</p>',
      '</dd>',
      '</dl>',
      '<ul>',
      '<li>item</li>',
      '</ul>',
      '<blockquote>',
      '<p>A lamp<br>',
      '\u00a0\u00a0by the <em>door</em><br>',
      '<br>',
      'burns.</p>',
      '</blockquote>',
    ]);
  });
});
