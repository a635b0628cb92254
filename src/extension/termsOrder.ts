import { commands, EventEmitter, type Event, type Memento } from 'vscode';
import type { ConcordanceOrder } from '../server/protocol.ts';

/** The order in which the Terms view lists the uses of a term, kept with the workspace. */
export class TermsOrder {
  static readonly #key = 'pilcrow.termsOrder';
  readonly #memory: Memento;
  readonly #changed = new EventEmitter<void>();

  readonly onDidChange: Event<void> = this.#changed.event;

  constructor(memory: Memento) {
    this.#memory = memory;
    void this.#tellMenus();
  }

  get current(): ConcordanceOrder {
    return this.#memory.get(TermsOrder.#key) === 'next' ? 'next' : 'position';
  }

  async set(order: ConcordanceOrder): Promise<void> {
    await this.#memory.update(TermsOrder.#key, order);
    await this.#tellMenus();
    this.#changed.fire();
  }

  async #tellMenus(): Promise<void> {
    await commands.executeCommand('setContext', 'pilcrow.termsByNextWord', this.current === 'next');
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
