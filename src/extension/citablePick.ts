import { CancellationTokenSource, commands, l10n, window, type QuickPick, type QuickPickItem } from 'vscode';
import type { Params, WireCitableItem } from '../server/protocol.ts';
import { fromPosition, toLocation } from './convert.ts';
import { CannotDoError, isCancellation } from './commands.ts';
import type { Pilcrow } from './feature.ts';
import { titleIn } from './studyFolders.ts';

interface PassageItem extends QuickPickItem {
  /** Undefined for the row that says that no passage was found. */
  readonly passage: WireCitableItem | undefined;
}

type Asked = Pick<Pilcrow, 'server' | 'papers'>;

/** Restricts the passages offered. By default all are offered. */
export interface PickScope {
  /** The citation key of the only source whose passages are offered. */
  readonly key?: string;
  readonly isWanted?: (passage: WireCitableItem) => boolean;
}

/** Lets a person find a passage by its number, section, gist or words. Returns undefined when they gave up. */
export async function pickPassage(
  asked: Asked,
  title: string,
  choice: PickScope = {},
): Promise<WireCitableItem | undefined> {
  const picker = window.createQuickPick<PassageItem>();
  picker.title = title;
  // The name of the study folder arrives later, so that the person can type at once.
  titleIn(asked, asked.papers.study, title).then(
    (named) => (picker.title = named),
    () => undefined,
  );
  picker.placeholder = l10n.t('Words of the passage, or numbers: 9-12, “9, 20”, sec. 2');
  // The server's order must stay: the words typed are mostly in the passage itself, which the rows do not show.
  (picker as QuickPick<PassageItem> & { sortByLabel?: boolean }).sortByLabel = false;
  const search = new Search(asked, choice);
  try {
    return await choosePicked(picker, search);
  } finally {
    picker.dispose();
    search.dispose();
  }
}

/** Opens a passage that the person picks. Returns false when they gave up; throws if its text is not here. */
export async function openPassage(asked: Asked, title: string): Promise<boolean> {
  const passage = await pickPassage(asked, title);
  if (!passage) return false;
  if (!passage.target)
    throw new CannotDoError(l10n.t('The text of this passage is not in the study folder.'));
  const { uri, range } = toLocation(passage.target);
  await commands.executeCommand('vscode.open', uri, { selection: range });
  return true;
}

/**
 * Shows the picker and resolves with the passage chosen, or undefined when the picker was closed. Rows arrive a
 * moment after typing. Enter pressed before that takes the first passage for the words now typed, never a row left
 * from an earlier search.
 */
function choosePicked(picker: QuickPick<PassageItem>, search: Search): Promise<WireCitableItem | undefined> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => {
      if (error instanceof Error && !isCancellation(error)) reject(error);
    };
    const show = async (): Promise<readonly PassageItem[] | undefined> => {
      const { value } = picker;
      picker.busy = true;
      const items = await search.find(value);
      if (!items || picker.value !== value) return undefined;
      picker.items = items.length > 0 ? items.map(passagePickItem) : [noItem(value)];
      picker.busy = false;
      return picker.items;
    };
    let shown = show();
    shown.catch(fail);
    picker.onDidChangeValue(() => {
      shown = show();
      shown.catch(fail);
    });
    picker.onDidAccept(() => {
      void shown.then((items) => {
        const active = picker.activeItems[0];
        const item = active && items?.includes(active) ? active : items?.[0];
        if (!item?.passage) return;
        resolve(item.passage);
        picker.hide();
      }, fail);
    });
    picker.onDidHide(() => resolve(undefined));
    picker.show();
  });
}

/** Asks the server for passages. A new question cancels the one before. */
class Search {
  readonly #about: Params<'pilcrow/citable'>;
  #asking: CancellationTokenSource | undefined;

  constructor(
    private readonly asked: Asked,
    private readonly choice: PickScope,
  ) {
    const { current, study } = asked.papers;
    const selection = current && asked.papers.selectionIn(current);
    this.#about = {
      ...study,
      ...(choice.key === undefined ? {} : { key: choice.key }),
      ...(selection ? { position: fromPosition(selection.end) } : {}),
    };
  }

  async find(typed: string): Promise<readonly WireCitableItem[] | undefined> {
    this.#asking?.cancel();
    const asking = new CancellationTokenSource();
    this.#asking = asking;
    const found = await this.asked.server.request('pilcrow/citable', { ...this.#about, typed }, asking.token);
    return asking.token.isCancellationRequested ? undefined : found.filter(this.choice.isWanted ?? Boolean);
  }

  dispose(): void {
    this.#asking?.cancel();
  }
}

/** Rows are always shown, because VS Code would hide those whose matching words are not on the row. */
function passagePickItem(passage: WireCitableItem): PassageItem {
  const { label, description, detail } = passage;
  return { label, description, detail, alwaysShow: true, passage };
}

function noItem(typed: string): PassageItem {
  const label =
    typed.trim() === '' ? l10n.t('There is no text to cite yet') : l10n.t('No passage has these words');
  return { label, alwaysShow: true, passage: undefined };
}
