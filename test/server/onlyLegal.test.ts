import assert from 'node:assert/strict';
import type { Message } from 'vscode-languageserver';
import { onlyLegal } from '../../src/server/onlyLegal.ts';
import { TestClient } from './client.ts';

interface Answer {
  readonly id?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** Sends messages as they are: those that come in, and what is answered at the door. */
function sent(...messages: readonly unknown[]): { in: unknown[]; answers: [unknown, number | undefined][] } {
  const cameIn: unknown[] = [];
  const answers: [unknown, number | undefined][] = [];
  const silent = (): { dispose: () => void } => ({ dispose: () => undefined });
  const { reader } = onlyLegal({
    reader: {
      onError: silent,
      onClose: silent,
      onPartialMessage: silent,
      listen: (callback) => {
        for (const message of messages) callback(message as Message);
        return silent();
      },
      dispose: () => undefined,
    },
    writer: {
      onError: silent,
      onClose: silent,
      write: (message) => {
        const { id, error } = message as Answer;
        answers.push([id, error?.code]);
        return Promise.resolve();
      },
      end: () => undefined,
      dispose: () => undefined,
    },
  });
  reader.listen((message) => cameIn.push(message));
  return { in: cameIn, answers };
}

const initialize = { id: 1, method: 'initialize', params: { capabilities: {} } };
const textDocument = { uri: 'file:///a.analysis.md' };
const open = {
  method: 'textDocument/didOpen',
  params: { textDocument: { ...textDocument, languageId: 'analysis', version: 1, text: 'A' } },
};

describe('what the protocol does not allow', () => {
  it('is refused before “initialize”, which comes once, and after “shutdown”', () => {
    const hover = (id: number): unknown => ({
      id,
      method: 'textDocument/hover',
      params: { textDocument, position: { line: 0, character: 0 } },
    });
    const ends = [{ id: 5, method: 'shutdown' }, hover(6), open, { method: 'exit' }];
    const all = sent(hover(0), open, initialize, { ...initialize, id: 2 }, hover(3), open, ...ends);
    assert.deepEqual(all.in, [initialize, hover(3), open, ends[0], ends[3]]);
    assert.deepEqual(all.answers, [
      [0, -32002],
      [2, -32600],
      [6, -32600],
    ]);
  });

  it('is refused where parameters lack what is read, and dropped where nobody waits', () => {
    const wrong = [
      undefined,
      null,
      [],
      {},
      5,
      'x',
      { textDocument },
      { textDocument, position: { line: 0.5 } },
    ];
    const requests = wrong.map((params, id) => ({ id, method: 'textDocument/hover', params }));
    const told = ['didOpen', 'didClose', 'didChange'].flatMap((name) =>
      [undefined, null, {}, { textDocument: {} }, { textDocument: { uri: 5 }, contentChanges: [{}] }].map(
        (params) => ({ method: `textDocument/${name}`, params }),
      ),
    );
    const all = sent(initialize, ...requests, ...told, { method: '$/cancelRequest', params: null });
    assert.deepEqual(all.in, [initialize]);
    assert.deepEqual(
      all.answers,
      wrong.map((_, id) => [id, -32602]),
    );
  });

  it('is dropped where it is no message', () => {
    const all = sent(initialize, null, 5, 'x', [initialize], { id: 7, method: 5 }, { id: 8, result: null });
    assert.deepEqual(all.in, [initialize, { id: 8, result: null }]);
    assert.deepEqual(all.answers, [[7, -32600]]);
  });

  it('ends no server', async () => {
    const client = await TestClient.start({ 'a.analysis.md': 'Wrong [@bread].\n' });
    try {
      await client.connection.sendNotification('textDocument/didOpen', { textDocument: {} });
      await client.connection.sendNotification('textDocument/didOpen');
      await client.connection.sendNotification('$/cancelRequest', {});
      await assert.rejects(client.connection.sendRequest('initialize', { capabilities: {} }), {
        code: -32600,
      });
      assert.equal((await client.findings('a.analysis.md', (all) => all.length > 0)).length, 1);
    } finally {
      await client.stop();
    }
  });
});
