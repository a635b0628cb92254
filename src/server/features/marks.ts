import { InlayHintKind, SemanticTokensBuilder, type InlayHint } from 'vscode-languageserver';
import { highlightsAt, inlaysOf, semanticMarks } from '../../core/present/structure.ts';
import type { Server } from '../context.ts';
import { legendFor } from '../tokenLegend.ts';
import { fromRange, linesOf, toOffset, toPosition, toRange } from '../wire.ts';

/** Semantic colours, paragraph numbers, and highlights of the same thing. */
export function registerMarks(server: Server): void {
  const { connection, studies } = server;
  registerTokens(server);
  registerHints(server);
  connection.onDocumentHighlight(async ({ textDocument, position }) => {
    const located = await studies.locate(textDocument.uri);
    if (!located) return null;
    const { analysis, study } = located;
    return highlightsAt(analysis, toOffset(analysis, position), study).map((range) => ({
      range: toRange(analysis, range),
    }));
  });
}

function registerTokens(server: Server): void {
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

function registerHints({ connection, studies }: Server): void {
  connection.languages.inlayHint.on(async ({ textDocument, range }) => {
    const located = await studies.locate(textDocument.uri);
    if (!located) return null;
    const wanted = fromRange(located.analysis, range);
    return inlaysOf(located.analysis, located.study, wanted)
      .filter((inlay) => wanted.start <= inlay.offset && inlay.offset <= wanted.end)
      .map((inlay): InlayHint => ({
        position: toPosition(located.analysis, inlay.offset),
        label: inlay.label,
        kind: InlayHintKind.Type,
        ...(inlay.tooltip === '' ? {} : { tooltip: inlay.tooltip }),
        ...(inlay.before ? { paddingRight: true } : { paddingLeft: true }),
      }));
  });
}
