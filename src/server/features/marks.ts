import {
  InlayHintKind,
  SemanticTokensBuilder,
  type CancellationToken,
  type CodeLens,
  type InlayHint,
} from 'vscode-languageserver';
import { highlightsAt, inlaysOf, lensesOf, semanticMarks, type LensView } from '../../core/present/marks.ts';
import { noteLenses } from '../../core/present/notes/hover.ts';
import { knowLeads } from '../../core/resolve/leads.ts';
import type { Server } from '../context.ts';
import type { Params, Result } from '../protocol.ts';
import { Slices } from '../slices.ts';
import type { Located } from '../studies.ts';
import { fromRange, linesOf, toLocation, toOffset, toPosition, toRange } from '../wire.ts';

/** Token types and modifiers, in the order of the legend. */
export const tokenTypes = ['citation', 'locator', 'term'] as const;
export const tokenModifiers = ['unresolved', 'suppressedAuthor'] as const;

/** Semantic colours, paragraph numbers, “cited 3 times”, and highlights of the same thing. */
export function registerMarks(server: Server): void {
  const { connection, studies } = server;
  registerTokens(server);
  registerHints(server);
  registerLensPlaces(server);
  connection.onCodeLens(async ({ textDocument }, token) => {
    const located = await studies.locateInAll(textDocument.uri);
    if (!located) return null;
    await lookAtPapers(located, token);
    return allLenses(located).map((lens): CodeLens => {
      const range = toRange(located.analysis, lens.range);
      const showing = {
        command: 'pilcrow.showReferences',
        arguments: [textDocument.uri, range.start, lens.of],
      };
      const command = server.commandLinks ? showing : { command: '' };
      return { range: { start: range.start, end: range.start }, command: { title: lens.title, ...command } };
    });
  });
  connection.onDocumentHighlight(async ({ textDocument, position }) => {
    const located = await studies.locate(textDocument.uri);
    if (!located) return null;
    const { analysis, study } = located;
    return highlightsAt(analysis, toOffset(analysis, position), study).map((range) => ({
      range: toRange(analysis, range),
    }));
  });
}

/** Sees to it that the citations of all papers have been looked at: all at once would keep others waiting. */
function lookAtPapers({ analysis, study }: Located, token: CancellationToken): Promise<void> {
  const papers = analysis.role === 'source' ? study.papers : [];
  return new Slices().each(papers, token, (paper) => knowLeads(paper, study));
}

function allLenses({ analysis, study }: Located): readonly LensView[] {
  return [...lensesOf(analysis, study), ...noteLenses(analysis, study)];
}

/** What a lens opens when it is clicked. */
function registerLensPlaces({ connection, studies }: Server): void {
  connection.onRequest(
    'pilcrow/lensPlaces',
    async ({ uri, position, of }: Params<'pilcrow/lensPlaces'>): Promise<Result<'pilcrow/lensPlaces'>> => {
      const located = await studies.locateInAll(uri);
      if (!located) return [];
      const at = toOffset(located.analysis, position);
      const lens = allLenses(located).find((each) => each.of === of && each.range.start === at);
      return lens?.places().map(toLocation) ?? [];
    },
  );
}

function registerTokens({ connection, studies }: Server): void {
  connection.languages.semanticTokens.on(async ({ textDocument }) => {
    const located = await studies.locate(textDocument.uri);
    const builder = new SemanticTokensBuilder();
    if (!located) return builder.build();
    const lines = linesOf(located.analysis);
    for (const mark of semanticMarks(located.analysis, located.study)) {
      const { line, column } = lines.positionAt(mark.range.start);
      const modifiers = (mark.unresolved ? 1 : 0) + (mark.suppressedAuthor ? 2 : 0);
      if (lines.positionAt(mark.range.end).line === line)
        builder.push(
          line,
          column,
          mark.range.end - mark.range.start,
          tokenTypes.indexOf(mark.type),
          modifiers,
        );
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
