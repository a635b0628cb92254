import { resolve } from 'node:path';
import { glossaryHandout } from '../../core/present/terms.ts';
import type { CliCommand } from '../command.ts';
import { CannotDo, type ExitCode, type Io } from '../io.ts';
import { chooseStudies } from '../choose.ts';
import { displayPath, openStudy, tellConfigurationProblems, writeOut } from '../openStudies.ts';

export const glossaryCommand: CliCommand = {
  name: 'glossary',
  summary: 'make a handout of the glossary',
  description:
    'Prints the glossary as a handout in Pandoc Markdown, by name, with the passages that define each term. Built-in entries are left out where nobody uses them.',
  arguments: [{ name: '[PATH]', help: 'a study folder (default: that of the current folder)' }],
  options: [{ flags: '-o, --out <FILE>', help: 'where to write it (default: standard output)' }],
  run: printGlossary,
};

interface GlossaryOptions {
  /** Where to write the handout; standard output where this is left out or `-`. */
  readonly out?: string;
}

async function printGlossary(path: string | undefined, options: GlossaryOptions, io: Io): Promise<ExitCode> {
  const { studies, complete } = await chooseStudies(path === undefined ? [] : [path], io);
  const [chosen] = studies;
  if (!complete || !chosen) return 2;
  const { study } = (await openStudy(chosen, io)).folder;
  const usable = tellConfigurationProblems(study, io);
  const { text, terms } = glossaryHandout(study);
  if (terms === 0) throw new CannotDo('The glossary has no terms.');
  if (options.out === undefined || options.out === '-') io.stdout.write(text);
  else {
    const target = resolve(io.cwd, options.out);
    await writeOut(target, text, chosen.root);
    io.stdout.write(`${displayPath(target, io)}\n`);
  }
  return usable ? 0 : 2;
}
