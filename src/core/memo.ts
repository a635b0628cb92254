/** What is kept, and work that can be interrupted: see `memo/README.md`. */
export { countsFor, isPlain, memo, type MemoCounts, setPlain } from './memo/memo.ts';
export { memoNames, type MemoName } from './memo/names.ts';
export { Queries } from './memo/query.ts';
export { runToEnd, type Task } from './memo/task.ts';
