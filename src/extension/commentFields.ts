import { workspace, type Uri } from 'vscode';

/** Whether a document is a text field of VS Code's comments. There is one for every thread on the screen, folded or not. */
export function isCommentField({ uri }: { readonly uri: Uri }): boolean {
  return uri.scheme === 'comment';
}

/** Whether some text field of a comment holds text. Which thread it belongs to, VS Code does not say. */
export function somebodyWrites(): boolean {
  return workspace.textDocuments.some(
    (document) => isCommentField(document) && document.getText().trim() !== '',
  );
}
