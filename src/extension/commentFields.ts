import { workspace, type Uri } from 'vscode';

/** Whether a document is a text field of VS Code's comments. Each thread on the screen has one, folded or not. */
export function isCommentField({ uri }: { readonly uri: Uri }): boolean {
  return uri.scheme === 'comment';
}

/**
 * Whether anybody writes an answer or a new note. VS Code does not say which thread a field belongs to. The field in which a comment
 * is edited has no authority, and VS Code keeps it and its text among the documents after it was saved; whether a comment is edited is
 * known from its mode.
 */
export function somebodyWrites(): boolean {
  return workspace.textDocuments.some(
    (document) =>
      isCommentField(document) && document.uri.authority !== '' && document.getText().trim() !== '',
  );
}
