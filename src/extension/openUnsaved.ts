import { Range, type TextDocument, type Uri, workspace, WorkspaceEdit } from 'vscode';

/** Opens an unsaved document with the given text. Saving it writes to `address`. */
export async function openUnsaved(address: Uri, text: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(address.with({ scheme: 'untitled' }));
  await replaceText(document, text);
  return document;
}

/** Gives a document another text. */
export async function replaceText({ uri, lineCount }: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(uri, new Range(0, 0, lineCount, 0), text);
  await workspace.applyEdit(edit);
}
