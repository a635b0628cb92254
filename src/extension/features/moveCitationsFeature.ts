import {
  commands,
  l10n,
  Position,
  Range,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type Disposable,
  type QuickPickItem,
} from 'vscode';
import type { CitationMoves } from '../../server/protocol.ts';
import { CannotDoError, registerCommand } from '../commands.ts';
import type { Pilcrow } from '../feature.ts';
import { optionsOf } from '../studyFolders.ts';

/** What a test or a key may say beforehand. */
interface MoveOptions {
  /** The keys of the printing that is cited and of the one that is to be. */
  readonly old: string;
  readonly now: string;
  /** Whether nobody is to look at the edits first. */
  readonly isConfirmed: boolean;
}

/** “Move Citations to Another Printing…”: shows what becomes of each citation, and changes those that a person ticks. */
export function moveCitationsFeature(pilcrow: Pilcrow): Disposable {
  return registerCommand(pilcrow.log, 'pilcrow.moveCitations', (argument) =>
    moveCitationsAsked(pilcrow, optionsOf<MoveOptions>(argument)),
  );
}

async function moveCitationsAsked(
  { server, papers }: Pilcrow,
  given: Partial<MoveOptions>,
): Promise<number | undefined> {
  const pair = await askPair(await server.request('pilcrow/printings', papers.study), given);
  if (!pair) return undefined;
  const moves = await server.request('pilcrow/moveCitations', { ...papers.study, ...pair });
  if (!moves)
    throw new CannotDoError(l10n.t('There is no source @{0} or @{1} any more.', pair.old, pair.now));
  if (moves.moved === 0) {
    void tellMoved(l10n.t('No citation could be moved to @{0} with certainty.', pair.now), moves.stays);
    return 0;
  }
  const isConfirmed = given.isConfirmed === true;
  // No edit is ticked at first, and VS Code says neither that it waits nor that nothing was ticked.
  if (!isConfirmed)
    void window.showInformationMessage(
      l10n.t('Tick what is to be moved, then choose Apply. Citations: {0}.', moves.moved),
    );
  if (!(await workspace.applyEdit(moveEdit(moves, pair, isConfirmed), { isRefactoring: true }))) {
    void window.showInformationMessage(l10n.t('No citation was moved: none was ticked and applied.'));
    return undefined;
  }
  // VS Code does not say which edits a person has ticked.
  const left = await server.request('pilcrow/moveCitations', { ...papers.study, ...pair });
  const moved = moves.moved - (left?.moved ?? 0);
  void tellMoved(l10n.t('Citations moved to @{0}: {1}.', pair.now, moved), left?.stays ?? []);
  return moved;
}

type PrintedTexts = readonly {
  readonly key: string;
  readonly title: string;
  readonly printings: readonly string[];
}[];

interface KeyPair {
  readonly old: string;
  readonly now: string;
}

async function askPair(
  texts: PrintedTexts,
  { old, now }: Partial<MoveOptions>,
): Promise<KeyPair | undefined> {
  if (old !== undefined && now !== undefined) return { old, now };
  if (texts.length < 2)
    throw new CannotDoError(
      l10n.t('There is only one source here. Import the other printing first, under a key of its own.'),
    );
  const title = l10n.t('Move Citations to Another Printing');
  const related = texts.filter(({ printings }) => printings.length > 0);
  const first = await window.showQuickPick(textRows(related.length > 0 ? related : texts), {
    title: `${title} (1/2)`,
    placeHolder: l10n.t('Which printing do the papers cite?'),
  });
  if (!first) return undefined;
  const printings: readonly string[] = texts.find(({ key }) => key === first.key)?.printings ?? [];
  const others = texts.filter(({ key }) => key !== first.key);
  const named = others.filter(({ key }) => printings.includes(key));
  const second = await window.showQuickPick(textRows(named.length > 0 ? named : others), {
    title: `${title} (2/2)`,
    placeHolder: l10n.t('Which printing are they to cite?'),
  });
  return second && { old: first.key, now: second.key };
}

function textRows(texts: PrintedTexts): (QuickPickItem & { readonly key: string })[] {
  return texts.map(({ key, title }) => ({ label: title, description: `@${key}`, key }));
}

/** @param isConfirmed otherwise VS Code shows every edit with a box to tick before it makes any */
function moveEdit({ files }: CitationMoves, { now }: KeyPair, isConfirmed: boolean): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  const metadata = { needsConfirmation: !isConfirmed, label: l10n.t('Cite @{0}', now) };
  for (const { uri, edits } of files)
    for (const { range, newText } of edits)
      edit.replace(
        Uri.parse(uri, true),
        new Range(range.start.line, range.start.character, range.end.line, range.end.character),
        newText,
        metadata,
      );
  return edit;
}

async function tellMoved(said: string, stays: CitationMoves['stays']): Promise<void> {
  if (stays.length === 0) {
    void window.showInformationMessage(said);
    return;
  }
  const show = l10n.t('Show Them');
  const rest = l10n.t('Left as they are, because their place is not certain: {0}.', stays.length);
  if ((await window.showInformationMessage(`${said} ${rest}`, show)) === show) await showPlacesLeft(stays);
}

async function showPlacesLeft(places: CitationMoves['stays']): Promise<void> {
  const [first] = places;
  if (!first) return;
  const { uri, range } = first;
  const at = new Position(range.start.line, range.start.character);
  const locations = places.map((place) => ({
    uri: Uri.parse(place.uri, true),
    range: new Range(
      place.range.start.line,
      place.range.start.character,
      place.range.end.line,
      place.range.end.character,
    ),
  }));
  await window.showTextDocument(Uri.parse(uri, true));
  await commands.executeCommand('editor.action.goToLocations', Uri.parse(uri, true), at, locations, 'peek');
}
