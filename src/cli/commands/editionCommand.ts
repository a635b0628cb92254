import { inEnglish } from '../../core/messages.ts';
import { join, resolve } from 'node:path';
import { editionOf } from '../../core/check.ts';
import type { Source, SourceFile, Study } from '../../core/study.ts';
import { compareEdition, frozenFile, needsEdition } from '../../core/present/sources.ts';
import { plural, refusal } from '../../core/present/wording.ts';
import { isRefused } from '../../files/fileSystem.ts';
import { loadFile } from '../../files/loadStudy.ts';
import { disk } from '../../files/node.ts';
import { uriOf } from '../../files/paths.ts';
import type { StudyFolder } from '../../workspace/studyFolder.ts';
import type { CliCommand } from '../command.ts';
import { CannotDo, tell, type ExitCode, type Io } from '../io.ts';
import { chosenRoot, displayPath, homeStudy, openStudy, ownName } from '../openStudies.ts';

/** A source with its text, and the study folder it belongs to. */
interface SourceInStudy {
  readonly root: string;
  readonly source: Source & { readonly file: NonNullable<Source['file']> };
  readonly folder: StudyFolder;
}

export const editionCommand: CliCommand = {
  name: 'edition',
  summary: 'freeze the structure of sources, verify it later',
  description: 'Freezes the structure of sources, so that later changes are noticed, and verifies it.',
  commands: [
    {
      name: 'freeze',
      description:
        'Writes numbering, sections and fingerprints of sources to editions/KEY/edition.json; gists of an earlier edition are kept.',
      arguments: [
        {
          name: '[SOURCE...]',
          help: 'files or keys of sources; without any, all of the current study folder',
        },
      ],
      options: [
        {
          flags: '--shingles',
          help: 'add hashed runs of five words, by which quotations are verified where the text is not (read docs/verification-without-the-text.md first)',
        },
      ],
      run: freezeEditions,
    },
    {
      name: 'verify',
      description: 'Says where sources differ from their editions; ends with 1 where one does.',
      arguments: [
        { name: '[SOURCE...]', help: 'files or keys of sources; without any, all that have an edition' },
      ],
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
    io.stdout.write(`${displayPath(target, io)}\n`);
    tell(
      io,
      `Frozen: @${source.key}, ${plural(edition.passages.length, 'paragraph')}, ${plural(edition.notes.length, 'note')}.`,
    );
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
    if (!edition)
      throw new CannotDo(`@${source.key} has no edition. “pilcrow edition freeze ${source.key}” makes one.`);
    const differences = compareEdition(source.file.source, edition);
    const count = plural(source.passages.length, 'paragraph');
    if (differences.length === 0) io.stdout.write(`@${source.key}: ${count}, as in the edition.\n`);
    for (const difference of differences) io.stdout.write(`@${source.key}: ${difference}\n`);
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
  const { study } = (await openStudy({ root: homeStudy(io), folders: [], files: [] }, io)).folder;
  const files = [...study.sources.values()].flatMap(({ file }) => file ?? []);
  const keys = files.filter((file) => isMeant(file, study)).map(({ key }) => key);
  if (keys.length === 0)
    throw new CannotDo(
      'No source here has a text and an edition of its own. “pilcrow import FILE” makes one.',
    );
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
      const isRefusal = isRefused(error);
      if (!isRefusal && !(error instanceof CannotDo)) throw error;
      tell(
        io,
        `pilcrow: ${isRefusal ? inEnglish(refusal(displayPath(error.path, io), 'written', error.code)) : error.message}`,
      );
      worst = 2;
    }
  }
  return worst;
}

/** Finds a source by its file, or by its key in the study folder of the current folder. */
async function findSource(name: string, folders: Map<string, StudyFolder>, io: Io): Promise<SourceInStudy> {
  const path = resolve(io.cwd, name);
  const root = chosenRoot(path) ?? chosenRoot(io.cwd) ?? io.cwd;
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
  return { root, source: { ...source, file }, folder };
}
