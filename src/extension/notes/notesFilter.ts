import { commands, EventEmitter, type Event, type Memento } from 'vscode';
import type { NoteOrder } from '../../server/protocol.ts';

const orders: readonly NoteOrder[] = ['source', 'kind', 'tag', 'author'];
const orderKey = 'pilcrow.notesOrder';

/** The grouping of the Notes view, kept with the workspace, and its filter, which ends with the window. */
export class NotesFilter {
  readonly #changed = new EventEmitter<void>();
  #query = '';
  #openOnly = false;

  readonly onDidChange: Event<void> = this.#changed.event;

  constructor(private readonly memory: Memento) {
    void this.#tellMenus();
  }

  get order(): NoteOrder {
    return orders.find((order) => order === this.memory.get(orderKey)) ?? 'source';
  }

  get query(): string {
    return this.#query;
  }

  /** Whether resolved notes are hidden. */
  get openOnly(): boolean {
    return this.#openOnly;
  }

  async setOrder(order: NoteOrder): Promise<void> {
    await this.memory.update(orderKey, order);
    this.#changed.fire();
  }

  async search(query: string): Promise<void> {
    this.#query = query.trim();
    await this.#tell();
  }

  async showOpenOnly(openOnly: boolean): Promise<void> {
    this.#openOnly = openOnly;
    await this.#tell();
  }

  /** Removes the filter, so that all notes are shown. */
  async clear(): Promise<void> {
    this.#query = '';
    this.#openOnly = false;
    await this.#tell();
  }

  async #tell(): Promise<void> {
    await this.#tellMenus();
    this.#changed.fire();
  }

  async #tellMenus(): Promise<void> {
    await commands.executeCommand('setContext', 'pilcrow.notesSearched', this.#query !== '');
    await commands.executeCommand('setContext', 'pilcrow.openNotesOnly', this.#openOnly);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
