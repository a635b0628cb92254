import assert from 'node:assert/strict';
import type { JsonObject } from '../../src/core/notes/annotation.ts';
import { useDesks } from '../support/commandLine.ts';
import { listed, source } from './breadNotes.ts';

/** A note of the client of Hypothesis on a page that no source names as its address. */
function onPage(uri: string, title: string, id: string, exact?: string): JsonObject {
  const selector = exact === undefined ? [] : [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }];
  return {
    id,
    user: 'acct:ben@hypothes.is',
    uri,
    document: { title: [title] },
    text: `Note ${id}`,
    target: [{ source: uri, selector }],
  };
}

describe('notes on web pages', () => {
  const deskWith = useDesks();
  const importing = async (rows: readonly JsonObject[], ...more: string[]) => {
    const desk = await deskWith(source);
    await desk.write('h.json', JSON.stringify({ annotations: rows }));
    const { err } = await desk.run(['notes', 'import', 'h.json', ...more]);
    return { err, notes: (await listed(desk)).map(({ text, status }) => [text, status]) };
  };
  const mirror = 'https://mirror.example/1';
  const words = 'no baker can hurry it';

  it('come to the source with the title of the page where none has its address', async () => {
    const { err, notes } = await importing([
      onPage(mirror, 'On bread', 'a', words),
      onPage(mirror, 'On bread', 'b'),
    ]);
    assert.equal(err, '2 notes taken in.\n');
    assert.deepEqual(notes.toSorted(), [
      ['Note a', 'anchored'],
      ['Note b', 'anchored'],
    ]);
  });

  it('are left out, and counted, where no source has their address or title', async () => {
    const { err, notes } = await importing([onPage(mirror, 'Elsewhere', 'a', words)]);
    assert.match(err, /^0 notes taken in\.\n1 note on works that no source here has left out: --source KEY/);
    assert.deepEqual(notes, []);
  });

  it('are on the source that a person names, without those on other pages of the file', async () => {
    const { err, notes } = await importing(
      [
        onPage(mirror, 'Elsewhere', 'a', words),
        onPage(mirror, 'Elsewhere', 'b'),
        onPage('https://news.example', 'News', 'c', 'The weather stays as it is'),
        onPage('https://news.example', 'News', 'd'),
      ],
      ...['--source', 'bread'],
    );
    assert.match(err, /^2 notes taken in\.\n2 notes on works that no source here has left out/);
    assert.deepEqual(notes.map(([text]) => text).toSorted(), ['Note a', 'Note b']);
  });

  it('are all on the source that a person names where they are on one page', async () => {
    const { notes } = await importing(
      [onPage(mirror, 'Elsewhere', 'a', words), onPage(mirror, 'Elsewhere', 'c', 'other words')],
      ...['--source', 'bread'],
    );
    assert.deepEqual(notes.toSorted(), [
      ['Note a', 'anchored'],
      ['Note c', 'orphan'],
    ]);
  });
});
