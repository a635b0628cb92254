/** Longer names are a nuisance in a file system, and some refuse more than 255 bytes. */
const longest = 60;

/** Windows takes these for devices, whatever ending follows. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/** The name of a folder for a title: the title itself, without what some file system does not take in a name. */
export function folderNameOf(title: string): string {
  const words = title
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/\s*[<>:"/\\|?*]+\s*/gu, '-');
  const trim = (text: string): string => text.replace(/^[-.\s]+|[-.\s]+$/gu, '');
  const name = trim([...trim(words)].slice(0, longest).join(''));
  return name === '' || deviceName.test(name.replace(/\..*$/u, '')) ? 'Study folder' : name;
}

/** The key of a source as the name of a file or folder, without ending. Keys that differ may have the same. */
export function nameOfKey(key: string): string {
  const plain = key.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^\.+/, '');
  return [...plain].slice(0, longest).join('') || 'source';
}

/**
 * A file name, without ending, for a title: lower case, words joined by hyphens, letters of every script kept.
 * @param otherwise what stands in for a title without a letter or digit
 */
export function slugOf(title: string, otherwise: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ]/gu, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  const slug = [...(words ?? []).join('-')].slice(0, longest).join('').replace(/-+$/u, '');
  return slug !== '' && !deviceName.test(slug) ? slug : otherwise;
}
