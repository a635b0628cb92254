import { env, Uri, type Diagnostic, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';
import type {
  DocumentFilter,
  LanguageClientOptions,
  NodeModule,
  StaticFeature,
} from 'vscode-languageclient/node';
import { type InitializationOptions, speakFirstOf } from '../server/protocol.ts';
import { restartPolicy } from './restartPolicy.ts';

/**
 * The only commands a hover may run. A hover shows words of papers and sources, which anybody may have written, so
 * none of these commands takes an argument.
 */
const hoverCommands: readonly string[] = ['pilcrow.hover.importSource'];

/**
 * Papers, sources and glossaries. Sources and glossaries are plain Markdown, so the server tells which file is which.
 */
const documents: readonly DocumentFilter[] = [
  { scheme: 'file', language: 'analysis' },
  { scheme: 'untitled', language: 'analysis' },
  { scheme: 'file', language: 'markdown' },
  { scheme: 'pilcrow', language: 'markdown' },
  { scheme: 'file', pattern: '**/pilcrow.json' },
  { scheme: 'file', pattern: '**/alignments/*.json' },
];

/** Features of the server that only this extension uses. Other editors get the plain protocol. */
const initializationOptions: InitializationOptions = { commandLinks: true, changedNotification: true };

/** Tells the server which token types package.json adds to those of VS Code. */
const ownTokens: StaticFeature = {
  fillClientCapabilities: ({ textDocument }) => {
    textDocument?.semanticTokens?.tokenTypes.push('citation', 'locator', 'term');
    textDocument?.semanticTokens?.tokenModifiers.push('unresolved', 'suppressedAuthor');
  },
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};

/**
 * Makes the link of a finding open the page of its check rendered. A plain link to the file would show its Markdown.
 */
function withPage(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic;
  if (typeof code !== 'object' || code.target.scheme !== 'file') return diagnostic;
  const query = JSON.stringify([code.target.toString()]);
  const target = Uri.from({ scheme: 'command', path: 'pilcrow.explainCheck', query });
  diagnostic.code = { value: code.value, target };
  return diagnostic;
}

/**
 * Sets the language of what the extension says of files itself. The server is told by the protocol. In English nothing is loaded
 * until there is something to say.
 */
export async function speakAsEditor(): Promise<void> {
  if (!/^en\b/i.test(env.language)) await speakFirstOf([env.language]);
}

/** Creates the client of the language server without starting it. */
export function createClient(context: ExtensionContext, log: LogOutputChannel): LanguageClient {
  const server: NodeModule = {
    module: Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath,
    transport: TransportKind.ipc,
    // A small heap for short-lived objects: those of one keystroke fit, and the machine's memory is shared.
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
