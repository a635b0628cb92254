import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkStudy, type StudyResult } from '../../src/cli/checking/run.ts';
import type { CacheOptions, Io, Threads } from '../../src/cli/io.ts';
import { Desk } from './commandLine.ts';

/** A desk whose checks use a cache of their own. */
export class Checks {
  readonly told: string[] = [];
  private constructor(
    readonly desk: Desk,
    readonly cache: CacheOptions,
  ) {}

  static async with(fixture: string): Promise<Checks> {
    const folder = await mkdtemp(join(tmpdir(), 'pilcrow-cache-'));
    return new Checks(await Desk.with(fixture), { folder, code: () => 'the same code' });
  }

  run(cache: CacheOptions | 'none' = this.cache, threads?: Threads): Promise<StudyResult> {
    const io = {
      stderr: { write: (text: string) => this.told.push(text), isTerminal: false },
      packageRoot: undefined,
      threads,
      cwd: this.desk.root,
    };
    const chosen = { root: this.desk.root, folders: [this.desk.root], files: [] };
    return checkStudy(chosen, cache === 'none' ? undefined : cache, io as unknown as Io);
  }

  /** Runs with and without the cache, asserts the same result, and returns how many files were checked. */
  async agree(): Promise<number> {
    const kept = await this.run();
    assert.deepEqual(shown(kept), shown(await this.run('none')));
    return kept.checked;
  }

  async keptFile(): Promise<string> {
    const folder = join(this.cache.folder, 'check');
    const [name] = await readdir(folder);
    return join(folder, name ?? '');
  }

  async remove(): Promise<void> {
    await this.desk.remove();
    await rm(this.cache.folder, { recursive: true, force: true });
  }
}

/** The part of a check's result that people see. */
export function shown({ rows, papers, citations }: StudyResult): unknown {
  // As text, as it is kept: what is undefined is not there.
  return JSON.parse(JSON.stringify({ rows: [...rows], papers, citations })) as unknown;
}
