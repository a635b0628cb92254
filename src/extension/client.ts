import { Uri, type LogOutputChannel } from 'vscode';
import { LanguageClient, TransportKind, type NodeModule } from 'vscode-languageclient/node';
import {
  base64Of,
  bytesOfBase64,
  hostFilesRequest,
  type WireAnswer,
  type WireQuestion,
} from '../server/protocol.ts';
import { clientOptions, followSchemes, ownTokens, type Client, type ClientPlace } from './clientOptions.ts';
import { folderAnswers } from './folderAnswers.ts';

export { speakAsEditor } from './clientOptions.ts';

/** Creates the client of the language server without starting it. In the web bundle `web/client.ts` does, for a worker. */
export function createClient({ context, log }: ClientPlace): Client {
  const server: NodeModule = {
    module: Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath,
    transport: TransportKind.ipc,
    // A small heap for short-lived objects: those of one keystroke fit, and the machine's memory is shared.
    options: { execArgv: ['--max-semi-space-size=4'] },
  };
  const debug: NodeModule = { ...server, options: { execArgv: ['--nolazy', '--inspect=0'] } };
  const options = clientOptions(log, () => client.restart());
  const client = new LanguageClient('pilcrow', 'Pilcrow', { run: server, debug }, options);
  client.registerFeature(ownTokens);
  serveFolders(client, log);
  context.subscriptions.push(followSchemes(client, options));
  return client;
}

/** Gives the server the files of folders that are not on this machine’s disk, in whatever file system VS Code has them. */
function serveFolders(client: Client, log: LogOutputChannel): void {
  const answerTo = folderAnswers(log);
  client.onRequest(hostFilesRequest, async (question: WireQuestion): Promise<WireAnswer> => {
    const answer = await answerTo(
      'bytes' in question ? { ...question, bytes: bytesOfBase64(question.bytes) } : question,
    );
    return 'bytes' in answer ? { bytes: base64Of(answer.bytes) } : answer;
  });
}
