/** What is kept, and work that can be interrupted: see `memo/README.md`. */
export { memo, memoState, Queries, runToEnd, setPlain, type Task, withoutTraces } from './memo/memoTable.ts';
