import {
  comparableTerm,
  type Locator,
  locatorInWords,
  type LocatorLabel,
  locatorTerms,
} from '../locators.ts';
import { messageOf } from '../messages.ts';
import { translationsOf } from '../resolve.ts';
import { contextQueries, type StudyContext } from '../study.ts';
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

/** Locators such as `§ 17`, a paragraph in French and a section in English, where the cited text is there in both languages. */
export const locatorLanguages = defineCheck({
  ids: ['citation/locator-language'],
  looksAt: 'citations',
  check: (facts, study, { role }) => {
    if (role !== 'paper') return [];
    const languages = new Map<string, readonly string[]>();
    const languagesOf = (key: string): readonly string[] => {
      const known = languages.get(key) ?? languagesBeside(key, study);
      languages.set(key, known);
      return known;
    };
    const keys = new Set(facts.byChunk.flatMap(({ citations }) => citations.citations.map(({ key }) => key)));
    if (![...keys].some((key) => languagesOf(key).length > 0)) return [];
    const found = facts.citations.flatMap((citation) => {
      const { locator, key } = citation;
      return locator ? (ambiguousTerm(locator, languagesOf(key), facts) ?? []) : [];
    });
    return found.map((one) => problemOf(one, found));
  },
});

/** The languages of a text and its translations; empty where it has none. Which texts belong together rests on all of them, the answer on few. */
function languagesBeside(key: string, study: StudyContext): readonly string[] {
  return contextQueries
    .ask(study, (whole) => languagesNamed(key, whole))
    .split('\n')
    .filter(Boolean);
}

/** As a text, which is the same as long as it says the same. */
function languagesNamed(key: string, study: StudyContext): string {
  const translations = translationsOf(key, study);
  if (translations.length === 0) return '';
  const tags = [key, ...translations].map((each) => study.sources.get(each)?.csl['language']);
  const named = tags.flatMap((tag) => (typeof tag === 'string' && tag.trim() !== '' ? [tag.trim()] : []));
  return [...new Set(named)].join('\n');
}

function ambiguousTerm(
  locator: Locator,
  languages: readonly string[],
  { lang, text }: { readonly lang: string | undefined; readonly text: string },
): AmbiguousTerm | undefined {
  const { label, term, value, range, valueRange } = locator;
  const readIn = (tag: string | undefined): LocatorLabel | undefined =>
    locatorTerms(tag).understood.get(comparableTerm(term));
  const language = languages.find((tag) => ![undefined, label].includes(readIn(tag)));
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
