import assert from 'node:assert/strict';
import { bread, NotesClient, rangeOf } from './notesClient.ts';

describe('notes of a file, over the protocol', () => {
  let notes: NotesClient;
  afterEach(() => notes.client.stop());

  it('come near to what is in sight where there are more than are wanted, with the places of all', async () => {
    notes = await NotesClient.start();
    const far = await notes.add('Flour', { kind: 'remark' });
    const near = await notes.add('rises slowly');
    const other = await notes.add('slowly');
    await notes.add('loaf');
    const near2 = { near: [rangeOf(bread, 'A dough rises')], most: 1 };
    const some = await notes.client.ask('pilcrow/documentNotes', {
      uri: notes.source,
      ...near2,
      also: [far, 'gone'],
    });
    assert.deepEqual(
      some.threads.map(({ note }) => note.id),
      [near, far],
    );
    assert.equal(some.count, 4);
    const placesOf = (...words: string[]): number[] =>
      words.flatMap((each) => {
        const { start: from, end } = rangeOf(bread, each);
        return [from.line, from.character, end.line, end.character];
      });
    const looks = some.marks.map(({ symbol, places }) => [symbol, places]);
    assert.deepEqual(looks[0]?.[1], placesOf('Flour'));
    assert.deepEqual(looks[1], ['?', placesOf('rises slowly', 'slowly', 'loaf')]);
    const at = async (words: string): Promise<string | undefined> =>
      (await notes.client.ask('pilcrow/noteAt', { uri: notes.source, position: rangeOf(bread, words).start }))
        ?.id;
    assert.deepEqual([await at('slowly'), await at('rises'), await at('warm')], [other, near, undefined]);
    await notes.act({ do: 'resolve', id: far });
    const { marks } = await notes.client.ask('pilcrow/documentNotes', { uri: notes.source, most: 0 });
    assert.deepEqual(
      marks.map(({ symbol }) => symbol),
      ['?'],
    );
  });

  it('say in a tooltip what they are about', async () => {
    notes = await NotesClient.start();
    const id = await notes.add('rises slowly', { text: 'How *slowly*?' });
    await notes.act({ do: 'answer', id, author: 'Ben', text: 'A day.' });
    assert.match(
      (await notes.client.ask('pilcrow/noteTooltip', { uri: notes.source, id })) ?? '',
      /^\*\*Question · ¶ 2 · Ada · \d{4}-\d\d-\d\d\*\*\n\n> rises slowly\n\nHow \\\*slowly\\\*\?\n\n\*\*Ben:\*\* A day\.$/,
    );
    assert.equal(await notes.client.ask('pilcrow/noteTooltip', { uri: notes.source, id: 'gone' }), null);
  });
});
