import { bibliographyPaths } from '../bibliography.ts';
import { detached } from '../text.ts';
import type { FrontMatter } from '../blocks.ts';

/** A bibliography that a paper names in its front matter. */
export interface NamedBibliography {
  /** As written. */
  readonly written: string;
  /** Where it may be, relative to the study folder: beside the paper, or below the folder. Empty where it is outside. */
  readonly candidates: readonly string[];
}

/**
 * The bibliographies that a paper names. Paths that lead out of the study folder have no candidates.
 * @param path of the paper, relative to the study folder
 */
export function namedBibliographies(path: string, frontMatter: FrontMatter): readonly NamedBibliography[] {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  return bibliographyPaths(frontMatter)
    .map(detached)
    .map((written) => {
      const places = [within(folder, written), within('', written)];
      return { written, candidates: [...new Set(places.filter((place) => place !== undefined))] };
    });
}

/** A path below a folder of the study folder, with `.` and `..` resolved; undefined where it leads outside. */
function within(folder: string, written: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]+:|[a-z]:|[/\\~])/i.test(written)) return undefined;
  const steps: string[] = [];
  for (const step of `${folder}/${written}`.split(/[/\\]/)) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.length > 0 ? steps.join('/') : undefined;
}
