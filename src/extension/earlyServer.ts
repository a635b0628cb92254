import type { LogOutputChannel, Uri } from 'vscode';

/** Begins what can begin before the client is loaded: with Node.js nothing. In the web bundles `web/earlyServer.ts` stands in its place. */
export const startServerEarly: (extensionUri: Uri, log: LogOutputChannel) => void = () => {
  // The client starts a process by itself.
};
