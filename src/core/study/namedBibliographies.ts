import { bibliographyPaths } from '../bibliography.ts';
import { detach } from '../text.ts';
import type { FrontMatter } from '../blocks.ts';

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
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  return bibliographyPaths(frontMatter)
    .map(detach)
    .map((written) => {
      const places = [pathWithin(folder, written), pathWithin('', written)];
      return { written, candidates: [...new Set(places.filter((place) => place !== undefined))] };
    });
}

/** Returns a path from a folder, with `.` and `..` resolved; undefined where it leads out of the study folder. */
function pathWithin(folder: string, written: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]+:|[a-z]:|[/\\~])/i.test(written)) return undefined;
  const steps: string[] = [];
  for (const step of `${folder}/${written}`.split(/[/\\]/)) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.length > 0 ? steps.join('/') : undefined;
}
