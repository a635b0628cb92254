import { inWords, messageOf } from '../../core/messages.ts';
import { join } from 'node:path';
import { editionOf } from '../../core/check.ts';
import type { Source, SourceFile, Study } from '../../core/study.ts';
import { compareEdition, frozenFile, needsEdition } from '../../core/present/sources.ts';
import { loadFile } from '../../files/loadStudy.ts';
import { disk } from '../../files/node.ts';
import type { StudyFolder } from '../../workspace/studyFolder.ts';
import type { CliCommand } from '../command.ts';
import { failureOf } from '../failure.ts';
import { CannotDo, tell, type ExitCode, type Io, printOut } from '../io.ts';
import { displayPath, homeStudy, namedSource, openFolder, rootFor } from '../openStudies.ts';

/** A source with its text, and the study folder it belongs to. */
interface SourceInStudy {
  readonly root: string;
  readonly source: Source & { readonly file: NonNullable<Source['file']> };
  readonly folder: StudyFolder;
}

export const editionCommand: CliCommand = {
  name: 'edition',
  summary: 'editionHelp.summary',
  description: 'editionHelp.description',
  commands: [
    {
      name: 'freeze',
      description: 'editionFreezeHelp.description',
      arguments: [
        {
          name: '[SOURCE...]',
          help: 'editionFreezeHelp.source',
        },
      ],
      options: [
        {
          flags: '--shingles',
          help: 'editionFreezeHelp.shingles',
        },
      ],
      run: freezeEditions,
    },
    {
      name: 'verify',
      description: 'editionVerifyHelp.description',
      arguments: [{ name: '[SOURCE...]', help: 'editionVerifyHelp.source' }],
      run: verifyEditions,
    },
  ],
};

interface FreezeOptions {
  readonly shingles?: boolean;
}

/**
 * Writes down the structure of sources, so that later changes are noticed; without names that of
 * every text of the study folder that is to have an edition of its own.
 */
async function freezeEditions(names: readonly string[], options: FreezeOptions, io: Io): Promise<ExitCode> {
  const meant = await namedOr(names, io, needsEdition);
  return forEach(meant, io, async ({ root, source, folder }) => {
    const { path, text, edition } = frozenFile(source, folder.study, options);
    const target = join(root, ...path.split('/'));
    await disk.write(target, text, { within: root });
    await loadFile(folder, root, target, path);
    printOut(io, `${displayPath(target, io)}\n`, 'words');
    const { passages, notes } = edition;
    const told = { key: source.key, paragraphs: passages.length, notes: notes.length };
    tell(io, messageOf('edition.frozen', told));
    return 0;
  });
}

/** Says where sources differ from their editions; without names of all that have one. */
async function verifyEditions(names: readonly string[], _options: object, io: Io): Promise<ExitCode> {
  const meant = await namedOr(names, io, (file, study) => {
    const source = study.sources.get(file.key);
    return source !== undefined && editionOf(source, study) !== undefined;
  });
  return forEach(meant, io, ({ source, folder }) => {
    const edition = editionOf(source, folder.study);
    const { key } = source;
    if (!edition) throw new CannotDo(messageOf('edition.none', { key }));
    const differences = compareEdition(source.file, edition);
    const paragraphs = source.passages.length;
    if (differences.length === 0) printOut(io, inWords('edition.same', { key, paragraphs }), 'words');
    for (const difference of differences) printOut(io, `@${key}: ${difference}\n`, 'words');
    return Promise.resolve(differences.length === 0 ? 0 : 1);
  });
}

/** The names that were given; without any, the keys of those texts of the study folder that are meant. */
async function namedOr(
  names: readonly string[],
  io: Io,
  isMeant: (file: SourceFile, study: Study) => boolean,
): Promise<readonly string[]> {
  if (names.length > 0) return names;
  const { study } = (await openFolder(homeStudy(io), io)).folder;
  const files = [...study.sources.values()].flatMap(({ file }) => file ?? []);
  const keys = files.filter((file) => isMeant(file, study)).map(({ key }) => key);
  if (keys.length === 0) throw new CannotDo(messageOf('edition.noneHere'));
  return keys;
}

/** Does something for each source; what cannot be done for one does not keep it from the others. */
async function forEach(
  names: readonly string[],
  io: Io,
  act: (placed: SourceInStudy) => Promise<ExitCode>,
): Promise<ExitCode> {
  const folders = new Map<string, StudyFolder>();
  let worst: ExitCode = 0;
  for (const name of names) {
    try {
      const code = await act(await findSource(name, folders, io));
      if (code > worst) worst = code;
    } catch (error) {
      const message = failureOf(error, io);
      if (message === undefined) throw error;
      tell(io, messageOf('cli.failed', { message }));
      worst = 2;
    }
  }
  return worst;
}

/** Finds a source by its file, or by its key in the study folder of the current folder. */
async function findSource(name: string, folders: Map<string, StudyFolder>, io: Io): Promise<SourceInStudy> {
  const root = rootFor(name, io);
  const folder = folders.get(root) ?? (await openFolder(root, io)).folder;
  folders.set(root, folder);
  const source = namedSource(name, folder.study, io);
  if (!source) throw new CannotDo(messageOf('cli.noSource', { name, nearest: [] }));
  const { file, key } = source;
  if (!file) throw new CannotDo(messageOf('edition.noText', { key }));
  return { root, source: { ...source, file }, folder };
}
