import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { messageOf, saidIn } from '../../core/messages.ts';
import { disk } from '../../files/node.ts';
import { identityOf, isHomeOrAbove } from '../../files/roots.ts';
import { isWithin } from '../../files/paths.ts';
import { spokenLanguage } from '../../files/spokenLanguages.ts';
import { readImages } from '../../files/publishedImages.ts';
import { type LoadedStyles, loadSiteStyles } from '../../files/siteStyles.ts';
import { siteDraftOf, type SiteFile, siteFilesOf, siteLanguageOf } from '../../publish/site.ts';
import { folderArgument, type CliCommand } from '../command.ts';
import { tuneForSite } from '../engineFlags.ts';
import { CannotDo, type ExitCode, type Io, tell } from '../io.ts';
import { displayPath, fileName, readNamedFolder } from '../openStudies.ts';

export const siteCommand: CliCommand = {
  name: 'site',
  summary: 'siteHelp.summary',
  description: 'siteHelp.description',
  arguments: [folderArgument],
  options: [
    { flags: '-o, --out <DIR>', help: 'siteHelp.out' },
    { flags: '--csl <STYLE>', help: 'exportHelp.csl' },
    { flags: '--force', help: 'siteHelp.force' },
  ],
  after: () => messageOf('siteHelp.after'),
  run: writeSite,
};

interface SiteCommandOptions {
  /** The folder; `site` in the study folder where it is left out. */
  readonly out?: string;
  readonly csl?: string;
  /** Whether files that Pilcrow did not write may be replaced. */
  readonly force?: boolean;
}

async function writeSite(
  path: string | undefined,
  { out, csl, force = false }: SiteCommandOptions,
  io: Io,
): Promise<ExitCode> {
  tuneForSite();
  const read = await readNamedFolder(path, io);
  if (!read) return 2;
  const { root, study, code } = read;
  if (code !== 0) return code;
  const target = out === undefined ? join(root, 'site') : resolve(io.cwd, out);
  rejectPlace(target, root, io);
  const within = isWithin(root, target) ? root : undefined;
  const assets = await siteAssets(io);
  const lang = siteLanguageOf(study);
  const language = await spokenLanguage(lang);
  const style = csl === undefined ? undefined : { name: csl, folder: io.cwd };
  const loaded = await loadSiteStyles({ study, root, packageRoot: io.packageRoot ?? '', style, lang });
  if ('problem' in loaded) throw new CannotDo(loaded.problem);
  tellStyleProblems(loaded, io);
  const draft = saidIn(language, () => siteDraftOf(study, loaded.styles));
  const { images, notes } = await readImages(draft.imagePaths, root);
  for (const note of notes) tell(io, note);
  const files = saidIn(language, () => siteFilesOf(draft, images, assets));
  const all = [...files, { path: manifestName, content: manifestOf(files) }];
  const owned = await ownedFiles(target);
  if (!force) await rejectForeign(target, all, owned, io);
  await disk.writeFolder(target, all, { within, owned: owned ?? new Set() });
  io.stdout.write(`${displayPath(join(target, 'index.html'), io)}\n`);
  return 0;
}

/** Says which papers are set in the style of the study as their own cannot be used. */
function tellStyleProblems({ problems }: LoadedStyles, io: Io): void {
  for (const { paper, message } of problems)
    tell(io, messageOf('site.otherStyle', { file: fileName(paper, io), message }));
}

/** A folder that holds the study, or where somebody works, cannot change its name with another. */
function rejectPlace(target: string, root: string, io: Io): void {
  const real = identityOf(target);
  const inUse = [root, io.cwd].some((folder) => isWithin(real, identityOf(folder)));
  if (inUse || isHomeOrAbove(real))
    throw new CannotDo(messageOf('site.inUse', { folder: displayPath(target, io) || '.' }));
}

/** What every site has besides its pages, from Pilcrow's package. */
async function siteAssets(io: Io): Promise<readonly SiteFile[]> {
  const media = join(io.packageRoot ?? '', 'media');
  const names = {
    'site.css': 'site/site.css',
    'site.js': 'site/site.js',
    'search.js': 'site/search.js',
    'icon.svg': 'icon.svg',
  };
  const assets: SiteFile[] = [];
  for (const [path, name] of Object.entries(names)) {
    const found = await disk.read(join(media, name));
    if (!found || 'problem' in found)
      throw new CannotDo(messageOf('site.noAssets', { file: `media/${name}` }));
    assets.push({ path, content: found.bytes });
  }
  return assets;
}

/** Says which files of a folder Pilcrow wrote, so that it deletes no others. */
const manifestName = 'pilcrow-site.json';

function manifestOf(files: readonly SiteFile[]): string {
  const hashes = new Map(files.map(({ path, content }) => [path, hashOf(content)]));
  return `${JSON.stringify({ format: 1, files: Object.fromEntries(hashes) }, null, 1)}\n`;
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The files of a folder that are as Pilcrow wrote them; undefined for a folder that is no site. */
async function ownedFiles(target: string): Promise<ReadonlySet<string> | undefined> {
  const found = await disk.read(join(target, manifestName), target);
  const written = found && 'bytes' in found ? filesOfManifest(found.bytes.toString()) : undefined;
  if (!written) return undefined;
  const owned = new Set([manifestName]);
  for (const [path, hash] of written) {
    const file = await disk.read(join(target, path), target);
    if (file && 'bytes' in file && hashOf(file.bytes) === hash) owned.add(path);
  }
  return owned;
}

/** The paths and hashes of a manifest; undefined where it is none. A path that leads out of the folder is nothing we wrote. */
function filesOfManifest(text: string): readonly (readonly [path: string, hash: string])[] | undefined {
  try {
    const read: unknown = JSON.parse(text);
    const { format, files } = (read ?? {}) as { format?: unknown; files?: unknown };
    if (format !== 1 || typeof files !== 'object' || files === null) return undefined;
    return Object.entries(files as Record<string, unknown>).flatMap(([path, hash]) =>
      typeof hash === 'string' && !path.split(/[/\\]/).some((part) => /^\.{0,2}$/.test(part))
        ? [[path, hash] as const]
        : [],
    );
  } catch {
    return undefined;
  }
}

/** Refuses a folder that is no site, and files that somebody else wrote or changed, unless they stay. */
async function rejectForeign(
  target: string,
  files: readonly SiteFile[],
  owned: ReadonlySet<string> | undefined,
  io: Io,
): Promise<void> {
  const folder = displayPath(target, io);
  const isThere = disk.look(target) !== undefined;
  if (!owned && isThere && (await disk.list(target))?.length !== 0)
    throw new CannotDo(messageOf('site.noSite', { folder }));
  const changed = files.filter(({ path }) => !owned?.has(path) && disk.look(join(target, path), 'itself'));
  const [first] = changed;
  if (first)
    throw new CannotDo(messageOf('site.changed', { file: displayPath(join(target, first.path), io) }));
}
