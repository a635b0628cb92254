import { primaryLanguage } from '../languages.ts';
import { tableOf } from '../text.ts';

/** The styles that Pilcrow brings along, by the names that settings have for them; the first is the usual one. */
export const styleNames = ['chicago-author-date', 'chicago-notes', 'mla', 'apa'] as const;

export type StyleName = (typeof styleNames)[number];

/** Which style a paper is formatted with: one that Pilcrow brings along, or a file. */
export type StyleChoice =
  { readonly kind: 'builtIn'; readonly name: StyleName } | { readonly kind: 'file'; readonly path: string };

/** What else a style is called: by its file in the repository of styles, and in short. */
const namesByFile = tableOf<StyleName>({
  chicago: 'chicago-author-date',
  'chicago-author-date': 'chicago-author-date',
  'chicago-author-date-fr': 'chicago-author-date',
  'chicago-notes': 'chicago-notes',
  'chicago-notes-bibliography': 'chicago-notes',
  'chicago-notes-bibliography-fr': 'chicago-notes',
  mla: 'mla',
  'modern-language-association': 'mla',
  apa: 'apa',
});

/**
 * The style that is wanted, by the first name that is there.
 * @param wanted what was asked for, in the order in which it holds: the command line, the paper, the settings of the study folder. A
 * name is one of `styleNames`, what Zotero calls it, or the path of a `.csl` file
 */
export function styleChoice(...wanted: readonly (string | undefined)[]): StyleChoice {
  const name = wanted.find((one) => one !== undefined && one.trim() !== '')?.trim() ?? styleNames[0];
  const short = name.replace(/^https?:\/\/www\.zotero\.org\/styles\//i, '').toLowerCase();
  const builtIn = namesByFile[short];
  return builtIn === undefined ? { kind: 'file', path: name } : { kind: 'builtIn', name: builtIn };
}

const styleFiles: Readonly<Record<StyleName, string>> = {
  'chicago-author-date': 'chicago-author-date',
  'chicago-notes': 'chicago-notes-bibliography',
  mla: 'modern-language-association',
  apa: 'apa',
};

/** Styles with a file of their own for a language. The others say what they need of it by its locale. */
const adapted: ReadonlySet<string> = new Set(['chicago-author-date-fr', 'chicago-notes-bibliography-fr']);

/** The file in `styles/` of a style in a language, given by its tag. */
export function styleFile(name: StyleName, language: string | undefined): string {
  const own = `${styleFiles[name]}-${primaryLanguage(language)}`;
  return `${adapted.has(own) ? own : styleFiles[name]}.csl`;
}
