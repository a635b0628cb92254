import { inWords } from '../core/messages.ts';
import type { Watching } from '../files/fileSystem.ts';
import { disk } from '../files/node.ts';
import { uriOf } from '../files/paths.ts';
import { identityOf } from '../files/roots.ts';
import type { Studies } from './studies.ts';

/** Looks at what changes on disk, for clients that do not tell of it. What that takes is loaded when it is wanted. */
export class OwnWatching {
  private watching: Promise<Watching> | undefined;
  private isClosed = false;
  private readonly since = Date.now();

  /** @param failed called with what is to be logged when a folder cannot be looked at */
  constructor(
    private readonly studies: Studies,
    private readonly changed: () => void,
    private readonly failed: (message: string) => void,
  ) {}

  start(): void {
    if (this.watching || this.isClosed) return;
    this.watching = disk.watch({
      changed: (paths) => void this.take(paths),
      failed: (message) => this.failed(inWords('server.notWatching', { error: message })),
      since: this.since,
      keepsAlive: false,
    });
    this.follow();
  }

  /** Study folders may have come or gone. */
  follow(): void {
    void this.watching?.then((watching) => {
      if (!this.isClosed) void watching.follow(this.studies.watched);
    });
  }

  private async take(paths: readonly string[]): Promise<void> {
    const uris = new Set(paths.map((path) => uriOf(identityOf(path))));
    await Promise.all([...uris].map((uri) => this.studies.fileChanged(uri)));
    this.changed();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await (await this.watching)?.close();
  }
}
