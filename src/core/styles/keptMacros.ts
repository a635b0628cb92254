import type { StyleOutput } from './output.ts';
import type { StyleElement } from './parsedStyle.ts';

/** A call of a macro in a style. */
export type MacroElement = Extract<StyleElement, { kind: 'macro' }>;

/** What a macro gives of a work wherever it is cited, and what that does to the evaluation. */
export interface KeptMacro {
  readonly output: StyleOutput | undefined;
  /** By how many more variables were asked for, and had a value. */
  readonly asked: number;
  readonly filled: number;
  /** The variables that it printed in place of names. */
  readonly substituted: readonly string[];
  /** Which of `evaluationUses` it makes. */
  readonly used: number;
}

/** What an evaluation may use, as bits: the citation and not the work alone, an identifier that is a link, the title. */
export const evaluationUses = { cite: 1, identifier: 2, title: 4 } as const;

/** By the calls. */
export type KeptMacros = Map<MacroElement, KeptMacro>;
