import type { Rule } from 'eslint';

export function layerProblem(
  source: string,
  importer: string,
  specifier: string,
  isLazy?: boolean,
): string | undefined;

export const layers: Rule.RuleModule;

/** The files outside the command line that may import Node.js, relative to `src`. */
export const nodeFiles: readonly string[];
