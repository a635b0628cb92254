import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { normaliseText } from '../../src/core/text.ts';
import { imported } from './importing.ts';

/** What a file of a producer must give, whoever wrote it. */
export interface Expected {
  readonly blocks: readonly { readonly kind: 'p' | 'q'; readonly text: string }[];
  readonly headings: readonly string[];
  readonly notes: readonly string[];
  readonly italics: readonly string[];
}

export function readExpected(path: string): Expected {
  return JSON.parse(readFileSync(path, 'utf8')) as Expected;
}

/** Words as they are compared, without the signs of emphasis that some producers leave in notes. */
const comparable = (text: string): string =>
  normaliseText(text).replaceAll('*', '').replaceAll('…', '...').replace(/\s+/g, ' ').trim();

/**
 * Imports a file, which no edition helps to read, and compares all that it must give.
 * @param questions of how many blocks a person is asked, for want of a word in the file
 */
export async function assertExpected(path: string, expected: Expected, questions = 0): Promise<void> {
  const { source, body, result } = await imported(readFileSync(path), { fileName: basename(path) });
  const blocks = source.passages.map(({ kind, words, attribution }) => [
    kind === 'blockquote' ? 'q' : 'p',
    comparable(`${words?.normalised ?? ''} ${attribution?.text ?? ''}`),
  ]);
  assert.deepEqual(
    blocks,
    expected.blocks.map(({ kind, text }) => [kind, comparable(text)]),
  );
  assert.deepEqual(
    source.headings.map(({ text }) => comparable(text)),
    expected.headings.map(comparable),
  );
  assert.deepEqual(
    source.notes.map(({ words, anchor }) => [comparable(words?.normalised ?? ''), anchor !== undefined]),
    expected.notes.map((text) => [comparable(text), true]),
  );
  const emphasised = [...body.matchAll(/(?<![*\\])\*([^*\n]+)(?<!\\)\*(?!\*)/g)].map(([, words = '']) =>
    comparable(words),
  );
  assert.deepEqual(
    expected.italics.map(comparable).filter((words) => !emphasised.includes(words)),
    [],
  );
  // The summary that stands before a text is rightly asked about.
  const asked = result.doubts.filter(({ chosen }) => chosen !== 'abstract');
  assert.equal(asked.length, questions, JSON.stringify(asked));
}
