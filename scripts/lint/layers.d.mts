import type { Rule } from 'eslint';

export function layerProblem(
  source: string,
  importer: string,
  specifier: string,
  isLazy?: boolean,
): string | undefined;

export const layers: Rule.RuleModule;
