/** What is kept, and work that can be interrupted: see `memo/README.md`. */
export { isPlain, memo, setPlain } from './memo/memoTable.ts';
export { Queries } from './memo/query.ts';
export { runToEnd, type Task } from './memo/task.ts';
