import { PositionEncodingKind, TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver';
import type { ClientSupport } from './clientSupport.ts';
import { listPlacesCommand } from './features/registerLenses.ts';
import { legendFor } from './tokenLegend.ts';

/** What the server does, as far as the client can make use of it. */
export function capabilitiesFor(client: ClientSupport): ServerCapabilities {
  const legend = legendFor(client);
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: TextDocumentSyncKind.Incremental,
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['@', '¶', ' ', '.', '('], resolveProvider: true },
    definitionProvider: true,
    referencesProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentLinkProvider: {},
    ...(client.codeActions
      ? {
          codeActionProvider: {
            codeActionKinds: ['quickfix', 'refactor.extract', 'refactor.rewrite', 'source.fixAll.pilcrow'],
          },
        }
      : {}),
    ...(client.lenses ? { codeLensProvider: {} } : {}),
    ...(client.lenses && !client.commandLinks
      ? { executeCommandProvider: { commands: [listPlacesCommand] } }
      : {}),
    documentHighlightProvider: true,
    inlayHintProvider: true,
    linkedEditingRangeProvider: true,
    renameProvider: client.prepareRename ? { prepareProvider: true } : true,
    selectionRangeProvider: true,
    ...(legend
      ? {
          semanticTokensProvider: {
            legend: { tokenTypes: legend.tokenTypes, tokenModifiers: legend.tokenModifiers },
            full: true,
          },
        }
      : {}),
    workspaceSymbolProvider: true,
    ...(client.workspaceFolders
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {}),
  };
}
