/** What the parameters of messages must hold, of those that the server reads: what a client may leave out is not asked for. */

type Fits = (value: unknown) => boolean;

const isAnyText: Fits = (value) => typeof value === 'string';
/** Half a line is none, and would make a text of an edit that is not the client's. */
const isWhole: Fits = (value) => Number.isInteger(value);

const holding =
  (required: Readonly<Record<string, Fits>>): Fits =>
  (value) => {
    if (typeof value !== 'object' || value === null) return false;
    const given = new Map<string, unknown>(Object.entries(value));
    return Object.entries(required).every(([name, fits]) => fits(given.get(name)));
  };

const arrayOf =
  (fits: Fits): Fits =>
  (value) =>
    Array.isArray(value) && value.every(fits);

const orNothing =
  (fits: Fits): Fits =>
  (value) =>
    value === undefined || value === null || fits(value);

const anyFields = holding({});
const onePlace = holding({ line: isWhole, character: isWhole });
const twoPlaces = holding({ start: onePlace, end: onePlace });
const addressed = holding({ uri: isAnyText });
const ofDocument = holding({ textDocument: addressed });
const atPlace = holding({ textDocument: addressed, position: onePlace });
const inRange = holding({ textDocument: addressed, range: twoPlaces });
const renamed = holding({ files: arrayOf(holding({ oldUri: isAnyText, newUri: isAnyText })) });

const asked: ReadonlyMap<string, Fits> = new Map([
  [
    'initialize',
    holding({
      capabilities: anyFields,
      workspaceFolders: orNothing(arrayOf(addressed)),
      rootUri: orNothing(isAnyText),
      rootPath: orNothing(isAnyText),
    }),
  ],
  ['$/cancelRequest', holding({ id: (id) => isAnyText(id) || isWhole(id) })],
  [
    'textDocument/didOpen',
    holding({ textDocument: holding({ uri: isAnyText, languageId: isAnyText, text: isAnyText }) }),
  ],
  [
    'textDocument/didChange',
    holding({
      textDocument: addressed,
      contentChanges: arrayOf(holding({ text: isAnyText, range: orNothing(twoPlaces) })),
    }),
  ],
  ...['didClose', 'didSave', 'willSave', 'documentSymbol', 'documentLink', 'foldingRange', 'codeLens'].map(
    (name): [string, Fits] => [`textDocument/${name}`, ofDocument],
  ),
  ['textDocument/semanticTokens/full', ofDocument],
  ...['hover', 'completion', 'definition', 'references', 'documentHighlight', 'prepareRename'].map(
    (name): [string, Fits] => [`textDocument/${name}`, atPlace],
  ),
  ['textDocument/linkedEditingRange', atPlace],
  ['textDocument/rename', holding({ textDocument: addressed, position: onePlace, newName: isAnyText })],
  ['textDocument/selectionRange', holding({ textDocument: addressed, positions: arrayOf(onePlace) })],
  ['textDocument/inlayHint', inRange],
  ['textDocument/codeAction', inRange],
  ...['completionItem', 'codeLens', 'codeAction', 'inlayHint', 'documentLink', 'workspaceSymbol'].map(
    (name): [string, Fits] => [`${name}/resolve`, anyFields],
  ),
  ['workspace/symbol', holding({ query: isAnyText })],
  ['workspace/executeCommand', holding({ command: isAnyText })],
  ['workspace/willRenameFiles', renamed],
  ['workspace/didRenameFiles', renamed],
  ['workspace/didChangeWatchedFiles', holding({ changes: arrayOf(addressed) })],
  [
    'workspace/didChangeWorkspaceFolders',
    holding({ event: holding({ added: arrayOf(addressed), removed: arrayOf(addressed) }) }),
  ],
]);

/** Whether a message has the parameters that its method asks for; those of methods that are not the protocol's are not looked at. */
export function hasParameters(method: string, given: unknown): boolean {
  const fits = asked.get(method);
  // By position there is one, as JSON-RPC allows.
  return !fits || fits(Array.isArray(given) ? given[0] : given);
}
