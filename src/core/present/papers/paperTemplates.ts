import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import type { PaperBodies } from './paperBodies.ts';
import { spanish } from './spanish.ts';

/** A template as a row of a list. */
export interface TemplateRow {
  /** A built-in template, or `templates/NAME.md`. */
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

/**
 * The templates to choose from: a blank paper, the group's own templates and the built-in ones.
 * @param lang the language that the group writes in
 * @param own names of the files in `templates/`, without extension
 */
export function templateRows(lang: string | undefined, own: readonly string[]): readonly TemplateRow[] {
  const inEnglish =
    lang !== undefined && !/^en\b/iu.test(lang) && templatesIn(lang).lang === 'en' ? ' (in English)' : '';
  return [
    { id: 'blank', label: 'Blank', detail: 'Title, author and date, and nothing below' },
    ...own.map((name) => ({
      id: `templates/${name}.md`,
      label: name,
      detail: `Your group’s own, templates/${name}.md`,
    })),
    {
      id: 'summary',
      label: 'Summary',
      detail: `What the text says, part by part, with a citation for every claim${inEnglish}`,
    },
    {
      id: 'critique',
      label: 'Critique',
      detail: `A fair restatement first, then where you agree and where you object${inEnglish}`,
    },
    {
      id: 'questions',
      label: 'Questions for Discussion',
      detail: `What the group should talk about, each question tied to its passage${inEnglish}`,
    },
  ];
}

const bodiesByLanguage: Readonly<Record<string, PaperBodies>> = {
  en: english,
  fr: french,
  de: german,
  es: spanish,
};

/**
 * The templates in a language, and the language they are in. That is English if there are none in `lang`; the papers
 * then name English in their front matter.
 */
export function templatesIn(lang: string | undefined): {
  readonly bodies: PaperBodies;
  readonly lang: string;
} {
  const bodies = lang === undefined ? undefined : bodiesByLanguage[lang.slice(0, 2).toLowerCase()];
  const isIt = lang !== undefined && bodies !== undefined && /^[a-z]{2}(?:[-_]|$)/iu.test(lang);
  return isIt ? { bodies, lang } : { bodies: english, lang: 'en' };
}
