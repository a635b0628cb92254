import { chromium, type Browser, type BrowserContext, type ConsoleMessage, type Page } from 'playwright-core';
import { browserArguments } from './browser.ts';
import type { Host } from './install.ts';
import { startServer, type ServerOptions } from './server.ts';
import { workbenchAddress, type AddressOptions } from './workbenchAddress.ts';

export interface WorkbenchOptions extends ServerOptions, AddressOptions {
  /** The path of a browser, which runs as long as the window, or one that runs already, and goes on after it. */
  readonly browser: string | Browser;
  readonly viewport?: { readonly width: number; readonly height: number } | undefined;
  /** Functions that the page may call, such as the one that receives the exit code of a test run. */
  readonly expose?: Readonly<Record<string, (...args: never[]) => void>> | undefined;
  readonly onConsole?: ((message: ConsoleMessage) => void) | undefined;
  /** Called with the reason if server or page end before `close` is called. */
  readonly onGone?: ((reason: string) => void) | undefined;
  /** Called with `close` as soon as there is something to close, for callers that may have to stop early. */
  readonly onStarted?: ((close: () => Promise<void>) => void) | undefined;
}

export interface Workbench {
  readonly page: Page;
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts a server and a browser, and opens the workbench with the given extensions. */
export async function openWorkbench(host: Host, options: WorkbenchOptions): Promise<Workbench> {
  const { browser } = options;
  const launching =
    typeof browser === 'string'
      ? chromium.launch({ executablePath: browser, args: [...browserArguments] })
      : Promise.resolve(browser);
  launching.catch(() => undefined);
  const underDevelopment = options.extensionPaths.length > 0;
  const server = await startServer(host, { trustEverything: true, underDevelopment, ...options });
  let closing = false;
  let context: BrowserContext | undefined;
  const close = async (): Promise<void> => {
    closing = true;
    const closes = typeof browser === 'string' ? launching.then((own) => own.close()) : context?.close();
    await closes?.catch(() => undefined);
    await server.stop();
  };
  const onGone = (reason: string): void => {
    if (!closing) options.onGone?.(reason);
  };
  void server.gone.then(onGone);
  options.onStarted?.(close);
  try {
    context = await newContext(await launching, options);
    const page = await openPage(context, options, onGone);
    await page.goto(workbenchAddress(server, options), { waitUntil: 'commit' });
    await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 60_000 });
    return { page, origin: server.origin, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function newContext(browser: Browser, { viewport }: WorkbenchOptions): Promise<BrowserContext> {
  return browser.newContext({
    viewport: viewport ?? { width: 1280, height: 1100 },
    locale: 'en-US',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
}

async function openPage(
  context: BrowserContext,
  options: WorkbenchOptions,
  onGone: (reason: string) => void,
): Promise<Page> {
  const page = await context.newPage();
  for (const [name, told] of Object.entries(options.expose ?? {})) await page.exposeFunction(name, told);
  page.on('crash', () => onGone('the page crashed'));
  page.on('console', (message) => options.onConsole?.(message));
  return page;
}
