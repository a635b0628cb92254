import type { FrontMatter } from './frontMatter.ts';

/** Returns the language in a document's front matter, such as `fr` or `en-GB`; undefined where it names none. */
export function languageOf({ frontMatter }: { readonly frontMatter: FrontMatter }): string | undefined {
  const { lang } = frontMatter.data;
  return typeof lang === 'string' ? lang : undefined;
}
