import { SymbolKind, type SelectionRange, type WorkspaceSymbol } from 'vscode-languageserver';
import { linkedRangesAt } from '../../core/present/editing.ts';
import { enclosingRanges, studySymbols } from '../../core/present/structure.ts';
import type { ServerContext } from '../context.ts';
import { toOffset, wireLocation, wireRange } from '../wire.ts';

const kindBySymbol = {
  section: SymbolKind.Namespace,
  paper: SymbolKind.File,
  term: SymbolKind.Constant,
} as const;
/** Editors show no more. */
const maxSymbols = 500;

/** Symbols of the study folder, growing selections, and labels of notes that are edited together. */
export function registerSymbols(server: ServerContext): void {
  const { connection, studies } = server;
  connection.onWorkspaceSymbol(async ({ query }) => {
    await studies.ready;
    const letters = [...query.toLowerCase()].filter((letter) => letter.trim() !== '');
    return studies.folders
      .flatMap((folder) => studySymbols(folder.study))
      .filter((symbol) => occurInOrder(letters, symbol.name.toLowerCase()))
      .slice(0, maxSymbols)
      .map((symbol): WorkspaceSymbol => ({
        name: symbol.name,
        containerName: symbol.container,
        kind: server.client.symbolKinds.has(kindBySymbol[symbol.kind])
          ? kindBySymbol[symbol.kind]
          : SymbolKind.String,
        location: wireLocation(symbol.place),
      }));
  });
  connection.languages.onLinkedEditingRange(async ({ textDocument, position }) => {
    const located = await studies.locate(textDocument.uri);
    if (!located) return null;
    const { analysis } = located;
    const ranges = linkedRangesAt(analysis, toOffset(analysis, position));
    return ranges.length === 0
      ? null
      : { ranges: ranges.map((range) => wireRange(analysis, range)), wordPattern: '[^\\s\\[\\]^]+' };
  });
  connection.onSelectionRanges(async ({ textDocument, positions }) => {
    const located = await studies.locate(textDocument.uri);
    if (!located) return null;
    const { analysis } = located;
    return positions.map((position) => {
      let outer: SelectionRange | undefined;
      for (const range of [...enclosingRanges(analysis, toOffset(analysis, position))].reverse())
        outer = outer
          ? { range: wireRange(analysis, range), parent: outer }
          : { range: wireRange(analysis, range) };
      return outer ?? { range: { start: position, end: position } };
    });
  });
}

/** Whether letters occur in a name in their order: the loose match that editors expect of a server. */
function occurInOrder(letters: readonly string[], name: string): boolean {
  let at = 0;
  return letters.every((letter) => {
    at = name.indexOf(letter, at) + 1;
    return at > 0;
  });
}
