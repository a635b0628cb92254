import { commands, EventEmitter, type Event, type Memento } from 'vscode';
import type { PaperOrder as Order } from '../server/protocol.ts';

const paperOrderKey = 'pilcrow.paperOrder';

/** The order of the Paper view, kept with the workspace. */
export class PaperOrderSetting {
  readonly #state: Memento;
  readonly #changed = new EventEmitter<void>();

  readonly onDidChange: Event<void> = this.#changed.event;

  constructor(state: Memento) {
    this.#state = state;
    this.#tellMenus();
  }

  get current(): Order {
    return this.#state.get<Order>(paperOrderKey) === 'source' ? 'source' : 'reading';
  }

  async set(order: Order): Promise<void> {
    await this.#state.update(paperOrderKey, order);
    this.#tellMenus();
    this.#changed.fire();
  }

  #tellMenus(): void {
    void commands.executeCommand('setContext', 'pilcrow.groupedBySource', this.current === 'source');
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
