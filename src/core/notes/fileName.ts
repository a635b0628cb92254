/** Maximum length of a name. Longer ones are a nuisance, and some file systems refuse more than 255 bytes. */
const maxFileNameCharacters = 60;

/**
 * Returns the path, from the study folder, of the file for an author's notes on a source: `notes/masswork.anna.jsonld`.
 * Letters of every script stay. Two authors whose file names coincide share a file, which does no harm, because every note
 * names its author.
 */
export function notesPath(source: string, author: string, folder: string): string {
  const name = `${fileNamePart(source, 'source')}.${fileNamePart(author, 'anonymous')}.jsonld`;
  return folder === '' ? name : `${folder}/${name}`;
}

function fileNamePart(name: string, otherwise: string): string {
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ]/gu, '')
    .match(/[\p{L}\p{M}\p{N}_]+/gu);
  const joined = [...(words ?? []).join('-')].slice(0, maxFileNameCharacters).join('');
  // Windows treats these as devices, with any extension.
  const usable = joined !== '' && !/^(?:con|prn|aux|nul|com\d|lpt\d)$/u.test(joined);
  return usable ? joined : otherwise;
}
