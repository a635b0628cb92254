/** The checks: from one file of a study to its findings. */
export type { Fix, TextEdit } from './check/defineCheck.ts';
export {
  type Finding,
  findingsOf,
  findingsTask,
  isLookedAt,
  readSuppressions,
  restsOnPapers,
} from './check/findings.ts';
export { safeFixes } from './check/fixes.ts';
export { isChange } from './check/quotationMessages.ts';
export { editionOf } from './check/sourceChecks.ts';
export { paperDefinitions } from './check/termDefinitions.ts';
export { termConflicts } from './check/termChecks.ts';
export { numberMovesIn } from './check/numberMoves.ts';
