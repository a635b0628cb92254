/** Two printings of one text: where passages stand, and citations of one as those of the other. */
export { type EditionMove, movesFromEditions } from './printings/editionMoves.ts';
export { fatesByFingerprints } from './printings/fingerprintFates.ts';
export { fileEdits, type FiledMove, migrationOf, movedNoteSteps, withEdits } from './printings/migration.ts';
export type { FateState } from './printings/passageFates.ts';
