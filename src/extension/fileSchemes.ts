import { workspace, type Uri } from 'vscode';

/** The schemes of files: that of this machine, and those of the folders that are open, as `vscode-vfs`. */
export function fileSchemes(): readonly string[] {
  const own = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(['file', ...own])];
}

/** Whether a document is a file, and no other text that VS Code shows. */
export function isFile({ scheme }: Uri): boolean {
  return fileSchemes().includes(scheme);
}
