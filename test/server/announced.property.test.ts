import assert from 'node:assert/strict';
import fc from 'fast-check';
import type {
  ClientCapabilities,
  CodeAction,
  CodeLens,
  Command,
  CompletionItem,
  InitializeResult,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { capable } from './capableClient.ts';
import { interview, type Said } from './interview.ts';
import { runs } from '../support/runs.ts';

/** Objects anywhere in what was answered to a method. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

const has = (said: Said, method: string, property: string): boolean =>
  [...objectsIn(said.answers[method])].some((object) => property in object);
const initialized = (said: Said): InitializeResult['capabilities'] =>
  (said.answers['initialize']?.[0] as InitializeResult).capabilities;
const sends = (said: Said, method: string): boolean => said.unasked.some((each) => each.method === method);
const finds = (said: Said, property: string): boolean =>
  [...objectsIn(said.diagnostics), ...objectsIn(said.answers['textDocument/codeAction'])].some(
    (object) => 'severity' in object && property in object,
  );
const isMarkdown = (said: Said, method: string): boolean =>
  [...objectsIn(said.answers[method])].some(({ kind }) => kind === 'markdown');
const isNewKind = (said: Said, method: string): boolean =>
  [...objectsIn(said.answers[method])].some(({ kind }) => typeof kind === 'number' && kind > 18);

/** What the protocol asks a client for beforehand, and whether something that was said makes use of it. */
const rules: Readonly<Record<string, (said: Said) => boolean>> = {
  'textDocument.definition.linkSupport': (said) => has(said, 'textDocument/definition', 'targetUri'),
  'textDocument.hover.contentFormat': (said) => isMarkdown(said, 'textDocument/hover'),
  'textDocument.completion.completionItem.documentationFormat': (said) =>
    isMarkdown(said, 'completionItem/resolve'),
  'textDocument.completion.completionItem.labelDetailsSupport': (said) =>
    has(said, 'textDocument/completion', 'labelDetails'),
  'textDocument.completion.completionItemKind': (said) => isNewKind(said, 'textDocument/completion'),
  'textDocument.documentSymbol.hierarchicalDocumentSymbolSupport': (said) =>
    has(said, 'textDocument/documentSymbol', 'selectionRange'),
  'textDocument.documentSymbol.symbolKind': (said) => isNewKind(said, 'textDocument/documentSymbol'),
  'textDocument.semanticTokens': (said) =>
    'semanticTokensProvider' in initialized(said) ||
    [...objectsIn(said.answers['textDocument/semanticTokens/full'])].some(({ data }) => String(data) !== ''),
  'textDocument.codeAction.codeActionLiteralSupport': (said) =>
    'codeActionProvider' in initialized(said) || has(said, 'textDocument/codeAction', 'title'),
  'textDocument.codeAction.isPreferredSupport': (said) => has(said, 'textDocument/codeAction', 'isPreferred'),
  'textDocument.codeLens': (said) =>
    'codeLensProvider' in initialized(said) || has(said, 'textDocument/codeLens', 'range'),
  'textDocument.rename.prepareSupport': (said) => typeof initialized(said).renameProvider === 'object',
  'textDocument.publishDiagnostics.relatedInformation': (said) => finds(said, 'relatedInformation'),
  'textDocument.publishDiagnostics.codeDescriptionSupport': (said) => finds(said, 'codeDescription'),
  'textDocument.publishDiagnostics.tagSupport': (said) => finds(said, 'tags'),
  'workspace.workspaceEdit.resourceOperations': (said) =>
    [...objectsIn(said.answers['textDocument/codeAction'])].some(({ kind }) => kind === 'create'),
  'workspace.workspaceEdit.documentChanges': (said) => has(said, 'textDocument/rename', 'documentChanges'),
  'workspace.workspaceEdit.changeAnnotationSupport': (said) =>
    has(said, 'textDocument/rename', 'changeAnnotations') || has(said, 'textDocument/rename', 'annotationId'),
  'workspace.codeLens.refreshSupport': (said) => sends(said, 'workspace/codeLens/refresh'),
  'workspace.semanticTokens.refreshSupport': (said) => sends(said, 'workspace/semanticTokens/refresh'),
  'workspace.inlayHint.refreshSupport': (said) => sends(said, 'workspace/inlayHint/refresh'),
  'workspace.didChangeWatchedFiles.dynamicRegistration': (said) => sends(said, 'client/registerCapability'),
  'window.showDocument.support': (said) => sends(said, 'window/showDocument'),
};

/** What a client may have that Pilcrow has no use for yet, or that needs another client. */
const unused: typeof rules = {
  'textDocument.completion.completionItem.snippetSupport': (said) =>
    [...objectsIn(said.answers['textDocument/completion'])].some(
      ({ insertTextFormat }) => insertTextFormat === 2,
    ),
  'textDocument.completion.completionItem.insertReplaceSupport': (said) =>
    has(said, 'textDocument/completion', 'insert'),
  'window.workDoneProgress': (said) => sends(said, 'window/workDoneProgress/create'),
  'workspace.applyEdit': (said) => sends(said, 'workspace/applyEdit'),
  'workspace.configuration': (said) => sends(said, 'workspace/configuration'),
  'workspace.diagnostics.refreshSupport': (said) => sends(said, 'workspace/diagnostic/refresh'),
};

const everyRule = { ...rules, ...unused };

const standardTypes = new Set<string>(capable.textDocument.semanticTokens.tokenTypes);

/** What says the same of a client as another path does. */
const saidToo: Readonly<Record<string, string>> = {
  'textDocument.codeLens': 'workspace.codeLens.refreshSupport',
};

function without(path: string): ClientCapabilities {
  const copy = structuredClone(capable) as ClientCapabilities;
  remove(copy, path);
  const too = saidToo[path];
  if (too !== undefined) remove(copy, too);
  return copy;
}

function remove(copy: ClientCapabilities, path: string): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = copy as Record<string, unknown>;
  for (const name of names) at = at[name] as Record<string, unknown>;
  // The rule is about what is there, not about how it is said that it is not.
  Reflect.deleteProperty(at, last);
}

function withoutAll(paths: readonly string[]): ClientCapabilities {
  return paths.reduce<ClientCapabilities>((smaller, path) => {
    const missing = without(path);
    return intersection(smaller, missing) as ClientCapabilities;
  }, structuredClone(capable));
}

/** What two trees have in common. */
function intersection(a: unknown, b: unknown): unknown {
  if (typeof a !== 'object' || a === null || Array.isArray(a)) return a;
  const other = b as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(a).flatMap(([name, value]) =>
      name in other ? [[name, intersection(value, other[name])]] : [],
    ),
  );
}

/** What was said that takes something that the client is without. */
function overstepped(said: Said, missing: readonly string[]): string[] {
  return missing.filter((path) => everyRule[path]?.(said));
}

/** What no client may get, whatever it has announced. */
function check(said: Said): void {
  const { positionEncoding, executeCommandProvider, semanticTokensProvider } = initialized(said);
  assert.equal(positionEncoding, 'utf-16');
  const runnable = new Set(executeCommandProvider?.commands ?? []);
  for (const { command } of commandsIn(said))
    assert.ok(runnable.has(command), `the client can run “${command}”`);
  const known = new Set(semanticTokensProvider?.legend.tokenTypes ?? []);
  for (const name of known) assert.ok(standardTypes.has(name), `${name} is a standard type`);
  for (const { data } of objectsIn(said.answers['textDocument/semanticTokens/full']))
    if (Array.isArray(data))
      for (let at = 3; at < data.length; at += 5)
        assert.ok(Number(data[at]) < known.size, 'a type of the legend');
  for (const edit of editsIn(said))
    assert.ok(!edit.changes || !edit.documentChanges, 'one way to say an edit');
  const links = JSON.stringify(said).match(/\(command:[^)]*\)|"pilcrow:[^"]*"/g);
  assert.deepEqual(links, null, 'nothing that only our own extension opens');
  assert.ok(!sends(said, 'pilcrow/changed'), 'no notification that nobody asked for');
}

function commandsIn(said: Said): Command[] {
  const lenses = (said.answers['textDocument/codeLens'] ?? []).flat() as (CodeLens | null)[];
  const actions = (said.answers['textDocument/codeAction'] ?? []).flat() as (CodeAction | null)[];
  const items = (said.answers['completionItem/resolve'] ?? []) as (CompletionItem | null)[];
  return [...lenses, ...actions, ...items].flatMap((each) => each?.command ?? []);
}

function editsIn(said: Said): WorkspaceEdit[] {
  const renames = (said.answers['textDocument/rename'] ?? []) as (WorkspaceEdit | null)[];
  const actions = (said.answers['textDocument/codeAction'] ?? []).flat() as (CodeAction | null)[];
  return [...renames, ...actions.map((action) => action?.edit)].flatMap((edit) => edit ?? []);
}

const paths = Object.keys(everyRule);

describe('what a client can take is what it gets', () => {
  it('all of it, where it announces all', async () => {
    const said = await interview(capable);
    check(said);
    assert.deepEqual(
      overstepped(said, paths),
      Object.keys(rules),
      'each rule is broken by what a capable client gets',
    );
  });

  it('the plainest there is, where it announces nothing', async () => {
    const said = await interview({});
    check(said);
    assert.deepEqual(overstepped(said, paths), []);
  });

  for (const path of Object.keys(rules))
    it(`without ${path}`, async () => {
      const said = await interview(without(path));
      check(said);
      assert.deepEqual(overstepped(said, [path]), []);
    });

  it('whatever it is without', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(paths), async (missing) => {
        const said = await interview(withoutAll(missing));
        check(said);
        assert.deepEqual(overstepped(said, missing), []);
      }),
      { numRuns: runs(8) },
    );
  });

  it('commands of our own extension and word of changes, where it asks for them', async () => {
    const said = await interview(capable, { commandLinks: true, changedNotification: true });
    assert.ok(sends(said, 'pilcrow/changed'));
    assert.match(
      JSON.stringify(said.answers['textDocument/hover']),
      /\(command:pilcrow\.hover\.importSource\)/,
    );
    assert.match(JSON.stringify(said.answers['textDocument/definition']), /"pilcrow:/);
    assert.ok(commandsIn(said).some(({ command }) => command === 'pilcrow.showReferences'));
  });
});
