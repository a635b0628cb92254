import { basename } from 'node:path/posix';
import { commands, Disposable, window, type TextEditorSelectionChangeEvent } from 'vscode';
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
    paper.view.description = current ? basename(current.path) : '';
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
    window.onDidChangeTextEditorSelection((event) => void followCursor(pilcrow, paper, event)),
    problemsFilter(pilcrow, paper),
  );
}

/** Selects the innermost row that the cursor stands in. */
async function followCursor(
  { papers, models }: Pilcrow,
  { view, tree }: OpenView,
  { textEditor, selections }: TextEditorSelectionChangeEvent,
): Promise<void> {
  const { uri } = textEditor.document;
  const position = selections[0]?.active;
  if (!view.visible || !position || uri.toString() !== papers.current?.toString()) return;
  let found: ViewNode | undefined;
  for (const row of rowsOf(await tree.getChildren())) {
    if (row.target?.uri === uri.toString() && toRange(row.target.range).contains(position)) found = row;
  }
  if (!found || view.selection[0]?.id === found.id || models.paper.view.nodes.length === 0) return;
  await view.reveal(found, { select: true, focus: false });
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
