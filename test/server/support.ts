import assert from 'node:assert/strict';
import type {
  CompletionItem,
  CompletionList,
  Hover,
  Position,
  Range,
  TextEdit,
} from 'vscode-languageserver-protocol';
import type { TestClient } from './client.ts';

/** The items that a server offers at `$0` of a paper. Empty if it offers none. */
export async function completionsAt(
  client: TestClient,
  text: string,
  path = 'papers/x.analysis.md',
): Promise<CompletionItem[]> {
  const { uri, position } = await client.open(path, text);
  const list = await client.request<CompletionList | null>('textDocument/completion', {
    textDocument: { uri },
    position,
  });
  return list?.items ?? [];
}

/** The text with `$0` replaced by an accepted item. */
export function accepted(text: string, item: CompletionItem | undefined): string {
  assert.ok(item?.textEdit && 'range' in item.textEdit, 'the item has a text edit');
  return edited(text.replace('$0', ''), [item.textEdit]);
}

/** A text after edits of the protocol. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => offsetIn(text, b.range.start) - offsetIn(text, a.range.start));
  return sorted.reduce(
    (out, { range, newText }) =>
      out.slice(0, offsetIn(text, range.start)) + newText + out.slice(offsetIn(text, range.end)),
    text,
  );
}

function offsetIn(text: string, { line, character }: Position): number {
  const lines = text.split('\n').slice(0, line);
  return lines.reduce((sum, each) => sum + each.length + 1, 0) + character;
}

/** The Markdown of the hover at `$0`. Empty if there is none. */
export async function hoverAt(client: TestClient, text: string): Promise<string> {
  const { uri, position } = await client.open('papers/x.analysis.md', text);
  const found = await client.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
  return found === null ? '' : (found.contents as { value: string }).value;
}

/** The first place of some words in a text of one line. */
export function rangeOf(text: string, words: string): Range {
  const at = text.indexOf(words);
  assert.ok(at >= 0, `${words} stands in the text`);
  return { start: { line: 0, character: at }, end: { line: 0, character: at + words.length } };
}
