import { commands, EventEmitter, type Event, type Memento } from 'vscode';

/**
 * One of two values, kept with the workspace. The first holds until the second is chosen, and again when that is given
 * up.
 */
export class WorkspaceChoice<T extends string> {
  readonly #changed = new EventEmitter<void>();

  readonly onDidChange: Event<void> = this.#changed.event;

  /** @param menuKey the context key that is true in menus while the second value holds */
  constructor(
    private readonly memory: Memento,
    private readonly key: string,
    private readonly values: readonly [T, T],
    private readonly menuKey: string,
  ) {
    void this.#tellMenus();
  }

  get current(): T {
    const [first, second] = this.values;
    return this.memory.get(this.key) === second ? second : first;
  }

  async set(value: T): Promise<void> {
    await this.memory.update(this.key, value);
    await this.#tellMenus();
    this.#changed.fire();
  }

  async #tellMenus(): Promise<void> {
    await commands.executeCommand('setContext', this.menuKey, this.current === this.values[1]);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** Creates the order of the Paper view. */
export function paperOrderIn(memory: Memento): WorkspaceChoice<'reading' | 'source'> {
  return new WorkspaceChoice(memory, 'pilcrow.paperOrder', ['reading', 'source'], 'pilcrow.groupedBySource');
}

/** Creates the order in which the Terms view lists the uses of a term. */
export function termsOrderIn(memory: Memento): WorkspaceChoice<'position' | 'next'> {
  return new WorkspaceChoice(memory, 'pilcrow.termsOrder', ['position', 'next'], 'pilcrow.termsByNextWord');
}
