import { window, type CommentController, type TextDocument } from 'vscode';
import { somebodyWrites } from '../commentFields.ts';
import { toRange } from '../convert.ts';
import { isFile } from '../fileSchemes.ts';
import type { Server } from '../server.ts';

/** Tells VS Code where it may offer to make a note: in the texts of sources. */
export class NotePlaces {
  /** Files in which VS Code was told that no note can be made. */
  readonly #without = new Set<string>();

  constructor(
    private readonly controller: CommentController,
    private readonly server: Server,
  ) {
    this.#offer();
  }

  #offer(): void {
    this.controller.commentingRangeProvider = {
      provideCommentingRanges: async (document) => {
        if (!mayBeSource(document)) return undefined;
        const uri = document.uri.toString();
        const places = await this.server.request('pilcrow/notePlaces', { uri });
        if (places.length === 0) this.#without.add(uri);
        return places.length > 0 ? { enableFileComments: true, ranges: places.map(toRange) } : undefined;
      },
    };
  }

  /**
   * Finds files that have become sources since they were opened. VS Code asks for places only when a file is opened,
   * or when the provider is replaced. Replacing it redraws every thread, so it waits while somebody is writing.
   */
  async offerNew(): Promise<void> {
    for (const { document } of window.visibleTextEditors) {
      const uri = document.uri.toString();
      if (!this.#without.has(uri) || somebodyWrites()) continue;
      if ((await this.server.request('pilcrow/notePlaces', { uri })).length === 0) continue;
      this.#without.clear();
      this.#offer();
    }
  }
}

/** Whether a document can be a source. Only the server knows which Markdown files are sources. */
export function mayBeSource({ languageId, uri }: TextDocument): boolean {
  return languageId === 'markdown' && isFile(uri);
}
