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
import type { Server } from '../context.ts';
import { linesOf, toPosition, toRange } from '../wire.ts';

const kinds = {
  heading: SymbolKind.String,
  passage: SymbolKind.Key,
  term: SymbolKind.Constant,
  note: SymbolKind.Event,
} as const;

/** Outline, folding and links, as Markdown users have them. */
export function registerStructure(server: Server): void {
  const { connection, studies } = server;
  connection.onDocumentSymbol(async ({ textDocument }) => {
    const located = await studies.locate(textDocument.uri);
    if (!located) return null;
    const { analysis, study } = located;
    const tree = outlineOf(analysis, study).map((item) => symbol(analysis, item, server.client));
    return server.client.symbolTree ? tree : flatten(tree, textDocument.uri);
  });
  connection.onFoldingRanges(async ({ textDocument }) => {
    const located = await studies.locate(textDocument.uri);
    if (!located) return null;
    return foldsOf(located.analysis, located.study).flatMap(({ range, kind }): FoldingRange[] => {
      const startLine = toPosition(located.analysis, range.start).line;
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
      const target = targetOf(address, located.analysis, located.folder.root);
      return target === undefined ? [] : [{ range: toRange(located.analysis, range), target }];
    });
  });
}

function symbol(analysis: Analysis, item: OutlineItem, client: ClientSupport): DocumentSymbol {
  const kind = kinds[item.kind];
  return {
    name: item.name,
    detail: item.detail,
    kind: client.outlineKinds.has(kind) ? kind : SymbolKind.String,
    range: toRange(analysis, item.range),
    selectionRange: toRange(analysis, item.selection),
    children: item.children.map((child) => symbol(analysis, child, client)),
  };
}

/** The outline in reading order, for clients without trees; what an entry stands below is its container. */
function flatten(
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
    ...flatten(children ?? [], uri, name),
  ]);
}

/** The line of the last character before an offset that is no line break. */
function lastLine(analysis: Analysis, end: number): number {
  const { line, column } = linesOf(analysis).positionAt(end);
  return column === 0 && line > 0 ? line - 1 : line;
}

/** Where a link leads: the web, an address for mail, or a file of the study folder. Nothing else is ever opened. */
function targetOf(address: string, analysis: Analysis, root: string): string | undefined {
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
