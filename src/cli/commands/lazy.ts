import type { CliCommand } from '../command.ts';
import { coverage } from './coverage.ts';
import { edition } from './edition.ts';
import { glossary } from './glossary.ts';
import { guide } from './guide.ts';
import { importCommand } from './import.ts';
import { init } from './init.ts';
import { list } from './list.ts';
import { notes } from './notes.ts';

export { checkLive } from './checkLive.ts';

/** The commands that need more than `pilcrow check` does: one bundle, loaded when one of them is given. */
export const commands: readonly CliCommand[] = [
  list,
  glossary,
  coverage,
  guide,
  notes,
  importCommand,
  init,
  edition,
];
