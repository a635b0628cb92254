/**
 * Runs in an extension host, of Node.js or of a browser, in the place of tests: how long it takes from when the extension is activated until
 * a paper of the sample has its findings. The status bar says it, as the console of a host is heard in one of them only.
 */
import * as vscode from 'vscode';

/** The sample stands in a folder of what is open, so that nothing activates the extension before it is measured. */
const paper = 'sample/papers/exercise.analysis.md';

export async function run(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open.');
  const uri = vscode.Uri.joinPath(folder.uri, paper);
  const extension = vscode.extensions.all.find(({ id }) => id.endsWith('.pilcrow'));
  const wasActive = extension?.isActive === true;
  const start = performance.now();
  await extension?.activate();
  await vscode.window.showTextDocument(uri);
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (vscode.languages.getDiagnostics(uri).some(({ source }) => source === 'pilcrow')) resolve();
    };
    vscode.languages.onDidChangeDiagnostics(look);
    look();
  });
  const took = Math.round(performance.now() - start);
  vscode.window.setStatusBarMessage(
    wasActive ? 'first findings: too late' : `first findings: ${String(took)} ms`,
  );
  // The window stays until it is closed.
  await new Promise(() => undefined);
}
