import {
  CodeActionKind,
  CompletionItemKind,
  DiagnosticTag,
  MarkupKind,
  SemanticTokenModifiers,
  SemanticTokenTypes,
  SymbolKind,
  type ClientCapabilities,
} from 'vscode-languageserver-protocol';

const symbolKind = { valueSet: Object.values(SymbolKind) };

/** The capabilities of a client that can do everything Pilcrow uses, but knows only the protocol's token types. */
export const capable = {
  general: { positionEncodings: ['utf-8', 'utf-16'] },
  workspace: {
    applyEdit: true,
    workspaceFolders: true,
    configuration: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    symbol: { symbolKind },
    codeLens: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    diagnostics: { refreshSupport: true },
  },
  window: { workDoneProgress: true, showMessage: {}, showDocument: { support: true } },
  textDocument: {
    definition: { linkSupport: true },
    hover: { contentFormat: [MarkupKind.Markdown, MarkupKind.PlainText] },
    completion: {
      contextSupport: true,
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        documentationFormat: [MarkupKind.Markdown, MarkupKind.PlainText],
      },
      completionItemKind: { valueSet: Object.values(CompletionItemKind) },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true, symbolKind },
    semanticTokens: {
      requests: { full: true },
      formats: ['relative'],
      tokenTypes: Object.values(SemanticTokenTypes),
      tokenModifiers: Object.values(SemanticTokenModifiers),
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: Object.values(CodeActionKind) } },
      isPreferredSupport: true,
    },
    codeLens: {},
    rename: { prepareSupport: true },
    inlayHint: {},
    linkedEditingRange: {},
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: Object.values(DiagnosticTag) },
    },
  },
} satisfies ClientCapabilities;

/** The capabilities of most tests' client. It cannot create files, confirm single edits or be asked to refresh. */
export const usual: ClientCapabilities = { ...capable, workspace: {} };
