import type { FrontMatter } from './frontMatter.ts';

/** The language of a document by its front matter, `fr` or `en-GB`; undefined where that names none. */
export function languageOf({ frontMatter }: { readonly frontMatter: FrontMatter }): string | undefined {
  const { lang } = frontMatter.data;
  return typeof lang === 'string' ? lang : undefined;
}
