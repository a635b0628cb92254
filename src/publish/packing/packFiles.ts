import { strToU8, type Zippable, zipSync } from 'fflate';

/** A file of an archive: its path there, and its text or bytes. */
export type PackedFile = readonly [path: string, content: string | Uint8Array];

/** What is compressed already. */
const isCompressed = /\.(?:png|jpe?g|gif|webp)$/i;

/**
 * Puts files into a ZIP archive, in their order. The same files always give the same bytes.
 * @param stored the path of a file that is not compressed, as OpenDocument wants its media type
 */
export function packFiles(files: readonly PackedFile[], stored?: string): Uint8Array {
  // The first time that ZIP can write, in the zone where this runs: ZIP has local times, so that all zones give the same bytes.
  const mtime = new Date(1980, 0, 1);
  const packed = files.map(([path, content]): [string, Zippable[string]] => {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    return [path, [bytes, { level: path === stored || isCompressed.test(path) ? 0 : 6, mtime }]];
  });
  return zipSync(Object.fromEntries(packed));
}
