import { commands, type TreeView } from 'vscode';
import type { ViewNode } from '../server/protocol.ts';

const views = new Map<string, TreeView<ViewNode>>();

/** Makes the rows of a view known to commands that are called by a key. */
export function knowRows(id: string, view: TreeView<ViewNode>): void {
  views.set(id, view);
}

/**
 * The row that the keyboard stands on in a view. Arrow keys move VS Code's focus and not its selection, of which alone it
 * tells; what changes when the focused row joins or leaves the selection is that row. It is put back as it was.
 */
export async function rowWithFocus(id: string): Promise<ViewNode | undefined> {
  const view = views.get(id);
  if (!view) return undefined;
  const before = view.selection;
  const after = await toggled(view);
  await toggled(view);
  const changed = [...after, ...before].find((row) => before.includes(row) !== after.includes(row));
  return changed ?? before[0];
}

async function toggled(view: TreeView<ViewNode>): Promise<readonly ViewNode[]> {
  await commands.executeCommand('list.toggleSelection');
  return view.selection;
}
