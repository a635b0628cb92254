import { type Message, messageOf } from '../core/messages.ts';
import { imageFileOf } from '../publish/images.ts';
import type { ImageFile } from '../publish/manuscript.ts';
import { disk } from './node.ts';
import { join } from './pathNames.ts';

/** The images that go out, by their paths in the study folder, and what is to be said of the others. */
export interface PublishedImages {
  readonly images: ReadonlyMap<string, ImageFile>;
  readonly notes: readonly Message[];
}

/** Reads images in the study folder, without what cameras wrote. One that is not there, or is no image, is left out with a message. */
export async function readImages(paths: readonly string[], root: string): Promise<PublishedImages> {
  const images = new Map<string, ImageFile>();
  const notes: Message[] = [];
  for (const path of paths) {
    const found = await disk.read(join(root, path), root);
    const image = found && 'bytes' in found ? imageFileOf(found.bytes) : undefined;
    if (image) images.set(path, image);
    else notes.push(messageOf('export.noImage', { path }));
  }
  return { images, notes };
}
