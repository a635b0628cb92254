import { inWords } from '../../core/messages.ts';
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import {
  completionAt,
  type CompletionItem as Item,
  type CompletionSubject,
  documentationOf,
} from '../../core/present/completion.ts';
import type { ClientSupport } from '../clientSupport.ts';
import type { ServerContext } from '../context.ts';
import type { Located } from '../studies.ts';
import { markupContent, toOffset, wireRange } from '../wire.ts';

const kindByItem = {
  key: CompletionItemKind.Reference,
  passage: CompletionItemKind.Value,
  section: CompletionItemKind.Module,
  note: CompletionItemKind.Value,
  term: CompletionItemKind.Keyword,
  word: CompletionItemKind.Text,
  quotation: CompletionItemKind.Reference,
  prefix: CompletionItemKind.Operator,
} as const;

/** What an item carries from the list to the moment somebody looks at it. */
interface ItemData {
  readonly uri: string;
  readonly subject: CompletionSubject;
}

/** Completion of keys, locators, quotations and terms. Documentation is found when an item is looked at. */
export function registerCompletion(server: ServerContext): void {
  server.connection.onCompletion(async ({ textDocument, position }) => {
    const located = await server.studies.locate(textDocument.uri);
    if (!located) return null;
    const { analysis, study } = located;
    const completion = completionAt(analysis, toOffset(analysis, position), study);
    if (!completion || completion.items.length === 0) return null;
    return {
      isIncomplete: true,
      items: completion.items.map((item) => wireItem(item, item.range ?? completion.range, located, server)),
    };
  });
  server.connection.onCompletionResolve(async (item) => {
    const data = item.data as Partial<ItemData> | undefined;
    const located = data?.uri === undefined ? undefined : await server.studies.locate(data.uri);
    if (!located || !data?.subject) return item;
    const value = documentationOf(data.subject, located.study);
    return value === ''
      ? item
      : { ...item, documentation: markupContent(value, server.client.documentationFormat) };
  });
}

function wireItem(
  item: Item,
  range: Item['range'],
  located: Located,
  { client }: ServerContext,
): CompletionItem {
  const { analysis } = located;
  const { description } = item;
  const data: ItemData | undefined = item.subject && { uri: analysis.file.uri, subject: item.subject };
  return {
    label: item.label,
    ...(description === '' ? {} : { detail: description }),
    ...(description !== '' && client.labelDetails ? { labelDetails: { description } } : {}),
    kind: kindFor(item, client),
    filterText: item.filterText,
    sortText: item.sortText,
    textEdit: { range: wireRange(analysis, range ?? { start: 0, end: 0 }), newText: item.newText },
    ...(data ? { data } : {}),
    // Only our own extension is known to run it.
    ...(item.goesOn && client.commandLinks
      ? { command: { title: inWords('server.offerKeys'), command: 'editor.action.triggerSuggest' } }
      : {}),
  };
}

/** The kind of an item; plain text where the client does not know it. */
function kindFor({ kind }: Item, { completionKinds }: ClientSupport): CompletionItemKind {
  return completionKinds.has(kindByItem[kind]) ? kindByItem[kind] : CompletionItemKind.Text;
}
