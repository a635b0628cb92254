import { memoState, setPlain } from '../../src/core/memo.ts';
import { memoNames, type MemoName } from '../../src/core/memo/names.ts';

/** A test that something is kept: skipped with `PILCROW_PLAIN=1`, when nothing is. */
export function itKeeps(title: string, test: () => void): void {
  it(title, function () {
    if (memoState.isPlain) this.skip();
    test();
  });
}

/** Runs the tests of a `describe` with everything kept, or nothing, whatever the run around them does. */
export function keeping(keeps: boolean): void {
  const before = memoState.isPlain;
  beforeEach(() => setPlain(!keeps));
  afterEach(() => setPlain(before));
}

/** Functions of the tests share the counts of a function of the core; nothing else does. */
export const memoOfTests: MemoName = memoNames[0];

/** An owner of what is kept. */
export interface Thing {
  readonly size: number;
}
