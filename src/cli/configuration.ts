import type { ConfigurationProblem } from '../core/index/configuration.ts';
import type { LineIndex } from '../core/text/lineIndex.ts';
import { tell, type Io } from './io.ts';

/**
 * Says what in a `pilcrow.json` cannot be used.
 * @param name how the file is called
 * @returns false where the file cannot be read at all: the defaults stand in, and nobody knows what was asked
 */
export function tellProblems(
  problems: readonly ConfigurationProblem[],
  lines: LineIndex,
  name: string,
  io: Io,
): boolean {
  for (const { range, message } of problems) {
    const { line, column } = lines.positionAt(range.start);
    tell(io, `${name}:${String(line + 1)}:${String(column + 1)}: ${message}`);
  }
  return !problems.some(({ broken }) => broken);
}
