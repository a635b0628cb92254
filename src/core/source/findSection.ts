import { labelValue } from './headingLabel.ts';
import type { Section } from './sections.ts';

/** Returns the steps of a section locator: `1` and `iii` for `1(iii)`, `1.iii`, `1 (iii)` and `(1)(iii)`. */
function steps(value: string): readonly string[] {
  return value.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Returns the section that a locator value names. A label as printed is preferred to an equal value (`3` for `iii`).
 * @param value `1`, `1(iii)`, `2.3`, `iv`
 * @param kind what the locator calls it: `section` finds every kind, `chapter` only chapters and plain sections
 * @returns undefined where there is none, or several match equally well
 */
export function findSection(
  sections: readonly Section[],
  value: string,
  kind = 'section',
): Section | undefined {
  const wanted = steps(value);
  if (wanted.length === 0) return undefined;
  const exact = sections.filter(
    (section) => ofKind(section, kind) && sameSteps(steps(section.label), wanted),
  );
  if (exact.length === 1) return exact[0];
  if (exact.length > 1) return onlyOne(exact.filter((section) => section.parent === undefined));
  const descended = descend(sections, wanted, kind);
  return descended ?? byOwnLabel(sections, wanted, kind);
}

function ofKind(section: Section, kind: string): boolean {
  return kind === 'section' || section.kind === kind || section.kind === 'section';
}

function sameSteps(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((step, index) => step.toLowerCase() === b[index]?.toLowerCase());
}

/** Follows the outline step by step. `3` may stand for `iii` where no sibling prints `3`. */
function descend(sections: readonly Section[], wanted: readonly string[], kind: string): Section | undefined {
  let siblings = sections.filter((section) => section.parent === undefined);
  let found: Section | undefined;
  for (const step of wanted) {
    found = amongSiblings(siblings, step, kind);
    if (!found) return undefined;
    siblings = [...found.children];
  }
  if (found && wanted.length === 1 && found.number.toLowerCase() !== wanted[0]?.toLowerCase()) {
    const printedElsewhere = byOwnLabel(sections, wanted, kind);
    if (printedElsewhere) return undefined;
  }
  return found;
}

function amongSiblings(siblings: readonly Section[], step: string, kind: string): Section | undefined {
  const candidates = siblings.filter((section) => ofKind(section, kind));
  const same = candidates.filter((section) => section.number.toLowerCase() === step.toLowerCase());
  if (same.length > 0) return onlyOne(same);
  const value = labelValue(step);
  if (value === undefined) return undefined;
  return onlyOne(
    candidates.filter((section) => section.printed !== undefined && labelValue(section.number) === value),
  );
}

/** Finds a subsection by its own printed number alone, if only one section prints it. */
function byOwnLabel(
  sections: readonly Section[],
  wanted: readonly string[],
  kind: string,
): Section | undefined {
  const [step] = wanted;
  if (wanted.length !== 1 || step === undefined) return undefined;
  return onlyOne(
    sections.filter(
      (section) =>
        ofKind(section, kind) &&
        section.printed !== undefined &&
        section.number.toLowerCase() === step.toLowerCase(),
    ),
  );
}

function onlyOne(sections: readonly Section[]): Section | undefined {
  return sections.length === 1 ? sections[0] : undefined;
}
