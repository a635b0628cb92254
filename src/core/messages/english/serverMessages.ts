/** What the language server and its actions say. */
export const server = {
  'server.noFolder': 'There is no study folder.',
  'server.notesOnSources': 'Notes are made on sources.',
  'server.sameKey': ({ key }: { key: string }) =>
    `Another file has the key “${key}”: give this source an id of its own first.`,
  'server.noWords': 'There are no words here that a note could be about.',
  'server.glossaryUnchanged': 'The glossary cannot be changed: it may be read-only.',
  'server.fixAllOf': ({ check }: { check: string }) => `Fix all ${check} in this file`,
  'server.fixAll': 'Fix all that Pilcrow can fix safely',
  'server.offerKeys': 'Offer keys',
  'server.importCopy': 'Import your copy of the text',
  'server.ignoreHere': 'Ignore here…',
  'server.ignoreHereOf': ({ check }: { check: string }) => `Ignore here… (${check})`,
  'server.choosePassage': 'Choose the passage…',
  'server.noTemplate': ({ id }: { id: string }) => `The template ${id} is not there, or cannot be read.`,
  'server.plainUses': 'Plain uses in papers',
  'server.plainUsesOf': 'Uses that are not marked as terms',
  'server.notWatching': ({ error }: { error: string }) => `Changes on disk are not noticed: ${error}`,
  'server.cancelled': 'The request was cancelled.',
  'server.howToReach': 'Say how to reach the editor: --stdio, --node-ipc, --socket=PORT or --pipe=NAME.',
};
