import type { Source } from '../index/study.ts';
import { numbersOf, type LocatorProblem } from '../resolve/locator.ts';
import type { Fix } from './check.ts';
import { nearest } from './nearest.ts';

type Missing = Exclude<LocatorProblem, { check: 'citation/reversed-range' }>;

/** What a locator that names nothing says, and what exists instead. */
export function locatorMessage(problem: Missing): string {
  const { source, value } = problem;
  const title = `“${source.title}”`;
  switch (problem.check) {
    case 'citation/no-such-paragraph':
      return source.passages.length === 0
        ? `There is no ¶ ${value}: ${title} has no paragraphs.`
        : `There is no ¶ ${value}: ${title} has ¶ 1–${String(source.passages.length)}.`;
    case 'citation/no-such-section':
      return `There is no section ${value}: ${title} has ${sectionList(source)}.`;
    case 'citation/no-such-note':
      return `There is no note ${value}: ${title} has ${noteList(source)}.`;
    case 'citation/no-such-page':
      return pageMessage(problem, title);
  }
}

function sectionList(source: Source): string {
  const labels = source.sections.map((section) => section.label);
  if (labels.length === 0) return 'no sections';
  const shown = labels.slice(0, 12).join(', ');
  return `sections ${shown}${labels.length > 12 ? ' …' : ''}`;
}

function noteList(source: Source): string {
  const { notes } = source;
  if (notes.length === 0) return 'no notes';
  const first = notes[0]?.number ?? 1;
  const last = notes.at(-1)?.number ?? first;
  return notes.length === 1 ? `one note, n. ${String(first)}` : `n. ${String(first)}–${String(last)}`;
}

function pageMessage(problem: Missing, title: string): string {
  const { source, value, locator } = problem;
  if (locator.label !== 'page')
    return `“${locator.term} ${value}” cannot be looked up: ${title} is cited by ¶, sec. or n.`;
  const { pages } = source;
  if (pages.length > 0)
    return `There is no page ${value}: ${title} marks p. ${pages[0]?.label ?? ''}–${pages.at(-1)?.label ?? ''}.`;
  const bare = locator.term === '' ? ' A number alone means a page.' : '';
  return `There is no page ${value}: ${title} has no page numbers.${bare} Cite a paragraph as ¶ ${value}.`;
}

/** Fixes that lead to what exists and is nearest. None is safe: the right number is the person's to know. */
export function nearestLocatorFixes(problem: Missing): Fix[] {
  const { source, locator, range } = problem;
  const replace = (newText: string, title: string, where = range): Fix => ({
    title,
    edits: [{ range: where, newText }],
    safe: false,
  });
  switch (problem.check) {
    case 'citation/no-such-paragraph':
      return nearestParagraphs(problem).map(({ value, title }) => replace(value, title));
    case 'citation/no-such-section':
      return nearest(
        problem.value,
        source.sections.map((section) => section.label),
      ).map((label) => replace(label, `Change to sec. ${label}`));
    case 'citation/no-such-note':
      return nearestNotes(problem).map(({ value, title }) => replace(value, title));
    case 'citation/no-such-page':
      return source.pages.length === 0 && locator.label === 'page' && /^[0-9]+$/.test(locator.value)
        ? [replace(`¶ ${locator.value}`, `Cite the paragraph: ¶ ${locator.value}`, locator.range)]
        : [];
  }
}

interface Nearest {
  readonly value: string;
  readonly title: string;
}

/** The nearest paragraph; of a range what exists of it. Nothing where the locator has that already. */
function nearestParagraphs({ source, locator, range }: Missing): Nearest[] {
  const part = locator.parts.find((each) => each.range.start === range.start);
  const written = part && numbersOf(part);
  const count = source.passages.length;
  if (!written || count === 0) return [];
  const clamp = (number: number): number => Math.min(count, Math.max(1, number));
  const first = clamp(written.first);
  const last = clamp(written.last);
  const others = locator.parts.filter((each) => each !== part).map((each) => numbersOf(each));
  if (others.some((other) => other && other.first <= first && last <= other.last)) return [];
  if (last > first) {
    const value = `${String(first)}-${String(last)}`;
    return [{ value, title: `Change to ¶¶ ${value}` }];
  }
  const which = first === count ? 'the last paragraph, ' : first === 1 ? 'the first paragraph, ' : '';
  return [{ value: String(first), title: `Change to ${which}¶ ${String(first)}` }];
}

function nearestNotes({ source, locator, range }: Missing): Nearest[] {
  const part = locator.parts.find((each) => each.range.start === range.start);
  const wanted = (part && numbersOf(part)?.first) ?? Infinity;
  const numbers = source.notes.map((note) => note.number).sort((a, b) => a - b);
  const best = numbers.reduce<number | undefined>(
    (kept, number) =>
      kept === undefined || Math.abs(number - wanted) < Math.abs(kept - wanted) ? number : kept,
    wanted === Infinity ? numbers.at(-1) : undefined,
  );
  if (best === undefined) return [];
  const which = numbers.length > 1 && best === numbers.at(-1) ? 'the last note, ' : '';
  return [{ value: String(best), title: `Change to ${which}n. ${String(best)}` }];
}
