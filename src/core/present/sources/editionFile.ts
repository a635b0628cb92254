import { analyse, type EditionFile, type Source, type SourceFile, type Study } from '../../study.ts';
import { type Edition, freezeEdition, recognise, type SourceText } from '../../source.ts';
import { nameOfKey } from '../wording.ts';

/** An edition as the file that it is written to, by its path below the study folder. */
export interface FrozenFile {
  readonly path: string;
  readonly text: string;
  readonly edition: Edition;
}

/**
 * Freezes a source as it is now. Gists of the edition before stay with the passages whose words are the same.
 * @param options.shingles adds hashed runs of five words
 */
export function frozenFile(
  source: Pick<Source, 'key'> & { readonly file: { readonly source: SourceText } },
  study: Study,
  { shingles = false }: { readonly shingles?: boolean | undefined } = {},
): FrozenFile {
  const { key } = source;
  const own = ownEditions(study).find(({ edition }) => edition?.key === key);
  const earlier = own?.edition ?? study.editions.find((edition) => edition.key === key);
  // The same salt each time, so that a text that is frozen again is a small change in git.
  const salt = shingles ? `pilcrow/${key}/1` : undefined;
  const edition = freezeEdition(key, source.file.source, earlier, salt);
  return {
    path: own?.file.path ?? freePath(key, study),
    text: `${JSON.stringify(edition, null, 2)}\n`,
    edition,
  };
}

/**
 * The edition that goes with a source that is imported, so that it is noticed when a paragraph changes or moves later.
 * @param path of the source below the study folder
 * @returns undefined where the text needs none of its own, or where its key is that of another file, whose edition stays
 */
export function editionOfImport(path: string, markdown: string, study: Study): FrozenFile | undefined {
  const file = analyse({ uri: 'import:/', path, role: 'source', content: { text: markdown } });
  if (file.role !== 'source' || !needsEdition(file, study)) return undefined;
  if (study.sourceFiles.get(file.key)?.some((other) => other.file.path !== path)) return undefined;
  return frozenFile({ key: file.key, file }, study);
}

/**
 * Whether a source is to have an edition of its own. A text whose edition ships with Pilcrow needs none: that one counts, and
 * says where the copy differs from it.
 */
export function needsEdition({ key, source }: SourceFile, study: Study): boolean {
  const own = new Set(ownEditions(study).map(({ edition }) => edition));
  if ([...own].some((edition) => edition?.key === key)) return true;
  return !study.editions.some((edition) => !own.has(edition) && recognise(source, edition));
}

/**
 * The editions that a text which is imported may be a copy of. Those of the group's own whose text is here are none: who
 * imports that again means the text as it is now.
 */
export function editionsForImport(study: Study): readonly Edition[] {
  const own = new Set(ownEditions(study).map(({ edition }) => edition));
  return study.editions.filter((edition) => !(own.has(edition) && study.sourceFiles.has(edition.key)));
}

function ownEditions(study: Study): EditionFile[] {
  return study.files.filter((file) => file.role === 'edition');
}

/** Keys that differ may have the same name as a folder. */
function freePath(key: string, study: Study): string {
  const name = nameOfKey(key);
  for (let number = 1; ; number++) {
    const path = `editions/${name}${number === 1 ? '' : `-${String(number)}`}/edition.json`;
    if (!study.paths.has(path)) return path;
  }
}
