import type { MappedText, Range } from '../text.ts';
import { labelValue, readHeadingLabel, type HeadingLabel } from './headingLabel.ts';

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

interface Draft extends Section {
  label: string;
  number: string;
  kind: string;
  printed: string | undefined;
  title: string;
  children: Draft[];
  last: number;
  parent: Draft | undefined;
  reading: HeadingLabel | undefined;
}

/**
 * Builds the outline of a source from its headings in reading order.
 * @param passageCount number of the last passage
 * @returns all sections in reading order, except a single first heading above all others, which is the title
 */
export function buildSections(headings: readonly Heading[], passageCount: number): readonly Section[] {
  const drafts: Draft[] = [];
  const open: Draft[] = [];
  for (const heading of withoutTitle(headings)) {
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= heading.depth)
      close(open.pop(), heading.before - 1);
    const draft = draftOf(heading, open.at(-1));
    open.push(draft);
    drafts.push(draft);
  }
  for (const draft of open) close(draft, passageCount);
  nameSiblings(drafts.filter((draft) => draft.parent === undefined));
  return drafts;
}

function close(draft: Draft | undefined, last: number): void {
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

function draftOf(heading: Heading, parent: Draft | undefined): Draft {
  const reading = readHeadingLabel(heading.text);
  const draft: Draft = {
    label: '',
    number: '',
    kind: reading?.kind ?? 'section',
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
function nameSiblings(siblings: readonly Draft[]): void {
  let counted = 0;
  siblings.forEach((draft, index) => {
    if (draft.reading?.doubtful && labelValue(draft.reading.number) !== counted + 1) forgetLabel(draft);
    const printed = draft.printed === undefined ? undefined : draft.reading?.number;
    if (printed !== undefined) counted = labelValue(printed) ?? counted;
    draft.number = printed === undefined ? String(index + 1) : ownNumber(printed, draft.parent);
    draft.label = labelOf(draft, printed);
    nameSiblings(draft.children);
  });
}

function forgetLabel(draft: Draft): void {
  draft.title = `${draft.printed ?? ''} ${draft.title}`.trim();
  draft.printed = undefined;
  draft.reading = undefined;
}

/** Returns the number of a subsection within its parent: `2.3` inside section 2 is its subsection 3. */
function ownNumber(printed: string, parent: Draft | undefined): string {
  const prefix = `${parent?.label ?? ''}.`;
  return parent && printed.startsWith(prefix) ? printed.slice(prefix.length) : printed;
}

function labelOf(draft: Draft, printed: string | undefined): string {
  const { parent, number } = draft;
  if (!parent || draft.kind !== 'section') return number;
  if (printed?.startsWith(`${parent.label}.`)) return printed;
  return /^[([]/.test(draft.printed ?? '') ? `${parent.label}(${number})` : `${parent.label}.${number}`;
}

/** Returns the sections that contain a passage, outermost first; empty before the first heading. */
export function sectionsAround(sections: readonly Section[], passage: number): readonly Section[] {
  return sections.filter((section) => section.first <= passage && passage <= section.last);
}
