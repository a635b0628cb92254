import type { Report } from '../../scripts/support/process.ts';
import { findOrInstall, type WantedProgram } from '../../scripts/support/programs.ts';

const names = [
  ...(process.env['PILCROW_BROWSER'] ? [process.env['PILCROW_BROWSER']] : []),
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export const wantedBrowser: WantedProgram = {
  title: 'Chromium (or Chrome), which the tests in the editor drive,',
  names,
  packages: ['chromium', 'fonts-dejavu-core'],
};

export function installBrowser(report: Report): Promise<string> {
  return findOrInstall(wantedBrowser, report);
}

const offline = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

/** Root has no sandbox. No request leaves this machine. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  offline,
];
