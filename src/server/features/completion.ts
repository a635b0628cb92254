import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import { completionAt } from '../../core/present/completion.ts';
import type { Server } from '../server.ts';
import { toOffset, toRange } from '../wire.ts';

const kinds = {
  key: CompletionItemKind.Reference,
  passage: CompletionItemKind.Value,
  section: CompletionItemKind.Module,
  note: CompletionItemKind.Text,
  term: CompletionItemKind.Keyword,
} as const;

/** Completion of keys, locators and terms. Documentation is found when an item is looked at. */
export function registerCompletion(server: Server): void {
  server.connection.onCompletion(async ({ textDocument, position }) => {
    const located = await server.studies.locate(textDocument.uri);
    if (!located) return null;
    const { analysis, study } = located;
    const completion = completionAt(analysis, toOffset(analysis, position), study);
    if (!completion) return null;
    const range = toRange(analysis, completion.range);
    return {
      isIncomplete: true,
      items: completion.items.map((item): CompletionItem => ({
        label: item.label,
        labelDetails: { description: item.description },
        detail: item.description,
        documentation: item.documentation,
        kind: kinds[item.kind],
        filterText: item.filterText,
        sortText: item.sortText,
        textEdit: { range, newText: item.newText },
      })),
    };
  });
}
