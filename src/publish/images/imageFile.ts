import type { ImageFile } from '../manuscript.ts';
import { readGif } from './gif.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';
import { readSvg } from './svg.ts';
import { readWebp } from './webp.ts';

/**
 * Returns an image without places, times, names, comments and thumbnails that stand in its file. Which kind it is, its content says.
 * Never throws.
 * @returns undefined for what is no image that browsers show, and where its file is not as its format has it
 */
export function imageFileOf(bytes: Uint8Array): ImageFile | undefined {
  for (const read of [readPng, readJpeg, readGif, readWebp, readSvg]) {
    const image = read(bytes);
    if (image) return image;
  }
  return undefined;
}
