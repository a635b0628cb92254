import { spawn, type ChildProcess } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';
import { StreamMessageReader, StreamMessageWriter, type Message } from 'vscode-languageserver-protocol/node';
import { inRoot, root } from '../../scripts/support/paths.ts';
import { browserArguments } from '../host/browser.ts';
import { editorProgram } from './install.ts';
import { checkSeen } from './seen.ts';
import { Desk, paperOn, recipe, type Seen } from './support.ts';

const paper = 'papers/first.analysis.md';
const source = 'sources/bread.md';

/** The page with the recipe in it, as one script. */
async function pageScript(): Promise<string> {
  const code = await recipe('CodeMirror', 'js');
  const { outputFiles } = await build({
    entryPoints: [inRoot('test', 'editors', 'codemirrorPage.mjs')],
    bundle: true,
    write: false,
    format: 'iife',
    plugins: [
      {
        name: 'recipe',
        setup: (bundling) => {
          bundling.onResolve({ filter: /^recipe$/ }, () => ({ path: 'recipe', namespace: 'docs' }));
          bundling.onLoad({ filter: /.*/, namespace: 'docs' }, () => ({ contents: code, resolveDir: root }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}

/** Calls a function of the page. */
function call<R>(page: Page, name: string, ...args: unknown[]): Promise<R> {
  const run = ([what, given]: [string, unknown[]]): unknown =>
    (globalThis as unknown as Record<string, (...all: unknown[]) => unknown>)[what]?.(...given);
  return page.evaluate(run, [name, args] as [string, unknown[]]) as Promise<R>;
}

/** Connects a page to a server of its own. */
async function serve(page: Page, desk: Desk): Promise<ChildProcess> {
  const server = spawn(desk.pilcrow, ['lsp'], { cwd: desk.study, stdio: ['pipe', 'pipe', 'inherit'] });
  const writer = new StreamMessageWriter(server.stdin);
  await page.exposeFunction('sendToServer', (text: string) => writer.write(JSON.parse(text) as Message));
  new StreamMessageReader(server.stdout).listen((message) => {
    // The page may be gone by then.
    call(page, 'receive', JSON.stringify(message)).catch(() => undefined);
  });
  return server;
}

async function look(page: Page, desk: Desk): Promise<Seen> {
  await call(page, 'openStudy', pathToFileURL(desk.study).toString(), desk.files);
  const marks = page.locator('.cm-lintRange');
  await marks.nth(1).waitFor();
  const findings: string[] = [];
  for (const mark of await marks.all()) {
    await mark.hover();
    findings.push((await page.locator('.cm-tooltip .cm-diagnosticText').first().textContent()) ?? '');
    await page.mouse.move(0, 0);
    await page.locator('.cm-tooltip').first().waitFor({ state: 'detached' });
  }
  const hoverAt = async (path: string, words: string): Promise<string> => {
    const { x, y } = await call<{ x: number; y: number }>(page, 'middleOf', path, words);
    await page.mouse.move(x, y);
    const text = await page.locator('.cm-lsp-hover-tooltip').first().innerText();
    await page.mouse.move(0, 0);
    await page.locator('.cm-tooltip').first().waitFor({ state: 'detached' });
    return text;
  };
  const hover = await hoverAt(paper, 'bread, ¶ 2');
  const sourceHover = await hoverAt(source, 'Yeast');
  const glossaryHover = await hoverAt('glossary.md', 'dough');
  await call(page, 'goTo', paper, 'bread, ¶ 2');
  await page.keyboard.press('F12');
  await page.waitForFunction('lineOf("sources/bread.md") > 1');
  const definition = { file: source, line: await call<number>(page, 'lineOf', source) };
  await call(page, 'goTo', paper, 'bread, ¶ 2');
  await page.keyboard.press('F2');
  await page.locator('.cm-panel input').fill('loaf');
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    'textOf("sources/bread.md").includes("loaf") && textOf("papers/first.analysis.md").includes("loaf")',
  );
  const renamed = await call<string>(page, 'textOf', paper);
  const sourceLine = (await call<string>(page, 'textOf', source)).split('\n')[1] ?? '';
  return { findings, hover, definition, sourceHover, glossaryHover, renamed, source: sourceLine };
}

describe('CodeMirror, set up as docs/editors.md says', () => {
  const program = editorProgram('browser');

  before(function () {
    if (program === undefined) this.skip();
  });

  it('shows findings, hovers and passages and renames a key', async () => {
    const desk = await Desk.lay(paperOn('𝒳'));
    const browser = await chromium.launch({ executablePath: program ?? '', args: [...browserArguments] });
    let server: ChildProcess | undefined;
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(30_000);
      server = await serve(page, desk);
      await page.addScriptTag({ content: await pageScript() });
      checkSeen(await look(page, desk), desk.paper);
    } finally {
      server?.kill();
      await browser.close();
      await desk.clear();
    }
  });
});
