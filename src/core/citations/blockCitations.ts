import type { Range } from '../text.ts';
import { type Citation } from './citationTypes.ts';
import {
  type LocatorReading,
  type LocatorTerms,
  moveAttempt,
  moveLocator,
  readLocator,
} from '../locators.ts';
import {
  type BlockText,
  type CiteItem,
  type CiteNode,
  originalOf,
  readCites,
  type References,
  stringify,
} from '../inlines.ts';
import { fragmentsIn } from './shortcut/fragments.ts';
import { readPlainBlock, type PlainCitation } from './shortcut/shortcut.ts';

/** The options for reading the citations of a block. */
export interface BlockReading {
  /** The language of locator terms. */
  readonly terms: LocatorTerms;
  /** Whether to bypass the shortcut. */
  readonly thorough: boolean;
  readonly references: References;
}

/**
 * Adds the citations of a block to `citations`. A citation comes before those in its prefix and suffix. Ranges are in the
 * chunk.
 */
export function readBlockCitations(block: BlockText, reading: BlockReading, citations: Citation[]): void {
  const { terms, references } = reading;
  const plain = reading.thorough ? undefined : readPlainBlock(block, references, fragmentsIn(terms));
  if (plain) {
    for (const citation of plain) citations.push(fromPlain(citation, block));
    return;
  }
  const written = block.text.slice(block.from, block.to);
  if (!written.includes('@')) return;
  for (const cite of readCites(written, references))
    for (const item of cite.citations) citations.push(fromItem(item, cite, block, reading));
}

function fromItem(item: CiteItem, cite: CiteNode, block: BlockText, { terms }: BlockReading): Citation {
  const at = (start: number, end: number): Range => originalOf(block, block.from + start, block.from + end);
  const suffix = stringify(item.suffix);
  const reading: LocatorReading = readLocator(item.suffix, terms, at);
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

function fromPlain(citation: PlainCitation, block: BlockText): Citation {
  const { key, suffix, suffixStart } = citation;
  const at = (start: number, end: number): Range => originalOf(block, start, end);
  const behind = (range: Range): Range =>
    originalOf(block, range.start + suffixStart, range.end + suffixStart);
  return {
    key: key.key,
    mode: citation.mode,
    range: at(key.start, key.end),
    keyRange: at(key.keyStart, key.keyEnd),
    prefix: citation.prefix,
    suffix: suffix.suffix,
    suffixRange: suffix.suffix === '' ? at(key.end, key.end) : at(suffixStart, citation.suffixEnd),
    locator: suffix.locator && moveLocator(suffix.locator, behind),
    rest: suffix.rest,
    attempt: suffix.attempt && moveAttempt(suffix.attempt, behind),
    group: at(citation.start, citation.end),
  };
}
