import { bibliographyPaths } from '../bibliography/frontMatterWorks.ts';
import type { Paper } from './study.ts';

/** A bibliography that a paper names in its front matter. */
export interface NamedBibliography {
  /** As written. */
  readonly written: string;
  /** Where it may be, relative to the study folder: beside the paper, or below the folder. Empty where it is outside. */
  readonly candidates: readonly string[];
}

/** The bibliographies that a paper names. Paths that lead out of the study folder have no candidates. */
export function namedBibliographies(paper: Paper): readonly NamedBibliography[] {
  const folder = paper.file.path.includes('/')
    ? paper.file.path.slice(0, paper.file.path.lastIndexOf('/'))
    : '';
  return bibliographyPaths(paper.document.frontMatter).map((written) => {
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
