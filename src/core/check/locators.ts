import type { Source } from '../index/study.ts';
import type { LocatorProblem } from '../resolve/locator.ts';
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
    case 'citation/no-such-paragraph': {
      const last = source.passages.length;
      return last > 0 && locator.parts.length === 1 && !/[-–—]/.test(problem.value)
        ? [replace(String(last), `Change to the last paragraph, ¶ ${String(last)}`)]
        : [];
    }
    case 'citation/no-such-section':
      return nearest(
        problem.value,
        source.sections.map((section) => section.label),
      ).map((label) => replace(label, `Change to sec. ${label}`));
    case 'citation/no-such-note':
      return source.notes
        .slice(-1)
        .map((note) => replace(String(note.number), `Change to the last note, n. ${String(note.number)}`));
    case 'citation/no-such-page':
      return source.pages.length === 0 && locator.label === 'page' && /^[0-9]+$/.test(locator.value)
        ? [replace(`¶ ${locator.value}`, `Cite the paragraph: ¶ ${locator.value}`, locator.range)]
        : [];
  }
}
