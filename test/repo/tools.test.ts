import assert from 'node:assert/strict';
import { countTests } from '../../scripts/support/steps.ts';
import { parseCommandLine } from '../host/commandLine.ts';
import { encodeMessage, messageReader, type Message } from '../host/report.ts';
import { workbenchAddress } from '../host/workbenchAddress.ts';

describe("the launcher's command line", () => {
  it('reads what desktop code is started with', () => {
    const args = [
      '/study',
      '--disable-updates',
      '--extensionDevelopmentPath=/a',
      '--extensionDevelopmentPath',
      '/b',
    ];
    const read = parseCommandLine([...args, '--extensionTestsPath=/tests', '--extensions-dir', '/x', '-r']);
    assert.equal(read.open, '/study');
    assert.deepEqual(read.extensionPaths, ['/a', '/b']);
    assert.equal(read.testsPath, '/tests');
    assert.equal(read.extensionsFolder, '/x');
  });

  it('reads which extensions to install', () => {
    assert.deepEqual(parseCommandLine(['--install-extension', 'a.vsix']).installExtensions, ['a.vsix']);
  });
});

describe('the messages of the runner', () => {
  it('arrive whole in whatever pieces they travel', () => {
    const sent: Message[] = [{ print: 'one\ntwo ¶' }, { failure: null }];
    const received: Message[] = [];
    const read = messageReader((message) => received.push(message));
    for (const character of sent.map(encodeMessage).join('')) read(character);
    assert.deepEqual(received, sent);
  });
});

describe('the address of a workbench', () => {
  it('names folder, extension and token', () => {
    const options = { open: '/a b', extensionPaths: ['/x'], token: 't' };
    const address = new URL(workbenchAddress({ origin: 'http://127.0.0.1:1' }, options));
    assert.equal(address.searchParams.get('folder'), '/a b');
    assert.equal(address.searchParams.get('tkn'), 't');
    assert.deepEqual(JSON.parse(address.searchParams.get('payload') ?? ''), [
      ['extensionDevelopmentPath', 'vscode-remote://127.0.0.1:1/x'],
      ['skipWelcome', 'true'],
    ]);
  });
});

describe('counting tests', () => {
  it('adds up the summaries of all runs', () => {
    const output =
      '  3 passing (1s)\n  1 pending\n\n  12 passing (20ms)\n  2 failing\n\n  1) I was 9 passing\n';
    assert.deepEqual(countTests(output), { passed: 15, failed: 2, skipped: 1 });
  });
});
