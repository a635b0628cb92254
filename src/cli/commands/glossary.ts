import { resolve } from 'node:path';
import { glossaryHandout } from '../../core/present/terms.ts';
import { CannotDo, type ExitCode, type Io } from '../io.ts';
import { chooseStudies } from '../choose.ts';
import { nameOf, openStudy, tellConfigurationProblems, writeOut } from '../studies.ts';

export interface GlossaryOptions {
  /** Where to write the handout; standard output where this is left out or `-`. */
  readonly out?: string;
}

/** `pilcrow glossary`: the glossary of one study folder as a handout. */
export async function glossary(
  path: string | undefined,
  options: GlossaryOptions,
  io: Io,
): Promise<ExitCode> {
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
    io.stdout.write(`${nameOf(target, io)}\n`);
  }
  return usable ? 0 : 2;
}
