/** Longer names are a nuisance in a file system, and some refuse more than 255 bytes. */
const longest = 60;

/**
 * Path, below the study folder, of the file for the notes of an author on a source: `notes/masswork.anna.jsonld`. Letters of every script stay. Two
 * authors whose names come out the same share a file, which does no harm: every note names its author.
 */
export function notesPath(source: string, author: string, folder: string): string {
  const name = `${slug(source, 'source')}.${slug(author, 'anonymous')}.jsonld`;
  return folder === '' ? name : `${folder}/${name}`;
}

function slug(name: string, otherwise: string): string {
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ]/gu, '')
    .match(/[\p{L}\p{M}\p{N}_]+/gu);
  const joined = [...(words ?? []).join('-')].slice(0, longest).join('');
  // Windows takes these for devices, whatever ending follows.
  const usable = joined !== '' && !/^(?:con|prn|aux|nul|com\d|lpt\d)$/u.test(joined);
  return usable ? joined : otherwise;
}
