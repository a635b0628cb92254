import { inWords, messageOf } from '../../core/messages.ts';
import { basename, join, resolve } from 'node:path';
import { formatterFiles, type NewFile, scaffoldStudyFolder } from '../../core/present/papers.ts';
import { disk } from '../../files/node.ts';
import { configurationName } from '../../files/roots.ts';
import type { CliCommand } from '../command.ts';
import { tell, type ExitCode, type Io, printOut } from '../io.ts';
import { displayPath } from '../openStudies.ts';

export const initCommand: CliCommand = {
  name: 'init',
  summary: 'initHelp.summary',
  description: 'initHelp.description',
  arguments: [{ name: '[DIR]', help: 'initHelp.dir' }],
  options: [
    { flags: '-t, --title <TITLE>', help: 'initHelp.title' },
    {
      flags: '--formatters',
      help: 'initHelp.formatters',
    },
  ],
  run: makeStudyFolder,
};

interface InitOptions {
  readonly title?: string;
  /** Only the files for formatters and git, for a study folder that has none yet. */
  readonly formatters?: boolean;
}

async function makeStudyFolder(folder: string | undefined, options: InitOptions, io: Io): Promise<ExitCode> {
  const root = resolve(io.cwd, folder ?? '.');
  const isStudy = pathExists(join(root, configurationName)) || pathExists(join(root, 'sources'));
  const written: string[] = [];
  for (const { path, text } of await filesFor(root, isStudy, options, io)) {
    const target = join(root, ...path.split('/'));
    if (pathExists(target)) tell(io, messageOf('cli.staysAsItIs', { file: displayPath(target, io) }));
    else {
      await disk.write(target, text, { within: root });
      written.push(displayPath(target, io));
    }
  }
  printOut(io, written.map((name) => `${name}\n`).join(''), 'words');
  if (!options.formatters) {
    tell(io, messageOf('init.next'));
    tell(io, messageOf('init.print'));
  }
  return 0;
}

/** An old study folder gets files for formatters only when somebody says so: a group may have its own. */
async function filesFor(
  root: string,
  isStudy: boolean,
  options: InitOptions,
  io: Io,
): Promise<readonly NewFile[]> {
  if (options.formatters) return formatterFiles;
  const files = scaffoldStudyFolder(options.title ?? folderTitle(root));
  if (!isStudy) return files;
  const paths = new Set<string>();
  for (const { path } of formatterFiles) if (!pathExists(join(root, path))) paths.add(path);
  if (paths.size === 0) return files;
  const names = [...paths].join(', ');
  if (io.stdin.isTerminal && io.stderr.isTerminal) {
    const answer = await io.stdin.ask(inWords('init.addFormatters', { names }));
    if (/^\s*(?:y(?:es)?|o(?:ui)?)\s*$/i.test(answer ?? '')) return files;
  } else tell(io, messageOf('init.formatters', { names }));
  return files.filter(({ path }) => !paths.has(path));
}

function folderTitle(root: string): string {
  const words = basename(root)
    .replace(/[-_.]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function pathExists(path: string): boolean {
  return disk.look(path) !== undefined;
}
