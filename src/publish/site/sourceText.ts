import { analyse, type Paper, type SourceFile } from '../../core/study.ts';
import { firstIndex, type Range } from '../../core/text.ts';
import {
  type Manuscript,
  manuscriptOf,
  mapRuns,
  type ManuscriptBlock,
  type ManuscriptInline,
} from '../manuscript.ts';
import { LinkedText } from './linkedText.ts';
import type { MarkupContent } from './markup.ts';
import { withoutLists } from './prose.ts';
import type { Site, SiteSource } from './siteModel.ts';
import { blocksMarkup } from './textMarkup.ts';

/** The words of a source with their looks and links. Undefined for a place that is not told apart from its neighbours. */
export interface SourceWords {
  readonly passage: (number: number) => MarkupContent;
  readonly note: (number: number) => MarkupContent;
}

/** A source that is shown by its words, read as a paper is read. */
export interface WrittenSource {
  readonly paper: Paper;
  readonly manuscript: Manuscript;
}

/** Makes the manuscript of a source; undefined where its words are not to be shown. */
export function writtenSource({ source, share }: SiteSource, site: Site): WrittenSource | undefined {
  const paper = source.file && share === 'words' ? asPaper(source.file) : undefined;
  if (paper?.role !== 'paper') return undefined;
  const format = site.styles.ofProse;
  return { paper, manuscript: manuscriptOf(paper, site.study, { format, withoutPassages: true }) };
}

/** Finds the words of passages and notes. */
export function shownWordsOf(
  { source }: SiteSource,
  { paper, manuscript }: WrittenSource,
  site: Site,
): SourceWords {
  const { passages, notes } = source;
  const numberOf = (footnote: number): number | undefined => {
    const at = rangeOfBlocks(manuscript.footnotes[footnote]?.children ?? []);
    return at && notes.find(({ words }) => words && isIn(at, words.range))?.number;
  };
  const text = new LinkedText(manuscript, paper, site, {
    isPage: false,
    addressOfFootnote: (footnote) => {
      const number = numberOf(footnote);
      return number === undefined ? undefined : `#n${String(number)}`;
    },
  });
  const byPassage = new Map<number, ManuscriptBlock[]>();
  for (const block of flattened(withoutLists(manuscript.blocks))) {
    const at = rangeOfBlocks([block]);
    const index = at && firstIndex(passages, ({ words }) => (words?.range.end ?? 0) > at.start);
    const passage = index === undefined ? undefined : passages[index];
    if (!at || block.kind === 'heading' || !passage?.words || !isIn(at, passage.words.range)) continue;
    const own = byPassage.get(passage.number) ?? [];
    byPassage.set(passage.number, own);
    own.push(block);
  }
  const byNote = new Map(
    manuscript.footnotes.flatMap(({ children }, index) => {
      const number = numberOf(index);
      return number === undefined ? [] : [[number, children] as const];
    }),
  );
  const markup = (blocks: readonly ManuscriptBlock[] | undefined): MarkupContent =>
    blocks && blocksMarkup(text.blocks(blocks), site);
  return { passage: (number) => markup(byPassage.get(number)), note: (number) => markup(byNote.get(number)) };
}

function asPaper(file: SourceFile) {
  return analyse({
    uri: 'pilcrow:source',
    path: file.file.path,
    role: 'paper',
    content: { text: file.text },
  });
}

/** Divs count as what they hold. */
function flattened(blocks: readonly ManuscriptBlock[]): readonly ManuscriptBlock[] {
  return blocks.flatMap((block) => (block.kind === 'div' ? flattened(block.children) : [block]));
}

/** From the first word of blocks to the last, in the file; undefined where they have none. */
function rangeOfBlocks(blocks: readonly ManuscriptBlock[]): Range | undefined {
  const ranges: Range[] = [];
  const take = (inlines: readonly ManuscriptInline[]): readonly ManuscriptInline[] => {
    for (const inline of inlines) {
      if ('range' in inline) ranges.push(inline.range);
      if ('children' in inline) take(inline.children);
    }
    return inlines;
  };
  for (const block of blocks) mapRuns(block, take);
  const [first] = ranges;
  return first && { start: first.start, end: ranges.at(-1)?.end ?? first.end };
}

function isIn(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.start < outer.end;
}
