import { inWords } from '../../src/core/messages.ts';
import assert from 'node:assert/strict';
import { importSource, type ImportRequest, type ImportResult } from '../../src/convert/import.ts';
import { parseMarkdown } from '../../src/core/blocks/document.ts';
import { readSource, type SourceText } from '../../src/core/source/readSource.ts';

/** Imports a text and reads the resulting source file. Fails if there is nothing to import. */
export async function imported(
  text: string | Uint8Array,
  options: Partial<ImportRequest> = {},
): Promise<{ result: ImportResult; source: SourceText; body: string }> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const result = await importSource({ bytes, fileName: 'text.txt', editions: [], ...options });
  if ('problem' in result) assert.fail(inWords(result.problem));
  const body = result.markdown.replace(/^---\n[^]*?\n---\n\n/, '').trimEnd();
  return { result, source: readSource(parseMarkdown(result.markdown)), body };
}

/** Doubts as `line:chosen`. */
export function doubts(result: ImportResult): string[] {
  return result.doubts.map((doubt) => `${doubt.line}:${doubt.chosen}`);
}
