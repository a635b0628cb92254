import { type Disposable, l10n, type QuickPickItem, window } from 'vscode';
import type { ClearPlaceOfNote, PlacedNotes } from '../../server/protocol.ts';
import { CannotDoError, registerCommand } from '../commands.ts';
import type { Pilcrow } from '../feature.ts';
import { optionsOf, titleIn } from '../studyFolders.ts';

/** What a test or a key may say beforehand. */
interface PlaceOptions {
  /** Whether nobody is to look at the list first. */
  readonly isConfirmed: boolean;
}

/** “Place Lost Notes…”: the notes with one clear place as a list, those that stay ticked are put there. */
export function placeNotesFeature(pilcrow: Pilcrow): Disposable {
  return registerCommand(pilcrow.log, 'pilcrow.placeNotes', (argument) =>
    placeTicked(pilcrow, optionsOf<PlaceOptions>(argument).isConfirmed === true),
  );
}

interface ClearPlaceItem extends QuickPickItem {
  readonly id: string;
}

async function placeTicked(
  pilcrow: Pilcrow,
  isConfirmed: boolean,
): Promise<PlacedNotes['replaced'] | undefined> {
  const { server, papers } = pilcrow;
  const places = await server.request('pilcrow/clearPlaces', papers.study);
  if (places.length === 0) {
    const hint = l10n.t('No note without a place has one clear place. “Place Note” shows all that may be.');
    void window.showInformationMessage(hint);
    return undefined;
  }
  const ids = isConfirmed ? places.map(({ id }) => id) : await pickTicked(pilcrow, places);
  if (!ids || ids.length === 0) return undefined;
  const { replaced, problem } = await server.request('pilcrow/placeNotes', { ...papers.study, ids });
  if (problem !== undefined && replaced.length === 0) throw new CannotDoError(problem);
  void offerUndo(pilcrow, replaced, problem);
  return replaced;
}

async function pickTicked(
  pilcrow: Pilcrow,
  places: readonly ClearPlaceOfNote[],
): Promise<readonly string[] | undefined> {
  const items = places.map(({ id, label, quote, found, text, author }): ClearPlaceItem => {
    const said = [text, author].filter(Boolean).join(' – ');
    return {
      id,
      label: label || '–',
      description: said,
      detail: l10n.t('“{0}” → “{1}”', quote, found),
      picked: true,
    };
  });
  const chosen = await window.showQuickPick(items, {
    title: await titleIn(pilcrow, pilcrow.papers.study, l10n.t('Place Lost Notes')),
    placeHolder: l10n.t('Untick what belongs elsewhere. The rest is put on these words.'),
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return chosen?.map(({ id }) => id);
}

/** Says how many notes were placed. Notes files are written by the server, so that no editor has this in its history. */
async function offerUndo(
  { server, papers }: Pilcrow,
  replaced: PlacedNotes['replaced'],
  problem: string | undefined,
): Promise<void> {
  const undo = l10n.t('Undo');
  const said =
    replaced.length === 1 ? l10n.t('1 note placed.') : l10n.t('{0} notes placed.', replaced.length);
  const message = [said, problem].filter(Boolean).join(' ');
  const study = papers.study;
  if ((await window.showInformationMessage(message, undo)) !== undo) return;
  const back = await server.request('pilcrow/restoreNotes', { ...study, notes: replaced });
  const left = replaced.length - back.replaced.length;
  if (back.problem !== undefined || left > 0)
    void window.showWarningMessage(
      back.problem ?? l10n.t('Notes that have been changed since stay as they are: {0}.', left),
    );
}
