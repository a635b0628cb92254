import type { MappedText, Range } from '../text.ts';
import { tableOf } from '../text.ts';

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

interface DraftSection extends Section {
  label: string;
  number: string;
  kind: string;
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
    if (draft.reading?.doubtful && labelValue(draft.reading.number) !== counted + 1) forgetLabel(draft);
    const printed = draft.printed === undefined ? undefined : draft.reading?.number;
    if (printed !== undefined) counted = labelValue(printed) ?? counted;
    draft.number = printed === undefined ? String(index + 1) : ownNumber(printed, draft.parent);
    draft.label = sectionLabel(draft, printed);
    nameSiblings(draft.children);
  });
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

/** The label that a heading prints before its title. */
export interface HeadingLabel {
  /** As printed: `(1)`, `iv.`, `2.3`, `Chapter 3`. */
  readonly printed: string;
  /** The number alone: `1`, `iv`, `2.3`, `3`. */
  readonly number: string;
  /** What the heading calls itself: `chapter`, `part` …; `section` where it does not say. */
  readonly kind: string;
  /** The heading without its label and the punctuation after it. */
  readonly title: string;
  /** A plain number followed only by a space, `1 Introduction`. It is a label only where it continues the numbering. */
  readonly doubtful: boolean;
}

const labelledKinds =
  'chapter|chap\\.|part|section|sec\\.|book|appendix|act|scene|canto|volume|chapitre|partie|livre|annexe|kapitel|teil|abschnitt|capítulo|parte|sección|capitolo|sezione';
const numeral = '(?:[0-9]+(?:\\.[0-9]+)*|[ivxlcdm]+|[IVXLCDM]+|[A-Za-z])';
const numbersInWords =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth';

const labelWithKind = new RegExp(
  `^(${labelledKinds})\\s+(${numeral}|${numbersInWords})(?![\\p{L}\\p{N}])\\s*[.:)–—-]?\\s*`,
  'iu',
);
const numberInBrackets = new RegExp(`^[([](${numeral})[)\\]](?![\\p{L}\\p{N}])\\s*[.:–—-]?\\s*`, 'u');
const numberWithPoint = new RegExp(`^(${numeral})\\s?[.)]\\s+`, 'u');
const dottedNumber = /^([0-9]+(?:\.[0-9]+)+)\.?\s+/u;
const paragraphSign = new RegExp(`^§\\s*(${numeral})\\s*[.:)–—-]?\\s+`, 'u');
const bareNumber = /^([0-9]{1,3})\s+(?=\p{L})/u;
const numberAlone = new RegExp(`^(${numeral})[.)]?$`, 'u');

/** Reads the label of a heading from its plain text; undefined where it has none. */
export function readHeadingLabel(text: string): HeadingLabel | undefined {
  const heading = text.trim();
  const byName = labelWithKind.exec(heading);
  if (byName) {
    const kind = (byName[1] ?? '').toLowerCase().replace('chap.', 'chapter').replace('sec.', 'section');
    return label(heading, byName[0], numberWord(byName[2] ?? ''), kind, false);
  }
  for (const pattern of [numberInBrackets, paragraphSign, dottedNumber, numberWithPoint, numberAlone]) {
    const match = pattern.exec(heading);
    if (match && isNumeral(match[1] ?? '')) return label(heading, match[0], match[1] ?? '', 'section', false);
  }
  const plain = bareNumber.exec(heading);
  return plain ? label(heading, plain[0], plain[1] ?? '', 'section', true) : undefined;
}

/** The highest roman numeral that counts as a label; beyond it, `mix` and `mild` are words. */
const maxRomanNumber = 200;

function isNumeral(number: string): boolean {
  if (/^[0-9.]+$/.test(number) || number.length === 1) return true;
  return (romanValue(number) ?? maxRomanNumber + 1) <= maxRomanNumber;
}

function label(
  heading: string,
  matched: string,
  number: string,
  kind: string,
  doubtful: boolean,
): HeadingLabel {
  const printed = matched.trim().replace(/\s*[:–—-]$/u, '');
  return { printed, number, kind, title: heading.slice(matched.length).trim(), doubtful };
}

const ordinals = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth'.split('|');
const cardinals = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'.split('|');

function numberWord(word: string): string {
  const lower = word.toLowerCase();
  const index = Math.max(ordinals.indexOf(lower), cardinals.indexOf(lower));
  return index < 0 ? word : String(index + 1);
}

const romanDigits = tableOf<number>({ i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 });
/** Roman numerals in their standard (subtractive) form. */
const standardRoman = /^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/;

/** Returns the value of a roman numeral in standard form, in either case; undefined for other text. */
export function romanValue(text: string): number | undefined {
  const lower = text.toLowerCase();
  if (lower === '' || !standardRoman.test(lower)) return undefined;
  let sum = 0;
  for (let i = 0; i < lower.length; i++) {
    const value = romanDigits[lower[i] ?? ''] ?? 0;
    sum += value < (romanDigits[lower[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
}

/**
 * Returns the value of a label number: `3`, `iii`, `III` and `c` are 3. Of single letters only `i`, `v` and `x` count as
 * roman.
 */
export function labelValue(number: string): number | undefined {
  if (/^[0-9]{1,9}$/.test(number)) return Number(number);
  if (!/^[a-hj-uwyz]$/i.test(number)) return romanValue(number);
  return number.toLowerCase().charCodeAt(0) - 96;
}
