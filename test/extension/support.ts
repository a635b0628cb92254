import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Pilcrow } from '../../src/extension/feature.ts';

/**
 * `it` for what asks for pages of an extension, which the workbench of a browser alone does not load here: their service is another
 * website.
 */
export const itWithPages = vscode.env.uiKind === vscode.UIKind.Desktop ? it : it.skip;

/** Activates the extension. Opening a document does not wait for activation. */
export async function activateExtension(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.all.find(({ id }) => id.endsWith('.pilcrow'));
  assert.ok(extension, 'the extension is not in this host');
  await extension.activate();
  return extension;
}

/** The folder that is open in the window: a copy of the sample made for this run. */
function openFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return folder.uri;
}

/** The same on the disk. */
export function studyFolder(): string {
  return openFolder().fsPath;
}

/** Resolves with the next event that `wanted` accepts. Call it before causing the event. */
export function nextEvent<T>(event: vscode.Event<T>, wanted: (value: T) => boolean = () => true): Promise<T> {
  return new Promise((resolve) => {
    const subscription = event((value) => {
      if (!wanted(value)) return;
      subscription.dispose();
      resolve(value);
    });
  });
}

/** The services that the extension exports for tests. */
export async function activatedPilcrow(): Promise<Pilcrow> {
  const { exports } = await activateExtension();
  assert.ok(exports, 'the extension does not know that it is tested');
  return exports as Pilcrow;
}

/** A file of the study folder, by its path in it. */
export function fileOf(path: string): vscode.Uri {
  return vscode.Uri.joinPath(openFolder(), path);
}

/** The text of a file, wherever the host has it. */
export async function textIn(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

export async function isThere(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** Removes a file, or a folder with all that is in it, if it is there. */
export async function remove(uri: vscode.Uri): Promise<void> {
  if (await isThere(uri)) await vscode.workspace.fs.delete(uri, { recursive: true });
}

export async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
}

/** Shows a file of the study folder. */
export async function show(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileOf(path)));
}

/**
 * Gives a document the text of its file again. VS Code's command is about the editor that has the focus, which the field of a note
 * may have, and the document is told of later.
 */
export async function revert(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await until(
    () => (document.isDirty ? undefined : true),
    vscode.workspace.onDidChangeTextDocument as vscode.Event<never>,
  );
}

/** The position in the middle of the first occurrence of `text`. */
export function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `“${text}” does not stand in ${document.uri.path}`);
  return document.positionAt(at + Math.floor(text.length / 2));
}

/**
 * Waits until `look` returns something, and looks again at each event. If no event tells of the change, as with a
 * language server that was asked too early, any event that comes soon after will do.
 */
export async function until<T>(look: () => T | undefined, ...events: vscode.Event<never>[]): Promise<T> {
  const seen = look();
  if (seen !== undefined) return seen;
  return new Promise((resolve) => {
    const subscriptions = events.map((event) =>
      event(() => {
        const now = look();
        if (now === undefined) return;
        for (const subscription of subscriptions) subscription.dispose();
        resolve(now);
      }),
    );
  });
}

/** The checks that report findings in a file, once `wanted` accepts them. */
export function checksIn(uri: vscode.Uri, wanted: (checks: string[]) => boolean): Promise<string[]> {
  const look = (): string[] | undefined => {
    const checks = vscode.languages.getDiagnostics(uri).map(({ code }) => codeText(code));
    return wanted(checks) ? checks : undefined;
  };
  return until(look, vscode.languages.onDidChangeDiagnostics as vscode.Event<never>);
}

function codeText(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}
