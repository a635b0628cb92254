import type { ImageFile } from '../manuscript.ts';
import { dataAddress } from './htmlText.ts';
import type { ImageAttributes } from './pageWriter.ts';

/** Puts the bytes of images into the page itself, as large as their author says. */
export function embeddedImages(images: ReadonlyMap<string, ImageFile>): ImageAttributes {
  return ({ path, width, height }) => {
    const file = images.get(path);
    if (!file) return undefined;
    const sizes = [sizeStyle('width', width), sizeStyle('height', height)];
    return { src: dataAddress(file.bytes, file.type), style: sizes.filter(Boolean).join('; ') };
  };
}

function sizeStyle(name: string, value: string): string {
  if (!/^\d{1,5}(?:\.\d{1,4})?(?:%|px|cm|mm|in|em|pt)?$/.test(value)) return '';
  return `${name}: ${value.replace(/^[\d.]+$/, '$&px')}`;
}
