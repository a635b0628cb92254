import { messageOf } from '../../core/messages.ts';
import { glossaryHandout } from '../../core/present/terms.ts';
import { folderArgument, type CliCommand } from '../command.ts';
import { documentOptions, type DocumentOptions, writeDocument } from '../exportedFile.ts';
import { CannotDo, type ExitCode, type Io } from '../io.ts';
import { readNamedFolder, writeOut } from '../openStudies.ts';

export const glossaryCommand: CliCommand = {
  name: 'glossary',
  summary: 'glossaryHelp.summary',
  description: 'glossaryHelp.description',
  arguments: [folderArgument],
  options: [{ flags: '-o, --out <FILE>', help: 'glossaryHelp.out' }, ...documentOptions],
  run: printGlossary,
};

interface GlossaryOptions extends DocumentOptions {
  /** Where to write the handout; standard output where this is left out or `-`. */
  readonly out?: string;
}

async function printGlossary(path: string | undefined, options: GlossaryOptions, io: Io): Promise<ExitCode> {
  const read = await readNamedFolder(path, io);
  if (!read) return 2;
  const { to } = options;
  const { text, terms } = glossaryHandout(read.study, { goesOut: to !== undefined });
  if (terms === 0) throw new CannotDo(messageOf('glossary.empty'));
  if (to !== undefined)
    return writeDocument({ text, name: 'glossary-handout' }, { ...options, to }, read, io);
  await writeOut(options.out, text, { root: read.root, force: options.force }, io);
  return read.code;
}
