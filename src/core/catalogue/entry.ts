/** How loudly a check speaks. `off` silences it. */
export const levels = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type Level = (typeof levels)[number];

/** What a check is and how it is explained to people: the one source of settings, schema, help and docs. */
export interface CheckEntry {
  /** Level where `pilcrow.json` sets none. */
  readonly level: Level;
  /** One line: what is reported. */
  readonly summary: string;
  /** Why it matters and what to do, in one to three sentences. */
  readonly explanation: string;
  /** Something that is reported, and the same put right. */
  readonly wrong: string;
  readonly right: string;
  /** Whether it is about a file as a whole: it says nothing of one in which git left conflicts. */
  readonly isOfWholeFile?: boolean;
}
