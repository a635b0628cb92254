import { inWords, type Message, messageOf } from '../../messages.ts';
import { english, languageFor, type PaperBodies } from '../../languages.ts';

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
  const isForeign = lang !== undefined && !/^en\b/iu.test(lang) && templatesIn(lang).lang === 'en';
  const detail = (about: Message): string =>
    inWords(isForeign ? messageOf('templates.inWords', { about }) : about);
  return [
    { id: 'blank', label: inWords('templates.blank'), detail: inWords('templates.aboutBlank') },
    ...own.map((name) => ({
      id: `templates/${name}.md`,
      label: name,
      detail: inWords('templates.aboutOwn', { name }),
    })),
    {
      id: 'summary',
      label: inWords('templates.summary'),
      detail: detail(messageOf('templates.aboutSummary')),
    },
    {
      id: 'critique',
      label: inWords('templates.critique'),
      detail: detail(messageOf('templates.aboutCritique')),
    },
    {
      id: 'questions',
      label: inWords('templates.questions'),
      detail: detail(messageOf('templates.aboutQuestions')),
    },
  ];
}

/**
 * The templates in a language, and the language they are in. That is English if there are none in `lang`; the papers
 * then name English in their front matter.
 */
export function templatesIn(lang: string | undefined): {
  readonly bodies: PaperBodies;
  readonly lang: string;
} {
  const bodies = languageFor(lang)?.templates;
  return lang !== undefined && bodies ? { bodies, lang } : { bodies: english.templates, lang: english.tag };
}
