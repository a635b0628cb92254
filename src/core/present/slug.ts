/** Longer names are a nuisance in a file system, and some refuse more than 255 bytes. */
const longest = 60;

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
  // Windows takes these for devices, whatever ending follows.
  const usable = slug !== '' && !/^(?:con|prn|aux|nul|com\d|lpt\d)$/u.test(slug);
  return usable ? slug : otherwise;
}
