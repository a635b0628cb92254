import type { CitedItem } from '../../core/bibliography.ts';
import { languageOf } from '../../core/blocks.ts';
import { languageFor, english } from '../../core/languages.ts';
import { messageOf } from '../../core/messages.ts';
import { metadataText, paperFacts } from '../../core/present/coverage.ts';
import { citedItems, resolveCitation, type Resolution } from '../../core/resolve.ts';
import type { Paper, Study } from '../../core/study.ts';
import type { GroupToFormat, FormattedGroup, FormattedWorks, StyledRun } from '../../core/styles.ts';
import { blocksOf } from './blocksOf.ts';
import { PassageCollector } from './citedPassages.ts';
import { inlinesOfText } from './inlinesOf.ts';
import type {
  BibliographyEntry,
  CitedTarget,
  ExportProblem,
  Manuscript,
  ManuscriptBlock,
  ManuscriptCitation,
  ManuscriptCiteItem,
  ManuscriptInline,
} from './manuscriptTypes.ts';
import { citationsAsFootnotes } from './noteStyle.ts';
import { PaperState, type PlacedRemark, type ReadCitation } from './paperState.ts';

/** Sets citations and works in a citation style, in the language of the paper. */
export type FormatWorks = (
  works: readonly CitedItem[],
  groups: readonly GroupToFormat[],
  lang: string,
) => FormattedWorks;

export interface ManuscriptOptions {
  readonly format: FormatWorks;
  /** Remarks in the margin, in the order of their places; none by default. */
  readonly remarks?: readonly PlacedRemark[];
  /** Whether the list of the passages cited is left out. */
  readonly withoutPassages?: boolean;
}

/**
 * Makes the manuscript of a paper. Total. Comments, what `pilcrow-ignore` says and readers' notes are not in it, but as remarks
 * that were asked for.
 */
export function manuscriptOf(paper: Paper, study: Study, options: ManuscriptOptions): Manuscript {
  const { document } = paper;
  const lang = languageOf(document) ?? 'en';
  const remarks = options.remarks ?? [];
  const state = new PaperState(paper, study, document.tree, remarks);
  const body = blocksOf(document.tree, state);
  const { items: works } = citedItems([paper], study);
  const isUncited = works.length + state.citations.length === 0;
  const formatted = isUncited ? nothingCited : options.format(works, state.citations.map(groupOf), lang);
  const reader = new CitationReader(state, new Set(works.map(({ id }) => id)));
  const read = state.citations.map((citation, index) => reader.read(citation, index));
  const noted = withFootnotes({ blocks: body, footnotes: state.footnotes }, read, formatted.groups);
  const passages = options.withoutPassages ? [] : reader.passages.finish();
  const bibliography = formatted.entries.map(({ id, runs }): BibliographyEntry => ({
    key: id,
    id: state.takeId(`ref-${id}`),
    text: runs,
  }));
  const head = headOf(paper, state, noted.blocks);
  return {
    ...head,
    lang,
    blocks: withLists(head.blocks, lang, bibliography.length > 0, passages.length > 0, state),
    footnotes: noted.footnotes,
    citations: noted.citations,
    works,
    bibliography,
    hangingIndent: formatted.hangingIndent,
    passages,
    remarks: remarks.map(({ author, text }) => ({ author, text })),
    problems: [...state.problems].sort((a, b) => a.range.start - b.range.start),
  };
}

const nothingCited: FormattedWorks = { groups: [], entries: [], missing: [], hangingIndent: false };

function groupOf({ items, footnote }: ReadCitation): GroupToFormat {
  const citations = items.map(({ citation, prefix, suffix }) => {
    const { locator, mode } = citation;
    return {
      id: citation.key,
      ...(locator ? { locator: { label: locator.label, value: locator.value } } : {}),
      ...(prefix.length > 0 ? { prefix } : {}),
      ...(suffix.length > 0 ? { suffix } : {}),
      mode: mode === 'authorInText' ? ('inText' as const) : mode,
    };
  });
  return footnote === undefined ? { citations } : { citations, footnote: footnote + 1 };
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

type UnsetCitation = Omit<ManuscriptCitation, 'text'>;

/** Finds where citations lead. */
class CitationReader {
  readonly passages: PassageCollector;

  constructor(
    private readonly state: PaperState,
    private readonly known: ReadonlySet<string>,
  ) {
    this.passages = new PassageCollector(state.study, (id) => state.takeId(id));
  }

  read({ range, written, items, footnote }: ReadCitation, index: number): UnsetCitation {
    const isResolved = items.every(({ citation }) => this.known.has(citation.key));
    const resolutions = items.map(({ citation }) => resolveCitation(citation, this.state.study));
    this.report(isResolved, written, range, resolutions);
    return {
      range,
      written: oneLine(written),
      isResolved,
      items: items.map((item, at) => this.item(item, resolutions[at], index)),
      footnote,
      id: this.state.takeId(`cite-${String(index + 1)}`),
    };
  }

  private report(
    isResolved: boolean,
    citation: string,
    range: ExportProblem['range'],
    resolutions: readonly Resolution[],
  ): void {
    const leadsNowhere = resolutions.some(({ problems }) =>
      problems.some(({ check }) => check !== 'citation/no-locator'),
    );
    if (isResolved && !leadsNowhere) return;
    const message = messageOf(isResolved ? 'export.unknownPlace' : 'export.unknownKey', { citation });
    this.state.problems.push({ kind: 'unresolved', range, message });
  }

  private item(
    { citation, prefix, suffix }: ReadCitation['items'][number],
    resolution: Resolution | undefined,
    index: number,
  ): ManuscriptCiteItem {
    const { locator } = citation;
    const source = resolution?.source;
    const leads = source && (!locator || (resolution.parts.length > 0 && resolution.problems.length === 0));
    return {
      key: citation.key,
      mode: citation.mode,
      prefix,
      suffix,
      locator: locator && { label: locator.label, value: locator.value },
      target: leads ? targetOf(resolution) : undefined,
      entry: leads ? this.passages.add({ source, parts: resolution.parts }, index) : undefined,
    };
  }
}

function targetOf({ target, source }: Resolution): CitedTarget | undefined {
  if (!target || !source) return undefined;
  const { passages, section, note } = target;
  return { source: source.key, passages, section: section && (section.title || section.label), note };
}

/** Gives citations what their style prints, and those of a style of notes their footnotes. */
function withFootnotes(
  tree: Pick<Manuscript, 'blocks' | 'footnotes'>,
  citations: readonly UnsetCitation[],
  groups: readonly FormattedGroup[],
): Pick<Manuscript, 'blocks' | 'footnotes' | 'citations'> {
  const set = citations.map((citation, index): ManuscriptCitation => {
    const group = citation.isResolved ? groups[index] : undefined;
    const text = group ? (group.note ?? group.runs) : [{ text: citation.written }];
    return { ...citation, text };
  });
  if (groups.every(({ note }) => note === undefined)) return { ...tree, citations: set };
  const notes = set.map(({ isResolved }, index) => ({
    inText: styledInlines(groups[index]?.runs ?? []),
    isNote: isResolved && groups[index]?.note !== undefined,
  }));
  const { blocks, footnotes, footnoteOf } = citationsAsFootnotes(tree, notes);
  return {
    blocks,
    footnotes,
    citations: set.map((citation, index) => ({ ...citation, footnote: footnoteOf[index] })),
  };
}

/** Returns what a citation style has set as inlines. */
export function styledInlines(runs: readonly StyledRun[]): readonly ManuscriptInline[] {
  return runs.map((run): ManuscriptInline => {
    let inline: ManuscriptInline = { kind: 'text', text: run.text };
    const wrap = (
      kind: 'emphasis' | 'strong' | 'smallCaps' | 'underline' | 'superscript' | 'subscript',
    ): void => {
      inline = { kind, children: [inline] };
    };
    if (run.smallCaps) wrap('smallCaps');
    if (run.underline) wrap('underline');
    if (run.vertical) wrap(run.vertical);
    if (run.italic) wrap('emphasis');
    if (run.bold) wrap('strong');
    return run.link === undefined
      ? inline
      : { kind: 'link', target: run.link, title: '', children: [inline] };
  });
}

type Head = Pick<Manuscript, 'title' | 'subtitle' | 'authors' | 'date' | 'abstract' | 'blocks'>;

/** The title and its companions. A first heading that repeats the title, or is all the title there is, is no block. */
function headOf(paper: Paper, state: PaperState, blocks: readonly ManuscriptBlock[]): Head {
  const { title, subtitle, date, abstract } = paper.document.frontMatter.data;
  const inlines = (value: unknown): readonly ManuscriptInline[] => inlinesOfText(metadataText(value), state);
  const paragraphs = typeof abstract === 'string' ? abstract.split(/\n[ \t]*\n/u) : [];
  const said = inlines(title);
  const [first, ...others] = blocks;
  const isTitle =
    first?.kind === 'heading' && first.level === 1 && isTitleHeading(first.children, said, others);
  return {
    title: isTitle && said.length === 0 ? first.children : said,
    subtitle: inlines(subtitle),
    authors: paperFacts(paper).authors,
    date: metadataText(date),
    abstract: paragraphs.flatMap((text): ManuscriptBlock[] => {
      const children = inlines(text);
      return children.length > 0 ? [{ kind: 'paragraph', children }] : [];
    }),
    blocks: isTitle ? others : blocks,
  };
}

function isTitleHeading(
  heading: readonly ManuscriptInline[],
  title: readonly ManuscriptInline[],
  others: readonly ManuscriptBlock[],
): boolean {
  if (title.length > 0) return wordsOfInlines(heading) === wordsOfInlines(title);
  return !others.some((block) => block.kind === 'heading' && block.level === 1);
}

/** Returns the words of inlines without their looks; of citations and footnotes nothing. */
export function wordsOfInlines(inlines: readonly ManuscriptInline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text' || inline.kind === 'code') return inline.text;
      if (inline.kind === 'math') return inline.tex;
      if (inline.kind === 'image') return inline.alt;
      if (inline.kind === 'break') return ' ';
      return 'children' in inline ? wordsOfInlines(inline.children) : '';
    })
    .join('');
}

/** Adds the places of the works and passages cited. Works stand in a div of the paper that is called `refs`, if there is one. */
function withLists(
  blocks: readonly ManuscriptBlock[],
  lang: string,
  hasWorks: boolean,
  hasPassages: boolean,
  state: PaperState,
): readonly ManuscriptBlock[] {
  const words = languageFor(lang)?.listHeadings ?? english.listHeadings;
  const { level, placed, isPlaced } = placeWorks(blocks, hasWorks);
  const heading = (text: string, id: string): ManuscriptBlock => ({
    kind: 'heading',
    level,
    attributes: { id: state.takeId(id), classes: ['unnumbered'], values: [] },
    children: [{ kind: 'text', text }],
  });
  const endsInHeading = placed.at(-1)?.kind === 'heading';
  const works: ManuscriptBlock[] =
    hasWorks && !isPlaced
      ? [...(endsInHeading ? [] : [heading(words.works, 'works-cited')]), { kind: 'works' }]
      : [];
  const passages: ManuscriptBlock[] = hasPassages
    ? [heading(words.passages, 'passages-cited'), { kind: 'passages' }]
    : [];
  return [...placed, ...works, ...passages];
}

function placeWorks(
  blocks: readonly ManuscriptBlock[],
  hasWorks: boolean,
): { readonly level: number; readonly placed: readonly ManuscriptBlock[]; readonly isPlaced: boolean } {
  const level = Math.min(2, ...blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])));
  const at = hasWorks
    ? blocks.findIndex((block) => block.kind === 'div' && block.attributes.id === 'refs')
    : -1;
  const div = blocks[at];
  if (div?.kind !== 'div') return { level, placed: blocks, isPlaced: false };
  const filled: ManuscriptBlock = { ...div, children: [...div.children, { kind: 'works' }] };
  return { level, placed: blocks.with(at, filled), isPlaced: true };
}
