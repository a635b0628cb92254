import type { WireRange } from './viewTypes.ts';

/** The argument of VS Code's command `pilcrow.choosePassage`: what is asked, and what the answer takes the place of. */
export interface WirePassageChoice {
  readonly uri: string;
  /** The key of the source to choose from. */
  readonly key: string;
  /** Where the label of the passage chosen (`¶ 12`) goes, and what is written around it. */
  readonly locator: { readonly range: WireRange; readonly before: string; readonly after: string };
  /** Where the number alone goes, for a passage whose label begins with `sign`. */
  readonly number?: { readonly range: WireRange; readonly sign: string };
  /** Whether only passages with that sign are to be chosen. */
  readonly onlyNumbers: boolean;
}
