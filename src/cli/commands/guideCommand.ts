import { resolve } from 'node:path';
import { runToEnd } from '../../core/memo.ts';
import { messageOf } from '../../core/messages.ts';
import { readDate } from '../../core/present/coverage.ts';
import { guideOf, guideQuestions } from '../../core/present/guide.ts';
import { disk } from '../../files/node.ts';
import { saidInTheirs } from '../../files/spokenLanguages.ts';
import { folderArgument, type CliCommand } from '../command.ts';
import { documentOptions, type DocumentOptions, writeDocument } from '../exportedFile.ts';
import { CannotDo, type ExitCode, type Io } from '../io.ts';
import { displayPath, readNamedFolder, withoutAt, writeOut } from '../openStudies.ts';

export const guideCommand: CliCommand = {
  name: 'guide',
  summary: 'guideHelp.summary',
  description: 'guideHelp.description',
  arguments: [folderArgument],
  options: [
    {
      flags: '-o, --out <FILE>',
      help: 'guideHelp.out',
    },
    { flags: '--source <KEY>', help: 'guideHelp.source' },
    { flags: '--date <DATE>', help: 'guideHelp.date' },
    ...documentOptions,
  ],
  run: printGuide,
};

interface GuideCommandOptions extends DocumentOptions {
  /** Where to write it; standard output where this is left out or `-`. */
  readonly out?: string;
  /** Key of the one source whose questions are wanted. */
  readonly source?: string;
  /** Day of the meeting; today where it is left out. */
  readonly date?: string;
}

async function printGuide(path: string | undefined, options: GuideCommandOptions, io: Io): Promise<ExitCode> {
  const read = await readNamedFolder(path, io);
  if (!read) return 2;
  const { source, date, out, to, force = false } = options;
  const key = source === undefined ? undefined : withoutAt(source);
  if (key !== undefined && !read.study.sources.has(key))
    throw new CannotDo(messageOf('guide.noSource', { key }));
  const goesOut = to !== undefined;
  const wishes = { date: guideDate(date), key, goesOut };
  const gathered = runToEnd(guideQuestions(read.study, wishes));
  const { text, questions } = await saidInTheirs(gathered.lang, () => guideOf(gathered, read.study, wishes));
  if (questions === 0) throw new CannotDo(messageOf('guide.empty'));
  if (to !== undefined)
    return writeDocument({ text, name: 'discussion-guide' }, { ...options, to }, read, io);
  // People write on their guides: one that is there stays.
  const target = out === undefined || out === '-' ? undefined : resolve(io.cwd, out);
  if (!force && target !== undefined && disk.look(target))
    throw new CannotDo(messageOf('guide.stays', { file: displayPath(target, io) }));
  await writeOut(target, text, { root: read.root, force: true }, io);
  return read.code;
}

function guideDate(given: string | undefined): string {
  if (given === undefined) return todayHere();
  const date = readDate(given);
  if (date !== undefined) return date;
  throw new CannotDo(messageOf('guide.date'));
}

/** Today where the person is. */
function todayHere(): string {
  const now = new Date();
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${String(now.getFullYear())}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
