/** Every command that needs more than `pilcrow check` does: one bundle that is loaded when one of them is given. */
export { checkLive } from './checkLive.ts';
export { coverage } from './coverage.ts';
export { freeze, verify } from './edition.ts';
export { glossary } from './glossary.ts';
export { guide } from './guide.ts';
export { importFile } from './import.ts';
export { init } from './init.ts';
export { list } from './list.ts';
export { exportNotes, importNotes, mergeFiles } from './notes.ts';
