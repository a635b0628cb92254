import { l10n, window, type QuickPick, type QuickPickItem } from 'vscode';
import type { CitableItem } from '../server/protocol.ts';
import type { Pilcrow } from './feature.ts';

interface PassageItem extends QuickPickItem {
  /** Undefined for the row that says that there is none. */
  readonly passage: CitableItem | undefined;
}

type Asked = Pick<Pilcrow, 'server' | 'papers'>;

/** More rows than anybody scrolls through only make typing slow. */
const mostRows = 250;

/**
 * Lets a person find a passage by its number, section, gist or words. Undefined: they gave up.
 * @param isWanted which passages there are to choose from; by default all
 */
export async function pickPassage(
  { server, papers }: Asked,
  title: string,
  isWanted: (passage: CitableItem) => boolean = () => true,
): Promise<CitableItem | undefined> {
  const picker = window.createQuickPick<PassageItem>();
  picker.title = title;
  picker.placeholder = l10n.t('A number, a section, or words of the passage');
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.busy = true;
  const search = new Search();
  const picked = pickedItem(picker, search);
  const failed = fill(picker, search, { server, papers }, isWanted).then(
    () => undefined,
    (error: unknown) => (picker.hide(), error),
  );
  const passage = await picked;
  picker.dispose();
  if (passage) return passage;
  const error = await failed;
  if (error instanceof Error) throw error;
  return undefined;
}

/**
 * Rows arrive a moment after what is typed. Whoever presses Enter before they do means the first passage with these
 * words, not one that a former search left on the screen.
 */
function pickedItem(picker: QuickPick<PassageItem>, search: Search): Promise<CitableItem | undefined> {
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      const active = picker.activeItems[0]?.passage;
      const found = search.find(picker.value);
      const passage = active && found.includes(active) ? active : found[0];
      if (!passage) return;
      resolve(passage);
      picker.hide();
    });
    picker.onDidHide(() => resolve(undefined));
    picker.show();
  });
}

/** Passages by their words, number, section and gist. */
class Search {
  #passages: readonly { readonly passage: CitableItem; readonly searched: string }[] = [];

  set passages(passages: readonly CitableItem[]) {
    this.#passages = passages.map((passage) => ({
      passage,
      searched: fold([passage.label, passage.description, passage.detail, passage.words].join(' ')),
    }));
  }

  get isEmpty(): boolean {
    return this.#passages.length === 0;
  }

  find(value: string): CitableItem[] {
    const words = fold(value).split(/\s+/).filter(Boolean);
    const found = this.#passages.filter(({ searched }) => words.every((word) => searched.includes(word)));
    return found.map(({ passage }) => passage);
  }
}

async function fill(
  picker: QuickPick<PassageItem>,
  search: Search,
  { server, papers }: Asked,
  isWanted: (passage: CitableItem) => boolean,
): Promise<void> {
  search.passages = (await server.request('pilcrow/citable', papers.study)).filter(isWanted);
  const none = search.isEmpty ? l10n.t('There is no text to cite yet') : l10n.t('No passage has these words');
  const show = (value: string): void => {
    const rows = search.find(value).slice(0, mostRows).map(passageItem);
    picker.items = rows.length > 0 ? rows : [{ label: none, alwaysShow: true, passage: undefined }];
  };
  show(picker.value);
  picker.onDidChangeValue(show);
  picker.busy = false;
}

/** VS Code looks for what was typed in what is shown only; rows found by their hidden words must stay too. */
function passageItem(passage: CitableItem): PassageItem {
  const { label, description, detail } = passage;
  return { label, description, detail, alwaysShow: true, passage };
}

/** Case and accents don't matter in a search. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
