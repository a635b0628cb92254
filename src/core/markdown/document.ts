import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { remarkCitations } from './citationSyntax.ts';
import { readFrontMatter, type FrontMatter } from './frontMatter.ts';

/** A Markdown text and its tree. Positions of nodes are offsets into `text`, UTF-16 code units. */
export interface MarkdownDocument {
  readonly text: string;
  readonly tree: Root;
  readonly frontMatter: FrontMatter;
}

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCitations)
  .freeze();

/** Parses any text as Markdown with front matter, tables, notes and Pandoc citations; never throws. */
export function parseMarkdown(text: string): MarkdownDocument {
  const tree = processor.parse(text);
  return { text, tree, frontMatter: readFrontMatter(text, tree) };
}
