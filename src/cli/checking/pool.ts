import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { tuneForChecking, tuneForLongPaper } from '../engineFlags.ts';
import type { Threads } from '../io.ts';
import type { CheckContext } from './results.ts';
import type { BatchTask, BatchWorker, Done, DoneBatch, WorkQueue } from './worker.ts';

/** More threads than this would take more memory than a check may: each has a heap of its own. */
const maxThreads = 4;
/** A thread costs about what it takes to check this much. Bytes. */
const bytesPerThread = 1536 * 1024;
/** Where new objects live; the usual size takes 30 MB more and saves no time. Megabytes. */
const youngHeapMegabytes = 12;
/** Every thread reads all that papers rest on for itself: so much is read by all of them together at most. UTF-16 code units. */
const maxUnitsRead = 32 * 1024 * 1024;
/** A longer paper takes more memory than the program itself. Bytes. */
const longPaperBytes = 4 * 1024 * 1024;
/** Small enough that nobody waits long for the last one, large enough that taking one costs nothing. Bytes. */
const maxBatchBytes = 64 * 1024;

/** A paper to be checked, with its size in bytes. */
export interface SizedTask extends BatchTask {
  readonly size: number;
}

/** A thread that was started, and whether it ended as it should. */
interface Helper {
  readonly worker: Worker;
  readonly ended: Promise<boolean>;
}

/** The threads of a check: this one, and as many more as are worth it. */
export class Pool {
  private readonly threads: Threads;
  private readonly helpers: Helper[] = [];

  constructor(threads: Threads | undefined) {
    this.threads = threads ?? usualThreads();
  }

  /**
   * Starts threads, which takes longer than looking through a folder.
   * @param size of what is to be checked, bytes, as far as it is known
   */
  start(size: number): void {
    const { most, worthwhile, program = packagedProgram() } = this.threads;
    const wanted = Math.min(most - 1, Math.floor(size / worthwhile));
    tuneForChecking();
    while (this.helpers.length < wanted) this.helpers.push(helperWith(program));
  }

  /**
   * Checks papers.
   * @param ready makes what this thread works with, while the others start
   * @returns what became of each, in no order; and how many threads ended before they were done, whose papers this one took
   */
  async check(
    tasks: readonly SizedTask[],
    context: CheckContext,
    ready: () => Promise<BatchWorker>,
  ): Promise<{ readonly done: readonly Done[]; readonly lost: number }> {
    const share: WorkQueue = {
      context,
      batches: batchesOf(tasks),
      next: new Int32Array(new SharedArrayBuffer(4)),
    };
    const most = Math.min(share.batches.length - 1, helpersWith(context));
    if (tasks.some(({ size }) => size > longPaperBytes)) tuneForLongPaper();
    this.start(most > 0 ? tasks.reduce((sum, task) => sum + task.size, 0) : 0);
    const helpers = this.helpers.splice(0, most);
    // The others take memory, and have nothing to do.
    void this.end();
    const reports = new Map<number, DoneBatch>();
    const report = (done: DoneBatch): void => void reports.set(done.batch, done);
    for (const { worker } of helpers) {
      worker.on('message', report);
      worker.postMessage(share);
    }
    const crew = await ready();
    // As a message between threads would be: what is cut out of a paper would hold on to all of its text.
    crew.workOff(share, (done) => report(structuredClone(done)));
    const lost = (await Promise.all(helpers.map(({ ended }) => ended))).filter((ended) => !ended).length;
    share.batches.forEach((tasks, batch) => {
      if (!reports.has(batch)) report({ batch, done: tasks.map((task) => crew.do(task)) });
    });
    return { done: [...reports.values()].flatMap(({ done }) => done), lost };
  }

  /** Ends the threads that nobody needed. */
  async end(): Promise<void> {
    await Promise.all(this.helpers.splice(0).map(({ worker }) => worker.terminate()));
  }
}

function usualThreads(): Threads {
  return { most: Math.min(availableParallelism(), maxThreads), worthwhile: bytesPerThread };
}

function batchesOf(tasks: readonly SizedTask[]): BatchTask[][] {
  const batches: BatchTask[][] = [];
  let room = 0;
  for (const { size, ...task } of tasks) {
    if (room <= 0) {
      batches.push([]);
      room = maxBatchBytes;
    }
    batches.at(-1)?.push(task);
    room -= size;
  }
  return batches;
}

/** How many threads beside this one may read the context. */
function helpersWith({ files }: CheckContext): number {
  const units = files.reduce((sum, { content }) => sum + ('text' in content ? content.text.length : 0), 0);
  return Math.floor(maxUnitsRead / Math.max(1, units));
}

/** A thread that waits for its share. */
function helperWith(program: string): Helper {
  const worker = new Worker(program, { resourceLimits: { maxYoungGenerationSizeMb: youngHeapMegabytes } });
  const ended = new Promise<boolean>((resolve) => {
    worker.once('error', () => resolve(false));
    worker.once('exit', (code) => resolve(code === 0));
  });
  return { worker, ended };
}

/** The worker's bundle beside this one. */
function packagedProgram(): string {
  return join(dirname(import.meta.filename), 'cli-checking-worker.cjs');
}
