import { resolve } from 'node:path';
import { readDate } from '../../core/present/coverage.ts';
import { discussionGuide } from '../../core/present/guide.ts';
import { disk } from '../../files/node.ts';
import type { CliCommand } from '../command.ts';
import { CannotDo, type ExitCode, type Io } from '../io.ts';
import { chooseStudies } from '../choose.ts';
import { displayPath, openStudy, tellConfigurationProblems, writeOut } from '../openStudies.ts';

export const guideCommand: CliCommand = {
  name: 'guide',
  summary: 'gather open questions for a meeting',
  description:
    'Prints the open questions of papers and notes, each after the passages it is about, in the order of the text. The document is a paper of its own, in Pandoc Markdown.',
  arguments: [{ name: '[PATH]', help: 'a study folder (default: that of the current folder)' }],
  options: [
    {
      flags: '-o, --out <FILE>',
      help: 'where to write it (default: standard output); a file that is there stays',
    },
    { flags: '--source <KEY>', help: 'only questions on this source' },
    { flags: '--date <DATE>', help: 'day of the meeting (default: today)' },
  ],
  run: printGuide,
};

interface GuideCommandOptions {
  /** Where to write it; standard output where this is left out or `-`. */
  readonly out?: string;
  /** Key of the one source whose questions are wanted. */
  readonly source?: string;
  /** Day of the meeting; today where it is left out. */
  readonly date?: string;
}

async function printGuide(path: string | undefined, options: GuideCommandOptions, io: Io): Promise<ExitCode> {
  const { studies, complete } = await chooseStudies(path === undefined ? [] : [path], io);
  const [chosen] = studies;
  if (!complete || !chosen) return 2;
  const { study } = (await openStudy(chosen, io)).folder;
  const usable = tellConfigurationProblems(study, io);
  const key = options.source?.replace(/^@/, '');
  if (key !== undefined && !study.sources.has(key))
    throw new CannotDo(`“${key}” is the key of no source here.`);
  const { text, questions } = discussionGuide(study, { date: guideDate(options.date), key });
  if (questions === 0)
    throw new CannotDo(
      'Nobody asks anything yet. Write questions as a list under a heading “Questions for discussion” in a paper, or as notes of kind question.',
    );
  if (options.out === undefined || options.out === '-') io.stdout.write(text);
  else {
    const target = resolve(io.cwd, options.out);
    // People write on their guides: one that is there stays.
    if (disk.look(target))
      throw new CannotDo(
        `“${displayPath(target, io)}” is there already and stays as it is. Choose another name.`,
      );
    await writeOut(target, text, chosen.root);
    io.stdout.write(`${displayPath(target, io)}\n`);
  }
  return usable ? 0 : 2;
}

function guideDate(given: string | undefined): string {
  if (given === undefined) return todayHere();
  const date = readDate(given);
  if (date !== undefined) return date;
  throw new CannotDo('--date takes a day such as 2026-11-23.');
}

/** Today where the person is. */
function todayHere(): string {
  const now = new Date();
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${String(now.getFullYear())}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
