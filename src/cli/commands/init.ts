import { access } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { newStudyFolder } from '../../core/present/scaffold.ts';
import { writeText } from '../../files/folder.ts';
import { tell, type ExitCode, type Io } from '../io.ts';
import { nameOf } from '../studies.ts';

/** `pilcrow init`: makes a folder a study folder. What is there stays as it is. */
export async function init(
  folder: string | undefined,
  options: { readonly title?: string },
  io: Io,
): Promise<ExitCode> {
  const root = resolve(io.cwd, folder ?? '.');
  const written: string[] = [];
  for (const { path, text } of newStudyFolder(options.title ?? titleOf(root))) {
    const target = join(root, ...path.split('/'));
    if (await exists(target)) tell(io, `${nameOf(target, io)} is there already and stays as it is.`);
    else {
      await writeText(target, text);
      written.push(nameOf(target, io));
    }
  }
  io.stdout.write(written.map((name) => `${name}\n`).join(''));
  tell(io, 'Next: “pilcrow import FILE” makes a source of a text you have.');
  return 0;
}

function titleOf(root: string): string {
  const words = basename(root)
    .replace(/[-_.]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
