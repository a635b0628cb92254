import {
  comparableTerm,
  type Locator,
  locatorInWords,
  type LocatorLabel,
  locatorTerms,
} from '../locators.ts';
import { messageOf } from '../messages.ts';
import { resolveLocator } from '../resolve.ts';
import type { Source } from '../study.ts';
import type { Range } from '../text.ts';
import { defineCheck, type Fix, type Problem, type TextEdit } from './defineCheck.ts';

/** A locator whose term names another kind of place in a language of the cited text. */
interface AmbiguousTerm {
  readonly range: Range;
  readonly written: string;
  /** The language in which it is read otherwise. */
  readonly language: string;
  /** The locator in terms that are read alike, or not at all, in both languages: here, and there. */
  readonly here: string;
  readonly there: string;
  readonly edit: TextEdit | undefined;
}

/**
 * Locators such as `§ 17`, a paragraph in French and a section in English, where the cited text is there in both languages, and has
 * both: where it has one alone, or both are the same words, nobody is led astray.
 */
export const locatorLanguages = defineCheck({
  ids: ['citation/locator-language'],
  looksAt: 'translatedCitations',
  check: (facts, { sources }) => {
    const found = facts.citations.flatMap(({ locator, key }) => {
      const source = sources.get(key);
      if (!locator || !source) return [];
      return ambiguousTerm(locator, facts.languages.get(key) ?? [], source, facts) ?? [];
    });
    return found.map((one) => problemOf(one, found));
  },
});

function ambiguousTerm(
  locator: Locator,
  languages: readonly string[],
  source: Source,
  { lang, text }: { readonly lang: string | undefined; readonly text: string },
): AmbiguousTerm | undefined {
  const { label, term, value, range, valueRange } = locator;
  const readIn = (tag: string | undefined): LocatorLabel | undefined =>
    locatorTerms(tag).understood.get(comparableTerm(term));
  const language = languages.find((tag) => {
    const other = readIn(tag);
    return other !== undefined && other !== label && leadsElsewhere(locator, other, source);
  });
  const other = language === undefined ? undefined : readIn(language);
  if (language === undefined || other === undefined) return undefined;
  const here = clearTerm(label, value, lang, languages);
  const there = clearTerm(other, value, language, [lang]);
  const start = text.indexOf(term, range.start);
  const isWritten = here !== undefined && start >= 0 && start + term.length <= valueRange.start;
  return {
    range,
    written: `${term} ${value}`,
    language,
    here: `${here ?? label} ${value}`,
    there: `${there ?? other} ${value}`,
    edit: isWritten ? { range: { start, end: start + term.length }, newText: here } : undefined,
  };
}

/** Whether a locator leads to words of a source, and to others if its term is read as another label. */
function leadsElsewhere(locator: Locator, other: LocatorLabel, source: Source): boolean {
  const [here, there] = [locator.label, other].map((label) => resolveLocator({ ...locator, label }, source));
  if (!here || !there || here.problems.length > 0 || there.problems.length > 0) return false;
  const placesIn = ({ parts }: typeof here): string =>
    JSON.stringify(parts.map(({ passages, note }) => [passages, note ?? 0]));
  return placesIn(here) !== placesIn(there);
}

/** Returns a term of a language for a label that other languages do not take for another one. */
function clearTerm(
  label: LocatorLabel,
  value: string,
  lang: string | undefined,
  others: readonly (string | undefined)[],
): string | undefined {
  const { understood, preferred } = locatorTerms(lang);
  const [one = '', several = ''] = preferred.get(label) ?? [];
  const own = [...understood].flatMap(([term, named]) => (named === label ? [term] : []));
  const isClear = (term: string): boolean =>
    others.every((tag) =>
      [undefined, label].includes(locatorTerms(tag).understood.get(comparableTerm(term))),
    );
  return [/[-–,]/u.test(value) ? several : one, ...own].find(
    (term) =>
      term !== '' && isClear(term) && locatorInWords(`${term} ${value}`, locatorTerms(lang))?.label === label,
  );
}

function problemOf(one: AmbiguousTerm, all: readonly AmbiguousTerm[]): Problem<'citation/locator-language'> {
  const { range, written, language, here, there, edit } = one;
  const edits = all.flatMap((each) => each.edit ?? []);
  const fixes: Fix[] = [];
  if (edit) fixes.push({ title: messageOf('fixes.changeTo', { text: here }), edits: [edit], safe: true });
  if (edit && edits.length > 1)
    fixes.push({ title: messageOf('fixes.clearTerms', { citations: edits.length }), edits, safe: false });
  return {
    check: 'citation/locator-language',
    range,
    message: messageOf('citations.locatorLanguage', { written, here, there, language }),
    fixes,
  };
}
