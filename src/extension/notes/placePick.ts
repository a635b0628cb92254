import { l10n, type QuickPickItem, ThemeIcon, window } from 'vscode';
import type { WireLocation, WireNoteThread } from '../../server/protocol.ts';
import { CannotDoError } from '../commands.ts';
import { fromRange, toLocation } from '../convert.ts';
import type { Server } from '../server.ts';
import { mayBeSource } from './notePlaces.ts';
import type { CommandNote } from './noteTarget.ts';

interface PlaceItem extends QuickPickItem {
  readonly place: WireLocation;
}

/**
 * Asks where a note belongs: at the selection in a source, or at a likely place. Each place is shown while it is
 * active.
 */
export async function pickPlace(
  server: Server,
  { uri }: CommandNote,
  { note, words }: WireNoteThread,
): Promise<WireLocation | undefined> {
  const study = uri === undefined ? {} : { uri };
  const candidates = await server.request('pilcrow/noteCandidates', { ...study, id: note.id });
  const selected = await selectedPlace(server);
  const items: PlaceItem[] = [
    ...(selected ? [selected] : []),
    ...candidates.map(({ place, label, words: there }) => ({ label, detail: there, place })),
  ];
  if (items.length === 0)
    throw new CannotDoError(
      l10n.t(
        'Nothing in the source resembles these words. Select where the note belongs, then place it again.',
      ),
    );
  const before = window.activeTextEditor;
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Place Note'),
    placeHolder: words === '' ? l10n.t('Where does it belong?') : l10n.t('It was on “{0}”', words),
    matchOnDetail: true,
    ignoreFocusOut: true,
    onDidSelectItem: (item) => void revealPlace((item as PlaceItem).place),
  });
  if (!chosen && before) await window.showTextDocument(before.document, before.viewColumn);
  return chosen?.place;
}

/** The selection in the active editor, or undefined if the editor shows no source. */
async function selectedPlace(server: Server): Promise<PlaceItem | undefined> {
  const editor = window.activeTextEditor;
  if (!editor || editor.selection.isEmpty || !mayBeSource(editor.document)) return undefined;
  const uri = editor.document.uri.toString();
  const places = await server.request('pilcrow/notePlaces', { uri });
  if (places.length === 0) return undefined;
  const range = fromRange(editor.selection);
  const detail = editor.document.getText(editor.selection).replace(/\s+/gu, ' ');
  return {
    label: l10n.t('What is selected'),
    iconPath: new ThemeIcon('selection'),
    detail,
    place: { uri, range },
  };
}

async function revealPlace(place: WireLocation): Promise<void> {
  const { uri, range } = toLocation(place);
  await window.showTextDocument(uri, { selection: range, preview: true, preserveFocus: true });
}
