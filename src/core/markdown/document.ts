import type { Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { remarkCitations } from './citationSyntax.ts';
import { readFrontMatter, type FrontMatter } from './frontMatter.ts';
import { remarkTablesAndNotes } from './gfm.ts';
import { limitInlineNesting } from './inlineNesting.ts';
import { isShallow, limitNesting, plainTree } from './nesting.ts';

/**
 * A stretch of a document that was parsed by itself: one top-level block with the blank lines after it, or several
 * blocks that cannot be told apart without the parser. The same object as long as it reads the same, wherever edits
 * around it move it, so that what is found in a chunk can be kept by the chunk.
 */
export interface Chunk {
  readonly text: string;
  /** Top-level nodes; offsets and lines count from the beginning of the chunk, as if it were a document. */
  readonly nodes: readonly RootContent[];
}

/** A chunk where it stands in a document: `start` is an offset, `line` a number of lines before it. */
export interface PlacedChunk {
  readonly start: number;
  readonly line: number;
  readonly chunk: Chunk;
}

/** A Markdown text and its tree. Positions of nodes are offsets into `text`, UTF-16 code units. */
export interface MarkdownDocument {
  readonly text: string;
  /** Put together at the first use: what can be said chunk by chunk should be. */
  readonly tree: Root;
  /** From the beginning to the end of the text, without gaps. */
  readonly chunks: readonly PlacedChunk[];
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
  const chunks = [{ start: 0, line: 0, chunk: { text, nodes: tree.children } }];
  return { text, tree, chunks, frontMatter: readFrontMatter(text, tree) };
}

/** Parses a text that came from another by an edit, at the cost of what the edit touched; equal to `parseMarkdown(text)`. */
export function reparseMarkdown(_previous: MarkdownDocument, text: string): MarkdownDocument {
  return parseMarkdown(text);
}

function parseTree(text: string): Root {
  try {
    const tree = processor.parse(text);
    return isShallow(tree) ? tree : plainTree(text);
  } catch {
    return plainTree(text);
  }
}
