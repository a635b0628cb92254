import { commands, Disposable, l10n, ProgressLocation, type TextDocument, Uri, window } from 'vscode';
import { base64Of, type Result } from '../../server/protocol.ts';
import { basename } from '../basename.ts';
import { CannotDoError, registerCommand } from '../commands.ts';
import type { Pilcrow } from '../feature.ts';
import { ImportPreviews } from '../importPreviews.ts';
import { fromFile } from '../importText.ts';
import { openUnsaved, replaceText } from '../openUnsaved.ts';
import { chooseStudyFolder, optionsOf } from '../studyFolders.ts';
import { withoutLinks } from '../withoutLinks.ts';
import { freeName, writeWhole } from '../writeWhole.ts';

/** What a test or a key may say beforehand. */
interface DraftArgument {
  readonly uri: Uri;
  readonly folder: Uri;
  /** What becomes of tracked changes; the person is asked for it. */
  readonly changes: 'accept' | 'reject';
}

type DraftedPaper = Extract<Result<'pilcrow/importPaper'>, { readonly text: string }>;

/** “Import Draft as Paper…”: makes a paper of a file of Word or LibreOffice. Its tracked changes are shown as a diff. */
export function importPaperFeature(pilcrow: Pilcrow): Disposable {
  const originals = new ImportPreviews('pilcrow-draft');
  return Disposable.from(
    originals,
    registerCommand(pilcrow.log, 'pilcrow.importPaper', (argument) =>
      runDraftImport(pilcrow, originals, argument),
    ),
  );
}

/** Returns the paper; undefined where the person gave up. With tracked changes it is not saved until they are decided. */
async function runDraftImport(
  pilcrow: Pilcrow,
  originals: ImportPreviews,
  argument: unknown,
): Promise<Uri | undefined> {
  const given = argument instanceof Uri ? { uri: argument } : optionsOf<DraftArgument>(argument);
  const folder = given.folder ?? (await chooseStudyFolder(pilcrow));
  const file = folder && (given.uri ?? (await pickDraft()));
  const paper = file && (await convertDraft(pilcrow, folder, file));
  if (!paper) return undefined;
  const { text, original } = paper;
  const target = await freeName(Uri.parse(paper.folder, true), paper.path);
  if (original !== null && !given.changes) return showChanges({ ...paper, original }, target, originals);
  await writeWhole(target, given.changes === 'reject' ? (original ?? text) : text);
  await commands.executeCommand('vscode.open', target, { preview: false });
  void window.showInformationMessage(withoutLinks(paper.notes.join(' ')));
  return target;
}

async function pickDraft(): Promise<Uri | undefined> {
  const picked = await window.showOpenDialog({
    title: l10n.t('Import Draft as Paper'),
    openLabel: l10n.t('Import'),
    canSelectMany: false,
    filters: { [l10n.t('Drafts')]: ['docx', 'docm', 'dotx', 'dotm', 'odt', 'fodt', 'ott'] },
  });
  return picked?.[0];
}

async function convertDraft({ server }: Pilcrow, folder: Uri, uri: Uri): Promise<DraftedPaper | undefined> {
  const { fileName, bytes } = await fromFile(uri);
  const order = { folder: folder.toString(), fileName, base64: base64Of(bytes) };
  const title = l10n.t('Importing {0}…', fileName);
  const reply = await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    async (_progress, token) => {
      const made = await server.request('pilcrow/importPaper', order, token);
      return token.isCancellationRequested ? undefined : made;
    },
  );
  if (reply && 'problem' in reply) throw new CannotDoError(reply.problem);
  return reply;
}

type ChangedPaper = DraftedPaper & { readonly original: string };

/** The draft without its changes on the left, with them, as a document to be saved, on the right. */
async function showChanges(paper: ChangedPaper, target: Uri, originals: ImportPreviews): Promise<Uri> {
  const left = originals.put(target, paper.original);
  const right = await openUnsaved(target, paper.text);
  const title = l10n.t('{0}: Without and With Its Changes', basename(target.path));
  await commands.executeCommand('vscode.diff', left, right.uri, title, { preview: false });
  void decideChanges(paper, right).then(async (isDecided) => {
    if (!isDecided) return;
    await originals.drop(left);
    await commands.executeCommand('vscode.open', target, { preview: false });
  });
  return right.uri;
}

/** Returns whether the paper was saved. A person who says nothing may save it as any other document. */
async function decideChanges(
  { original, changes, notes }: ChangedPaper,
  paper: TextDocument,
): Promise<boolean> {
  const [take, leave] = [l10n.t('Save with Changes'), l10n.t('Save without Changes')];
  const counted =
    changes === 1
      ? l10n.t('The draft has a tracked change. It stands on the right.')
      : l10n.t(
          'The draft has {0} tracked changes. They stand on the right, where single ones can be taken back.',
          changes,
        );
  const chosen = await window.showInformationMessage(
    withoutLinks([...notes, counted].join(' ')),
    take,
    leave,
  );
  if (chosen === undefined || paper.isClosed) return false;
  if (chosen === leave) await replaceText(paper, original);
  return paper.save();
}
