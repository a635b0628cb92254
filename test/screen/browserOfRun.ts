import { type Browser, chromium } from 'playwright-core';
import { browserArguments, installBrowser } from '../host/browser.ts';

let launched: Promise<Browser> | undefined;

/**
 * The browser of all windows of a run: each has a context of its own, which keeps nothing of another's, so that the browser
 * need not start for each. One that has gone is followed by another.
 */
export async function browserOfRun(): Promise<Browser> {
  const running = await launched?.catch(() => undefined);
  if (running?.isConnected()) return running;
  const executablePath = await installBrowser(() => undefined);
  launched = chromium.launch({ executablePath, args: [...browserArguments] });
  return launched;
}

after(async () => {
  await launched?.then((browser) => browser.close());
});
