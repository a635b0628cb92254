import assert from 'node:assert/strict';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CodeLens, DocumentSymbol, Hover } from 'vscode-languageserver-protocol';
import type { NoteAction, NoteReply } from '../../src/server/protocol.ts';
import type { TestClient } from './client.ts';
import { bread, NotesClient, rangeOf } from './notesClient.ts';

describe('notes, over the protocol', () => {
  let notes: NotesClient;
  let client: TestClient;
  afterEach(() => client.stop());

  const start = async (files?: Readonly<Record<string, string>>): Promise<void> => {
    notes = await NotesClient.start(files);
    ({ client } = notes);
  };
  const source = (): string => notes.source;
  const act = (action: NoteAction): Promise<NoteReply> => notes.act(action);
  const add: NotesClient['add'] = (words, more) => notes.add(words, more);

  it('stand in the outline of their source, under their paragraph', async () => {
    await start();
    await add('rises slowly', { text: 'How slowly does it rise?' });
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: source() },
    });
    const rising = symbols.find(({ name }) => name.endsWith('Rising'));
    const dough = rising?.children?.find(({ name }) => name === '¶ 2');
    assert.deepEqual(
      dough?.children?.map(({ name, detail }) => [name, detail]),
      [['Question: How slowly does it rise?', 'Ada']],
    );
    assert.deepEqual(symbols.find(({ name }) => name === '¶ 1')?.children, []);
  });

  it('are missing from their view by name where git could not merge their file', async () => {
    const conflict =
      '{"type": "AnnotationPage", "items": [\n<<<<<<< HEAD\n{}\n=======\n[]\n>>>>>>> other\n]}\n';
    await start({ 'notes/bread.ada.jsonld': conflict });
    const { nodes } = await client.ask('pilcrow/notes', { uri: source() });
    assert.deepEqual(
      nodes.map(({ accessibleLabel }) => accessibleLabel),
      ['bread.ada.jsonld, not all of its notes can be read'],
    );
    assert.equal(nodes[0]?.target?.uri, client.uri('notes/bread.ada.jsonld'));
  });

  it('are made on words, answered, edited, resolved and deleted', async () => {
    await start();
    const id = await add('rises slowly', {
      text: 'How slowly does *dough* rise [@bread, ¶ 2]?',
      tags: ['time'],
    });
    assert.deepEqual(await readdir(join(client.root, 'notes')), ['bread.ada.jsonld']);
    await act({ do: 'answer', id, author: 'Ben', text: 'A day.' });
    assert.deepEqual((await readdir(join(client.root, 'notes'))).sort(), [
      'bread.ada.jsonld',
      'bread.ben.jsonld',
    ]);
    const [thread, ...others] = (await client.ask('pilcrow/documentNotes', { uri: source() })).threads;
    assert.ok(thread);
    assert.equal(others.length, 0);
    assert.deepEqual(
      [thread.label, thread.words, thread.state, thread.citation, thread.kind.symbol, thread.note.tags],
      ['Question · ¶ 2', 'rises slowly', 'anchored', '[@bread, ¶ 2]', '?', ['time']],
    );
    assert.deepEqual(thread.place, { uri: source(), range: rangeOf(bread, 'rises slowly') });
    assert.match(thread.note.shown, /\[\\@bread, ¶ 2\]\(<.*bread\.md#L10> "A dough rises slowly/);
    assert.match(thread.note.shown, /\[dough\]\(<.*glossary\.md#L3> "Flour and water, kneaded\."\)/);
    assert.deepEqual(
      thread.answers.map(({ author, text }) => [author, text]),
      [['Ben', 'A day.']],
    );
    await act({
      do: 'edit',
      id,
      seen: thread.note.modified,
      text: 'How slowly?',
      kind: 'remark',
      tags: ['time', 'yeast'],
    });
    await act({ do: 'resolve', id });
    const changed = await client.ask('pilcrow/note', { uri: source(), id });
    assert.deepEqual(
      [changed?.note.text, changed?.kind.id, changed?.note.tags, changed?.resolved, changed?.label],
      ['How slowly?', 'remark', ['time', 'yeast'], true, 'Remark · ¶ 2 · resolved'],
    );
    await act({ do: 'reopen', id });
    assert.equal((await client.ask('pilcrow/note', { uri: source(), id }))?.resolved, false);
    assert.deepEqual(await client.ask('pilcrow/noteTags', { uri: source() }), ['time', 'yeast']);
    await act({ do: 'delete', id, answers: true });
    assert.deepEqual(await client.ask('pilcrow/documentNotes', { uri: source() }), {
      threads: [],
      count: 0,
      marks: [],
    });
  });

  it('are made anywhere in the text of a source, and in no other file', async () => {
    await start({ 'papers/one.analysis.md': 'A dough rises.\n' });
    const [place, ...others] = await client.ask('pilcrow/notePlaces', { uri: source() });
    assert.equal(others.length, 0);
    assert.deepEqual(place, {
      start: rangeOf(bread, 'Flour comes').start,
      end: rangeOf(bread, 'Some say cold.').end,
    });
    for (const path of ['papers/one.analysis.md', 'glossary.md'])
      assert.deepEqual(await client.ask('pilcrow/notePlaces', { uri: client.uri(path) }), []);
  });

  it('are on the whole paragraph, or on the whole source, where nothing is selected', async () => {
    await start();
    const point = rangeOf(bread, 'loaf').start;
    await add('loaf', { range: { start: point, end: point } });
    await add('loaf', { range: null, kind: 'remark' });
    const { threads } = await client.ask('pilcrow/documentNotes', { uri: source() });
    assert.deepEqual(
      threads.map(({ words, label, citation }) => [words, label, citation]),
      [
        ['', 'Remark', '[@bread]'],
        ['A loaf is eaten warm.', 'Question · ¶ 3', '[@bread, ¶ 3]'],
      ],
    );
    const front = await act({
      do: 'add',
      uri: source(),
      range: rangeOf(bread, 'title'),
      author: '',
      kind: 'remark',
      text: 'x',
      tags: [],
    });
    assert.ok('problem' in front);
  });

  it('stay on their words while the source is edited, and are placed by a person where they cannot', async () => {
    await start();
    const id = await add('rises slowly');
    await client.open('sources/bread.md', bread, 'markdown');
    const moved = bread.replace('Flour', 'Good flour').replace('A dough', '*A* dough');
    await client.change('sources/bread.md', moved);
    const [thread] = (await client.ask('pilcrow/documentNotes', { uri: source() })).threads;
    assert.deepEqual(thread?.place?.range, rangeOf(moved, 'rises slowly'));
    const lost = bread.replace(
      'A dough rises slowly, and',
      'It takes a good while until it has gone up, and',
    );
    await client.change('sources/bread.md', lost);
    assert.deepEqual(await client.ask('pilcrow/documentNotes', { uri: source() }), {
      threads: [],
      count: 0,
      marks: [],
    });
    const view = await client.ask('pilcrow/notes', { uri: source() });
    assert.equal(view.badge, 1);
    assert.deepEqual(
      [view.nodes[0]?.label, view.nodes[0]?.children?.[0]?.kind],
      ['Without a place', 'orphan'],
    );
    assert.equal(view.nodes[0]?.children?.[0]?.noteId, id);
    await client.findings('notes/bread.ada.jsonld', ([first]) => first?.code === 'note/orphan');
    await act({ do: 'place', id, uri: source(), range: rangeOf(lost, 'takes a good while') });
    const placed = await client.ask('pilcrow/note', { uri: source(), id });
    assert.deepEqual([placed?.state, placed?.words], ['anchored', 'takes a good while']);
  });

  it('are put on the one clear place together, and come back letter for letter', async () => {
    await start();
    const id = await add('rises slowly, and no baker');
    const path = 'notes/bread.ada.jsonld';
    const before = await readFile(join(client.root, path), 'utf8');
    await client.open('sources/bread.md', bread, 'markdown');
    const words = 'risen so slowly a baker';
    await client.change('sources/bread.md', bread.replace('rises slowly, and no baker', `is ${words}`));
    const places = await client.ask('pilcrow/clearPlaces', { uri: source() });
    assert.deepEqual(
      places.map((each) => [each.id, each.label, each.found]),
      [[id, '¶ 2', words]],
    );
    const placed = await client.ask('pilcrow/placeNotes', { uri: source(), ids: [id, 'urn:gone'] });
    assert.equal((await client.ask('pilcrow/note', { uri: source(), id }))?.words, words);
    assert.deepEqual(await client.ask('pilcrow/clearPlaces', { uri: source() }), []);
    const { replaced } = await client.ask('pilcrow/restoreNotes', { uri: source(), notes: placed.replaced });
    assert.equal(replaced.length, 1);
    assert.equal(await readFile(join(client.root, path), 'utf8'), before);
    assert.equal((await client.ask('pilcrow/note', { uri: source(), id }))?.state, 'orphan');
  });

  it('keep an answer to an answer that is deleted in their thread', async () => {
    const answer = (id: string, to: string): string =>
      `{ "id": "urn:${id}", "type": "Annotation", "motivation": "replying", "body": { "type": "TextualBody", "value": "${id}" }, "target": "${to}" }`;
    const list = `[${answer('first', 'urn:head')}, ${answer('second', 'urn:first')}, ${answer('third', 'urn:second')}]`;
    const head = `[{ "id": "urn:head", "type": "Annotation", "target": "urn:x-pilcrow:source:bread" }]`;
    await start({ 'notes/bread.ada.jsonld': head, 'notes/bread.ben.jsonld': list });
    await act({ do: 'delete', id: 'urn:first' });
    const thread = await client.ask('pilcrow/note', { uri: source(), id: 'urn:head' });
    assert.deepEqual(
      thread?.answers.map(({ id }) => id),
      ['urn:second', 'urn:third'],
    );
    const written = await readFile(join(client.root, 'notes/bread.ben.jsonld'), 'utf8');
    assert.equal(written.match(/"target": ?"urn:head"/g)?.length, 1);
    assert.equal(written.match(/"target": ?"urn:second"/g)?.length, 1);
  });

  it('keep both versions where somebody else has changed a note meanwhile', async () => {
    await start();
    const id = await add('rises slowly', { text: 'First' });
    const seen = (await client.ask('pilcrow/note', { uri: source(), id }))?.note.modified ?? '';
    const path = join(client.root, 'notes/bread.ada.jsonld');
    const text = await readFile(path, 'utf8');
    // As git does, without a word to anybody.
    await writeFile(
      path,
      text
        .replace('"First"', '"Theirs"')
        .replaceAll(`"modified": "${seen}"`, '"modified": "2031-01-01T00:00:00Z"'),
    );
    const reply = await act({ do: 'edit', id, seen, text: 'Mine' });
    assert.ok('keptBoth' in reply);
    const { threads } = await client.ask('pilcrow/documentNotes', { uri: source() });
    assert.deepEqual(threads.map(({ note }) => note.text).sort(), ['Mine', 'Theirs']);
    assert.equal(threads.find(({ note }) => note.text === 'Theirs')?.note.versionOf, id);
  });

  it('go into another file where the file of their author cannot be read', async () => {
    await start({ 'notes/bread.ada.jsonld': '{ "items": [ { broken' });
    await add('rises slowly');
    assert.deepEqual((await readdir(join(client.root, 'notes'))).sort(), [
      'bread.ada-2.jsonld',
      'bread.ada.jsonld',
    ]);
    assert.equal(
      await readFile(join(client.root, 'notes/bread.ada.jsonld'), 'utf8'),
      '{ "items": [ { broken',
    );
  });

  it('are seen in other editors as hover and code lens, without anything that could do harm', async () => {
    await start();
    const evil =
      '<img src=x onerror=alert(1)> ![p](https://evil.example/p.png) [run](command:evil) [ok](https://a.example)';
    await add('rises slowly', { text: evil });
    const position = rangeOf(bread, 'rises').start;
    const hover = await client.request<Hover | null>('textDocument/hover', {
      textDocument: { uri: source() },
      position,
    });
    const shown = (hover?.contents as { value: string }).value;
    assert.match(shown, /\*\*\? Question · ¶ 2\*\* Ada/);
    assert.ok(!/(?<!\\)<img|evil\.example|(?<!\\)\]\(command:/.test(shown), shown);
    assert.match(shown, /\[ok\]\(https:\/\/a\.example\)/);
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: source() },
    });
    assert.deepEqual(
      lenses.map(({ command, range }) => [command?.title, range.start.line]),
      [['1 note', 9]],
    );
  });

  it('are grouped and searched in their view, and counted on the sources', async () => {
    await start();
    await add('Flour comes first', { kind: 'remark', author: 'Ben', tags: ['flour'] });
    await add('rises slowly', { tags: ['time'] });
    await add('Some say cold', { text: 'Who says?' });
    const labels = async (params: object): Promise<unknown> => {
      const view = await client.ask('pilcrow/notes', { uri: source(), ...params });
      const of = (nodes: typeof view.nodes): unknown[] =>
        nodes.flatMap(({ label, children }) => (children ? [label, of(children)] : [label]));
      return of(view.nodes);
    };
    assert.deepEqual(await labels({}), [
      'On Bread',
      ['· Why?', '(1) Rising', ['? Why?'], 'Notes of the text', ['? Who says?']],
    ]);
    assert.deepEqual(await labels({ order: 'kind' }), [
      'Question',
      ['? Why?', '? Who says?'],
      'Remark',
      ['· Why?'],
    ]);
    assert.deepEqual(await labels({ order: 'author', query: 'why' }), ['Ada', ['? Why?'], 'Ben', ['· Why?']]);
    assert.deepEqual(await labels({ order: 'tag' }), [
      '#flour',
      ['· Why?'],
      '#time',
      ['? Why?'],
      'Without a tag',
      ['? Who says?'],
    ]);
    const sources = await client.ask('pilcrow/sources', { uri: source() });
    assert.match(sources.nodes[0]?.description ?? '', /3 notes$/);
    const paper = await client.ask('pilcrow/paperFromNotes', {
      uri: source(),
      title: 'Talk',
      date: '2026-11-23',
    });
    assert.equal(paper.path, 'papers/talk.analysis.md');
    assert.match(paper.text, /## Question: Why\?\n\n“rises slowly” \[@bread, ¶ 2\]\n\n- Ada: Why\?\n/);
    assert.ok(paper.text.indexOf('Flour') < paper.text.indexOf('rises slowly'));
  });

  it('are offered candidates where they have lost their place', async () => {
    await start();
    const id = await add('rises slowly');
    await client.open('sources/bread.md', bread, 'markdown');
    const changed = bread.replace(
      /A dough.*it\./,
      'Whoever warms milk sees that it rises slowly; then it boils over.',
    );
    await client.change('sources/bread.md', changed);
    const [candidate] = await client.ask('pilcrow/noteCandidates', { uri: source(), id });
    assert.deepEqual([candidate?.label, candidate?.words], ['¶ 2', 'rises slowly']);
  });
});
