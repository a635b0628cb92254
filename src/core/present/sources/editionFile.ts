import { analyse, type EditionFile, type Source, type SourceFile, type Study } from '../../study.ts';
import { type Edition, freezeEdition, readingOfEdition, recognise } from '../../source.ts';
import { type Message, messageOf } from '../../messages.ts';
import { nameOfKey } from '../wording.ts';

/** An edition as a file. Its path is relative to the study folder. */
export interface FrozenFile {
  readonly path: string;
  readonly text: string;
  readonly edition: Edition;
}

/**
 * Makes an edition of a source as it is now. Gists of the earlier edition stay with passages whose words have not
 * changed.
 * @param options.shingles adds hashed runs of five words
 */
export function frozenFile(
  source: Pick<Source, 'key'> & { readonly file: Pick<SourceFile, 'source' | 'document'> },
  study: Study,
  { shingles = false }: { readonly shingles?: boolean | undefined } = {},
): FrozenFile {
  const { key } = source;
  const own = ownEditions(study).find(({ edition }) => edition?.key === key);
  const earlier = own?.edition ?? study.editions.find((edition) => edition.key === key);
  // The salt is always the same, so that freezing a text again changes little in git.
  const salt = shingles ? `pilcrow/${key}/1` : undefined;
  const { document, source: present } = source.file;
  // The numbers that papers cite stay those of the earlier edition.
  const reading = earlier ? readingOfEdition(document, present, earlier) : present;
  const edition = freezeEdition(key, reading, earlier, salt);
  return {
    path: own?.file.path ?? freePath(key, study),
    text: `${JSON.stringify(edition, null, 2)}\n`,
    edition,
  };
}

/**
 * The edition that is written with an imported source. By it, a paragraph that changes or moves later is noticed.
 * @param path path of the source, relative to the study folder
 * @returns undefined if the text needs no edition, or if its key belongs to another file, whose edition stays
 */
export function editionOfImport(path: string, markdown: string, study: Study): FrozenFile | undefined {
  const file = analyse({ uri: 'import:/', path, role: 'source', content: { text: markdown } });
  if (file.role !== 'source' || !needsEdition(file, study)) return undefined;
  if (study.sourceFiles.get(file.key)?.some((other) => other.file.path !== path)) return undefined;
  return frozenFile({ key: file.key, file }, study);
}

/**
 * Returns why a text cannot have its key: the key is that of an edition without its text, and the text is none of that edition.
 * Undefined if it can.
 */
export function takenKey(
  { key, recognised }: { readonly key: string; readonly recognised?: { readonly key: string } },
  study: Study,
): Message | undefined {
  const source = study.sources.get(key);
  if (!source || source.file || recognised?.key === key) return undefined;
  return messageOf('importing.takenKey', { key, title: source.title });
}

/**
 * Whether a source should have its own edition. A text whose edition is built in needs none: that edition tells where
 * the copy differs.
 */
export function needsEdition({ key, source }: SourceFile, study: Study): boolean {
  const own = new Set(ownEditions(study).map(({ edition }) => edition));
  if ([...own].some((edition) => edition?.key === key)) return true;
  return !study.editions.some((edition) => !own.has(edition) && recognise(source, edition));
}

/**
 * The editions of which an imported text may be a copy. The group's own are left out if their text is here, because
 * importing it again means to use the text as it is now.
 */
export function editionsForImport(study: Study): readonly Edition[] {
  const own = new Set(ownEditions(study).map(({ edition }) => edition));
  return study.editions.filter((edition) => !(own.has(edition) && study.sourceFiles.has(edition.key)));
}

function ownEditions(study: Study): EditionFile[] {
  return study.files.filter((file) => file.role === 'edition');
}

/** A path that no file has. Different keys may give the same folder name. */
function freePath(key: string, study: Study): string {
  const name = nameOfKey(key);
  for (let number = 1; ; number++) {
    const path = `editions/${name}${number === 1 ? '' : `-${String(number)}`}/edition.json`;
    if (!study.paths.has(path)) return path;
  }
}
