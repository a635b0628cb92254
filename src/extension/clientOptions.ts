import {
  env,
  Uri,
  workspace,
  type Diagnostic,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
} from 'vscode';
import { RevealOutputChannelOn } from 'vscode-languageclient';
import type {
  BaseLanguageClient,
  DocumentFilter,
  LanguageClientOptions,
  StaticFeature,
} from 'vscode-languageclient';
import { type InitializationOptions, speakFirstOf } from '../server/protocol.ts';
import { fileSchemes } from './fileSchemes.ts';
import { restartPolicy } from './restartPolicy.ts';
import type { ServerWorkers } from './web/serverWorkers.ts';

/** The client of the server, wherever that runs. */
export type Client = BaseLanguageClient & {
  /** Ends the server and starts it again. */
  restart(): Promise<void>;
};

/** What a client stands on. */
export interface ClientPlace {
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
  /** Where the server runs in a browser; undefined with Node.js. */
  readonly workers: ServerWorkers | undefined;
}

/**
 * The only commands a hover may run. A hover shows words of papers and sources, which anybody may have written, so
 * none of these commands takes an argument.
 */
const hoverCommands: readonly string[] = ['pilcrow.hover.importSource'];

/**
 * Papers, sources and glossaries. Sources and glossaries are plain Markdown, so the server tells which file is which.
 */
function documents(): DocumentFilter[] {
  return [
    ...fileSchemes().flatMap((scheme): DocumentFilter[] => [
      { scheme, language: 'analysis' },
      { scheme, language: 'markdown' },
      { scheme, pattern: '**/pilcrow.json' },
      { scheme, pattern: '**/alignments/*.json' },
    ]),
    { scheme: 'untitled', language: 'analysis' },
    { scheme: 'pilcrow', language: 'markdown' },
  ];
}

/** Features of the server that only this extension uses. Other editors get the plain protocol. */
const initializationOptions: InitializationOptions = {
  commandLinks: true,
  changedNotification: true,
  hostFiles: true,
};

/** Tells the server which token types package.json adds to those of VS Code. */
export const ownTokens: StaticFeature = {
  fillClientCapabilities: ({ textDocument }) => {
    textDocument?.semanticTokens?.tokenTypes.push('citation', 'locator', 'term');
    textDocument?.semanticTokens?.tokenModifiers.push('unresolved', 'suppressedAuthor');
  },
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};

/** Makes the link of a finding open the page of its check rendered. A plain link to the file would show its Markdown. */
function withPage(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic;
  const isPage = typeof code === 'object' && /\/docs\/(?:[a-z]+\/)?checks\/[^/]+\.md$/.test(code.target.path);
  if (!isPage || code.target.scheme === 'command') return diagnostic;
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

/** Has the client serve the folders of a file system that was not open yet when it was made. */
export function followSchemes(client: Client, { documentSelector }: LanguageClientOptions): Disposable {
  let served = fileSchemes();
  return workspace.onDidChangeWorkspaceFolders(() => {
    if (fileSchemes().every((scheme) => served.includes(scheme))) return;
    served = fileSchemes();
    documentSelector?.splice(0, Infinity, ...documents());
    client.restart().catch((error: unknown) => client.error(String(error)));
  });
}

/** What holds of the client wherever its server runs. */
export function clientOptions(log: LogOutputChannel, restart: () => Promise<void>): LanguageClientOptions {
  return {
    documentSelector: documents(),
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: 'pilcrow',
    initializationOptions,
    markdown: { isTrusted: { enabledCommands: hoverCommands }, supportThemeIcons: true },
    errorHandler: restartPolicy(log, restart),
    initializationFailedHandler: () => false,
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(withPage)),
    },
  };
}
