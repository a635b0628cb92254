import { InlayHintKind, SemanticTokensBuilder, type InlayHint } from 'vscode-languageserver';
import { highlightsAt, inlaysOf, semanticMarks } from '../../core/present/structure.ts';
import type { ServerContext } from '../context.ts';
import { legendFor } from '../tokenLegend.ts';
import { linesOf, rangeFromWire, toOffset, wirePosition, wireRange } from '../wire.ts';

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
