import type { CitationProblem, Resolution } from '../resolve.ts';
import { passagePreview } from '../source.ts';
import type { Fix, Problem } from './check.ts';

type Compound = Extract<
  CitationProblem,
  { check: 'citation/unparsed-locator' | 'citation/compound-locator' }
>;

/**
 * A locator that names two kinds of places. The narrower one is proposed where it lies within the other; where the two
 * contradict each other one of them is wrong, and both are put before the person.
 */
export function compoundLocator(problem: Compound, resolution: Resolution): Problem {
  const { check, range, text, suggestion } = problem;
  const first = firstPlace(resolution);
  if (suggestion === undefined)
    return {
      check,
      range,
      message: `“${text}”: only the first place is understood. Cite one place, or cite twice.`,
    };
  const contradicts = first !== undefined && !agrees(suggestion, resolution);
  const message = contradicts
    ? `“${text}”: ${suggestion} is not in ${first}. Write the one that is meant.`
    : `“${text}”: only the first place is understood. Write “${suggestion}”.`;
  const places = contradicts ? [suggestion, first] : [suggestion];
  const fixes = places.map((place): Fix => ({
    title: `Change to “${place}”${previewOf(place, resolution)}`,
    edits: [{ range, newText: place }],
    safe: false,
  }));
  return { check, range, message, fixes };
}

/** The place that is understood, as it is written: `sec. 2`. */
function firstPlace({ citation: { locator }, target }: Resolution): string | undefined {
  return locator && target && target.passages.length > 0
    ? `${locator.term} ${locator.value}`.trim()
    : undefined;
}

/** The number of a place that is one paragraph: 12 for `¶ 12`. */
function paragraphOf(place: string): number | undefined {
  const number = /^(?:¶|para\.|paragr\.) ?([0-9]{1,9})$/.exec(place)?.[1];
  return number === undefined ? undefined : Number(number);
}

function agrees(place: string, { target }: Resolution): boolean {
  const number = paragraphOf(place);
  return number === undefined || (target?.passages.includes(number) ?? false);
}

function previewOf(place: string, { source }: Resolution): string {
  const passage = source?.passages[(paragraphOf(place) ?? 0) - 1];
  return passage ? `: ${passagePreview(passage)}` : '';
}
