import { SymbolKind, type SelectionRange, type WorkspaceSymbol } from 'vscode-languageserver';
import { linkedRangesAt } from '../../core/present/editing.ts';
import { enclosingRanges, studySymbols } from '../../core/present/structure.ts';
import type { Server } from '../context.ts';
import { toLocation, toOffset, toRange } from '../wire.ts';

const kinds = { section: SymbolKind.Namespace, paper: SymbolKind.File, term: SymbolKind.Constant } as const;
/** Editors show no more. */
const most = 500;

/** Symbols of the study folder, growing selections, and labels of notes that are edited together. */
export function registerSymbols(server: Server): void {
  const { connection, studies } = server;
  connection.onWorkspaceSymbol(async ({ query }) => {
    await studies.ready;
    const letters = [...query.toLowerCase()].filter((letter) => letter.trim() !== '');
    return studies.folders
      .flatMap((folder) => studySymbols(folder.study))
      .filter((symbol) => inOrder(letters, symbol.name.toLowerCase()))
      .slice(0, most)
      .map((symbol): WorkspaceSymbol => ({
        name: symbol.name,
        containerName: symbol.container,
        kind: server.client.symbolKinds.has(kinds[symbol.kind]) ? kinds[symbol.kind] : SymbolKind.String,
        location: toLocation(symbol.place),
      }));
  });
  connection.languages.onLinkedEditingRange(async ({ textDocument, position }) => {
    const located = await studies.locate(textDocument.uri);
    if (!located) return null;
    const { analysis } = located;
    const ranges = linkedRangesAt(analysis, toOffset(analysis, position));
    return ranges.length === 0
      ? null
      : { ranges: ranges.map((range) => toRange(analysis, range)), wordPattern: '[^\\s\\[\\]^]+' };
  });
  connection.onSelectionRanges(async ({ textDocument, positions }) => {
    const located = await studies.locate(textDocument.uri);
    if (!located) return null;
    const { analysis } = located;
    return positions.map((position) => {
      let outer: SelectionRange | undefined;
      for (const range of [...enclosingRanges(analysis, toOffset(analysis, position))].reverse())
        outer = outer
          ? { range: toRange(analysis, range), parent: outer }
          : { range: toRange(analysis, range) };
      return outer ?? { range: { start: position, end: position } };
    });
  });
}

/** Whether letters occur in a name in their order: the loose match that editors expect of a server. */
function inOrder(letters: readonly string[], name: string): boolean {
  let at = 0;
  return letters.every((letter) => {
    at = name.indexOf(letter, at) + 1;
    return at > 0;
  });
}
