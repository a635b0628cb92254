import { commands, Disposable, l10n, ProgressLocation, ThemeIcon, window, workspace, type Uri } from 'vscode';
import { base64Of, type NoteImportParams, type NoteImportReply } from '../../server/protocol.ts';
import { basename } from '../basename.ts';
import { CannotDoError, registerCommand } from '../commands.ts';
import type { DroppedFile } from '../droppedFiles.ts';
import type { Pilcrow } from '../feature.ts';
import { chooseStudyFolder, optionsOf } from '../studyFolders.ts';

/** What a test or a drop on the view may say beforehand. */
interface ImportNotesArgument {
  readonly file: DroppedFile;
  readonly folder: Uri;
  /** The source of notes on works that no source here has; null leaves them out. */
  readonly source: string | null;
  readonly takesPrivate: boolean;
}

type NoteImportCounts = Exclude<NoteImportReply, { readonly problem: string }>;

/** The command that imports the notes of files that were dropped. It is for the Notes view alone, and stands in no menu. */
export const importDroppedNotes = 'pilcrow.importDroppedNotes';

/** “Import Notes…”: takes in notes of other programs, and says what came in and what was left out. */
export function importNotesFeature(pilcrow: Pilcrow): Disposable {
  return Disposable.from(
    registerCommand(pilcrow.log, 'pilcrow.importNotes', (argument) =>
      importNotesAsked(pilcrow, optionsOf<ImportNotesArgument>(argument)),
    ),
    registerCommand(pilcrow.log, importDroppedNotes, async (files) => {
      const folder = await chooseStudyFolder(pilcrow);
      if (!folder) return;
      for (const file of files as readonly DroppedFile[])
        await commands.executeCommand('pilcrow.importNotes', { file, folder });
    }),
  );
}

async function importNotesAsked(
  pilcrow: Pilcrow,
  options: Partial<ImportNotesArgument>,
): Promise<NoteImportCounts | undefined> {
  const folder = options.folder ?? (await chooseStudyFolder(pilcrow));
  const file = folder && (options.file ?? (await pickNotesFile()));
  if (!folder || !file) return undefined;
  const fileName = 'uri' in file ? basename(file.uri.path) : file.name;
  const bytes = 'uri' in file ? await workspace.fs.readFile(file.uri) : file.bytes;
  const params = { uri: folder.toString(), fileName, base64: base64Of(bytes) };
  const trial = await askImport(pilcrow, { ...params, isTrial: true });
  const source = options.source === undefined ? await askSource(pilcrow, folder, trial) : options.source;
  const takesPrivate = options.takesPrivate ?? (await askPrivate(trial));
  if (source === undefined || takesPrivate === undefined) return undefined;
  const done = await askImport(pilcrow, { ...params, ...(source === null ? {} : { source }), takesPrivate });
  void tellImport(fileName, done);
  return done;
}

async function pickNotesFile(): Promise<DroppedFile | undefined> {
  const picked = await window.showOpenDialog({
    title: l10n.t('Import Notes'),
    openLabel: l10n.t('Import'),
    canSelectMany: false,
    filters: {
      [l10n.t('Notes')]: ['json', 'jsonld', 'ann', 'csv', 'tsv', 'txt', 'md', 'docx', 'odt', 'pdf'],
      [l10n.t('All Files')]: ['*'],
    },
  });
  return picked?.[0] && { uri: picked[0] };
}

/** Asks the server. What only looks what is in a file is shown in the status bar: a notification is read out, and one is enough. */
function askImport({ server }: Pilcrow, params: NoteImportParams): Promise<NoteImportCounts> {
  const title = l10n.t('Importing {0}…', params.fileName);
  const location = params.isTrial ? ProgressLocation.Window : ProgressLocation.Notification;
  return Promise.resolve(
    window.withProgress({ location, title }, async () => {
      const reply = await server.request('pilcrow/importNotes', params);
      if ('problem' in reply) throw new CannotDoError(reply.problem);
      return reply;
    }),
  );
}

/** Asks what notes are on that name no source here. Null: on none; undefined: the person gave up. */
async function askSource(
  { server }: Pilcrow,
  folder: Uri,
  { ofOtherSources, otherWorks }: NoteImportCounts,
): Promise<string | null | undefined> {
  if (ofOtherSources === 0) return null;
  const sources = await server.request('pilcrow/printings', { uri: folder.toString() });
  const leave = {
    label: ofOtherSources === 1 ? l10n.t('Leave It Out') : l10n.t('Leave Them Out'),
    iconPath: new ThemeIcon('close'),
    key: null,
  };
  const items = sources.map(({ key, title }) => ({ label: title, description: `@${key}`, key }));
  const chosen = await window.showQuickPick<{ label: string; key: string | null }>([...items, leave], {
    title:
      otherWorks.length === 0 ? l10n.t('Import Notes') : l10n.t('Import Notes: {0}', shownWorks(otherWorks)),
    placeHolder:
      ofOtherSources === 1
        ? l10n.t('1 note is on a work that no source here has by its title or address. Which is it?')
        : l10n.t(
            '{0} notes are on works that no source here has by title or address. Which is it?',
            ofOtherSources,
          ),
    ignoreFocusOut: true,
  });
  return chosen?.key;
}

/** Names of works as a title has room for them. */
function shownWorks(works: readonly string[]): string {
  const names = works.slice(0, 3).map((name) => (name.length > 60 ? `${name.slice(0, 59)}…` : name));
  return [...names, ...(works.length > 3 ? ['…'] : [])].join(', ');
}

/** Asks whether notes for their authors only come in, too. Undefined: the person gave up. */
async function askPrivate({ privateNotes }: NoteImportCounts): Promise<boolean | undefined> {
  if (privateNotes === 0) return false;
  const isOne = privateNotes === 1;
  const leave = {
    label: isOne ? l10n.t('Leave It Out') : l10n.t('Leave Them Out'),
    iconPath: new ThemeIcon('close'),
    takes: false,
  };
  const take = {
    label: isOne ? l10n.t('Take It In') : l10n.t('Take Them In'),
    iconPath: new ThemeIcon('lock'),
    takes: true,
  };
  const chosen = await window.showQuickPick([leave, take], {
    title: l10n.t('Import Notes'),
    placeHolder: isOne
      ? l10n.t('Only its author could read 1 note, and the study folder is shared. Shall it come in?')
      : l10n.t(
          'Only their authors could read {0} notes, and the study folder is shared. Shall they come in?',
          privateNotes,
        ),
    ignoreFocusOut: true,
  });
  return chosen?.takes;
}

/** Says what came in and what did not, in one notification. */
async function tellImport(fileName: string, counts: NoteImportCounts): Promise<void> {
  const { added, known, unplaced, privateNotes, ofOtherSources, left, problems } = counts;
  const told: readonly (string | false)[] = [
    added === 1 ? l10n.t('1 note taken in.') : l10n.t('{0} notes taken in.', added),
    known > 0 && l10n.t('Here already, and left as they are: {0}.', known),
    unplaced > 0 && l10n.t('Not certain where they belong: {0}.', unplaced),
    privateNotes > 0 && l10n.t('Left out because only their authors could read them: {0}.', privateNotes),
    ofOtherSources > 0 && l10n.t('Left out because no source here is meant: {0}.', ofOtherSources),
    left > 0 && l10n.t('Without words and comment, such as bookmarks: {0}.', left),
    ...problems,
  ];
  const message = `${fileName}: ${told.filter(Boolean).join(' ')}`;
  const place = l10n.t('Place Lost Notes');
  const actions = unplaced > 0 ? [place] : [];
  const show = problems.length > 0 ? window.showWarningMessage : window.showInformationMessage;
  if ((await show(message, ...actions)) === place) await commands.executeCommand('pilcrow.placeNotes');
}
