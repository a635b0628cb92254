import { bibliographyPaths } from '../bibliography.ts';
import type { FrontMatter } from '../blocks.ts';
import { detach } from '../text.ts';
import { pathInFolder } from './folderNames.ts';

/** A bibliography that a paper names in its front matter. */
export interface NamedBibliography {
  /** As written. */
  readonly written: string;
  /**
   * Possible paths, relative to the study folder: beside the paper, or from the study folder. Empty where they are outside.
   */
  readonly candidates: readonly string[];
}

/**
 * Returns the bibliographies that a paper names. Those outside the study folder have no candidates.
 * @param path path of the paper, relative to the study folder
 */
export function namedBibliographies(path: string, frontMatter: FrontMatter): readonly NamedBibliography[] {
  return bibliographyPaths(frontMatter)
    .map(detach)
    .map((written) => {
      const isAbsolute = /^(?:[a-z][a-z0-9+.-]+:|[a-z]:|[/\\~])/i.test(written);
      const bases = isAbsolute ? [] : [path, ''];
      const candidates = bases.flatMap((base) => {
        const inside = pathInFolder(base, written.replaceAll('\\', '/'));
        return inside ? [inside] : [];
      });
      return { written, candidates: [...new Set(candidates)] };
    });
}
