import type { StyledRun } from '../../core/styles.ts';

/** Runs in a row that are of the same item of a citation, or of none. */
export interface ItemRuns {
  /** Index of the item; undefined for what stands between items. */
  readonly item: number | undefined;
  readonly runs: readonly StyledRun[];
}

/** Returns the runs of a citation by the items that they are of, so that a link can be made of each. */
export function runsByItem(runs: readonly StyledRun[]): readonly ItemRuns[] {
  const out: { item: number | undefined; runs: StyledRun[] }[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last && last.item === run.citation) last.runs.push(run);
    else out.push({ item: run.citation, runs: [run] });
  }
  return out;
}
