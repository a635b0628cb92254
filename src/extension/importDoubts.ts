import {
  l10n,
  QuickInputButtons,
  type QuickPick,
  type QuickPickItem,
  QuickPickItemKind,
  Range,
  type TextEditor,
  TextEditorRevealType,
  ThemeColor,
  ThemeIcon,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { ImportDoubt } from '../server/protocol.ts';
import { lineOfExcerpt } from './lineOfExcerpt.ts';

const placeDecoration = window.createTextEditorDecorationType({
  isWholeLine: true,
  backgroundColor: new ThemeColor('editor.findMatchHighlightBackground'),
});

/** The document that is shown beside the questions. */
export interface ShownText {
  /** Undefined for a text that nothing can show. */
  readonly uri: Uri | undefined;
  /** Whether it is the text itself, whose lines doubts name; else it is what would be written of it. */
  readonly isOriginal: boolean;
}

export type Decisions = ReadonlyMap<string, string>;

interface ChoiceItem extends QuickPickItem {
  readonly choice: string;
}

type DoubtAnswer = { readonly choice: string } | 'back' | 'acceptRest' | 'giveUp';

/**
 * Asks about each doubt in turn, with its place shown in the text. *Back* returns to the doubt before. Returns
 * undefined when the person gave up; doubts left open by “accept all remaining” have no entry.
 */
export async function decideDoubts(
  doubts: readonly ImportDoubt[],
  shown: ShownText,
): Promise<Decisions | undefined> {
  const decisions = new Map<string, string>();
  for (let at = 0; at < doubts.length;) {
    const doubt = doubts[at];
    if (!doubt) break;
    const editor = showPlace(shown, doubt);
    const progress = { at, of: doubts.length, decided: decisions.get(doubt.id) };
    const answer = await askDoubt(doubt, progress, placeOfDoubt(doubt, shown));
    (await editor)?.setDecorations(placeDecoration, []);
    if (answer === 'giveUp') return undefined;
    if (answer === 'acceptRest') break;
    if (answer === 'back') at -= 1;
    else {
      decisions.set(doubt.id, answer.choice);
      at += 1;
    }
  }
  return decisions;
}

interface Progress {
  readonly at: number;
  readonly of: number;
  readonly decided: string | undefined;
}

function askDoubt(doubt: ImportDoubt, progress: Progress, place: string): Promise<DoubtAnswer> {
  const picker = window.createQuickPick<QuickPickItem | ChoiceItem>();
  const acceptRest: QuickPickItem = {
    label: l10n.t('Accept All Remaining Suggestions'),
    iconPath: new ThemeIcon('check-all'),
    description: l10n.t('{0} left', progress.of - progress.at),
  };
  const choices = choicesOf(doubt);
  fillPicker(picker, doubt, progress);
  picker.items = [
    { label: place, kind: QuickPickItemKind.Separator },
    ...choices,
    { label: '', kind: QuickPickItemKind.Separator },
    acceptRest,
  ];
  const current = progress.decided ?? doubt.chosen;
  picker.activeItems = choices.filter(({ choice }) => choice === current);
  return new Promise<DoubtAnswer>((resolve) => {
    picker.onDidTriggerButton(() => resolve('back'));
    picker.onDidHide(() => resolve('giveUp'));
    picker.onDidAccept(() => {
      const [item] = picker.activeItems;
      if (item === acceptRest) resolve('acceptRest');
      else if (item && 'choice' in item) resolve({ choice: item.choice });
    });
    picker.show();
  }).finally(() => picker.dispose());
}

function fillPicker(picker: QuickPick<QuickPickItem>, doubt: ImportDoubt, { at, of }: Progress): void {
  picker.title = l10n.t('Import: {0}', doubt.question);
  picker.step = at + 1;
  picker.totalSteps = of;
  picker.placeholder = doubt.reason;
  picker.ignoreFocusOut = true;
  picker.buttons = at > 0 ? [QuickInputButtons.Back] : [];
}

/** The excerpt is on the suggested row, where a person looks first. */
function choicesOf({ options, spellings, chosen, excerpt }: ImportDoubt): ChoiceItem[] {
  return options.map((choice) => ({
    choice,
    label: spelled(choice, spellings) ?? choiceName(choice),
    ...(choice === chosen ? { description: l10n.t('suggested'), detail: l10n.t('“{0}”', excerpt) } : {}),
  }));
}

/** The word itself, where a person is asked how it is spelled. */
function spelled(choice: string, spellings: ImportDoubt['spellings']): string | undefined {
  return choice === 'joined' || choice === 'hyphened' ? spellings?.[choice] : undefined;
}

/** The label of one of the server's choices. */
function choiceName(choice: string): string {
  const names: ReadonlyMap<string, string> = new Map([
    ['abstract', l10n.t('Abstract')],
    ['attribution', l10n.t('Who is quoted')],
    ['furniture', l10n.t('Not part of the text: leave it out')],
    ['heading', l10n.t('Heading')],
    ['list', l10n.t('List')],
    ['note', l10n.t('Note')],
    ['paragraph', l10n.t('Paragraph')],
    ['quotation', l10n.t('Quotation')],
  ]);
  return names.get(choice) ?? choice;
}

/** Where a person looks in the original: at lines of a text, on a page of anything else. */
function placeOfDoubt({ line, endLine, page }: ImportDoubt, { isOriginal }: ShownText): string {
  if (!isOriginal) return page === undefined ? '' : l10n.t('page {0}', page);
  return line === endLine ? l10n.t('line {0}', line) : l10n.t('lines {0}–{1}', line, endLine);
}

/**
 * Opens the text at the place of a doubt. The focus stays in the question. Returns undefined if it cannot be shown.
 */
async function showPlace(shown: ShownText, doubt: ImportDoubt): Promise<TextEditor | undefined> {
  if (!shown.uri) return undefined;
  try {
    const document = await workspace.openTextDocument(shown.uri);
    const editor = await window.showTextDocument(document, { preview: true, preserveFocus: true });
    const lines = shown.isOriginal ? linesOf(doubt) : writtenLines(doubt, document.getText());
    if (!lines) return editor;
    editor.revealRange(lines, TextEditorRevealType.InCenter);
    editor.setDecorations(placeDecoration, [lines]);
    return editor;
  } catch {
    // VS Code cannot show a text that it takes for binary. The excerpt has to do.
    return undefined;
  }
}

function linesOf({ line, endLine }: ImportDoubt): Range {
  return new Range(line - 1, 0, Math.max(line, endLine) - 1, 0);
}

function writtenLines({ excerpt }: ImportDoubt, markdown: string): Range | undefined {
  const line = lineOfExcerpt(markdown, excerpt);
  return line === undefined ? undefined : new Range(line, 0, line, 0);
}
