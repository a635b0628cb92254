import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { activateExtension, studyFolder, textIn, until } from '../support.ts';

const root = vscode.Uri.from({ scheme: 'pilcrow-test', path: '/study' });

/** A file, a check and a message, a line each. */
function findings(): string {
  const all = vscode.languages.getDiagnostics().flatMap(([{ scheme, path }, found]) =>
    found.flatMap(({ source, code, message }) => {
      const check = typeof code === 'object' ? code.value : code;
      const isOwn = source === 'pilcrow' && scheme === root.scheme;
      return isOwn ? [`${path.replace('/study/', '')} ${String(check)} ${message}`] : [];
    }),
  );
  return all.sort().join('\n');
}

/** The same of the command line, on a disk. */
function findingsOfCommandLine(extensionPath: string): string {
  const program = join(extensionPath, 'bin', 'pilcrow');
  const env = { PATH: '/usr/bin:/bin', PILCROW_NODE: process.execPath, LC_ALL: 'C' };
  const args = ['check', studyFolder(), '--format', 'json', '--no-cache'];
  const { stdout } = spawnSync(program, args, { env, encoding: 'utf8' });
  const found = JSON.parse(stdout) as readonly { file: string; check: string; message: string }[];
  return found
    .map(({ file, check, message }) => `${file.replace(/^.*\/study\//, '')} ${check} ${message}`)
    .sort()
    .join('\n');
}

describe('a folder that no disk has', () => {
  before(async () => {
    await activateExtension();
    vscode.workspace.updateWorkspaceFolders(1, 0, { uri: root });
  });

  it('has the findings that the command line has on a disk', async () => {
    const { extensionPath } = await activateExtension();
    const expected = findingsOfCommandLine(extensionPath);
    assert.ok(expected.includes('citation/no-such-paragraph'));
    const changed = vscode.languages.onDidChangeDiagnostics as vscode.Event<never>;
    await until(() => (findings() === expected ? true : undefined), changed);
  });

  it('has papers that go out as files in it', async () => {
    const paper = vscode.Uri.joinPath(root, 'papers/first-reading.analysis.md');
    const target = vscode.Uri.joinPath(root, 'out/paper.html');
    await vscode.commands.executeCommand('pilcrow.exportPaper', { paper, format: 'html', target });
    assert.ok((await textIn(target)).includes('<a href="#reading-p4">'));
  });
});
