import { Disposable, l10n, window, type TreeView } from 'vscode';
import type { View, ViewNode } from '../server/protocol.ts';
import { dragRows } from './dragRows.ts';
import { knowRows } from './selectedRow.ts';
import type { ViewModel } from './viewModel.ts';
import { ViewTree, type RowQuestions } from './viewTree.ts';

export interface OpenView {
  readonly view: TreeView<ViewNode>;
  readonly tree: ViewTree;
  /** Sets the text beside the view's title. */
  describe(what: string): void;
  /** Marks the rows as outdated. The server is asked at once, or when the view becomes visible. */
  outdate(): void;
  /** Asks the server if the rows are outdated, even while the view is hidden. */
  catchUp(): void;
  dispose(): void;
}

interface ViewOptions extends RowQuestions {
  readonly canSelectMany?: boolean;
}

/** Creates a view that shows a model and follows its changes. */
export function openView(id: string, model: ViewModel, options: ViewOptions = {}): OpenView {
  const { canSelectMany = false } = options;
  const tree = new ViewTree(model, options);
  const view = window.createTreeView(id, {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany,
    dragAndDropController: dragRows,
  });
  knowRows(id, view);
  let outdated = false;
  const catchUp = (): void => {
    if (outdated) void model.refresh().then(() => tree.updateUnfolded());
    outdated = false;
  };
  const outdate = (): void => {
    outdated = true;
    if (view.visible) catchUp();
  };
  let described = '';
  const describe = (what = described): void => {
    described = what;
    view.description = descriptionOf(model.view, described);
  };
  const subscriptions = Disposable.from(
    view,
    tree,
    model.onDidChange((content) => {
      decorate(view, content, model.state === 'failed');
      describe();
      tree.update();
    }),
    view.onDidChangeVisibility(() => {
      if (view.visible) catchUp();
    }),
  );
  return { view, tree, describe, outdate, catchUp, dispose: () => void subscriptions.dispose() };
}

/** The text beside the title. A view without rows has no message, so the study folder is named here instead. */
function descriptionOf({ nodes, studyFolder = '' }: View, described: string): string {
  return (nodes.length > 0 ? [described] : [described, studyFolder]).filter(Boolean).join(' · ');
}

/** Sets message and badge. An empty view has its own welcome, which a message would hide. */
function decorate(view: TreeView<ViewNode>, { message, nodes, badge }: View, failed: boolean): void {
  const trouble = l10n.t('Pilcrow’s language server does not answer. It may be starting again.');
  view.message = failed ? trouble : nodes.length > 0 && message ? message : '';
  const tooltip = badge === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', badge);
  view.badge = badge > 0 ? { value: badge, tooltip } : undefined;
}
