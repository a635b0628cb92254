import assert from 'node:assert/strict';
import type { NoteAction, NoteReply, WireRange } from '../../src/server/protocol.ts';
import { TestClient } from './client.ts';

/** A source to write notes on. */
export const bread = `---
id: bread
title: On Bread
---

Flour comes first, and water is next.

## (1) Rising

A dough rises slowly, and no baker can hurry it.

A loaf is eaten warm.[^1]

[^1]: Some say cold.
`;
const glossary = '# Glossary\n\n## dough\n\nFlour and water, kneaded.\n';

/** The range of the first occurrence of some words. */
export function rangeOf(text: string, words: string): WireRange {
  const at = text.indexOf(words);
  assert.ok(at >= 0, words);
  const place = (offset: number): WireRange['start'] => {
    const lines = text.slice(0, offset).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };
  return { start: place(at), end: place(at + words.length) };
}

/** A study folder with one source, a server for it, and the requests about notes. */
export class NotesClient {
  readonly client: TestClient;

  private constructor(client: TestClient) {
    this.client = client;
  }

  static async start(files: Readonly<Record<string, string>> = {}): Promise<NotesClient> {
    const all = { 'sources/bread.md': bread, 'glossary.md': glossary, ...files };
    return new NotesClient(await TestClient.start(all));
  }

  get source(): string {
    return this.client.uri('sources/bread.md');
  }

  act(action: NoteAction): Promise<NoteReply> {
    return this.client.ask('pilcrow/changeNote', { uri: this.source, action });
  }

  /** Adds a note to words of the source and returns its id. */
  async add(words: string, more: Partial<Extract<NoteAction, { do: 'add' }>> = {}): Promise<string> {
    const range = rangeOf(bread, words);
    const base = { do: 'add', uri: this.source, range, author: 'Ada', kind: 'question' } as const;
    const reply = await this.act({ ...base, text: 'Why?', tags: [], ...more });
    assert.ok('id' in reply, JSON.stringify(reply));
    return reply.id;
  }
}
