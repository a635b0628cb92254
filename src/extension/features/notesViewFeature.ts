import {
  commands,
  Disposable,
  l10n,
  type QuickPickItem,
  ThemeIcon,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { NoteOrder, WireLocation } from '../../server/protocol.ts';
import { registerCommand } from '../commands.ts';
import { today } from '../today.ts';
import type { Pilcrow } from '../feature.ts';
import { askPaperTitle, createAndOpen } from '../createAndOpen.ts';
import { changeNote, nameOfGit } from '../notes/changeNote.ts';
import { type CommandNote, fetchNote, notesAmong, noteTarget } from '../notes/noteTarget.ts';
import { pickPlace } from '../notes/placePick.ts';
import { openView } from '../openView.ts';
import { importDroppedNotes } from './importNotesFeature.ts';
import { chooseStudyFolder, shownStudyFolder, titleIn } from '../studyFolders.ts';

/** The Notes view: its grouping and search, and the commands of its rows. */
export function notesViewFeature(pilcrow: Pilcrow): Disposable {
  const { server, papers, models, noteThreads, notesFilter } = pilcrow;
  const open = openView('pilcrow.notes', models.notes, {
    canSelectMany: true,
    onDropFiles: (files) => void commands.executeCommand(importDroppedNotes, files),
    tooltipOf: async ({ noteId: id }) =>
      id === undefined ? null : server.request('pilcrow/noteTooltip', { ...papers.study, id }),
  });
  const describe = (): void => {
    const { query, openOnly } = notesFilter;
    const parts = [query && l10n.t('“{0}”', query), openOnly && l10n.t('without resolved')];
    open.describe(parts.filter(Boolean).join(' · '));
  };
  return Disposable.from(
    open,
    server.onDidChange(() => open.outdate()),
    papers.onDidChange(() => open.outdate()),
    notesFilter.onDidChange(() => {
      describe();
      void models.notes.refresh();
    }),
    // The click itself opens the passage. Its thread is unfolded here.
    open.view.onDidChangeSelection(({ selection: [row, ...others] }) => {
      if (row?.noteId !== undefined && others.length === 0) void noteThreads.reveal(row.noteId);
    }),
    layout(pilcrow),
    uses(pilcrow),
  );
}

/** The commands that group and filter the view. */
function layout({ log, notesFilter }: Pilcrow): Disposable {
  return Disposable.from(
    registerCommand(log, 'pilcrow.groupNotes', async (order) => {
      const wanted = (order as NoteOrder | undefined) ?? (await pickOrder(notesFilter.order));
      if (wanted) await notesFilter.setOrder(wanted);
    }),
    registerCommand(log, 'pilcrow.searchNotes', () => search(notesFilter)),
    registerCommand(log, 'pilcrow.showOpenNotes', () => notesFilter.showOpenOnly(true)),
    registerCommand(log, 'pilcrow.showResolvedNotes', () => notesFilter.showOpenOnly(false)),
    registerCommand(log, 'pilcrow.showAllNotes', () => notesFilter.clear()),
  );
}

async function pickOrder(current: NoteOrder): Promise<NoteOrder | undefined> {
  const items: readonly (QuickPickItem & { order: NoteOrder })[] = [
    { label: l10n.t('Source and Section'), iconPath: new ThemeIcon('book'), order: 'source' },
    { label: l10n.t('Kind'), iconPath: new ThemeIcon('symbol-enum'), order: 'kind' },
    { label: l10n.t('Tag'), iconPath: new ThemeIcon('tag'), order: 'tag' },
    { label: l10n.t('Author'), iconPath: new ThemeIcon('person'), order: 'author' },
  ];
  const marked = items.map((item) =>
    item.order === current ? { ...item, description: l10n.t('as now') } : item,
  );
  return (await window.showQuickPick(marked, { title: l10n.t('Group Notes By') }))?.order;
}

/** Filters the view while the person types. Escape restores the search there was before. */
async function search(filter: Pilcrow['notesFilter']): Promise<void> {
  const before = filter.query;
  const input = window.createInputBox();
  input.title = l10n.t('Search Notes');
  input.placeholder = l10n.t('Words of the note or its passage, #tag, kind or author');
  input.value = before;
  input.onDidChangeValue((value) => void filter.search(value));
  const accepted = await new Promise<boolean>((resolve) => {
    input.onDidAccept(() => {
      resolve(true);
      input.hide();
    });
    input.onDidHide(() => resolve(false));
    input.show();
  });
  await filter.search(accepted ? input.value : before);
  input.dispose();
}

function uses(pilcrow: Pilcrow): Disposable {
  const { log } = pilcrow;
  return Disposable.from(
    registerCommand(log, 'pilcrow.placeNote', (argument, place) =>
      placeNote(pilcrow, argument, isLocation(place) ? place : undefined),
    ),
    registerCommand(log, 'pilcrow.paperFromNotes', (row, rows, title) =>
      openPaperFromNotes(pilcrow, row, rows, title),
    ),
  );
}

function isLocation(value: unknown): value is WireLocation {
  return typeof value === 'object' && value !== null && 'range' in value;
}

/** @param place where the note belongs; if undefined, the person is asked */
async function placeNote(
  pilcrow: Pilcrow,
  argument: unknown,
  place: WireLocation | undefined,
): Promise<void> {
  const { server, noteThreads } = pilcrow;
  const target = argument === undefined ? await pickOrphan(pilcrow) : await noteTarget(pilcrow, argument);
  if (!target) return;
  const chosen = place ?? (await pickPlace(server, target, await fetchNote(pilcrow, target)));
  if (!chosen) return;
  await changeNote(server, target.uri, { do: 'place', id: target.id, ...chosen });
  await noteThreads.reveal(target.id);
}

/** Lets the person pick one of the notes that have lost their place. Used when the command has no row. */
async function pickOrphan(pilcrow: Pilcrow): Promise<CommandNote | undefined> {
  const { server, papers } = pilcrow;
  const { nodes } = await server.request('pilcrow/notes', papers.study);
  const rows = nodes.flatMap(({ children }) => children ?? []).filter(({ kind }) => kind === 'orphan');
  const items = rows.map((row) => ({ label: row.label, description: row.description ?? '', row }));
  if (items.length === 0) {
    void window.showInformationMessage(l10n.t('Every note has its place.'));
    return undefined;
  }
  const title = await titleIn(pilcrow, papers.study, l10n.t('Place Note'));
  const chosen = await window.showQuickPick(items, { title, placeHolder: l10n.t('Which note?') });
  return chosen && noteTarget(pilcrow, chosen.row);
}

/** Makes a paper from the selected rows, else from the note of a thread, else from all open notes. */
async function openPaperFromNotes(
  pilcrow: Pilcrow,
  row: unknown,
  rows: unknown,
  given: unknown,
): Promise<Uri | undefined> {
  const { server, papers } = pilcrow;
  const ids = notesAmong(Array.isArray(rows) && rows.length > 0 ? rows : [row]);
  // Notes picked in the view belong to the study folder that the view shows.
  const folder =
    ids.length > 0 ? await shownStudyFolder(pilcrow, papers.study) : await chooseStudyFolder(pilcrow);
  if (!folder) return undefined;
  const uri = folder.toString();
  const command = l10n.t('Start a Paper from Notes');
  const title = typeof given === 'string' ? given : await askPaperTitle(pilcrow, uri, command);
  if (!title) return undefined;
  const name = workspace.getConfiguration('pilcrow').get<string>('author', '').trim();
  const author = name || (await nameOfGit(server, uri));
  const paper = await server.request('pilcrow/paperFromNotes', {
    uri,
    title,
    date: today(),
    ...(author === '' ? {} : { author }),
    ...(ids.length > 0 ? { ids } : {}),
  });
  return createAndOpen(folder, paper);
}
