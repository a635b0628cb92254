import { commands, Disposable, window, type TextEditor } from 'vscode';
import { basename } from '../basename.ts';
import type { ViewNode } from '../../server/protocol.ts';
import { registerCommand } from '../commands.ts';
import { toRange } from '../convert.ts';
import type { Pilcrow } from '../feature.ts';
import { allRows } from '../viewTree.ts';
import { openView, type OpenView } from '../openView.ts';

/** The Paper view, which shows the paper last worked on and follows the cursor in it. */
export function paperViewFeature(pilcrow: Pilcrow): Disposable {
  const { server, papers, models } = pilcrow;
  const paper = openView('pilcrow.paper', models.paper);
  const showPaper = (): void => {
    const { current } = papers;
    paper.describe(current ? basename(current.path) : '');
    void commands.executeCommand('setContext', 'pilcrow.paperActive', current !== undefined);
    void models.paper.refresh();
  };
  showPaper();
  return Disposable.from(
    paper,
    papers.onDidChange(showPaper),
    // The badge and the status bar use the same model, so it is refreshed even while the view is hidden.
    server.onDidChange(() => {
      if (papers.current) void models.paper.refresh();
    }),
    following(pilcrow, paper),
    problemsFilter(pilcrow, paper),
    ordering(pilcrow),
  );
}

/** Selects the row at the cursor, also after the view was hidden or its rows have changed. */
function following({ papers, models, log }: Pilcrow, open: OpenView): Disposable {
  const select = async (): Promise<void> => {
    const editor = window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === papers.current?.toString(),
    );
    if (!editor || !open.view.visible || models.paper.view.nodes.length === 0) return;
    try {
      await selectRowOf(open, editor);
    } catch (error) {
      // The rows changed meanwhile. The next change selects again.
      log.debug(`The Paper view does not follow: ${String(error)}`);
    }
  };
  // One at a time, because a late selection would undo a newer one.
  let selecting = false;
  let moved = false;
  const follow = async (): Promise<void> => {
    moved = true;
    if (selecting) return;
    selecting = true;
    while (moved) {
      moved = false;
      await select();
    }
    selecting = false;
  };
  const followNow = (): void => void follow();
  return Disposable.from(
    window.onDidChangeTextEditorSelection(followNow),
    window.onDidChangeActiveTextEditor(followNow),
    open.view.onDidChangeVisibility(followNow),
    models.paper.onDidChange(followNow),
  );
}

/** Selects the innermost row whose range contains the cursor. The focus stays in the editor. */
async function selectRowOf({ view, tree }: OpenView, { document, selection }: TextEditor): Promise<void> {
  const uri = document.uri.toString();
  let found: ViewNode | undefined;
  for (const row of allRows(await tree.getChildren())) {
    const within = row.target?.uri === uri && toRange(row.target.range).contains(selection.active);
    if (within) found = row;
  }
  if (found && view.selection[0]?.id !== found.id) await view.reveal(found, { select: true, focus: false });
}

/** Two commands that replace each other in the view's title: reading order, and grouped by source. */
function ordering({ log, paperOrder, models, papers }: Pilcrow): Disposable {
  return Disposable.from(
    registerCommand(log, 'pilcrow.groupBySource', () => paperOrder.set('source')),
    registerCommand(log, 'pilcrow.showInReadingOrder', () => paperOrder.set('reading')),
    paperOrder.onDidChange(() => {
      if (papers.current) void models.paper.refresh();
    }),
  );
}

/** Two commands that replace each other in the view's title: problems only, and the whole paper. */
function problemsFilter({ log }: Pilcrow, { tree }: OpenView): Disposable {
  const show = async (problemsOnly: boolean): Promise<void> => {
    await commands.executeCommand('setContext', 'pilcrow.problemsOnly', problemsOnly);
    tree.showProblemsOnly(problemsOnly);
  };
  return Disposable.from(
    registerCommand(log, 'pilcrow.showProblemsOnly', () => show(true)),
    registerCommand(log, 'pilcrow.showWholePaper', () => show(false)),
  );
}
