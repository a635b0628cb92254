/** The severity of a check. `off` disables it. */
export const levels = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type Level = (typeof levels)[number];

/** The description of a check for people, from which settings, schema, help and docs are generated. */
export interface CheckEntry {
  /** The level where `pilcrow.json` sets none. */
  readonly level: Level;
  /** One line: what the check reports. */
  readonly summary: string;
  /** Why it matters and what to do, in one to three sentences. */
  readonly explanation: string;
  /** An example that is reported, and its corrected form. */
  readonly wrong: string;
  readonly right: string;
  /** Whether it is about a file as a whole: it says nothing of one in which git left conflicts. */
  readonly isOfWholeFile?: boolean;
}
