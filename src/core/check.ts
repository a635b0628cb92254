/** The checks: from one file of a study to its findings. */
export type { Fix, TextEdit } from './check/check.ts';
export { editionOf } from './check/editions.ts';
export { type Finding, findingsOf, findingSteps, levelOf } from './check/findings.ts';
export { safeFixes } from './check/fixes.ts';
export { nearest } from './check/nearest.ts';
export { isChange } from './check/quotationMessages.ts';
export { termConflicts } from './check/termConflicts.ts';
