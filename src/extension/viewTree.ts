import {
  EventEmitter,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type Command,
  type Event,
  type TreeDataProvider,
} from 'vscode';
import type { View, ViewNode } from '../server/protocol.ts';
import { toLocation } from './convert.ts';
import type { ViewModel } from './viewModel.ts';

/** What a view asks for row by row, when a row is hovered over or unfolded. */
export interface RowQuestions {
  /** The tooltip of a row that came without one, as Markdown; null if it has none. */
  readonly tooltipOf?: (node: ViewNode) => Promise<string | null>;
  /** The children of a row that is `lazy`. */
  readonly childrenOf?: (node: ViewNode) => Promise<readonly ViewNode[]>;
}

/**
 * In a view with more rows, only top-level groups are unfolded: VS Code builds every unfolded row, visible or not.
 */
const maxUnfoldedRows = 500;
const maxUnfoldedGroupRows = 200;

/** Shows a view's rows as a tree: all of them, or only those with a finding. */
export class ViewTree implements TreeDataProvider<ViewNode> {
  readonly #changed = new EventEmitter<ViewNode | undefined>();
  #parents = new Map<string, ViewNode>();
  #problemsOnly = false;
  #isLong = false;
  #updates = 0;
  /** The lazy rows whose children have been asked for since the whole view last changed. */
  readonly #unfolded = new Map<string, ViewNode>();

  readonly onDidChangeTreeData: Event<ViewNode | undefined> = this.#changed.event;

  /** @param onRoots called whenever VS Code is about to be given the top-level rows */
  constructor(
    private readonly model: ViewModel,
    private readonly questions: RowQuestions = {},
    private readonly onRoots: () => void = () => undefined,
  ) {}

  /** Tells VS Code that the view has changed. */
  update(): void {
    this.#updates++;
    this.#unfolded.clear();
    this.#changed.fire(undefined);
  }

  /** Tells VS Code that the children of lazy rows may have changed, but nothing else. */
  updateUnfolded(): void {
    for (const row of this.#unfolded.values()) this.#changed.fire(row);
  }

  showProblemsOnly(problemsOnly: boolean): void {
    this.#problemsOnly = problemsOnly;
    this.update();
  }

  async getChildren(parent?: ViewNode): Promise<ViewNode[]> {
    if (parent?.lazy) return this.#ask(parent);
    if (parent) return [...(parent.children ?? [])];
    const updates = this.#updates;
    const roots = this.roots(await this.model.ready());
    // After an update VS Code drops these rows and asks again.
    if (updates === this.#updates) this.onRoots();
    return roots;
  }

  async #ask(parent: ViewNode): Promise<ViewNode[]> {
    this.#unfolded.set(parent.id, parent);
    const children = (await this.questions.childrenOf?.(parent)) ?? [];
    for (const child of children) this.#parents.set(child.id, parent);
    return [...children];
  }

  /** Returns the top-level rows of a view, and remembers the parent of each row below them. */
  roots(view: View): ViewNode[] {
    const roots = this.#problemsOnly ? withProblems(view.nodes) : [...view.nodes];
    this.#parents = new Map();
    for (const node of roots) this.#adopt(node);
    this.#isLong = roots.length + this.#parents.size > maxUnfoldedRows;
    return roots;
  }

  #adopt(parent: ViewNode): void {
    for (const child of parent.children ?? []) {
      this.#parents.set(child.id, parent);
      this.#adopt(child);
    }
  }

  getParent(node: ViewNode): ViewNode | undefined {
    return this.#parents.get(node.id);
  }

  getTreeItem(node: ViewNode): TreeItem {
    const item = new TreeItem(node.label, this.#stateOf(node));
    item.id = node.id;
    item.accessibilityInformation = { label: node.accessibleLabel };
    item.contextValue = rowContext(node);
    if (node.description) item.description = node.description;
    if (node.icon)
      item.iconPath = new ThemeIcon(node.icon, node.iconColor ? new ThemeColor(node.iconColor) : undefined);
    if (node.target) item.command = openCommand(node.target, node.label);
    return item;
  }

  #stateOf({ id, kind, children, lazy }: ViewNode): TreeItemCollapsibleState {
    if (lazy) return TreeItemCollapsibleState.Collapsed;
    if (!children?.length) return TreeItemCollapsibleState.None;
    const isInner = this.#parents.has(id) || children.length > maxUnfoldedGroupRows;
    const isShut = kind !== 'group' || (this.#isLong && isInner);
    return isShut ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
  }

  /**
   * VS Code calls this when the pointer rests on a row. The tooltip shows words of sources, so it may run nothing.
   */
  async resolveTreeItem(item: TreeItem, node: ViewNode): Promise<TreeItem> {
    const text = node.tooltip ?? (await this.questions.tooltipOf?.(node).catch(() => null)) ?? null;
    // A label is no Markdown: shown as such, a heading could be a picture that is fetched.
    if (text === null) {
      item.tooltip = node.label;
      return item;
    }
    const tooltip = new MarkdownString(text, true);
    tooltip.isTrusted = false;
    tooltip.supportHtml = false;
    item.tooltip = tooltip;
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** The context value that `when` clauses of menus test. */
function rowContext({ kind, citation, noteId, resolved, problem }: ViewNode): string {
  const note = noteId === undefined ? [] : [resolved ? 'resolved' : 'open'];
  const lost = kind === 'group' && problem ? ['lost'] : [];
  return [kind, ...lost, ...(citation ? ['citable'] : []), ...note].join(' ');
}

/** Uses VS Code's own command, which opens a preview on a click and keeps the editor on a double click. */
function openCommand(target: NonNullable<ViewNode['target']>, title: string): Command {
  const { uri, range } = toLocation(target);
  return { command: 'vscode.open', title, arguments: [uri, { selection: range }] };
}

function withProblems(nodes: readonly ViewNode[]): ViewNode[] {
  return nodes.flatMap((node) => {
    const children = withProblems(node.children ?? []);
    return node.problem || children.length > 0 ? [{ ...node, children }] : [];
  });
}

/** Yields every row of a view, parents before children. */
export function* allRows(nodes: readonly ViewNode[]): Generator<ViewNode> {
  for (const node of nodes) {
    yield node;
    yield* allRows(node.children ?? []);
  }
}
