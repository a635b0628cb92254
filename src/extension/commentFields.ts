import { workspace, type Uri } from 'vscode';

/** Whether a document is a text field of VS Code's comments. Each thread on the screen has one, folded or not. */
export function isCommentField({ uri }: { readonly uri: Uri }): boolean {
  return uri.scheme === 'comment';
}

/** Whether any text field of a comment has text. VS Code does not say which thread a field belongs to. */
export function somebodyWrites(): boolean {
  return workspace.textDocuments.some(
    (document) => isCommentField(document) && document.getText().trim() !== '',
  );
}
