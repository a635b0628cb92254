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

/** Lets a person find a passage by its number, section, gist or words. Undefined: they gave up. */
export async function pickPassage(
  { server, papers }: Asked,
  title: string,
): Promise<CitableItem | undefined> {
  const picker = window.createQuickPick<PassageItem>();
  picker.title = title;
  picker.placeholder = l10n.t('A number, a section, or words of the passage');
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.busy = true;
  const picked = pickedItem(picker);
  const failed = fill(picker, { server, papers }).then(
    () => undefined,
    (error: unknown) => (picker.hide(), error),
  );
  const item = await picked;
  picker.dispose();
  if (item) return item.passage;
  const error = await failed;
  if (error instanceof Error) throw error;
  return undefined;
}

function pickedItem(picker: QuickPick<PassageItem>): Promise<PassageItem | undefined> {
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      const [item] = picker.activeItems;
      if (!item?.passage) return;
      resolve(item);
      picker.hide();
    });
    picker.onDidHide(() => resolve(undefined));
    picker.show();
  });
}

async function fill(picker: QuickPick<PassageItem>, { server, papers }: Asked): Promise<void> {
  const passages = (await server.request('pilcrow/citable', papers.study)).map((passage) => ({
    passage,
    searched: fold([passage.label, passage.description, passage.detail, passage.words].join(' ')),
  }));
  const none =
    passages.length > 0 ? l10n.t('No passage has these words') : l10n.t('There is no text to cite yet');
  const show = (value: string): void => {
    const words = fold(value).split(/\s+/).filter(Boolean);
    const found = passages.filter(({ searched }) => words.every((word) => searched.includes(word)));
    const rows = found.slice(0, mostRows).map(({ passage }) => passageItem(passage));
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
