import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Pilcrow } from '../../src/extension/feature.ts';
import { activatedPilcrow, checksIn, fileOf, nextEvent, remove, write } from './support.ts';

const render = (document: vscode.TextDocument): Thenable<string> =>
  vscode.commands.executeCommand<string>('markdown.api.render', document);

describe('the preview of a paper', () => {
  const name = 'papers/previewed.analysis.md';
  let pilcrow: Pilcrow;

  before(async () => {
    pilcrow = await activatedPilcrow();
    await checksIn(fileOf('papers/exercise.analysis.md'), (checks) => checks.length > 0);
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  after(() => remove(fileOf(name)));

  /** What is drawn once the server has answered: the first drawing asks, and the answer causes the second. */
  async function drawn(uri: vscode.Uri): Promise<string> {
    const document = await vscode.workspace.openTextDocument(uri);
    const asked = nextEvent(pilcrow.previews.onDidChange, (changed) => changed === uri.toString());
    const first = await render(document);
    if (!first.includes('pilcrow-citation')) await asked;
    return render(document);
  }

  async function drawnText(text: string): Promise<string> {
    const uri = fileOf(name);
    await write(uri, '');
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    await vscode.workspace.applyEdit(edit);
    return drawn(uri);
  }

  it('shows what its style prints, the passage as a tooltip, and the works at the end', async () => {
    const html = await drawn(fileOf('papers/first-reading.analysis.md'));
    assert.match(
      html,
      /<span class="pilcrow-citation" title="¶\u00a04: Choose one person[^"]*">\([^<]*, para\.\u00a04\)<\/span>/,
    );
    assert.match(html, /<section class="pilcrow-works">\s*<h2>Works cited<\/h2>\s*<ul>\s*<li>/);
    assert.doesNotMatch(html, /\[@|[\uE000-\uF8FF]/);
  });

  it('has its citations when it is drawn for the first time, if the paper was shown in an editor', async () => {
    const uri = fileOf('papers/shown.analysis.md');
    try {
      await write(uri, 'A claim [@reading, ¶ 4].\n');
      const answered = nextEvent(pilcrow.previews.onDidAnswer, (about) => about === uri.toString());
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      await answered;
      assert.match(await render(document), /class="pilcrow-citation"/);
    } finally {
      await remove(uri);
    }
  });

  it('marks what leads nowhere', async () => {
    const html = await drawn(fileOf('papers/exercise.analysis.md'));
    assert.match(html, /class="pilcrow-citation pilcrow-unresolved" title="This citation leads nowhere/);
    assert.match(html, /<code>\[@reading, ¶ 12\]<\/code>/);
  });

  it('keeps citations where they stand, and leaves alone what only looks like one', async () => {
    const html = await drawnText(
      [
        '---',
        'title: "[@reading, ¶ 1]"',
        '---',
        '# Heading [@reading, ¶ 1]',
        '',
        '*Emphasis [@reading, ¶ 2]* and @reading [¶ 3].',
        '',
        '> - over lines [@reading,',
        '>   ¶ 4]**bold**',
        '',
        '| a [@reading, ¶ 5] | b |',
        '| --- | --- |',
        '| c | [-@reading, ¶ 6] |',
        '',
        '```',
        '[@reading, ¶ 7]',
        '```',
        '',
        '`[@reading, ¶ 8]` <b title="[@reading, ¶ 9]">x</b> [@a](https://example.org)',
        '',
        '![[@reading, ¶ 10]](no.png)',
        '',
      ].join('\r\n'),
    );
    const shown = [...html.matchAll(/<span class="pilcrow-citation"[^>]*>([^<]*)<\/span>/g)];
    const places = shown.map(([, text]) => /para\.\u00a0(\d+)/.exec(text ?? '')?.[1]);
    assert.deepEqual(places, ['1', '2', '3', '4', '5', '6']);
    assert.match(html, /<em>Emphasis <span class="pilcrow-citation"/);
    assert.match(html, /<\/span><strong>bold<\/strong>/);
    assert.match(html, /<code[^>]*>(<[^>]*>)*\[@reading, ¶ 7\]/);
    assert.match(html, /<code>\[@reading, ¶ 8\]<\/code> <b title="\[@reading, ¶ 9\]">/);
    assert.match(html, /alt="\[@reading, ¶\s10\]"/);
    assert.match(html, /<a href="https:\/\/example\.org"[^>]*>@a<\/a>/);
    assert.doesNotMatch(html, /[\uE000-\uF8FF]/);
    assert.match(html, /data-line="7"[^>]*>/, 'lines are where they were');
  });

  it('shows words and not the signs of Pandoc around them', async () => {
    const html = await drawnText(
      [
        '# On method {#method .unnumbered}',
        '',
        'The [mass *line* [@reading, ¶ 1]]{.term} and [Ada]{.smallcaps lang="en"}, H~2~O, 10^3^, ~~gone~~.',
        '',
        '::: {.note #n}',
        'Within [a link](https://example.org) and [brackets] {so}.',
        ':::',
        '',
        '`[code]{.term}` \\[no]{.term} [@reading, ¶ 2]{.term}',
        '',
        '    ::: code',
        '',
        '# Sources',
        '',
        '::: {#refs}',
        ':::',
        '',
      ].join('\n'),
    );
    assert.match(html, /<h1[^>]*>On method<\/h1>/);
    assert.match(html, /The <span>mass <em>line<\/em> <span class="pilcrow-citation"/);
    assert.match(
      html,
      /<span class="pilcrow-small-caps">Ada<\/span>, H<sub>2<\/sub>O, 10<sup>3<\/sup>, <s>gone<\/s>/,
    );
    assert.match(html, /<p[^>]*>Within <a [^>]*>a link<\/a> and \[brackets\] \{so\}\.<\/p>/);
    assert.match(html, /<code>\[code\]\{\.term\}<\/code> \[no\]\{\.term\}/);
    assert.match(html, /::: code/);
    assert.equal(html.match(/:::/g)?.length, 1);
    assert.match(html, /<h1[^>]*>Sources<\/h1>\s*<section class="pilcrow-works">\s*<ul>/);
  });

  it('makes no HTML of what a document says', async () => {
    const html = await drawnText('A slip [see \\<img src=x\\> "& @nobody, p. 1 \\<script\\>].\n');
    const [citation = ''] = /<span class="pilcrow-citation[^]*/.exec(html) ?? [];
    assert.match(citation, /\[see \\&lt;img src=x\\&gt; &quot;&amp; @nobody, p\. 1 \\&lt;script\\&gt;\]/);
    assert.doesNotMatch(html, /<script|<img/);
  });

  it('has title, subtitle, authors and date above it, as text', async () => {
    const html = await drawnText(
      [
        '---',
        'title: "First <img src=x onerror=alert(1)> & *last*"',
        'subtitle: A report',
        'author: [Ada, "<script>Ben</script>"]',
        'date: 2026-11-23',
        '---',
        '',
        'A claim about ¶ 4 [@reading, ¶ 4].',
        '',
      ].join('\n'),
    );
    const [heading = ''] = /<header class="pilcrow-heading">[^]*?<\/header>/.exec(html) ?? [];
    assert.deepEqual(heading.split('\n'), [
      '<header class="pilcrow-heading">',
      '<h1 class="pilcrow-title">First &lt;img src=x onerror=alert(1)&gt; &amp; last</h1>',
      '<p class="pilcrow-subtitle">A report</p>',
      '<p class="pilcrow-byline">Ada, &lt;script&gt;Ben&lt;/script&gt; · 2026-11-23</p>',
      '</header>',
    ]);
    assert.doesNotMatch(html, /<table|<hr/);
    assert.match(html, />A claim about ¶\u00a04 <span/);
  });

  it('has no heading where the front matter has none', async () => {
    assert.doesNotMatch(await drawnText('---\nlang: en\n---\n\nA claim [@reading, ¶ 4].\n'), /<header|<h1/);
  });

  it('is drawn again when a source changes', async () => {
    const source = fileOf('sources/previewed.md');
    const words = (text: string): Promise<void> =>
      write(source, `---\nid: previewed\ntitle: P\n---\n\n${text}\n`);
    try {
      await words('First "words" \\<b>.');
      await checksIn(fileOf('papers/exercise.analysis.md'), (checks) => checks.length > 0);
      await drawnText('A claim [@previewed, ¶ 1].\n');
      const document = await vscode.workspace.openTextDocument(fileOf(name));
      const drawnWith = async (wanted: string): Promise<void> => {
        for (;;) {
          const changed = nextEvent(pilcrow.previews.onDidChange);
          if ((await render(document)).includes(wanted)) return;
          await changed;
        }
      };
      await drawnWith('¶\u00a01: First &quot;words&quot; &lt;b&gt;.');
      const changed = drawnWith('¶\u00a01: Other words.');
      await words('Other words.');
      await changed;
    } finally {
      await remove(source);
    }
  });

  it('leaves other Markdown as it is', async () => {
    const language = 'markdown';
    const content = 'Not a paper [@reading, ¶ 1].\n';
    const html = await render(await vscode.workspace.openTextDocument({ language, content }));
    assert.match(html, /\[@reading, ¶ 1\]/);
  });

  it('opens with the commands of other previews', async () => {
    const uri = fileOf('papers/first-reading.analysis.md');
    await vscode.window.showTextDocument(uri);
    const opened = nextEvent(vscode.window.tabGroups.onDidChangeTabs, ({ opened }) =>
      opened.some(({ input }) => input instanceof vscode.TabInputWebview),
    );
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
    const { label } = (await opened).opened[0] ?? assert.fail('nothing was opened');
    assert.equal(label, 'Preview first-reading.analysis.md');
  });
});
