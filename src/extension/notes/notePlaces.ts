import { window, type CommentController, type TextDocument } from 'vscode';
import { somebodyWrites } from '../commentFields.ts';
import { toRange } from '../convert.ts';
import type { Server } from '../server.ts';

/** Where VS Code offers to make a note: in the texts of sources. */
export class NotePlaces {
  readonly #controller: CommentController;
  readonly #server: Server;
  /** Files in which no note can be made, as far as VS Code knows. */
  readonly #without = new Set<string>();

  constructor(controller: CommentController, server: Server) {
    this.#controller = controller;
    this.#server = server;
    this.#offer();
  }

  #offer(): void {
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: async (document) => {
        if (!mayBeSource(document)) return undefined;
        const uri = document.uri.toString();
        const places = await this.#server.request('pilcrow/notePlaces', { uri });
        if (places.length === 0) this.#without.add(uri);
        return places.length > 0 ? { enableFileComments: true, ranges: places.map(toRange) } : undefined;
      },
    };
  }

  /**
   * Looks whether a file that was no source has become one. VS Code asks for places when a file is opened; asked again it
   * draws every thread anew, which nobody wants who is writing.
   */
  async offerNew(): Promise<void> {
    for (const { document } of window.visibleTextEditors) {
      const uri = document.uri.toString();
      if (!this.#without.has(uri) || somebodyWrites()) continue;
      if ((await this.#server.request('pilcrow/notePlaces', { uri })).length === 0) continue;
      this.#without.clear();
      this.#offer();
    }
  }
}

/** Which Markdown file is a source, the server knows. */
export function mayBeSource({ languageId, uri }: TextDocument): boolean {
  return languageId === 'markdown' && uri.scheme === 'file';
}
