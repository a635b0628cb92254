import {
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type InlayHint,
  InlayHintKind,
  type SelectionRange,
  SemanticTokensBuilder,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import {
  enclosingRanges,
  foldsOf,
  highlightsAt,
  inlaysOf,
  linksOf,
  type OutlineItem,
  outlineOf,
  semanticMarks,
  studySymbols,
} from '../../core/present/structure.ts';
import type { Analysis } from '../../core/study.ts';
import type { ClientSupport } from '../clientSupport.ts';
import type { ServerContext } from '../context.ts';
import { linesOf, rangeFromWire, toOffset, wireLocation, wirePosition, wireRange } from '../wire.ts';
import { legendFor } from '../tokenLegend.ts';
import { linkedRangesAt } from '../../core/present/editing.ts';

const kindByOutlineItem = {
  heading: SymbolKind.String,
  passage: SymbolKind.Key,
  term: SymbolKind.Constant,
  note: SymbolKind.Event,
} as const;

/** Outline, folding and links, as Markdown users have them. */
export function registerStructure(server: ServerContext): void {
  const { connection, studies } = server;
  connection.onDocumentSymbol(async ({ textDocument }) => {
    const located = await studies.locate(textDocument.uri);
    if (!located) return null;
    const { analysis, study } = located;
    const tree = outlineOf(analysis, study).map((item) => symbol(analysis, item, server.client));
    return server.client.symbolTree ? tree : flatSymbols(tree, textDocument.uri);
  });
  connection.onFoldingRanges(async ({ textDocument }) => {
    const located = await studies.locate(textDocument.uri);
    if (!located) return null;
    return foldsOf(located.analysis, located.study).flatMap(({ range, kind }): FoldingRange[] => {
      const startLine = wirePosition(located.analysis, range.start).line;
      const endLine = lastLine(located.analysis, range.end);
      return endLine > startLine
        ? [
            {
              startLine,
              endLine,
              kind: kind === 'comment' ? FoldingRangeKind.Comment : FoldingRangeKind.Region,
            },
          ]
        : [];
    });
  });
  connection.onDocumentLinks(async ({ textDocument }) => {
    const located = await studies.locate(textDocument.uri);
    if (!located) return null;
    return linksOf(located.analysis).flatMap(({ range, address }): DocumentLink[] => {
      const target = openableTarget(address, located.analysis, located.folder.root);
      return target === undefined ? [] : [{ range: wireRange(located.analysis, range), target }];
    });
  });
}

function symbol(analysis: Analysis, item: OutlineItem, client: ClientSupport): DocumentSymbol {
  const kind = kindByOutlineItem[item.kind];
  return {
    name: item.name,
    detail: item.detail,
    kind: client.outlineKinds.has(kind) ? kind : SymbolKind.String,
    range: wireRange(analysis, item.range),
    selectionRange: wireRange(analysis, item.selection),
    children: item.children.map((child) => symbol(analysis, child, client)),
  };
}

/** The outline in reading order, for clients without trees; what an entry stands below is its container. */
function flatSymbols(
  symbols: readonly DocumentSymbol[],
  uri: string,
  containerName?: string,
): SymbolInformation[] {
  return symbols.flatMap(({ name, detail, kind, range, children }) => [
    {
      // A flat entry has no detail of its own: a paragraph's number alone would say nothing.
      name: detail === undefined || detail === '' ? name : `${name} ${detail}`,
      kind,
      location: { uri, range },
      ...(containerName === undefined ? {} : { containerName }),
    },
    ...flatSymbols(children ?? [], uri, name),
  ]);
}

/** The line of the last character before an offset that is no line break. */
function lastLine(analysis: Analysis, end: number): number {
  const { line, column } = linesOf(analysis).positionAt(end);
  return column === 0 && line > 0 ? line - 1 : line;
}

/** Where a link leads: the web, an address for mail, or a file of the study folder. Nothing else is ever opened. */
function openableTarget(address: string, analysis: Analysis, root: string): string | undefined {
  if (/^(?:https?:|mailto:)/i.test(address)) return address;
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('//')) return undefined;
  if (address.startsWith('#')) return undefined;
  try {
    const target = new URL(address, analysis.file.uri).toString();
    return target.startsWith(`${root}/`) ? target : undefined;
  } catch {
    return undefined;
  }
}

/** Semantic colours, paragraph numbers, and highlights of the same thing. */
export function registerMarks(server: ServerContext): void {
  const { connection, studies } = server;
  registerTokens(server);
  registerHints(server);
  connection.onDocumentHighlight(async ({ textDocument, position }) => {
    const located = await studies.locate(textDocument.uri);
    if (!located) return null;
    const { analysis, study } = located;
    return highlightsAt(analysis, toOffset(analysis, position), study).map((range) => ({
      range: wireRange(analysis, range),
    }));
  });
}

function registerTokens(server: ServerContext): void {
  server.connection.languages.semanticTokens.on(async ({ textDocument }) => {
    const located = await server.studies.locate(textDocument.uri);
    const builder = new SemanticTokensBuilder();
    const legend = legendFor(server.client);
    if (!located || !legend) return builder.build();
    const lines = linesOf(located.analysis);
    for (const mark of semanticMarks(located.analysis, located.study)) {
      const { line, column } = lines.positionAt(mark.range.start);
      const type = legend.typeOf(mark);
      if (type >= 0 && lines.positionAt(mark.range.end).line === line)
        builder.push(line, column, mark.range.end - mark.range.start, type, legend.modifiersOf(mark));
    }
    return builder.build();
  });
}

function registerHints({ connection, studies }: ServerContext): void {
  connection.languages.inlayHint.on(async ({ textDocument, range }) => {
    const located = await studies.locate(textDocument.uri);
    if (!located) return null;
    const wanted = rangeFromWire(located.analysis, range);
    return inlaysOf(located.analysis, located.study, wanted)
      .filter((inlay) => wanted.start <= inlay.offset && inlay.offset <= wanted.end)
      .map((inlay): InlayHint => ({
        position: wirePosition(located.analysis, inlay.offset),
        label: inlay.label,
        kind: InlayHintKind.Type,
        ...(inlay.tooltip === '' ? {} : { tooltip: inlay.tooltip }),
        ...(inlay.before ? { paddingRight: true } : { paddingLeft: true }),
      }));
  });
}

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
