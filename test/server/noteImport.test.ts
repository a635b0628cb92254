import assert from 'node:assert/strict';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NoteImportParams, NoteImportReply } from '../../src/server/protocol.ts';
import { base64Of } from '../../src/core/text.ts';
import type { TestClient } from './client.ts';
import { NotesClient } from './notesClient.ts';

const clipping = (title: string, at: number, words: string): string =>
  `${title}\r\n- Your Highlight on Location ${String(at)}-${String(at + 1)} | Added on Wednesday, March 4, 2026 5:06:10 AM\r\n\r\n${words}\r\n==========\r\n`;
const clippings =
  clipping('On Bread (A. Baker)', 10, 'no baker can hurry it') +
  clipping('Another Book (B. Cook)', 12, 'A loaf is eaten warm') +
  clipping('Another Book (B. Cook)', 14, 'words of another book');

describe('notes of other programs, over the protocol', () => {
  let client: TestClient;
  let source: string;
  const importOf = (more: Partial<NoteImportParams> = {}): Promise<NoteImportReply> =>
    client.ask('pilcrow/importNotes', {
      uri: source,
      fileName: 'My Clippings.txt',
      base64: base64Of(new TextEncoder().encode(clippings)),
      ...more,
    });
  const none = { known: 0, unplaced: 0, privateNotes: 0, left: 0, problems: [] };
  const otherWorks = ['Another Book (B. Cook)'];
  beforeEach(async () => {
    const notes = await NotesClient.start();
    ({ client, source } = notes);
  });
  afterEach(() => client.stop());

  it('are counted first, then taken in, and not taken twice', async () => {
    const file = join(client.root, 'notes', 'bread.anonymous.jsonld');
    assert.deepEqual(await importOf({ isTrial: true }), { ...none, added: 1, ofOtherSources: 2, otherWorks });
    await assert.rejects(access(file), 'a trial writes nothing');
    assert.deepEqual(await importOf(), { ...none, added: 1, ofOtherSources: 2, otherWorks });
    const [thread] = (await client.ask('pilcrow/documentNotes', { uri: source })).threads;
    assert.deepEqual([thread?.words, thread?.state], ['no baker can hurry it', 'anchored']);
    const before = await readFile(file, 'utf8');
    assert.deepEqual(await importOf(), {
      ...none,
      added: 0,
      known: 1,
      ofOtherSources: 2,
      otherWorks,
    });
    assert.equal(await readFile(file, 'utf8'), before);
    assert.deepEqual(await importOf({ source: 'bread' }), {
      ...none,
      added: 1,
      known: 1,
      ofOtherSources: 1,
      otherWorks,
    });
  });

  it('that cannot be read are told in words', async () => {
    const text = base64Of(new TextEncoder().encode('Only a text.\n'));
    const reply = await importOf({ fileName: 'x.txt', base64: text });
    assert.ok('problems' in reply);
    assert.deepEqual([reply.added, reply.problems.length], [0, 1]);
    const bytes = base64Of(new Uint8Array([0xff, 0xfe, 0x00, 0xd8]));
    assert.ok('problem' in (await importOf({ fileName: 'x.csv', base64: bytes })));
  });
});
