import type { FrontMatter, MarkdownDocument } from '../blocks.ts';
import { readReferences } from './cslYaml.ts';
import type { BibliographyFile } from './work.ts';

const noFrontMatterWorks: BibliographyFile = { works: [], problems: [] };

/**
 * Returns the works under `references:` in a document's front matter, with offsets into the document. Syntax errors of the
 * YAML are reported for the front matter, and not again here.
 */
export function worksOfFrontMatter(
  document: Pick<MarkdownDocument, 'text' | 'frontMatter'>,
): BibliographyFile {
  const range = document.frontMatter.ranges.findLast(({ start, end }) =>
    /^["']?references["']?[ \t]*:/m.test(document.text.slice(start, end)),
  );
  return range
    ? readReferences(document.text.slice(range.start, range.end), range.start)
    : noFrontMatterWorks;
}

/** Returns the paths under `bibliography:` in a paper's front matter (a string or a list), as written there. */
export function bibliographyPaths(frontMatter: FrontMatter): readonly string[] {
  const value = frontMatter.data['bibliography'];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list
    .filter((path) => typeof path === 'string')
    .map((path) => path.trim())
    .filter((path) => path !== '');
}
