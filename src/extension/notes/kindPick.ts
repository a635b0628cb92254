import { l10n, QuickPickItemKind, ThemeIcon, window, type QuickPickItem } from 'vscode';
import type { Server } from '../server.ts';

export interface KindAndTags {
  readonly kind: string;
  readonly tags: readonly string[];
}

interface KindItem extends QuickPickItem {
  /** Undefined for the row that opens the tags. */
  readonly id?: string;
}

/** Asks for the kind of a note, and for its tags on a row of its own. The kind chosen last is the first row. */
export async function pickKindAndTags(
  server: Server,
  uri: string,
  last: string | undefined,
): Promise<KindAndTags | undefined> {
  let tags: readonly string[] = [];
  for (;;) {
    const kind = await pickKind(server, uri, last, tags);
    if (kind !== 'tags') return kind === undefined ? undefined : { kind, tags };
    tags = (await pickTags(server, uri, tags)) ?? tags;
  }
}

/** Asks for the kind of a note. Returns `tags` for the row of tags, which is there only if `tags` are given. */
export async function pickKind(
  server: Server,
  uri: string,
  last: string | undefined,
  tags?: readonly string[],
): Promise<string | undefined> {
  const kinds = await server.request('pilcrow/noteKinds', { uri });
  const ordered = [...kinds].sort((a, b) => Number(b.id === last) - Number(a.id === last));
  const items: KindItem[] = ordered.map(({ id, label, symbol }) => ({ id, label: `${symbol} ${label}` }));
  if (tags) items.push({ label: '', kind: QuickPickItemKind.Separator }, tagsItem(tags));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Kind of Note'),
    placeHolder: l10n.t('What is it?'),
    ignoreFocusOut: true,
  });
  return chosen && (chosen.id ?? 'tags');
}

function tagsItem(tags: readonly string[]): KindItem {
  const label = tags.length > 0 ? tags.map((tag) => `#${tag}`).join(' ') : l10n.t('Tags…');
  return { label, iconPath: new ThemeIcon('tag'), alwaysShow: true };
}

/** Asks for the tags of a note: known tags have a checkbox, and new ones are typed with spaces or commas between. */
export async function pickTags(
  server: Server,
  uri: string,
  tags: readonly string[],
): Promise<readonly string[] | undefined> {
  const used = await server.request('pilcrow/noteTags', { uri });
  const picker = window.createQuickPick();
  picker.title = l10n.t('Tags');
  picker.placeholder = l10n.t('Choose tags, or type new ones');
  picker.canSelectMany = true;
  picker.ignoreFocusOut = true;
  const known = [...new Set([...tags, ...used])].map((label): QuickPickItem => ({ label }));
  picker.items = known;
  picker.selectedItems = known.filter(({ label }) => tags.includes(label));
  picker.onDidChangeValue((value) => offerTyped(picker, known, value));
  const picked = await new Promise<readonly string[] | undefined>((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems.map(({ label }) => label));
      picker.hide();
    });
    picker.onDidHide(() => resolve(undefined));
    picker.show();
  });
  picker.dispose();
  return picked;
}

/** Adds a checked row for each new tag typed. */
function offerTyped(
  picker: ReturnType<typeof window.createQuickPick>,
  known: readonly QuickPickItem[],
  value: string,
): void {
  const labels = new Set(known.map(({ label }) => label));
  const typed = value
    .split(/[\s,#]+/u)
    .filter((tag) => tag !== '' && !labels.has(tag))
    .map((label): QuickPickItem => ({ label, description: l10n.t('new'), alwaysShow: true }));
  const chosen = picker.selectedItems.filter(({ label }) => labels.has(label));
  picker.items = [...typed, ...known];
  picker.selectedItems = [...typed, ...chosen];
}
