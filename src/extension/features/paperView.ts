import { basename } from 'node:path/posix';
import { commands, Disposable, window, type TextEditor } from 'vscode';
import type { ViewNode } from '../../server/protocol.ts';
import { registerCommand } from '../commands.ts';
import { toRange } from '../convert.ts';
import type { Pilcrow } from '../feature.ts';
import { rowsOf } from '../viewTree.ts';
import { openView, type OpenView } from '../openView.ts';

/** The view of the paper last worked on. It follows that paper, and the cursor in it. */
export function paperView(pilcrow: Pilcrow): Disposable {
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
    // The badge and the status bar need the paper's state even while the view is hidden.
    server.onDidChange(() => {
      if (papers.current) void models.paper.refresh();
    }),
    following(pilcrow, paper),
    problemsFilter(pilcrow, paper),
    ordering(pilcrow),
  );
}

/** Follows the cursor, and catches up where the view was hidden or its rows were others meanwhile. */
function following({ papers, models, log }: Pilcrow, open: OpenView): Disposable {
  const select = async (): Promise<void> => {
    const editor = window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === papers.current?.toString(),
    );
    if (!editor || !open.view.visible || models.paper.view.nodes.length === 0) return;
    try {
      await selectRowOf(open, editor);
    } catch (error) {
      // The rows have changed under our hands; the next change finds them again.
      log.debug(`The Paper view does not follow: ${String(error)}`);
    }
  };
  // One after the other: a selection that arrives late would undo a newer one, which nobody would then notice.
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

/** Selects the innermost row that the cursor stands in. The keyboard stays where it is. */
async function selectRowOf({ view, tree }: OpenView, { document, selection }: TextEditor): Promise<void> {
  const uri = document.uri.toString();
  let found: ViewNode | undefined;
  for (const row of rowsOf(await tree.getChildren())) {
    const within = row.target?.uri === uri && toRange(row.target.range).contains(selection.active);
    if (within) found = row;
  }
  if (found && view.selection[0]?.id !== found.id) await view.reveal(found, { select: true, focus: false });
}

/** Reading order, or groups by source: two commands that take each other's place. */
function ordering({ log, paperOrder, models, papers }: Pilcrow): Disposable {
  return Disposable.from(
    registerCommand(log, 'pilcrow.groupBySource', () => paperOrder.set('source')),
    registerCommand(log, 'pilcrow.showInReadingOrder', () => paperOrder.set('reading')),
    paperOrder.onDidChange(() => {
      if (papers.current) void models.paper.refresh();
    }),
  );
}

/** Two commands that take each other's place, as VS Code's own toggles in view titles do. */
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
