import { Uri, type Diagnostic, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';
import type {
  DocumentFilter,
  LanguageClientOptions,
  NodeModule,
  StaticFeature,
} from 'vscode-languageclient/node';
import type { InitializationOptions } from '../server/protocol.ts';
import { restartPolicy } from './restartPolicy.ts';

/**
 * The only commands a hover may run. A hover shows words of papers and sources, which anybody may have written,
 * so none of these takes an argument.
 */
const hoverCommands: readonly string[] = ['pilcrow.hover.importSource'];

/** Papers and sources; glossaries are Markdown too. Which file is what, the server knows. */
const documents: readonly DocumentFilter[] = [
  { scheme: 'file', language: 'analysis' },
  { scheme: 'untitled', language: 'analysis' },
  { scheme: 'file', language: 'markdown' },
  { scheme: 'pilcrow', language: 'markdown' },
  { scheme: 'file', pattern: '**/pilcrow.json' },
];

/** What only this extension has; every other editor gets the plain protocol. */
const initializationOptions: InitializationOptions = { commandLinks: true, changedNotification: true };

/** Tells the server of the token types that package.json adds to VS Code's own. */
const ownTokens: StaticFeature = {
  fillClientCapabilities: ({ textDocument }) => {
    textDocument?.semanticTokens?.tokenTypes.push('citation', 'locator', 'term');
    textDocument?.semanticTokens?.tokenModifiers.push('unresolved', 'suppressedAuthor');
  },
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};

/** A finding whose link shows the page of its check as a page: a link to the file alone would open its Markdown. */
function withPage(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic;
  if (typeof code !== 'object' || code.target.scheme !== 'file') return diagnostic;
  const query = JSON.stringify([code.target.toString()]);
  const target = Uri.from({ scheme: 'command', path: 'pilcrow.explainCheck', query });
  diagnostic.code = { value: code.value, target };
  return diagnostic;
}

export function createClient(context: ExtensionContext, log: LogOutputChannel): LanguageClient {
  const server: NodeModule = {
    module: Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath,
    transport: TransportKind.ipc,
    // Little room for what is made and dropped at once: what a keystroke makes fits, and memory is not ours alone.
    options: { execArgv: ['--max-semi-space-size=4'] },
  };
  const debug: NodeModule = { ...server, options: { execArgv: ['--nolazy', '--inspect=0'] } };
  const options: LanguageClientOptions = {
    documentSelector: [...documents],
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: 'pilcrow',
    initializationOptions,
    markdown: { isTrusted: { enabledCommands: hoverCommands }, supportThemeIcons: true },
    errorHandler: restartPolicy(log, () => client.restart()),
    initializationFailedHandler: () => false,
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(withPage)),
    },
  };
  const client = new LanguageClient('pilcrow', 'Pilcrow', { run: server, debug }, options);
  client.registerFeature(ownTokens);
  return client;
}
