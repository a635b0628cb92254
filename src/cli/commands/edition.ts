import { join, resolve } from 'node:path';
import type { Source } from '../../core/index/study.ts';
import type { Edition } from '../../core/source/edition.ts';
import { freezeEdition } from '../../core/source/editionSource.ts';
import { compareEdition } from '../../core/present/editionReport.ts';
import { plural } from '../../core/present/markdown.ts';
import { uriOf, writeText } from '../../files/folder.ts';
import type { StudyFolder } from '../../workspace/studyFolder.ts';
import { CannotDo, tell, type ExitCode, type Io } from '../io.ts';
import { nameOf, openStudy, ownName, rootOf } from '../studies.ts';

/** A source with its text, and the study folder it belongs to. */
interface Placed {
  readonly root: string;
  readonly source: Source & { readonly file: NonNullable<Source['file']> };
  /** The edition with the source's key: the study folder's own before one that ships with Pilcrow. */
  readonly edition: Edition | undefined;
}

export interface FreezeOptions {
  readonly shingles?: boolean;
}

/** `pilcrow edition freeze`: writes down the structure of sources, so that later changes are noticed. */
export async function freeze(names: readonly string[], options: FreezeOptions, io: Io): Promise<ExitCode> {
  return forEach(names, io, async ({ root, source, edition }) => {
    // The same salt each time, so that a text frozen anew is a small change in git.
    const salt = options.shingles ? `pilcrow/${source.key}/1` : undefined;
    const frozen = freezeEdition(source.key, source.file.source, edition, salt);
    const target = join(root, 'editions', folderName(source.key), 'edition.json');
    await writeText(target, `${JSON.stringify(frozen, null, 2)}\n`);
    io.stdout.write(`${nameOf(target, io)}\n`);
    tell(
      io,
      `Frozen: @${source.key}, ${plural(frozen.passages.length, 'paragraph')}, ${plural(frozen.notes.length, 'note')}.`,
    );
    return 0;
  });
}

/** A key as the name of a folder. */
function folderName(key: string): string {
  return key.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^\.+/, '') || 'source';
}

/** `pilcrow edition verify`: says where sources differ from their editions. */
export async function verify(names: readonly string[], io: Io): Promise<ExitCode> {
  return forEach(names, io, ({ source, edition }) => {
    if (!edition)
      throw new CannotDo(`@${source.key} has no edition. “pilcrow edition freeze ${source.key}” makes one.`);
    const differences = compareEdition(source.file.source, edition);
    const count = plural(source.passages.length, 'paragraph');
    if (differences.length === 0) io.stdout.write(`@${source.key}: ${count}, as in the edition.\n`);
    for (const difference of differences) io.stdout.write(`@${source.key}: ${difference}\n`);
    return Promise.resolve(differences.length === 0 ? 0 : 1);
  });
}

/** Does something for each source; what cannot be done for one does not keep it from the others. */
async function forEach(
  names: readonly string[],
  io: Io,
  act: (placed: Placed) => Promise<ExitCode>,
): Promise<ExitCode> {
  const folders = new Map<string, StudyFolder>();
  let worst: ExitCode = 0;
  for (const name of names) {
    try {
      const code = await act(await find(name, folders, io));
      if (code > worst) worst = code;
    } catch (error) {
      if (!(error instanceof CannotDo)) throw error;
      tell(io, `pilcrow: ${error.message}`);
      worst = 2;
    }
  }
  return worst;
}

/** Finds a source by its file, or by its key in the study folder of the current folder. */
async function find(name: string, folders: Map<string, StudyFolder>, io: Io): Promise<Placed> {
  const path = resolve(io.cwd, name);
  const root = rootOf(path) ?? rootOf(io.cwd) ?? io.cwd;
  const folder = folders.get(root) ?? (await openStudy({ root, folders: [], files: [] }, io)).folder;
  folders.set(root, folder);
  const { study } = folder;
  const analysis = study.byUri.get(uriOf(ownName(path)));
  const key = analysis?.role === 'source' ? analysis.key : name.replace(/^@/, '');
  const source = study.sources.get(key);
  if (!source) throw new CannotDo(`“${name}” is no source: give the file of one, or its key.`);
  const { file } = source;
  if (!file)
    throw new CannotDo(
      `The text of @${key} is not here, only its edition. “pilcrow import FILE” brings it in.`,
    );
  const edition = editionOf(key, study.files) ?? editionOf(key, [...study.byUri.values()]);
  return { root, source: { ...source, file }, edition };
}

function editionOf(key: string, files: Iterable<StudyFolder['study']['files'][number]>): Edition | undefined {
  for (const file of files) if (file.role === 'edition' && file.edition?.key === key) return file.edition;
  return undefined;
}
