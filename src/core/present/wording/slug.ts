import { inWords } from '../../messages.ts';
/** The longest name made from a title. Some file systems refuse more than 255 bytes. */
const maxSlugCharacters = 60;

/** Windows reads these names as devices, whatever their extension. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/** The name of a folder for a title: the title without characters that some file system refuses. */
export function folderNameOf(title: string): string {
  const words = title
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/\s*[<>:"/\\|?*]+\s*/gu, '-');
  const trim = (text: string): string => text.replace(/^[-.\s]+|[-.\s]+$/gu, '');
  const name = trim([...trim(words)].slice(0, maxSlugCharacters).join(''));
  return name === '' || deviceName.test(name.replace(/\..*$/u, '')) ? inWords('init.folderName') : name;
}

/** The name of a file or folder for a key, without extension. Different keys may give the same name. */
export function nameOfKey(key: string): string {
  const plain = key.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^\.+/, '');
  return [...plain].slice(0, maxSlugCharacters).join('') || 'source';
}

/**
 * The name of a file for a title, without extension: lower case, words joined with hyphens, letters of every script
 * kept.
 * @param otherwise the name for a title without letters and digits
 */
export function slugOf(title: string, otherwise: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ]/gu, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  const slug = [...(words ?? []).join('-')].slice(0, maxSlugCharacters).join('').replace(/-+$/u, '');
  return slug !== '' && !deviceName.test(slug) ? slug : otherwise;
}
