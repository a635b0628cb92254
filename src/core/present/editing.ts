/** Edits that a person asks for: renaming, removing duplicates, ignoring findings. */
export { type Action, bibliographyEntry, duplicateCitations } from './editing/actions.ts';
export { ignoreComment } from './editing/ignoreHere.ts';
export { linkedRangesAt } from './editing/linkedRanges.ts';
export { leftOutWords, type RenameEdit, renameEdits, renameSubjectAt } from './editing/renameEdits.ts';
