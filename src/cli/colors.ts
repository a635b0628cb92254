import type { Io } from './io.ts';

/**
 * Whether to print in colour: never with `--no-color` or `NO_COLOR`, always with `FORCE_COLOR`, otherwise on a terminal.
 * @param wanted false where the command line says `--no-color`
 */
export function useColors(io: Io, wanted: boolean): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = io.env;
  if (!wanted || (no !== undefined && no !== '')) return false;
  if (force !== undefined && force !== '') return force !== '0';
  return io.stdout.isTerminal && terminal !== 'dumb';
}
