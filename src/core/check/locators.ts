import type { Source } from '../study.ts';
import type { LocatorLabel } from '../locators.ts';
import { locatorFor } from '../citations.ts';
import type { LocatorProblem } from '../resolve.ts';

type Missing = Exclude<LocatorProblem, { check: 'citation/reversed-range' }>;

/** What a locator that names nothing says: the number first, then what exists instead. */
export function locatorMessage(problem: Missing, lang: string | undefined): string {
  const { source, value } = problem;
  const key = `@${source.key}`;
  switch (problem.check) {
    case 'citation/no-such-paragraph':
      return source.passages.length === 0
        ? `¶ ${value}: ${key} has no paragraphs.`
        : `¶ ${value}: ${key} has ¶ 1–${String(source.passages.length)}.`;
    case 'citation/no-such-section':
      return `sec. ${value}: ${key} has ${sectionList(source)}.`;
    case 'citation/no-such-note':
      return `n. ${value}: ${key} has ${noteList(source)}.`;
    case 'citation/no-such-page':
      return pageMessage(problem, key, lang);
  }
}

/** `¶`, `sec.`: how a language names what a locator leads to. */
function signOf(label: LocatorLabel, lang: string | undefined): string {
  return locatorFor(label, [1], lang).replace(/ 1$/, '');
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

function pageMessage({ source, value, locator }: Missing, key: string, lang: string | undefined): string {
  const sign = signOf('paragraph', lang);
  if (locator.label !== 'page')
    return `${locator.term} ${value}: ${key} is cited by ${sign}, ${signOf('section', lang)} or ${signOf('note', lang)}, and has nothing else to look up.`;
  const { pages } = source;
  if (pages.length > 0)
    return `p. ${value}: ${key} marks p. ${pages[0]?.label ?? ''}–${pages.at(-1)?.label ?? ''}.`;
  // A number that somebody wrote after “p.” is one of a page: no paragraph is proposed for it.
  if (locator.term !== '')
    return `p. ${value}: ${key} has no page numbers. Cite the paragraph, as ${sign} and its number.`;
  const isParagraph =
    /^[0-9]{1,9}$/.test(value) && Number(value) >= 1 && Number(value) <= source.passages.length;
  const instead = isParagraph ? ` as ${locatorFor('paragraph', value, lang)}` : `, as ${sign} and its number`;
  return `${value}: a number alone means a page, and ${key} has no page numbers. Cite the paragraph${instead}.`;
}
