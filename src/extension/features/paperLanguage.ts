import { Disposable, languages, workspace, type TextDocument } from 'vscode';
import type { Pilcrow } from '../feature.ts';
import { paperLanguage } from '../papers.ts';

/** Papers that only `papers` of `pilcrow.json` tells from other Markdown get the language of papers. */
export function papersByPattern({ server }: Pilcrow): Disposable {
  const look = async (document: TextDocument): Promise<void> => {
    if (document.languageId !== 'markdown' || document.uri.scheme !== 'file') return;
    const isPaper = await server.request('pilcrow/isPaper', { uri: document.uri.toString() });
    if (isPaper && !document.isClosed) await languages.setTextDocumentLanguage(document, paperLanguage);
  };
  // A server that has not started is asked again when it has, as its settings may change.
  const lookQuietly = (document: TextDocument): void => void look(document).catch(() => undefined);
  const lookAtAll = (): void => workspace.textDocuments.forEach(lookQuietly);
  lookAtAll();
  return Disposable.from(workspace.onDidOpenTextDocument(lookQuietly), server.onDidChange(lookAtAll));
}
