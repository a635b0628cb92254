import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { cacheFolder } from '../../scripts/support/cache.ts';
import { inRoot } from '../../scripts/support/paths.ts';
import { installHost } from '../host/install.ts';
import { browserOfRun } from './browserOfRun.ts';

const quiet = (): void => undefined;

describe('npm start', () => {
  let cache: string;
  let start: ChildProcess | undefined;
  let context: BrowserContext | undefined;
  let address: string;
  let page: Page;

  before(async () => {
    // The editor is the one that is kept on this machine; settings and the copy of the sample are new.
    const host = await installHost('newest', quiet);
    cache = await mkdtemp(join(tmpdir(), 'pc-'));
    for (const path of [host.entry, host.node]) {
      const [name = ''] = path.startsWith(cacheFolder())
        ? path.slice(cacheFolder().length + 1).split('/')
        : [];
      if (name) await symlink(join(cacheFolder(), name), join(cache, name));
    }
    const args = [inRoot('scripts', 'run.mjs'), 'start', '--server'];
    const env = { ...process.env, PILCROW_CACHE: cache };
    start = spawn(process.execPath, args, { env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
    address = await addressPrintedBy(start);
    const browser = await browserOfRun();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
  });

  after(async () => {
    await context?.close();
    if (start?.exitCode === null) process.kill(-(start.pid ?? 0), 'SIGKILL');
    await rm(cache, { recursive: true, force: true });
  });

  it('serves the sample to who has the address, and to nobody else', async () => {
    const answer = await fetch(address, { redirect: 'manual' });
    assert.equal(answer.status, 302);
    assert.match(answer.headers.get('set-cookie') ?? '', /^vscode-tkn=/);
    assert.equal((await fetch(new URL(address).origin)).status, 403);
  });

  it('opens the exercise beside the side bar, in a folder that the person may trust or not', async () => {
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator('.part.banner', { hasText: 'Restricted Mode' }).waitFor();
    await page.locator('.tab.active[data-resource-name="exercise.analysis.md"]').waitFor();
    await page.locator('.part.sidebar .title-label', { hasText: /pilcrow/i }).waitFor();
    await page.locator('.part.sidebar .monaco-list-row', { hasText: '@readng' }).first().waitFor();
    await page.locator('.squiggly-error').first().waitFor();
    await page.screenshot({ path: inRoot('test-results', 'start.png') });
  });

  it('shows messages', async () => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill('>Pilcrow: Check Study Folder');
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Pilcrow: Check Study Folder' })
      .click();
    await page.locator('.notifications-toasts .notification-list-item', { hasText: '6 errors' }).waitFor();
    await page.screenshot({ path: inRoot('test-results', 'start-message.png') });
  });

  it('stops when told to', async () => {
    // Ctrl-C in a terminal reaches the whole group.
    process.kill(-(start?.pid ?? 0), 'SIGINT');
    assert.deepEqual(start && (await once(start, 'exit')), [0, null]);
  });
});

function addressPrintedBy(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    program.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\S+(?=\s)/.exec(output)?.[0];
      if (address) resolve(address);
    });
    program.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)));
  });
}
