import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { isCommentField } from '../../src/extension/commentFields.ts';
import { fromRange } from '../../src/extension/convert.ts';
import type { Pilcrow } from '../../src/extension/feature.ts';
import type { NoteComment } from '../../src/extension/notes/noteComment.ts';
import type { ShownThread } from '../../src/extension/notes/shownThread.ts';
import { allRows } from '../../src/extension/viewTree.ts';
import type { ViewNode } from '../../src/server/protocol.ts';
import {
  activatedPilcrow,
  checksIn,
  fileOf,
  namesIn,
  remove,
  revert,
  show,
  textIn,
  until,
  write,
} from './support.ts';

const source = 'sources/reading-together.md';
const words = 'Number the paragraphs.';

describe('notes', () => {
  let pilcrow: Pilcrow;
  let editor: vscode.TextEditor;
  let gutter: vscode.CommentController;
  const folder = (): vscode.Uri => fileOf('notes');

  before(async () => {
    pilcrow = await activatedPilcrow();
    gutter = vscode.comments.createCommentController('test', 'Test');
    await setAuthor('Ada Example');
    await checksIn(fileOf('papers/exercise.analysis.md'), (checks) => checks.length > 0);
    // The sample has notes of its own.
    editor = await show(source);
    await deleteAll();
    await remove(folder());
  });
  beforeEach(async () => {
    editor = await show(source);
  });
  afterEach(async () => {
    await revert(editor.document);
    await deleteAll();
  });
  after(async () => {
    gutter.dispose();
    await setAuthor(undefined);
  });

  const setAuthor = async (name: string | undefined): Promise<void> => {
    const settings = vscode.workspace.getConfiguration('pilcrow');
    await settings.update('author', name, vscode.ConfigurationTarget.Workspace);
  };
  /** By the server: that a file just made is gone again, a file watcher may never tell. */
  const deleteAll = async (): Promise<void> => {
    const uri = editor.document.uri.toString();
    const { nodes } = await pilcrow.server.request('pilcrow/notes', { uri });
    const ids = new Set([...allRows(nodes)].flatMap(({ noteId }) => noteId ?? []));
    for (const id of ids)
      await pilcrow.server.request('pilcrow/changeNote', {
        uri,
        action: { do: 'delete', id, answers: true },
      });
    await shown((threads) => threads.length === 0);
  };
  /** The threads on the screen, once they are as wanted. */
  const shown = async (wanted: (threads: ShownThread[]) => boolean): Promise<ShownThread[]> => {
    const { noteThreads } = pilcrow;
    const seen = until(() => {
      const threads = [...noteThreads.shownIn(editor.document.uri)];
      return wanted(threads) ? threads : undefined;
    }, noteThreads.onDidRefresh as vscode.Event<never>);
    void noteThreads.refresh();
    return seen;
  };
  const rangeOf = (text: string): vscode.Range => {
    const at = editor.document.getText().indexOf(text);
    assert.ok(at >= 0, text);
    return new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + text.length));
  };
  /** Makes a note as VS Code does, from an empty thread with a text. */
  const make = async (
    on: string,
    text: string,
    kind = 'question',
    tags = ['method'],
  ): Promise<ShownThread> => {
    const thread = gutter.createCommentThread(editor.document.uri, rangeOf(on), []);
    const id = await vscode.commands.executeCommand<string>(
      'pilcrow.saveNote',
      { thread, text },
      { kind, tags },
    );
    const made = pilcrow.noteThreads.threadOf(id);
    assert.ok(made, 'the note has no thread');
    return made;
  };
  const only = async (wanted: (thread: ShownThread) => boolean): Promise<ShownThread> => {
    const [thread] = await shown(
      ([first, ...others]) => first !== undefined && others.length === 0 && wanted(first),
    );
    assert.ok(thread);
    return thread;
  };
  const saved = async (): Promise<string> => {
    const names = (await namesIn(folder())).filter((name) => name.endsWith('.jsonld')).sort();
    return (await Promise.all(names.map((name) => textIn(fileOf(`notes/${name}`))))).join('\n');
  };
  const row = async (id: string, kind: ViewNode['kind']): Promise<ViewNode> => {
    const { notes } = pilcrow.models;
    const seen = until(
      () => [...allRows(notes.view.nodes)].find((each) => each.noteId === id && each.kind === kind),
      notes.onDidChange as vscode.Event<never>,
    );
    void notes.refresh();
    return seen;
  };

  /** Opens a comment for editing, and waits for its field, which VS Code never closes: its text stays among the documents. */
  const startEditing = async (comment: vscode.Comment | undefined): Promise<void> => {
    const { onDidOpenTextDocument, onDidChangeTextDocument } = vscode.workspace;
    const filled = (): readonly vscode.TextDocument[] =>
      vscode.workspace.textDocuments.filter((each) => isCommentField(each) && each.getText() !== '');
    const before = new Set(filled());
    await vscode.commands.executeCommand('pilcrow.editNote', comment);
    await until(
      () => filled().some((field) => !before.has(field)) || undefined,
      onDidOpenTextDocument as vscode.Event<never>,
      onDidChangeTextDocument as vscode.Event<never>,
    );
  };

  it('are made in an empty thread, which becomes theirs', async () => {
    const { thread, note } = await make(words, 'Why not pages [@reading, ¶ 3]?');
    assert.deepEqual(await namesIn(folder()), ['reading.ada-example.jsonld']);
    assert.match(await saved(), /"value": "Why not pages/);
    assert.equal(thread.label, '? Question · ¶ 3');
    assert.equal(thread.contextValue, 'open');
    const [comment] = thread.comments;
    assert.ok(comment);
    assert.equal(comment.author.name, 'Ada Example');
    assert.equal(comment.label, '#method');
    const body = comment.body as vscode.MarkdownString;
    assert.match(body.value, /reading-together\.md#L/);
    assert.ok(!body.isTrusted && !body.supportHtml);
    assert.ok(thread.range?.isEqual(rangeOf(words)));
    assert.equal((await row(note.note.id, 'annotation')).label, '? Why not pages [@reading, ¶ 3]?');
    const marked = pilcrow.noteLooks.shownIn(editor).get('?');
    assert.deepEqual(
      marked?.map((range) => editor.document.getText(range)),
      [words],
    );
  });

  it('can be made anywhere in the text of a source and nowhere else', async () => {
    const places = async (path: string): Promise<number> =>
      (await pilcrow.server.request('pilcrow/notePlaces', { uri: fileOf(path).toString() })).length;
    assert.equal(await places(source), 1);
    assert.equal(await places('papers/exercise.analysis.md'), 0);
    assert.equal(await places('glossary.md'), 0);
  });

  it('keep what is written where it cannot be saved', async () => {
    await remove(folder());
    await write(folder(), 'A file where the folder should be.');
    const thread = gutter.createCommentThread(editor.document.uri, rangeOf(words), []);
    const save = vscode.commands.executeCommand(
      'pilcrow.saveNote',
      { thread, text: 'Why?' },
      { kind: 'remark', tags: [] },
    );
    // VS Code empties the text field unless the command fails.
    await assert.rejects(Promise.resolve(save));
    assert.equal(pilcrow.noteThreads.shownFor(thread), undefined);
    thread.dispose();
    await remove(folder());
  });

  it('are answered, and another text of an answer is saved', async () => {
    const { thread } = await make(words, 'Why not pages?');
    await vscode.commands.executeCommand('pilcrow.answerNote', { thread, text: 'They change.' });
    const answered = await only(({ thread: { comments } }) => comments.length === 2);
    assert.equal(answered.thread, thread, 'another thread has come');
    await startEditing(thread.comments[1]);
    const edited = thread.comments[1];
    assert.ok(edited);
    assert.equal(edited.mode, vscode.CommentMode.Editing);
    assert.equal(edited.body, 'They change.');
    // What others do meanwhile leaves the open text field alone.
    await vscode.commands.executeCommand('pilcrow.resolveNote', thread);
    assert.equal(thread.comments[1], edited);
    edited.body = 'They change with every edition.';
    await vscode.commands.executeCommand('pilcrow.saveNoteEdit', edited);
    assert.match(await saved(), /"value": "They change with every edition\."/);
    const [, answer] = thread.comments;
    assert.equal(answer.mode, vscode.CommentMode.Preview);
    assert.equal((answer.body as vscode.MarkdownString).value, 'They change with every edition.');
  });

  it('show the old text again where editing is given up, and the new one where it cannot be saved', async () => {
    const { thread } = await make(words, 'Why not pages?');
    await startEditing(thread.comments[0]);
    (thread.comments[0] as NoteComment).body = 'Something else';
    await vscode.commands.executeCommand('pilcrow.cancelNoteEdit', thread.comments[0]);
    const [old] = thread.comments;
    assert.equal((old?.body as vscode.MarkdownString).value, 'Why not pages?');
    await startEditing(thread.comments[0]);
    const emptied = thread.comments[0] as NoteComment;
    emptied.body = '  ';
    await vscode.commands.executeCommand('pilcrow.saveNoteEdit', emptied);
    assert.notEqual(thread.comments[0], emptied);
    assert.equal(thread.comments[0]?.mode, vscode.CommentMode.Editing);
    await vscode.commands.executeCommand('pilcrow.cancelNoteEdit', thread.comments[0]);
  });

  it('are resolved, reopened and deleted from their thread or their row', async () => {
    const { thread, note } = await make(words, 'Why not pages?');
    await vscode.commands.executeCommand('pilcrow.resolveNote', thread);
    assert.equal(thread.state, vscode.CommentThreadState.Resolved);
    assert.equal(thread.contextValue, 'resolved');
    assert.equal(pilcrow.noteLooks.shownIn(editor).get('?'), undefined);
    await vscode.commands.executeCommand('pilcrow.reopenNote', await row(note.note.id, 'annotation'));
    assert.equal(thread.state, vscode.CommentThreadState.Unresolved);
    await vscode.commands.executeCommand('pilcrow.deleteNote', thread.comments[0], undefined, true);
    assert.deepEqual(await shown((threads) => threads.length === 0), []);
    assert.doesNotMatch(await saved().catch(() => ''), /Why not pages/);
  });

  it('that have lost their words are orphans, and are placed by a person', async () => {
    const { note } = await make(words, 'Why not pages?');
    const old = rangeOf(words);
    const { document } = editor;
    await editor.edit((edit) => edit.replace(old, 'Give every block a running figure of its own.'));
    await shown((threads) => threads.length === 0);
    const orphan = await row(note.note.id, 'orphan');
    const range = rangeOf('Give every block a running figure of its own.');
    await vscode.commands.executeCommand('pilcrow.placeNote', orphan, {
      uri: document.uri.toString(),
      range: fromRange(range),
    });
    const placed = await only(({ thread }) => thread.range?.isEqual(range) === true);
    assert.equal(placed.note.note.id, note.note.id);
    assert.equal(placed.thread.collapsibleState, vscode.CommentThreadCollapsibleState.Expanded);
    // Which editor “revert” is about depends on the focus, which an unfolded thread may have.
    await editor.edit((edit) => edit.replace(range, words));
  });

  it('that have one clear place are put there together', async () => {
    const old = 'changes with the edition, the screen and the size of the type';
    const now = 'varies by the edition, a screen and the measure of type there';
    const { note } = await make(old, 'Why not pages?');
    await editor.edit((edit) => edit.replace(rangeOf(old), now));
    await shown((threads) => threads.length === 0);
    const placed: unknown = await vscode.commands.executeCommand('pilcrow.placeNotes', { isConfirmed: true });
    assert.equal((placed as readonly unknown[]).length, 1);
    assert.ok(
      (await only(({ thread }) => thread.range?.isEqual(rangeOf(now)) === true)).note.note.id ===
        note.note.id,
    );
    await editor.edit((edit) => edit.replace(rangeOf(now), old));
  });

  it('of other programs are imported once, and what came in is told', async () => {
    const row = `reading,"${words}","Why not pages?"`;
    const bytes = new TextEncoder().encode(`Title,Quote,Comment\r\n${row}\r\n`);
    const options = { file: { name: 'mine.csv', bytes }, folder: fileOf('.'), source: null };
    const first: unknown = await vscode.commands.executeCommand('pilcrow.importNotes', options);
    assert.deepEqual(first, {
      added: 1,
      known: 0,
      unplaced: 0,
      privateNotes: 0,
      ofOtherSources: 0,
      otherWorks: [],
      left: 0,
      problems: [],
    });
    const [{ thread }] = [await only(() => true)];
    assert.ok(thread.range?.isEqual(rangeOf(words)));
    const again = await vscode.commands.executeCommand<{ added: number }>('pilcrow.importNotes', options);
    assert.equal(again.added, 0);
  });

  it('that another program changes show up, and a malformed file is one finding', async () => {
    const { thread } = await make(words, 'Why not pages?');
    const file = fileOf('notes/reading.ada-example.jsonld');
    const text = await textIn(file);
    await write(file, text.replace('Why not pages?', 'Why not lines?'));
    const changed = await only(
      ({ thread: { comments } }) => (comments[0]?.body as vscode.MarkdownString).value === 'Why not lines?',
    );
    assert.equal(changed.thread, thread);
    await write(fileOf('notes/reading.ben.jsonld'), '{ "type": ');
    const checks = await checksIn(fileOf('notes/reading.ben.jsonld'), (all) => all.length > 0);
    assert.deepEqual(checks, ['note/unreadable']);
    await remove(fileOf('notes/reading.ben.jsonld'));
    await checksIn(fileOf('notes/reading.ben.jsonld'), (all) => all.length === 0);
    assert.equal((await only(() => true)).thread, thread);
  });

  it('are cited, grouped, searched and made into a paper', async () => {
    const { note, thread } = await make(words, 'Why not pages?');
    await make('The two roles change hands', 'Every time?', 'remark', []);
    const { notes } = pilcrow.models;
    const view = async (): Promise<string[]> => (await notes.loaded()).nodes.map(({ label }) => label);
    await vscode.commands.executeCommand('pilcrow.groupNotes', 'kind');
    assert.deepEqual(await view(), ['Question', 'Remark']);
    await pilcrow.notesFilter.search('#method');
    assert.deepEqual(await view(), ['Question']);
    await vscode.commands.executeCommand('pilcrow.showAllNotes');
    await vscode.commands.executeCommand('pilcrow.groupNotes', 'source');
    assert.deepEqual(await view(), ['Reading Together']);
    const rows = [await row(note.note.id, 'annotation')];
    const title = 'What is open';
    const paper = await vscode.commands.executeCommand<vscode.Uri>(
      'pilcrow.paperFromNotes',
      rows[0],
      rows,
      title,
    );
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /\[@reading, ¶ 3\]/);
    assert.doesNotMatch(text, /The two roles/);
    await vscode.commands.executeCommand('pilcrow.citeNote', thread);
    assert.match(
      vscode.window.activeTextEditor?.document.getText() ?? '',
      /\[@reading, ¶ 3\][^]*\[@reading, ¶ 3\]/,
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(paper);
    await show(source);
  });
});
