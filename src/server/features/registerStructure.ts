import {
  SymbolKind,
  FoldingRangeKind,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type SymbolInformation,
} from 'vscode-languageserver';
import { foldsOf, linksOf, type OutlineItem, outlineOf } from '../../core/present/structure.ts';
import type { Analysis } from '../../core/study.ts';
import type { ClientSupport } from '../clientSupport.ts';
import type { ServerContext } from '../context.ts';
import { linesOf, wirePosition, wireRange } from '../wire.ts';

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
