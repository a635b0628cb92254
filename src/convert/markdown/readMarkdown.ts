import type { Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { isoDate, isRule, type Metadata, numberedParagraphs, type Page, textOfBlock } from '../blocks.ts';
import { joinMarkdownPages, withPageMarks } from './markdownSigns.ts';
import { needsConversion, readMarkdownBlocks } from './markdownBlocks.ts';
import { readTitleBlock, type TitleBlock } from './titleBlock.ts';
import { writeBlocks } from '../writing.ts';
import { readPlainText } from '../plainText.ts';

/** A Markdown page, with the author's own Markdown if that can stay as it is. */
export interface MarkdownPage extends Page {
  /** The YAML between the fences. Undefined if there is none. */
  readonly frontMatter: string | undefined;
  /**
   * The author's Markdown with HTML and unsafe addresses converted, and without what a verdict about its first line leaves
   * out. Undefined if the file was read as plain text.
   */
  readonly body: ((verdict: LineVerdict) => string) | undefined;
}

/** What to do with the block that begins on a line: `numbered` is a list whose items are paragraphs. */
export type LineVerdict = (line: number) => 'leaveOut' | 'numbered' | undefined;

/**
 * Longer texts or lines take the Markdown parser more than a few seconds, so they are read as plain text. Code units.
 */
const maxLength = 1_500_000;
const maxLine = 100_000;
/** The most table rows that the parser handles in reasonable time. */
const maxRows = 5000;
/** The most lines. Blocks cost the parser more than characters do. */
const maxMarkdownLines = 40_000;
/** Hundreds of opening signs in a row slow the parser, and nobody writes them. */
const hostile = /(?:[[!*_~`<>]\s?){400}|(?:^|\n)[ >*+-]{300}/;

/** Reads Markdown. A level-1 heading is the title if it is the only one and comes first. */
export function readMarkdown(written: string): MarkdownPage {
  const text = written.length > maxLength ? written : withPageMarks(written);
  if (
    text.length > maxLength ||
    hostile.test(text) ||
    hasLongLine(text) ||
    countMatches(text, /^\|/gm) > maxRows ||
    countMatches(text, /\n|\r/g) > maxMarkdownLines
  )
    return { ...readPlainText(text), frontMatter: undefined, body: undefined };
  return readParsed(text, readTitleBlock(text));
}

function readParsed(written: string, titleBlock: TitleBlock | undefined): MarkdownPage {
  const text = titleBlock?.rest ?? written;
  const tree = parsePage(text);
  const yaml = tree.children[0]?.type === 'yaml' ? tree.children[0] : undefined;
  if (!yaml && !titleBlock && isUnmarked(tree))
    return { ...readPlainText(text), frontMatter: undefined, body: undefined };
  const nodes = tree.children.filter((node) => node.type !== 'yaml');
  const definitions = definitionsOf(tree);
  const title = yaml || titleBlock ? undefined : titleNode(nodes);
  const blocks = readMarkdownBlocks(nodes, definitions);
  const titleText = title ? readMarkdownBlocks([title], definitions).map(textOfBlock).join('') : '';
  return {
    format: 'markdown',
    blocks,
    metadata: titleBlock ? metadataOf(titleBlock) : titleText === '' ? {} : { title: titleText },
    dropped: [],
    frontMatter: yaml?.value,
    body: (verdict) =>
      joinMarkdownPages(
        ownBody(
          text,
          nodes.filter((node) => node !== title),
          definitions,
          verdict,
        ),
      ),
  };
}

function metadataOf({ title, authors, date }: TitleBlock): Metadata {
  const issued = isoDate(date);
  const words = (written: string): string =>
    readMarkdownBlocks(parsePage(written).children, new Map()).map(textOfBlock).join(' ');
  return {
    ...(title === '' ? {} : { title: words(title) }),
    ...(authors.length === 0 ? {} : { authors: authors.map(words) }),
    ...(issued === undefined ? {} : { issued }),
  };
}

function parsePage(text: string): Root {
  return fromMarkdown(text, {
    extensions: [gfm({ singleTilde: false }), frontmatter(['yaml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  });
}

function hasLongLine(text: string): boolean {
  for (let from = 0; ;) {
    const end = text.indexOf('\n', from);
    if ((end < 0 ? text.length : end) - from > maxLine) return true;
    if (end < 0) return false;
    from = end + 1;
  }
}

/**
 * Whether the text is plain text with the name of a Markdown file: paragraphs, indented code and numbered lines only.
 */
function isUnmarked(tree: Root): boolean {
  const plain = (node: Nodes): boolean =>
    /^(?:root|paragraph|text|code|list|listItem|break)$/.test(node.type) &&
    (!('children' in node) || (node.children as Nodes[]).every(plain));
  const numbered = tree.children.every((node) => node.type !== 'list' || node.ordered);
  return numbered && plain(tree) && tree.children.filter((node) => node.type === 'paragraph').length > 1;
}

function definitionsOf(tree: Root): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (node: Nodes, depth: number): void => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url);
    if (depth < 60 && 'children' in node) for (const child of node.children) visit(child, depth + 1);
  };
  visit(tree, 0);
  return found;
}

function titleNode(nodes: readonly RootContent[]): RootContent | undefined {
  const tops = nodes.filter((node) => node.type === 'heading' && node.depth === 1);
  const before = nodes.slice(0, tops[0] ? nodes.indexOf(tops[0]) : 0);
  const isFirst =
    before.every(isFrameNode) ||
    before.some((node) => /START OF TH(?:E|IS) PROJECT GUTENBERG/i.test(textIn(node)));
  return tops.length === 1 && isFirst ? tops[0] : undefined;
}

/** Whether a node before the title is a line of links or a rule, and no text. */
function isFrameNode(node: RootContent): boolean {
  if (node.type !== 'paragraph') return node.type === 'html' || node.type === 'thematicBreak';
  return node.children.every((child) => child.type === 'link' || !/[\p{L}\p{N}]/u.test(textIn(child)));
}

function textIn(node: Nodes): string {
  if ('children' in node) return (node.children as Nodes[]).map(textIn).join('');
  return 'value' in node ? node.value : '';
}

/** An empty comment keeps two lists apart, which Pandoc reads as one otherwise. */
function isSeparator(node: RootContent): boolean {
  return node.type === 'html' && /^<!--\s*-->\s*$/.test(node.value);
}

/** The author's Markdown from the first node to the last. Only blocks that may not stay as they are get rewritten. */
function ownBody(
  text: string,
  nodes: readonly RootContent[],
  definitions: ReadonlyMap<string, string>,
  verdict: LineVerdict,
): string {
  const parts: string[] = [];
  let from: number | undefined;
  let at = 0;
  for (const node of nodes) {
    const start = node.position?.start.offset ?? at;
    const end = node.position?.end.offset ?? start;
    const decided = verdict(node.position?.start.line ?? 0);
    const isOrnament =
      node.type === 'heading' &&
      isRule(
        text
          .slice(start, end)
          .replace(/^#+|#+$/g, '')
          .trim(),
      );
    if (!decided && !isOrnament && (!needsConversion(node) || isSeparator(node))) {
      if (from === undefined || start < at) from = start;
      at = end;
      continue;
    }
    if (from !== undefined) parts.push(text.slice(from, at));
    from = undefined;
    if (decided === 'numbered')
      parts.push(writeBlocks(readMarkdownBlocks([node], definitions).flatMap(numberedParagraphs)));
    else if (isOrnament) parts.push('* * *');
    else if (node.type !== 'definition' && !decided) parts.push(withoutHtml(text, node, definitions));
    at = end;
  }
  if (from !== undefined) parts.push(text.slice(from, at));
  return parts
    .map((part) => part.replace(/\r\n|\r/g, '\n').replace(/^\n+|\s+$/g, ''))
    .filter((part) => part !== '')
    .join('\n\n');
}

/**
 * Writes a block without its HTML and unsafe addresses, with all other marks of its author, of which this parser knows but some. Where
 * what is left would be HTML or an address again, marks are written as the words that the parser took them for.
 */
function withoutHtml(text: string, node: RootContent, definitions: ReadonlyMap<string, string>): string {
  const own = writeBlocks(readMarkdownBlocks([node], definitions, text));
  const isClean = !parsePage(own).children.some(needsConversion);
  return isClean ? own : writeBlocks(readMarkdownBlocks([node], definitions));
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
