import type { Definition, FootnoteDefinition, List, Nodes, Root } from 'mdast';
import { languageOf } from '../../core/blocks.ts';
import type { Citation } from '../../core/citations.ts';
import {
  blockTextOf,
  headingRange,
  identifierOf,
  labelsInNodes,
  noReferences,
  readIdentifiers,
  readInlines,
  referenceKey,
  type References,
  stringify,
} from '../../core/inlines.ts';
import { type LocatorTerms, locatorTerms } from '../../core/locators.ts';
import { messageOf, type PlainMessageId } from '../../core/messages.ts';
import type { Paper, Study } from '../../core/study.ts';
import { readAttributes } from '../../core/syntax.ts';
import type { Range } from '../../core/text.ts';
import type { AffixRun } from './affixRuns.ts';
import type { ExportProblem, Footnote, ManuscriptBlock, Remark } from './manuscriptTypes.ts';

/** A remark, and the words of the paper that it stands beside. */
export interface PlacedRemark extends Remark {
  readonly range: Range;
}

/** Citations in one bracket, as they were read, before a style has set them. */
export interface ReadCitation {
  readonly range: Range;
  /** As written, on one line. */
  readonly written: string;
  readonly items: readonly ReadItem[];
  /** Index of the footnote in which it stands; undefined in the text. */
  readonly footnote: number | undefined;
}

export interface ReadItem {
  readonly citation: Citation;
  readonly prefix: readonly AffixRun[];
  readonly suffix: readonly AffixRun[];
}

/** What is known of a paper while its tree is read, and what has been collected so far. */
export class PaperState {
  readonly text: string;
  readonly path: string;
  readonly references: References;
  readonly locatorTerms: LocatorTerms;
  readonly footnotes: Footnote[] = [];
  readonly citations: ReadCitation[] = [];
  readonly problems: ExportProblem[] = [];
  /** By the offset of the `@`. */
  private readonly citationsByStart: ReadonlyMap<number, Citation>;
  private readonly definitions = new Map<string, Definition>();
  private readonly notes = new Map<string, FootnoteDefinition>();
  private readonly headingIds = new Map<Nodes, string>();
  private readonly idsOfHeadings = new Map<string, string>();
  private readonly exampleNumbers = new Map<string, number>();
  private readonly usedIds = new Set<string>();
  private readonly slugs: ReadonlyMap<string, string>;

  constructor(
    readonly paper: Paper,
    readonly study: Study,
    readonly root: Root,
    /** In the order of their places. */
    readonly remarks: readonly PlacedRemark[],
  ) {
    const { document, citations } = paper;
    this.text = document.text;
    this.locatorTerms = locatorTerms(languageOf(document));
    this.path = paper.file.path;
    this.references = labelsInNodes(document.chunks);
    this.citationsByStart = new Map(citations.map((citation) => [citation.range.start, citation]));
    this.slugs = readIdentifiers(document).bySlug;
    this.collect(root);
  }

  citationAt(start: number): Citation | undefined {
    return this.citationsByStart.get(start);
  }

  /** Returns what a label of links leads to. */
  definitionOf(label: string): { readonly url: string; readonly title: string } | undefined {
    const definition = this.definitions.get(label);
    if (definition) return { url: definition.url, title: definition.title ?? '' };
    const id = this.idsOfHeadings.get(label);
    return id === undefined ? undefined : { url: `#${id}`, title: '' };
  }

  footnoteOf(label: string): FootnoteDefinition | undefined {
    return this.notes.get(label);
  }

  exampleNumber(label: string): number | undefined {
    return this.exampleNumbers.get(label);
  }

  headingId(heading: Nodes): string {
    return this.headingIds.get(heading) ?? '';
  }

  /** Returns the identifier that a link within the paper means; undefined where nothing has it. */
  identifierFor(fragment: string): string | undefined {
    const id = this.usedIds.has(fragment) ? fragment : this.slugs.get(fragment.toLowerCase());
    return id !== undefined && this.usedIds.has(id) ? id : undefined;
  }

  /** Returns an identifier that nothing else has; empty where `id` is. */
  takeId(id: string): string {
    if (id === '') return '';
    let free = id;
    for (let count = 1; this.usedIds.has(free); count++) free = `${id}-${String(count)}`;
    this.usedIds.add(free);
    return free;
  }

  /** Adds a footnote, whose content is read after its number is taken. Returns its index. */
  addFootnote(mark: Range, read: (index: number) => readonly ManuscriptBlock[]): number {
    const index = this.footnotes.length;
    this.footnotes.push({ children: [], mark });
    this.footnotes[index] = { children: read(index), mark };
    return index;
  }

  report(kind: ExportProblem['kind'], range: Range, id: PlainMessageId): void {
    this.problems.push({ kind, range, message: messageOf(id) });
  }

  /** Collects what a document defines. A label that is defined twice means what its last definition says, as in Pandoc. */
  private collect(root: Nodes): void {
    let examples = 0;
    const visit = (node: Nodes, quotes: number): void => {
      if (node.type === 'definition') this.definitions.set(referenceKey(node.label ?? node.identifier), node);
      if (node.type === 'footnoteDefinition') this.notes.set(node.label ?? node.identifier, node);
      if (node.type === 'heading') this.nameHeading(node, quotes);
      if (node.type === 'list' && isExampleList(node, this.text))
        for (const item of node.children) {
          examples++;
          const label = item.data?.pandoc?.exampleLabel;
          if (label !== undefined) this.exampleNumbers.set(label, examples);
        }
      if (!('children' in node) || node.type === 'paragraph' || node.type === 'heading') return;
      const inside = quotes + (node.type === 'blockquote' ? 1 : 0);
      for (const child of node.children) visit(child, inside);
    };
    visit(root, 0);
  }

  private nameHeading(node: Nodes, quotes: number): void {
    const block = blockTextOf(node, this.text, quotes);
    const written = block ? block.text.slice(block.from, block.to) : '';
    const words = stringify(readInlines(written, noReferences));
    const given = attributesOfHeading(node, this.text)?.id;
    const id = this.takeId(given || identifierOf(words));
    this.headingIds.set(node, id);
    const label = referenceKey(written);
    if (!this.idsOfHeadings.has(label)) this.idsOfHeadings.set(label, id);
  }
}

/** Whether the items of a list are numbered examples, `(@)`, which count through the whole paper. */
export function isExampleList({ ordered, children: [first] }: List, text: string): boolean {
  const at = first?.position?.start.offset ?? 0;
  return ordered === true && /^\s*\(?@/u.test(text.slice(at, at + maxExampleMarkUnits));
}

const maxExampleMarkUnits = 10;

/** Returns the attributes at the end of a heading; undefined where it has none. */
export function attributesOfHeading(node: Nodes, text: string): ReturnType<typeof readAttributes> {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const content = headingRange({ start, end }, text);
  const at = text.slice(content.end, end).search(/\{/u);
  return at < 0 ? undefined : readAttributes(text, content.end + at, end);
}
