import type { MappedText, Range } from '../text.ts';
import { type HeadingLabel, labelValue, readHeadingLabel } from './headingLabels.ts';

/** A heading of a source or edition, without its place in the outline. */
export interface Heading {
  /** The whole heading as plain text, with its label. */
  readonly text: string;
  /** 1 to 6. */
  readonly depth: number;
  /** Number of the first passage after the heading. */
  readonly before: number;
  /** The range of the heading; undefined where the text is missing. */
  readonly range: Range | undefined;
  /** The words with their origins; undefined where the text is missing. */
  readonly plain?: MappedText;
}

/** A section of a source. */
export interface Section {
  /** The label that a locator uses: `1`, `1(iii)`, `2.3`. */
  readonly label: string;
  /** Its printed number among its siblings, `iii`; its ordinal where none is printed. */
  readonly number: string;
  /** The kind that the heading names, `section`, `chapter`, `part` … */
  readonly kind: string;
  /** Whether the heading says its kind in words: `Chapter 3`. */
  readonly isNamed: boolean;
  /** The label as printed in the heading, `(iii)`; undefined where there is none. */
  readonly printed: string | undefined;
  readonly title: string;
  readonly depth: number;
  readonly range: Range | undefined;
  readonly parent: Section | undefined;
  readonly children: readonly Section[];
  /** First and last passage, with those of subsections; `last < first` where the section is empty. */
  readonly first: number;
  readonly last: number;
}

interface DraftSection extends Section {
  label: string;
  number: string;
  kind: string;
  isNamed: boolean;
  printed: string | undefined;
  title: string;
  children: DraftSection[];
  last: number;
  parent: DraftSection | undefined;
  reading: HeadingLabel | undefined;
}

/**
 * Builds the outline of a source from its headings in reading order.
 * @param passageCount number of the last passage
 * @returns all sections in reading order, except a single first heading above all others, which is the title
 */
export function buildSections(headings: readonly Heading[], passageCount: number): readonly Section[] {
  const drafts: DraftSection[] = [];
  const open: DraftSection[] = [];
  for (const heading of withoutTitle(headings)) {
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= heading.depth)
      closeSection(open.pop(), heading.before - 1);
    const draft = draftOf(heading, open.at(-1));
    open.push(draft);
    drafts.push(draft);
  }
  for (const draft of open) closeSection(draft, passageCount);
  nameSiblings(drafts.filter((draft) => draft.parent === undefined));
  return drafts;
}

function closeSection(draft: DraftSection | undefined, last: number): void {
  if (draft) draft.last = last;
}

function withoutTitle(headings: readonly Heading[]): readonly Heading[] {
  const [first, ...others] = headings;
  const isTitle =
    first?.depth === 1 &&
    first.before === 1 &&
    others.length > 0 &&
    others.every((heading) => heading.depth > 1) &&
    readHeadingLabel(first.text) === undefined;
  return isTitle ? others : headings;
}

function draftOf(heading: Heading, parent: DraftSection | undefined): DraftSection {
  const reading = readHeadingLabel(heading.text);
  const draft: DraftSection = {
    label: '',
    number: '',
    kind: reading?.kind ?? 'section',
    isNamed: reading?.isNamed ?? false,
    printed: reading?.printed,
    title: reading?.title ?? heading.text.trim(),
    depth: heading.depth,
    range: heading.range,
    parent,
    children: [],
    first: heading.before,
    last: heading.before - 1,
    reading,
  };
  parent?.children.push(draft);
  return draft;
}

/** Gives siblings their numbers and labels: as printed, otherwise by position. */
function nameSiblings(siblings: readonly DraftSection[]): void {
  let counted = 0;
  siblings.forEach((draft, index) => {
    if (draft.reading?.doubtful && !continuesCount(draft.reading.number, counted)) forgetLabel(draft);
    const printed = draft.printed === undefined ? undefined : draft.reading?.number;
    if (printed !== undefined) counted = countedValue(printed) ?? counted;
    draft.number = printed === undefined ? String(index + 1) : ownNumber(printed, draft.parent);
    draft.label = sectionLabel(draft, printed);
    nameSiblings(draft.children);
  });
}

/** Whether a number continues a numbering: 4 after 3, and 3a after 3. */
function continuesCount(number: string, counted: number): boolean {
  const value = countedValue(number);
  return value === counted + 1 || (value === counted && labelValue(number) === undefined);
}

/** The value of a number, without the letter of one that was put in: 3 of `3a`. */
function countedValue(number: string): number | undefined {
  return labelValue(number) ?? labelValue(/^([0-9]+)[a-z]$/i.exec(number)?.[1] ?? '');
}

function forgetLabel(draft: DraftSection): void {
  draft.title = `${draft.printed ?? ''} ${draft.title}`.trim();
  draft.printed = undefined;
  draft.reading = undefined;
}

/** Returns the number of a subsection within its parent: `2.3` inside section 2 is its subsection 3. */
function ownNumber(printed: string, parent: DraftSection | undefined): string {
  const prefix = `${parent?.label ?? ''}.`;
  return parent && printed.startsWith(prefix) ? printed.slice(prefix.length) : printed;
}

function sectionLabel(draft: DraftSection, printed: string | undefined): string {
  const { parent, number } = draft;
  if (!parent || draft.kind !== 'section') return number;
  if (printed?.startsWith(`${parent.label}.`)) return printed;
  return /^[([]/.test(draft.printed ?? '') ? `${parent.label}(${number})` : `${parent.label}.${number}`;
}

/** Returns the sections that contain a passage, outermost first; empty before the first heading. */
export function enclosingSections(sections: readonly Section[], passage: number): readonly Section[] {
  return sections.filter((section) => section.first <= passage && passage <= section.last);
}

/** Returns the steps of a section locator: `1` and `iii` for `1(iii)`, `1.iii`, `1 (iii)` and `(1)(iii)`. */
function steps(value: string): readonly string[] {
  return value.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Returns the section that a locator value names. A label as printed is preferred to an equal value (`3` for `iii`), and both to
 * the place of a heading without a number: `chap. 1` is Chapter 1, whatever stands before it.
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
  const named = sections.filter((section) => section.isNamed && section.kind === kind);
  const called = named.filter(({ number }) => sameSteps([number], wanted));
  if (called.length > 0 && (kind === 'section' || called.length === 1)) return onlyOne(called);
  // Where chapters are called so, a preface among them is none.
  const candidates = kind !== 'section' && named.length > 0 ? sections.filter(printsNumber) : sections;
  const exact = candidates.filter(
    (section) => ofKind(section, kind) && sameSteps(steps(section.label), wanted),
  );
  if (exact.length > 0) return preferred(exact) ?? preferred(exact.filter(({ parent }) => !parent));
  return descend(candidates, wanted, kind) ?? byOwnLabel(candidates, wanted, kind);
}

function printsNumber({ printed }: Section): boolean {
  return printed !== undefined;
}

/** The only section, or the only one that prints its number. */
function preferred(sections: readonly Section[]): Section | undefined {
  return onlyOne(sections) ?? onlyOne(sections.filter(printsNumber));
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
  if (same.length > 0) return preferred(same);
  const value = labelValue(step);
  if (value === undefined) return undefined;
  return onlyOne(
    candidates.filter((section) => printsNumber(section) && labelValue(section.number) === value),
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
        ofKind(section, kind) && printsNumber(section) && section.number.toLowerCase() === step.toLowerCase(),
    ),
  );
}

function onlyOne(sections: readonly Section[]): Section | undefined {
  return sections.length === 1 ? sections[0] : undefined;
}
