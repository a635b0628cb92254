import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Pilcrow } from '../../src/extension/feature.ts';

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

/** What the extension hands to its tests. */
export async function activatedPilcrow(): Promise<Pilcrow> {
  const { exports } = await activateExtension();
  assert.ok(exports, 'the extension does not know that it is tested');
  return exports as Pilcrow;
}

/** A file of the study folder, by its path in it. */
export function fileOf(path: string): vscode.Uri {
  return vscode.Uri.file(join(studyFolder(), path));
}

/** Shows a file of the study folder. */
export async function show(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileOf(path)));
}

/** The first place where `text` stands in a document; the position is in the middle of it. */
export function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `“${text}” does not stand in ${document.uri.path}`);
  return document.positionAt(at + Math.floor(text.length / 2));
}

/**
 * Waits until something holds, looking again at each event. For what no event tells by itself, such as the
 * answer of a language server to a question asked too early, an event that comes soon after will do.
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

/** The checks that report something in a file, once `wanted` accepts them. */
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
