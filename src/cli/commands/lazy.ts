import type { CliCommand } from '../command.ts';
import { alignCommand } from './alignCommand.ts';
import { bibliographyCommand } from './bibliographyCommand.ts';
import { coverageCommand } from './coverageCommand.ts';
import { editionCommand } from './editionCommand.ts';
import { exportCommand } from './exportCommand.ts';
import { glossaryCommand } from './glossaryCommand.ts';
import { guideCommand } from './guideCommand.ts';
import { importCommand } from './importCommand.ts';
import { initCommand } from './initCommand.ts';
import { listCommand } from './listCommand.ts';
import { migrateCommand } from './migrateCommand.ts';
import { notesCommand } from './notesCommand.ts';
import { reportCommand } from './reportCommand.ts';
import { siteCommand } from './siteCommand.ts';

export { checkLive, checkStandardInput } from './checkLive.ts';

/** The commands that need more than `pilcrow check` does: one bundle, loaded when one of them is given. */
export const commands: readonly CliCommand[] = [
  reportCommand,
  listCommand,
  glossaryCommand,
  coverageCommand,
  guideCommand,
  exportCommand,
  bibliographyCommand,
  migrateCommand,
  siteCommand,
  notesCommand,
  alignCommand,
  importCommand,
  initCommand,
  editionCommand,
];
