import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Opening a document does not wait for activation, so tests ask for it first. */
export async function activateExtension(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.all.find(({ id }) => id.endsWith('.pilcrow'));
  assert.ok(extension, 'the extension is not in this host');
  await extension.activate();
  return extension;
}

/** The folder the window has open: a copy of the sample made for this run, free to be changed. */
export function studyFolder(): string {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return folder.uri.fsPath;
}

/** The next event that `wanted` accepts. Ask before doing what causes it. */
export function nextEvent<T>(event: vscode.Event<T>, wanted: (value: T) => boolean = () => true): Promise<T> {
  return new Promise((resolve) => {
    const subscription = event((value) => {
      if (!wanted(value)) return;
      subscription.dispose();
      resolve(value);
    });
  });
}
