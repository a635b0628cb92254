import { setPlain } from '../../core/memo.ts';
import { parentPort } from 'node:worker_threads';
import { disk } from '../../files/node.ts';
import { decode } from '../../files/texts.ts';
import { Checker } from './checker.ts';
import { sha256 } from './cache.ts';
import type { CheckContext, GivenFile, PaperResult } from './results.ts';
import { type Message, messageOf } from '../../core/messages.ts';

/** A paper to be checked. */
export interface BatchTask {
  /** Absolute. */
  readonly full: string;
  /** Relative to the study folder. */
  readonly path: string;
  /** Why it cannot be read, where that was known before. */
  readonly problem?: Message | undefined;
}

/** What became of a paper. */
export interface Done {
  readonly path: string;
  /** Of the bytes that were checked; undefined where there was nothing to read. */
  readonly hash: string | undefined;
  readonly result: PaperResult;
}

/** All that the threads of a check share. Batches are taken by whoever is free, each by one. */
export interface WorkQueue {
  readonly context: CheckContext;
  readonly batches: readonly (readonly BatchTask[])[];
  /** The number of the next batch that nobody has taken. */
  readonly next: Int32Array<SharedArrayBuffer>;
}

/** A batch that is done. */
export interface DoneBatch {
  readonly batch: number;
  readonly done: readonly Done[];
}

/** Reads and checks papers one after another. */
export class BatchWorker {
  readonly checker: Checker;
  private readonly reader = disk.reader();

  constructor(context: CheckContext) {
    this.checker = new Checker(context);
  }

  /** Takes batch after batch until there is none left. */
  workOff({ batches, next }: WorkQueue, report: (done: DoneBatch) => void): void {
    for (;;) {
      const batch = Atomics.add(next, 0, 1);
      const tasks = batches[batch];
      if (!tasks) return;
      report({ batch, done: tasks.map((task) => this.do(task)) });
    }
  }

  do(task: BatchTask): Done {
    const { hash, file } = this.given(task);
    return { path: task.path, hash, result: this.checker.check(file) };
  }

  /** By itself, so that the bytes of a long paper are let go of before it is checked. */
  private given({ full, path, problem }: BatchTask): { hash: string | undefined; file: GivenFile } {
    const there = problem ? { problem } : this.reader.read(full);
    const found = there ?? { problem: messageOf('files.gone', { name: path }) };
    const content: GivenFile['content'] = 'bytes' in found ? decode(found.bytes, full) : found;
    const hash = 'bytes' in found ? sha256(found.bytes) : undefined;
    return { hash, file: { path, role: 'paper', content } };
  }
}

export { restsOnPapers } from '../../core/check.ts';
export { namedIn } from './checker.ts';

/** As a thread: does what it is given, tells each batch that is done, and ends. */
parentPort?.once('message', (share: WorkQueue) => {
  setPlain(process.env['PILCROW_PLAIN'] === '1');
  new BatchWorker(share.context).workOff(share, (done) => parentPort?.postMessage(done));
  parentPort?.close();
});
