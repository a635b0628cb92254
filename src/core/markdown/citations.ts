import type { Range } from '../text/range.ts';
import type { Citation } from './citation.ts';
import type { MarkdownDocument } from './document.ts';
import { readLocator, type LocatorReading } from './locator.ts';
import { readBlocks, type BlockText } from './pandoc/blockTexts.ts';
import { readCites } from './pandoc/inlines.ts';
import type { CiteItem, CiteNode } from './pandoc/nodes.ts';
import { readReferences } from './pandoc/references.ts';
import { stringify } from './pandoc/stringify.ts';

/** How citations are read. */
export interface CitationOptions {
  /** The language of locator terms (`fr`, `en-GB`); by default the `lang` of the document's front matter. */
  readonly lang?: string;
}

/**
 * The citations of a document, in document order, as Pandoc reads them. Inline content is read with Pandoc's rules
 * (`pandoc/`), blocks are those of the tree. Never throws; the time is linear in the length of the text.
 */
export function readCitations(document: MarkdownDocument, options: CitationOptions = {}): Citation[] {
  const { text, tree, frontMatter } = document;
  if (!text.includes('@')) return [];
  const lang =
    options.lang ?? (typeof frontMatter.data['lang'] === 'string' ? frontMatter.data['lang'] : undefined);
  const blocks = readBlocks(tree, text);
  const references = readReferences(tree, text, blocks.examples);
  const citations: Citation[] = [];
  for (const block of blocks.texts) {
    if (!block.text.includes('@')) continue;
    for (const cite of readCites(block.text, references))
      for (const item of cite.citations) citations.push(toCitation(item, cite, block, lang));
  }
  return citations.sort((a, b) => a.range.start - b.range.start);
}

function toCitation(item: CiteItem, cite: CiteNode, block: BlockText, lang: string | undefined): Citation {
  const at = (start: number, end: number): Range => originalOf(block, start, end);
  const suffix = stringify(item.suffix);
  const reading: LocatorReading = readLocator(item.suffix, lang, at);
  return {
    key: item.key.key,
    mode: item.mode,
    range: at(item.key.start, item.key.end),
    keyRange: at(item.key.keyStart, item.key.keyEnd),
    prefix: stringify(item.prefix),
    suffix,
    suffixRange: suffix === '' ? at(item.key.end, item.key.end) : at(item.suffixStart, item.suffixEnd),
    locator: reading.locator,
    rest: reading.rest,
    attempt: reading.attempt,
    group: at(cite.start, cite.end),
  };
}

/** Original offsets of `[start, end)` of a block's text. */
function originalOf(block: BlockText, start: number, end: number): Range {
  if (end > start) return { start: block.starts[start] ?? 0, end: block.ends[end - 1] ?? 0 };
  const at = start > 0 ? (block.ends[start - 1] ?? 0) : (block.starts[0] ?? 0);
  return { start: at, end: at };
}
