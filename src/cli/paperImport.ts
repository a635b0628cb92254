import { basename, dirname, join, resolve } from 'node:path';
import type { PaperImport } from '../convert/importPaper.ts';
import { inWords, messageOf } from '../core/messages.ts';
import { citableItems } from '../core/resolve.ts';
import { disk } from '../files/node.ts';
import { isWithin } from '../files/paths.ts';
import { CannotDo, type ExitCode, type Io, progress, tell } from './io.ts';
import { chosenRoot, displayPath, homeStudy, openFolder } from './openStudies.ts';

/** What can become of tracked changes. */
export const changeWays = ['accept', 'reject'] as const;

/** What `pilcrow import --as-paper` is told. */
export interface DraftOptions {
  readonly out?: string;
  /** Whether tracked changes are taken as made, or as never made. */
  readonly changes: (typeof changeWays)[number];
  readonly commentAuthors?: boolean;
  readonly force?: boolean;
}

/** Makes an analysis document of a draft. One that is there is replaced only with `--force`. */
export async function importDraft(
  file: string,
  bytes: Uint8Array,
  options: DraftOptions,
  io: Io,
): Promise<ExitCode> {
  const toOutput = options.out === '-';
  const root =
    options.out === undefined || toOutput
      ? homeStudy(io)
      : (chosenRoot(dirname(resolve(io.cwd, options.out))) ?? io.cwd);
  const { folder } = await openFolder(root, io);
  const works = citableItems(folder.study).map(({ id, data }) => ({ key: id, data: { ...data } }));
  const fileName = file === '-' ? inWords('ask.standardInput') : basename(file);
  const done = progress(io, messageOf('cli.reading', { name: fileName }));
  const { importPaper } = await import('../convert/importPaper.ts');
  const made = await importPaper({ bytes, fileName, works, withAuthors: options.commentAuthors ?? false });
  done();
  if ('problem' in made) throw new CannotDo(made.problem);
  const text = options.changes === 'reject' ? (made.original ?? made.markdown) : made.markdown;
  if (toOutput) io.stdout.write(text);
  else await writePaper(text, { root, target: paperPath(root, made, options, io) }, options, io);
  tellDraft(made, options, io);
  return 0;
}

function paperPath(root: string, { path }: PaperImport, { out }: DraftOptions, io: Io): string {
  return out === undefined ? join(root, ...path.split('/')) : resolve(io.cwd, out);
}

async function writePaper(
  text: string,
  { root, target }: { readonly root: string; readonly target: string },
  { force }: DraftOptions,
  io: Io,
): Promise<void> {
  if (!force && disk.look(target))
    throw new CannotDo(messageOf('importing.paperThere', { file: displayPath(target, io) }));
  await disk.write(target, text, { within: isWithin(root, target) ? root : undefined });
  io.stdout.write(`${displayPath(target, io)}\n`);
}

function tellDraft(
  { citations, comments, newWorks, changes }: PaperImport,
  options: DraftOptions,
  io: Io,
): void {
  tell(io, messageOf('importing.paperMade', { citations, comments }));
  if (newWorks.length > 0)
    tell(
      io,
      messageOf('importing.worksAdded', {
        count: newWorks.length,
        keys: newWorks.map((key) => `@${key}`).join(', '),
      }),
    );
  const wasTaken = options.changes === 'accept';
  if (changes > 0)
    tell(io, messageOf(wasTaken ? 'importing.trackedTaken' : 'importing.trackedLeft', { count: changes }));
}
