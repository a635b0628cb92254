import { Disposable, languages, workspace, type TextDocument } from 'vscode';
import type { Pilcrow } from '../feature.ts';
import { paperLanguage } from '../paperTracker.ts';

/** Sets the language of Markdown files that are papers only by `papers` in `pilcrow.json`. */
export function papersByPatternFeature({ server }: Pilcrow): Disposable {
  const look = async (document: TextDocument): Promise<void> => {
    if (document.languageId !== 'markdown' || document.uri.scheme !== 'file') return;
    const isPaper = await server.request('pilcrow/isPaper', { uri: document.uri.toString() });
    if (isPaper && !document.isClosed) await languages.setTextDocumentLanguage(document, paperLanguage);
  };
  // If the server has not started, the file is looked at again once it has. The same goes for changed settings.
  const lookQuietly = (document: TextDocument): void => void look(document).catch(() => undefined);
  const lookAtAll = (): void => workspace.textDocuments.forEach(lookQuietly);
  lookAtAll();
  return Disposable.from(workspace.onDidOpenTextDocument(lookQuietly), server.onDidChange(lookAtAll));
}
