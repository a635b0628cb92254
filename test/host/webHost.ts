/**
 * A VS Code without any server, as vscode.dev is one: the workbench of an installed host as plain files, in a page of a headless
 * browser. Extensions run in its web worker, and a folder lies in a file system that only an extension has.
 */
import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join, normalize, sep } from 'node:path';
import { chromium, type Browser, type ConsoleMessage, type Page } from 'playwright-core';
import { browserArguments } from './browser.ts';
import type { Host } from './install.ts';

export interface WebHostOptions {
  readonly browser: string;
  /** Folders of extensions. */
  readonly extensionPaths: readonly string[];
  /** A script in the last of these that exports `run`. */
  readonly tests?: string | undefined;
  /** The folder that is open, in a file system of an extension. */
  readonly folder: string;
  /** Answers that are made, by the path of their address. */
  readonly made?: Readonly<Record<string, string>> | undefined;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  readonly locale?: string | undefined;
  readonly expose?: Readonly<Record<string, (...args: never[]) => void>> | undefined;
  readonly onConsole?: ((message: ConsoleMessage) => void) | undefined;
}

export interface WebWorkbench {
  readonly page: Page;
  readonly origin: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  wasm: 'application/wasm',
};

/** Opens the workbench. Whoever does closes it. */
export async function openWebWorkbench(host: Host, options: WebHostOptions): Promise<WebWorkbench> {
  const files = dirname(dirname(host.entry));
  const server = await listen(files, options);
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close().catch(() => undefined);
    server.closeAllConnections();
    server.close();
  };
  try {
    const origin = originOf(server);
    browser = await chromium.launch({ executablePath: options.browser, args: [...browserArguments] });
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: options.locale ?? 'en-US',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    for (const [name, told] of Object.entries(options.expose ?? {})) await page.exposeFunction(name, told);
    page.on('console', (message) => options.onConsole?.(message));
    await page.goto(origin, { waitUntil: 'commit' });
    await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 150_000 });
    return { page, origin, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

async function listen(files: string, options: WebHostOptions): Promise<Server> {
  const folders: Record<string, string> = { static: files };
  for (const [at, path] of options.extensionPaths.entries()) folders[`extension${String(at)}`] = path;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    void answer(decodeURIComponent(pathname)).then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type, 'access-control-allow-origin': '*' });
      response.end(body);
    });
  });
  const answer = async (path: string): Promise<{ status: number; type: string; body: string | Buffer }> => {
    const made = path === '/' ? page(originOf(server), options, Object.keys(folders)) : options.made?.[path];
    const type =
      path === '/' ? 'text/html' : (types[/[^.]*$/.exec(path)?.[0] ?? ''] ?? 'application/octet-stream');
    if (made !== undefined) return { status: 200, type, body: made };
    const [, name = '', below = ''] = /^\/([^/]+)\/(.+)$/s.exec(path) ?? [];
    const folder = folders[name];
    const file = folder === undefined ? undefined : normalize(join(folder, below));
    const isThere =
      file?.startsWith(`${String(folder)}${sep}`) && (await stat(file).catch(() => undefined))?.isFile();
    return file !== undefined && isThere
      ? { status: 200, type, body: withoutServer(await readFile(file), file) }
      : { status: 404, type: 'text/plain', body: 'not here' };
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Undoes what code-server changes in the workbench of VS Code: that there is always a server, which has the settings as files. */
function withoutServer(body: Buffer, file: string): string | Buffer {
  if (!file.endsWith('workbench.js')) return body;
  return body
    .toString()
    .replace('remoteAuthority:location.host', 'remoteAuthority:undefined')
    .replace(/(userDataPath\)\.with\(\{scheme:)[\w$]+\.vscodeRemote/, '$1"vscode-userdata"');
}

/** The page that the server of VS Code makes, told that there is no such server. */
function page(origin: string, options: WebHostOptions, names: readonly string[]): string {
  const { host } = new URL(origin);
  const at = (path: string): object => ({ scheme: 'http', authority: host, path });
  const extensions = names.filter((name) => name.startsWith('extension')).map((name) => at(`/${name}`));
  const [, scheme = '', path = ''] = /^([a-z-]+):(.*)$/.exec(options.folder) ?? [];
  const configuration = {
    folderUri: { scheme, authority: '', path },
    developmentOptions: {
      extensions,
      enableSmokeTestDriver: options.tests !== undefined,
      ...(options.tests !== undefined
        ? { extensionTestsPath: at(`/extension${String(extensions.length - 1)}/${options.tests}`) }
        : {}),
    },
    enableWorkspaceTrust: false,
    userDataPath: '/',
    isEnabledFileDownloads: false,
    isEnabledFileUploads: false,
    isEnabledCoderGettingStarted: false,
    configurationDefaults: options.settings ?? {},
  };
  // Extensions speak it; the workbench itself has English alone.
  const language =
    options.locale === undefined
      ? ''
      : `\n<script type="module">globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(options.locale)};</script>`;
  const attribute = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${attribute(JSON.stringify(configuration))}">
<meta id="vscode-workbench-auth-session" data-settings="">
<link rel="stylesheet" href="/static/out/vs/code/browser/workbench/workbench.css">
</head><body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = '${origin}/static/out/';</script>
<script type="module" src="/static/out/nls.messages.js"></script>${language}
<script type="module" src="/static/out/vs/code/browser/workbench/workbench.js"></script>
</html>`;
}
