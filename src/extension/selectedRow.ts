import { commands, type TreeView } from 'vscode';
import type { ViewNode } from '../server/protocol.ts';

const viewById = new Map<string, TreeView<ViewNode>>();

/** Lets commands that are called by a key find the rows of a view. */
export function knowRows(id: string, view: TreeView<ViewNode>): void {
  viewById.set(id, view);
}

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
