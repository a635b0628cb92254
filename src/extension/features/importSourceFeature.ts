import { commands, Disposable, l10n, ProgressLocation, ThemeIcon, Uri, window } from 'vscode';
import { base64Of, type ImportParams, type ImportReply } from '../../server/protocol.ts';
import { CannotDoError, registerCommand } from '../commands.ts';
import type { Pilcrow } from '../feature.ts';
import type { Decisions } from '../importDoubts.ts';
import { askSourceAbout, type SourceAbout } from '../importAbout.ts';
import { ImportPreviews } from '../importPreviews.ts';
import { saveSource } from '../importSave.ts';
import type { DroppedFile } from '../droppedFiles.ts';
import { fromDropped, pickImportText, type ImportText } from '../importText.ts';
import { chooseStudyFolder, optionsOf } from '../studyFolders.ts';
import { withoutLinks } from '../withoutLinks.ts';

/** The decisions a caller of the command may make beforehand. The person is asked for the rest. */
interface ImportArgument {
  readonly uri: Uri;
  readonly file: DroppedFile;
  readonly folder: Uri;
  /** `accept`: take every suggestion. */
  readonly decisions: 'accept';
  readonly overwrite: boolean;
}

/** A file that can be read with a password: none was given, or it is wrong. */
type LockedFile = Extract<ImportReply, { readonly problem: string }>;

type ImportOutcome = Extract<ImportReply, { readonly key: string }>;

/** The command that imports files that were dropped. It is for views alone, and stands in no menu. */
export const importDropped = 'pilcrow.importDropped';

/** “Import Source”: makes a text a source of the study folder. A person decides every doubt. */
export function importSourceFeature(pilcrow: Pilcrow): Disposable {
  const previews = new ImportPreviews('pilcrow-import');
  return Disposable.from(
    previews,
    registerCommand(pilcrow.log, 'pilcrow.importSource', (argument, selected) =>
      Array.isArray(selected) && selected.length > 1
        ? importEach(pilcrow, selected as readonly Uri[])
        : runImport(pilcrow, previews, argument),
    ),
    registerCommand(pilcrow.log, importDropped, (files) =>
      importEach(pilcrow, files as readonly DroppedFile[]),
    ),
    // Anybody may have written the text of a hover, so the command it can start takes no argument.
    registerCommand(pilcrow.log, 'pilcrow.hover.importSource', () => runImport(pilcrow, previews)),
  );
}

async function runImport(
  pilcrow: Pilcrow,
  previews: ImportPreviews,
  argument?: unknown,
): Promise<Uri | undefined> {
  const options = argument instanceof Uri ? { uri: argument } : optionsOf<ImportArgument>(argument);
  const folder = options.folder ?? (await chooseStudyFolder(pilcrow));
  if (!folder) return undefined;
  const endings = await pilcrow.server.request('pilcrow/importEndings', {});
  const file = options.file ?? (options.uri && { uri: options.uri });
  const text = file ? await fromDropped(file, endings) : await pickImportText(endings);
  if (!text) return undefined;
  const source = await convertWithPerson(pilcrow, folder, text, previews, options.decisions === 'accept');
  const withNotes =
    options.decisions !== 'accept' && source?.comments && (await wantsComments(source.comments.count));
  const uri = source && (await saveSource(source, options.overwrite ?? false, previews, withNotes));
  if (!uri) return undefined;
  // `openTextDocument` would keep the document open for minutes after its editor is closed.
  await commands.executeCommand('vscode.open', uri, { preview: false });
  reportImport(pilcrow, source, text);
  return uri;
}

/** Imports one file after another. Each is a command of its own, so that one that cannot be imported stops no other. */
async function importEach(pilcrow: Pilcrow, files: readonly (Uri | DroppedFile)[]): Promise<void> {
  const folder = await chooseStudyFolder(pilcrow);
  if (!folder) return;
  for (const each of files) {
    const file = each instanceof Uri ? { uri: each } : each;
    await commands.executeCommand('pilcrow.importSource', { file, folder });
  }
}

/**
 * Asks the server to convert the text, and the person about its doubts, until no doubt is left. Returns undefined
 * when the person gave up.
 */
async function convertWithPerson(
  pilcrow: Pilcrow,
  folder: Uri,
  text: ImportText,
  previews: ImportPreviews,
  accept: boolean,
): Promise<ImportOutcome | undefined> {
  let decided: Decisions = new Map();
  let about: SourceAbout | undefined;
  let password: string | undefined;
  for (;;) {
    const source = await askServer(pilcrow, folder, text, decided, {
      ...about,
      ...(password === undefined ? {} : { password }),
    });
    if ('problem' in source) {
      password = await askPassword(text.fileName, source.problem);
      if (password === undefined) return undefined;
      continue;
    }
    if (source.about && !about && !accept) {
      about = await askSourceAbout(source.key, source.about, source.studyFolder);
      if (!about) return undefined;
      continue;
    }
    const open = source.doubts.filter(({ id }) => !decided.has(id));
    if (accept || open.length === 0) return source;
    const way = await askWay(source, open.length);
    if (way !== 'decide') return way === 'accept' ? source : undefined;
    const answers = await decideBeside(source, open, text, previews);
    if (!answers) return undefined;
    if (answers.size === 0) return source;
    // A doubt that was not put to the person keeps its suggestion and is not asked again.
    decided = new Map([
      ...decided,
      ...open.map(({ id, chosen }): [string, string] => [id, chosen]),
      ...answers,
    ]);
  }
}

/** Asks whether to take the comments of a file as notes. No answer is a no. */
async function wantsComments(count: number): Promise<boolean> {
  const take = {
    label: count === 1 ? l10n.t('Take It as a Note') : l10n.t('Take Them as Notes'),
    iconPath: new ThemeIcon('comment'),
  };
  const leave = { label: l10n.t('Leave Comments Out'), iconPath: new ThemeIcon('close') };
  const chosen = await window.showQuickPick([take, leave], {
    title: l10n.t('Import Source'),
    placeHolder:
      count === 1
        ? l10n.t('The file has a comment of a reader. Shall it be a note on its passage?')
        : l10n.t('The file has {0} comments of readers. Shall they be notes on their passages?', count),
    ignoreFocusOut: true,
  });
  return chosen === take;
}

/** Asks for the password of a file, which nothing keeps. Returns undefined when the person gave up. */
async function askPassword(fileName: string, problem: string): Promise<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Password of {0}', fileName),
    prompt: problem,
    password: true,
    ignoreFocusOut: true,
  });
}

/** Puts doubts beside the text, or, where no editor can show that, beside what would be written of it. */
async function decideBeside(
  source: ImportOutcome,
  doubts: ImportOutcome['doubts'],
  { readable }: ImportText,
  previews: ImportPreviews,
): Promise<Decisions | undefined> {
  // Few imports have doubts.
  const { decideDoubts } = await import('../importDoubts.ts');
  if (readable) return decideDoubts(doubts, { uri: readable, isOriginal: true });
  const uri = previews.put(Uri.parse(source.uri, true), source.text);
  try {
    return await decideDoubts(doubts, { uri, isOriginal: false });
  } finally {
    await previews.drop(uri);
  }
}

function askServer(
  { server }: Pilcrow,
  folder: Uri,
  { fileName, bytes }: ImportText,
  decided: Decisions,
  told: Pick<ImportParams, 'password' | 'key' | 'title' | 'author'>,
): Promise<ImportOutcome | LockedFile> {
  const params: ImportParams = {
    folder: folder.toString(),
    fileName,
    base64: base64Of(bytes),
    decisions: [...decided].map(([id, choice]) => ({ id, choice })),
    ...told,
  };
  const location = ProgressLocation.Notification;
  const title = l10n.t('Importing {0}…', fileName);
  return Promise.resolve(
    window.withProgress({ location, title, cancellable: true }, async (_progress, token) => {
      const reply = await server.request('pilcrow/import', params, token);
      if ('problem' in reply && reply.needs === undefined) throw new CannotDoError(reply.problem);
      return reply;
    }),
  );
}

async function askWay({ summary }: ImportOutcome, doubts: number): Promise<'accept' | 'decide' | undefined> {
  const decide = {
    label: l10n.t('Decide Each'),
    iconPath: new ThemeIcon('list-ordered'),
    description: doubts === 1 ? l10n.t('1 doubt') : l10n.t('{0} doubts', doubts),
  };
  const accept = { label: l10n.t('Accept All Suggestions'), iconPath: new ThemeIcon('check-all') };
  const chosen = await window.showQuickPick([decide, accept], {
    title: l10n.t('Import Source'),
    placeHolder: summary,
    ignoreFocusOut: true,
  });
  if (!chosen) return undefined;
  return chosen === decide ? 'decide' : 'accept';
}

/** Shows the summary in one notification. The output channel lists what was left out of the text. */
function reportImport({ log }: Pilcrow, { summary, dropped }: ImportOutcome, { fileName }: ImportText): void {
  log.info(`${fileName}: ${summary}`);
  for (const { line, endLine, why } of dropped) log.info(`${fileName}: ${line}–${endLine} left out: ${why}`);
  const actions = dropped.length > 0 ? [l10n.t('Show What Was Left Out')] : [];
  void window.showInformationMessage(withoutLinks(summary), ...actions).then((chosen) => {
    if (chosen) void commands.executeCommand('pilcrow.showOutput');
  });
}
