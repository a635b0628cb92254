import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { remarkCitations } from './citationSyntax.ts';
import { readFrontMatter, type FrontMatter } from './frontMatter.ts';
import { remarkTablesAndNotes } from './gfm.ts';
import { limitInlineNesting } from './inlineNesting.ts';
import { isShallow, limitNesting, plainTree } from './nesting.ts';

/** A Markdown text and its tree. Positions of nodes are offsets into `text`, UTF-16 code units. */
export interface MarkdownDocument {
  readonly text: string;
  readonly tree: Root;
  readonly frontMatter: FrontMatter;
}

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkTablesAndNotes)
  .use(remarkCitations)
  .freeze();

/**
 * Parses any text as Markdown with front matter, tables, notes and Pandoc citations; never throws. Texts have no byte
 * order mark. Nesting that nobody writes is flattened, so that whatever walks the tree may recurse.
 */
export function parseMarkdown(text: string): MarkdownDocument {
  const tree = parseTree(limitInlineNesting(limitNesting(text)));
  return { text, tree, frontMatter: readFrontMatter(text, tree) };
}

function parseTree(text: string): Root {
  try {
    const tree = processor.parse(text);
    return isShallow(tree) ? tree : plainTree(text);
  } catch {
    return plainTree(text);
  }
}
