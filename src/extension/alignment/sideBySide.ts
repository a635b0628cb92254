import {
  Disposable,
  l10n,
  OverviewRulerLane,
  TextEditorRevealType,
  ThemeColor,
  Uri,
  ViewColumn,
  window,
  workspace,
  type TextEditor,
} from 'vscode';
import type { CounterpartPlace } from '../../server/protocol.ts';
import { CannotDoError, isCancellation } from '../commands.ts';
import { fromPosition, toRange } from '../convert.ts';
import type { Pilcrow } from '../feature.ts';

/** Two texts in two editors: where the cursor is in a paragraph of one, the other shows what corresponds to it. */
export class SideBySide {
  readonly #marks = {
    certain: counterpartMark('editor.wordHighlightStrongBackground', 'solid'),
    open: counterpartMark('editor.wordHighlightBackground', 'dashed'),
  };
  /** Stands in the status bar while the cursor is in a paragraph that the other text leaves out. */
  readonly #leftOut = window.createStatusBarItem();
  readonly #subscriptions: Disposable;
  readonly #uris: ReadonlySet<string>;
  #asked = 0;

  /** @param onEnd called when one of the texts is in no editor any more */
  constructor(
    private readonly pilcrow: Pilcrow,
    uris: readonly [string, string],
    private readonly onEnd: () => void,
  ) {
    this.#uris = new Set(uris);
    this.#subscriptions = Disposable.from(
      ...Object.values(this.#marks),
      this.#leftOut,
      window.onDidChangeTextEditorSelection(({ textEditor }) => void this.follow(textEditor)),
      window.onDidChangeVisibleTextEditors(() => {
        if (this.#editors.length < 2) this.onEnd();
      }),
    );
  }

  get #editors(): TextEditor[] {
    const seen = new Set<string>();
    return window.visibleTextEditors.filter(({ document }) => {
      const uri = document.uri.toString();
      return this.#uris.has(uri) && !seen.has(uri) && seen.add(uri);
    });
  }

  /** Shows in the other editor what corresponds to the paragraph of the cursor. */
  async follow(editor: TextEditor | undefined): Promise<void> {
    const uri = editor?.document.uri.toString() ?? '';
    const other = this.#editors.find(({ document }) => document.uri.toString() !== uri);
    if (!editor || !other || !this.#uris.has(uri) || editor !== window.activeTextEditor) return;
    const asked = ++this.#asked;
    const places = await this.#placesAt(editor);
    const place = places.find((each) => sameFile(each.uri, other));
    if (asked !== this.#asked) return;
    const ranges = place?.ranges.map(toRange) ?? [];
    other.setDecorations(this.#marks.certain, place?.isCertain ? ranges : []);
    other.setDecorations(this.#marks.open, place?.isCertain ? [] : ranges);
    for (const mark of Object.values(this.#marks)) editor.setDecorations(mark, []);
    if (ranges[0]) other.revealRange(ranges[0], TextEditorRevealType.InCenterIfOutsideViewport);
    if (!place || ranges[0]) return this.#leftOut.hide();
    const label = l10n.t('Left out in {0}', place.title);
    this.#leftOut.text = label;
    // That an item stands there says nothing to those who do not see it: screen readers say an alert when it appears.
    this.#leftOut.accessibilityInformation = { label, role: 'alert' };
    this.#leftOut.show();
  }

  async #placesAt({ document, selection }: TextEditor): Promise<readonly CounterpartPlace[]> {
    try {
      return await this.pilcrow.server.request('pilcrow/counterpartsAt', {
        uri: document.uri.toString(),
        position: fromPosition(selection.active),
      });
    } catch (error) {
      if (!isCancellation(error)) this.pilcrow.log.warn(`No counterpart: ${String(error)}`);
      return [];
    }
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

function counterpartMark(background: string, borderStyle: string) {
  return window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor(background),
    // High contrast has no backgrounds; a place that is not certain has another border. At one side alone: every line of a wrapped paragraph has its own.
    borderStyle,
    borderWidth: '0 0 0 2px',
    borderColor: new ThemeColor('focusBorder'),
    isWholeLine: true,
    overviewRulerColor: new ThemeColor('editorOverviewRuler.wordHighlightStrongForeground'),
    overviewRulerLane: OverviewRulerLane.Center,
  });
}

function sameFile(uri: string, { document }: TextEditor): boolean {
  return Uri.parse(uri, true).toString() === document.uri.toString();
}

/** Opens the other text of a pair beside the one that a person reads. */
export async function openBeside(pilcrow: Pilcrow): Promise<readonly [string, string] | undefined> {
  const editor = window.activeTextEditor;
  if (!editor) throw new CannotDoError(l10n.t('Open one of the texts, and put the cursor into a paragraph.'));
  const uri = editor.document.uri.toString();
  const others = await pilcrow.server.request('pilcrow/textsBeside', { uri });
  if (others.length === 0)
    throw new CannotDoError(
      l10n.t('No text has been put side by side with this one. Choose “Align Translation” first.'),
    );
  const rows = others.map(({ title, uri: file }) => ({ label: title, file }));
  const [only] = rows;
  const chosen =
    only && rows.length === 1
      ? only
      : await window.showQuickPick(rows, { title: l10n.t('Open Side by Side') });
  if (!chosen) return undefined;
  const document = await workspace.openTextDocument(Uri.parse(chosen.file, true));
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true });
  return [uri, document.uri.toString()];
}
