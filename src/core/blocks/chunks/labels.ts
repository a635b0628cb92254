/** Labels that a document defines anywhere change how brackets read everywhere. Normalised as Markdown compares them. */
export interface Labels {
  /** Of link definitions (`[label]: address`). */
  readonly links: ReadonlySet<string>;
  /** Of notes (`[^label]: text`). */
  readonly notes: ReadonlySet<string>;
}

export const noLabels: Labels = { links: new Set(), notes: new Set() };

/** The form in which Markdown compares labels (CommonMark 0.31, “matches”, as micromark-util-normalize-identifier). */
export function normaliseLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
}

const bracketedLabel = /\[(?=((?:[^[\]\\]|\\[^])*)\])/g;

/** Everything in a text that would be a reference if its label were defined, and perhaps more. */
export function candidateLabels(text: string): Labels {
  const links = new Set<string>();
  const notes = new Set<string>();
  for (const [, inside = ''] of text.matchAll(bracketedLabel)) {
    links.add(normaliseLabel(inside));
    if (inside.startsWith('^')) notes.add(normaliseLabel(inside.slice(1)));
  }
  return { links, notes };
}

/** Those of `wanted` that are in `defined`. */
export function commonLabels(wanted: Labels, defined: Labels): Labels {
  return {
    links: new Set([...wanted.links].filter((label) => defined.links.has(label))),
    notes: new Set([...wanted.notes].filter((label) => defined.notes.has(label))),
  };
}

/** Those of two texts. */
export function unitedLabels(a: Labels, b: Labels): Labels {
  return { links: new Set([...a.links, ...b.links]), notes: new Set([...a.notes, ...b.notes]) };
}

export function isWithoutLabels({ links, notes }: Labels): boolean {
  return links.size === 0 && notes.size === 0;
}

export function sameLabels(a: Labels, b: Labels): boolean {
  if (a === b) return true;
  if (a.links.size !== b.links.size || a.notes.size !== b.notes.size) return false;
  return (
    [...a.links].every((label) => b.links.has(label)) && [...a.notes].every((label) => b.notes.has(label))
  );
}
