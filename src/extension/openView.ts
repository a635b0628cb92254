import {
  commands,
  type DataTransfer,
  DataTransferItem,
  Disposable,
  l10n,
  type TreeDragAndDropController,
  type TreeView,
  window,
} from 'vscode';
import type { View, ViewNode } from '../server/protocol.ts';
import { type DroppedFile, droppedFiles, fileMimeTypes } from './droppedFiles.ts';
import type { ViewModel } from './viewModel.ts';
import { type RowQuestions, ViewTree } from './viewTree.ts';

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
  /** Takes files that are dropped on the view. Without it, none can be. */
  readonly onDropFiles?: (files: readonly DroppedFile[]) => void;
}

/** Creates a view that shows a model and follows its changes. */
export function openView(id: string, model: ViewModel, options: ViewOptions = {}): OpenView {
  const { canSelectMany = false } = options;
  // Before VS Code has been given the first rows, which may be none, no welcome says that there is nothing.
  const know = (): void => void commands.executeCommand('setContext', `${id}Known`, true);
  const tree = new ViewTree(model, options, () => setTimeout(know));
  const view = window.createTreeView(id, {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany,
    dragAndDropController: draggingOf(options.onDropFiles),
  });
  viewById.set(id, view);
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

/** The MIME type by which a paper recognises a dragged row as a citation. Rows also carry plain text. */
export const citationMimeType = 'application/vnd.pilcrow.citation';

/** Makes a dragged passage, section or note arrive as its citation, in papers and in any other text field. */
function draggingOf(onDropFiles: ViewOptions['onDropFiles']): TreeDragAndDropController<ViewNode> {
  return {
    dragMimeTypes: ['text/plain', citationMimeType],
    dropMimeTypes: onDropFiles ? fileMimeTypes : [],
    handleDrag(rows: readonly ViewNode[], carried: DataTransfer): void {
      const citations = rows.flatMap(({ citation }) => (citation ? [citation] : []));
      if (citations.length === 0) return;
      carried.set('text/plain', new DataTransferItem(citations.join(' ')));
      carried.set(citationMimeType, new DataTransferItem(citations.join(' ')));
    },
    // VS Code waits for what this returns, and shows the view as busy: it does not wait for what files are dropped for.
    async handleDrop(_row: ViewNode | undefined, carried: DataTransfer): Promise<void> {
      const files = await droppedFiles(carried);
      if (files.length > 0) onDropFiles?.(files);
    },
  };
}

/** The views, so that commands that are called by a key find their rows. */
const viewById = new Map<string, TreeView<ViewNode>>();

/**
 * Returns the focused row of a view. VS Code only tells the selection, and arrow keys move the focus alone. So the
 * command toggles the focused row in the selection, sees which row changed, and toggles it back.
 */
export async function rowWithFocus(id: string): Promise<ViewNode | undefined> {
  const view = viewById.get(id);
  if (!view) return undefined;
  const before = view.selection;
  const after = await toggleSelection(view);
  await toggleSelection(view);
  const changed = [...after, ...before].find((row) => before.includes(row) !== after.includes(row));
  return changed ?? before[0];
}

async function toggleSelection(view: TreeView<ViewNode>): Promise<readonly ViewNode[]> {
  await commands.executeCommand('list.toggleSelection');
  return view.selection;
}
