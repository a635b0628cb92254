import { basename, join, resolve } from 'node:path';
import { formatterFiles, type NewFile, scaffoldStudyFolder } from '../../core/present/papers.ts';
import { disk } from '../../files/node.ts';
import { configurationName } from '../../files/roots.ts';
import type { CliCommand } from '../command.ts';
import { tell, type ExitCode, type Io } from '../io.ts';
import { displayPath } from '../openStudies.ts';

export const initCommand: CliCommand = {
  name: 'init',
  summary: 'make a study folder',
  description: 'Makes a folder a study folder. Files that are there stay as they are.',
  arguments: [{ name: '[DIR]', help: 'the folder (default: the current one)' }],
  options: [
    { flags: '-t, --title <TITLE>', help: 'what the group calls itself, or is reading' },
    {
      flags: '--formatters',
      help: 'only add what keeps formatters away from sources and lets git merge notes, to a study folder that is there',
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
    if (pathExists(target)) tell(io, `${displayPath(target, io)} is there already and stays as it is.`);
    else {
      await disk.write(target, text, { within: root });
      written.push(displayPath(target, io));
    }
  }
  io.stdout.write(written.map((name) => `${name}\n`).join(''));
  if (!options.formatters) tell(io, 'Next: “pilcrow import FILE” makes a source of a text you have.');
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
    const answer = await io.stdin.ask(
      `Add what keeps formatters away from sources and lets git merge notes (${names})? [y/N] `,
    );
    if (/^\s*y(?:es)?\s*$/i.test(answer ?? '')) return files;
  } else tell(io, `“pilcrow init --formatters” adds what keeps formatters away from sources: ${names}.`);
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
