import {
  CompletionItemKind,
  MarkupKind,
  ResourceOperationKind,
  SymbolKind,
  TokenFormat,
  type ClientCapabilities,
  type DiagnosticTag,
  type InitializeParams,
} from 'vscode-languageserver';
import type { InitializationOptions } from './protocol.ts';

/**
 * What the client at the other end can take, from what it announced. All that the protocol lets a client do without is
 * false, empty or plain until a client says otherwise: features ask here, and nowhere else.
 */
export interface ClientSupport {
  /** Whether the client runs the commands of Pilcrow's own extension: in hovers, completion, lenses and code actions. */
  readonly commandLinks: boolean;
  /** Whether the client wants to be told when views and counts may have changed. */
  readonly changedNotification: boolean;
  /** Whether a definition may be a `LocationLink`. */
  readonly definitionLinks: boolean;
  readonly hoverFormat: MarkupKind;
  readonly documentationFormat: MarkupKind;
  /** Whether items of completion may have `labelDetails`. */
  readonly labelDetails: boolean;
  readonly completionKinds: ReadonlySet<CompletionItemKind>;
  /** Whether an outline may be a tree. */
  readonly symbolTree: boolean;
  readonly outlineKinds: ReadonlySet<SymbolKind>;
  readonly symbolKinds: ReadonlySet<SymbolKind>;
  /** Names of token types and modifiers that the client knows; undefined where it asks for no tokens. */
  readonly tokens:
    { readonly types: ReadonlySet<string>; readonly modifiers: ReadonlySet<string> } | undefined;
  /** Whether code actions may be more than commands. */
  readonly codeActions: boolean;
  readonly preferredActions: boolean;
  /** Whether the client shows lenses. */
  readonly lenses: boolean;
  /** Whether the client opens a document when the server asks it to. */
  readonly showsDocuments: boolean;
  /** Whether the place of a rename can be asked for beforehand. */
  readonly prepareRename: boolean;
  /**
   * Whether the client can ask the person about single edits. Neovim 0.12 announces annotations without `documentChanges`,
   * and asks about all edits of a file at once: a “no” would leave a renamed key as it was in that file.
   */
  readonly annotatesEdits: boolean;
  /** Whether an edit may create files. */
  readonly createsFiles: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticTags: ReadonlySet<DiagnosticTag>;
  readonly workspaceFolders: boolean;
  /** What the client asks for again when it is told to. */
  readonly refreshes: { readonly lenses: boolean; readonly tokens: boolean; readonly hints: boolean };
  /** Whether the client watches files where it is asked to, and is known to tell of all that changes. */
  readonly watchesFiles: boolean;
}

/** As it comes from outside: Lisp and Lua write null for what they leave out, and some leave out what they must not. */
type Loose<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: Loose<T[K]> | null }
    : T;

type TextDocumentSupport = Loose<NonNullable<ClientCapabilities['textDocument']>>;
type WorkspaceSupport = Loose<NonNullable<ClientCapabilities['workspace']>>;

/** Everything that a client of the protocol has said about itself. */
export function clientSupport(
  params: Pick<InitializeParams, 'capabilities' | 'initializationOptions' | 'clientInfo'>,
): ClientSupport {
  const capabilities: Loose<ClientCapabilities> = params.capabilities;
  const textDocument: TextDocumentSupport = capabilities.textDocument ?? {};
  const workspace: WorkspaceSupport = capabilities.workspace ?? {};
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const { completionItem, completionItemKind } = textDocument.completion ?? {};
  return {
    commandLinks: options.commandLinks === true,
    changedNotification: options.changedNotification === true,
    definitionLinks: textDocument.definition?.linkSupport === true,
    hoverFormat: firstFormat(textDocument.hover?.contentFormat),
    documentationFormat: firstFormat(completionItem?.documentationFormat),
    labelDetails: completionItem?.labelDetailsSupport === true,
    completionKinds: new Set(
      completionItemKind?.valueSet ?? range(CompletionItemKind.Text, CompletionItemKind.Reference),
    ),
    symbolTree: textDocument.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    outlineKinds: symbolKinds(textDocument.documentSymbol?.symbolKind),
    symbolKinds: symbolKinds(workspace.symbol?.symbolKind),
    tokens: tokenSupport(textDocument.semanticTokens),
    codeActions: Boolean(textDocument.codeAction?.codeActionLiteralSupport),
    preferredActions: textDocument.codeAction?.isPreferredSupport === true,
    // lsp-mode says only that it asks again for the lenses that it shows.
    lenses: Boolean(textDocument.codeLens) || workspace.codeLens?.refreshSupport === true,
    showsDocuments: capabilities.window?.showDocument?.support === true,
    prepareRename: textDocument.rename?.prepareSupport === true,
    ...editSupportOf(workspace.workspaceEdit),
    ...diagnosticSupport(textDocument.publishDiagnostics),
    workspaceFolders: workspace.workspaceFolders === true,
    refreshes: {
      lenses: workspace.codeLens?.refreshSupport === true,
      tokens: workspace.semanticTokens?.refreshSupport === true,
      hints: workspace.inlayHint?.refreshSupport === true,
    },
    // Helix accepts to be asked, and tells of its own saves alone.
    watchesFiles:
      workspace.didChangeWatchedFiles?.dynamicRegistration === true && params.clientInfo?.name !== 'helix',
  };
}

/** Of a client that has not said anything yet. */
export const noSupport = clientSupport({ capabilities: {} });

/** The format that a client prefers of the two that there are; plain text where it names none. */
function firstFormat(formats: readonly string[] | null | undefined): MarkupKind {
  const isOurs = (format: string): format is MarkupKind => format === 'markdown' || format === 'plaintext';
  return formats?.find(isOurs) ?? MarkupKind.PlainText;
}

/** The kinds of the protocol's first version, where a client does not list those it knows. */
function symbolKinds(
  known: { readonly valueSet?: readonly SymbolKind[] | null } | null | undefined,
): ReadonlySet<SymbolKind> {
  return new Set(known?.valueSet ?? range(SymbolKind.File, SymbolKind.Array));
}

function range<T extends number>(first: T, last: T): readonly T[] {
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) as T);
}

function tokenSupport(tokens: TextDocumentSupport['semanticTokens']): ClientSupport['tokens'] {
  if (!tokens?.requests?.full || tokens.formats?.includes(TokenFormat.Relative) === false) return undefined;
  return { types: new Set(tokens.tokenTypes ?? []), modifiers: new Set(tokens.tokenModifiers ?? []) };
}

function editSupportOf(
  edits: WorkspaceSupport['workspaceEdit'],
): Pick<ClientSupport, 'annotatesEdits' | 'createsFiles'> {
  return {
    annotatesEdits: edits?.documentChanges === true && Boolean(edits.changeAnnotationSupport),
    // Operations can only stand in `documentChanges`: a client that has them takes those, and Neovim does not say so.
    createsFiles: edits?.resourceOperations?.includes(ResourceOperationKind.Create) === true,
  };
}

function diagnosticSupport(
  diagnostics: TextDocumentSupport['publishDiagnostics'],
): Pick<ClientSupport, 'relatedInformation' | 'codeDescription' | 'diagnosticTags'> {
  return {
    relatedInformation: diagnostics?.relatedInformation === true,
    codeDescription: diagnostics?.codeDescriptionSupport === true,
    diagnosticTags: new Set(diagnostics?.tagSupport?.valueSet ?? []),
  };
}
