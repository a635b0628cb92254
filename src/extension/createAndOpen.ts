import { window, workspace, type Uri } from 'vscode';
import type { NewFile } from '../server/protocol.ts';
import { toRange } from './convert.ts';
import { freeName, writeWhole } from './writeWhole.ts';

/** Writes a new file of a study folder and opens it with its first gap to fill in selected. */
export async function createAndOpen(folder: Uri, { path, text, gap }: NewFile): Promise<Uri> {
  const uri = await freeName(folder, path);
  await writeWhole(uri, text);
  const document = await workspace.openTextDocument(uri);
  const selection = gap ? toRange(gap) : document.lineAt(document.lineCount - 1).range;
  await window.showTextDocument(document, { preview: false, selection });
  return uri;
}
