import type { DocumentTermUse } from '../../core/glossary.ts';
import { termsIn } from '../../core/resolve.ts';
import type { Analysis } from '../../core/study.ts';
import { appendAll, firstIndex } from '../../core/text.ts';
import {
  type Manuscript,
  type ManuscriptBlock,
  type ManuscriptCitation,
  type ManuscriptCiteItem,
  type ManuscriptInline,
  mapRuns,
  styledInlines,
} from '../manuscript.ts';
import { addressOfTarget, pageAddresses, type Site } from './siteModel.ts';

/** Where the text of a manuscript stands among the pages. */
export interface TextPlace {
  /** Whether it is all that a page holds, so that its identifiers are those of the page. */
  readonly isPage: boolean;
  /** The address of a footnote, by its index; undefined where none is shown. */
  readonly addressOfFootnote?: (footnote: number) => string | undefined;
}

type Inlines = readonly ManuscriptInline[];

/**
 * Gives the blocks of a manuscript the links of a page: terms lead to the glossary, citations to their passages, links to other files
 * of the study folder to their pages. What leads nowhere stays as words.
 */
export class LinkedText {
  private readonly uses: readonly DocumentTermUse[];

  /** @param file the paper or source whose manuscript it is */
  constructor(
    private readonly manuscript: Manuscript,
    file: Extract<Analysis, { readonly role: 'paper' | 'source' }>,
    private readonly site: Site,
    private readonly place: TextPlace,
  ) {
    this.uses = termsIn(file, site.study.terms).uses.filter(({ term }) => site.terms.has(term));
  }

  blocks(blocks: readonly ManuscriptBlock[]): readonly ManuscriptBlock[] {
    const levels = new HeadingLevels(blocks);
    return blocks.map((block) =>
      this.withLevels(
        mapRuns(block, (inlines) => this.run(inlines, block)),
        levels,
      ),
    );
  }

  /** One stretch of words: a term is marked where it stands first. */
  private run(inlines: Inlines, block: ManuscriptBlock): Inlines {
    const marked = block.kind === 'heading' ? undefined : new Set<string>();
    return inlines.flatMap((inline) => this.inline(inline, marked));
  }

  private withLevels(block: ManuscriptBlock, levels: HeadingLevels): ManuscriptBlock {
    const { isPage } = this.place;
    if (block.kind === 'heading') {
      const attributes = isPage ? block.attributes : { ...block.attributes, id: '' };
      return { ...block, level: levels.next(block.level), attributes };
    }
    if (block.kind !== 'quote' && block.kind !== 'div') return block;
    return { ...block, children: block.children.map((child) => this.withLevels(child, levels)) };
  }

  /** @param marked the terms that are marked already; undefined where none is to be */
  private inline(inline: ManuscriptInline, marked: Set<string> | undefined): Inlines {
    switch (inline.kind) {
      case 'text':
        return marked ? this.withTerms(inline, marked) : [inline];
      case 'cite': {
        const citation = this.manuscript.citations[inline.citation];
        return citation ? [this.citation(citation)] : [];
      }
      case 'footnote':
        return this.footnoteMark(inline.footnote);
      case 'image':
        if (this.site.pictures.has(inline.path)) return [inline];
        return inline.alt === '' ? [] : [{ kind: 'text', text: inline.alt }];
      case 'fileLink':
        return this.fileLink(inline, marked);
      case 'link':
        return [{ ...inline, children: inline.children.flatMap((child) => this.inline(child, undefined)) }];
      case 'span':
        return [this.span(inline, marked)];
      case 'remarkStart':
      case 'remarkEnd':
        return [];
      default:
        if (!('children' in inline)) return [inline];
        return [{ ...inline, children: inline.children.flatMap((child) => this.inline(child, marked)) }];
    }
  }

  private span(
    inline: Extract<ManuscriptInline, { kind: 'span' }>,
    marked: Set<string> | undefined,
  ): ManuscriptInline {
    const id = this.place.isPage ? inline.attributes.id : '';
    const children = inline.children.flatMap((child) => this.inline(child, marked));
    return { kind: 'span', attributes: { id, classes: [], values: [] }, children };
  }

  private withTerms(inline: Extract<ManuscriptInline, { kind: 'text' }>, marked: Set<string>): Inlines {
    const { text, range } = inline;
    if (!range) return [inline];
    const out: ManuscriptInline[] = [];
    let at = 0;
    for (let next = firstIndex(this.uses, (use) => use.range.end > range.start); ; next++) {
      const use = this.uses[next];
      if (!use || use.range.start >= range.end) break;
      const { term, text: words } = use;
      const id = this.site.terms.get(term)?.id ?? '';
      if (marked.has(id)) continue;
      const found = text.indexOf(words, at);
      if (found < 0) continue;
      marked.add(id);
      if (found > at) out.push({ kind: 'text', text: text.slice(at, found) });
      out.push(classed('term', `${pageAddresses.glossary}#${id}`, [{ kind: 'text', text: words }]));
      at = found + words.length;
    }
    if (at === 0) return [inline];
    if (at < text.length) out.push({ kind: 'text', text: text.slice(at) });
    return out;
  }

  private citation({ id, isResolved, text, items }: ManuscriptCitation): ManuscriptInline {
    const children: ManuscriptInline[] = [];
    for (let at = 0; at < text.length;) {
      const item = text[at]?.citation;
      let end = at + 1;
      while (end < text.length && text[end]?.citation === item) end++;
      const runs = text.slice(at, end).map(({ link: _, ...run }) => run);
      const words = styledInlines(runs);
      const target = item === undefined ? undefined : this.targetOf(items[item]);
      if (target === undefined) appendAll(children, words);
      else children.push(classed('cited', target, words));
      at = end;
    }
    const classes = isResolved ? ['citation'] : ['citation', 'unresolved'];
    return { kind: 'span', attributes: { id: this.place.isPage ? id : '', classes, values: [] }, children };
  }

  /** On the page of a paper a citation leads to the list of its passages, elsewhere to the page of the source. */
  private targetOf(item: ManuscriptCiteItem | undefined): string | undefined {
    if (!item) return undefined;
    if (this.place.isPage && item.entry !== undefined) return `#${item.entry}`;
    return item.target && addressOfTarget(this.site, item.target);
  }

  private footnoteMark(footnote: number): Inlines {
    const target = this.place.addressOfFootnote?.(footnote);
    if (target === undefined) return [];
    const mark: ManuscriptInline = { kind: 'text', text: String(footnote + 1) };
    const id = this.place.isPage ? `fnref-${String(footnote + 1)}` : '';
    const link = classed('note-mark', target, [mark]);
    return [
      {
        kind: 'superscript',
        children: [{ kind: 'span', attributes: { id, classes: [], values: [] }, children: [link] }],
      },
    ];
  }

  private fileLink(
    inline: Extract<ManuscriptInline, { kind: 'fileLink' }>,
    marked: Set<string> | undefined,
  ): Inlines {
    const page = this.site.pageOfFile.get(inline.path);
    if (page === undefined) return inline.children.flatMap((child) => this.inline(child, marked));
    const children = inline.children.flatMap((child) => this.inline(child, undefined));
    return [{ kind: 'link', target: page, title: '', children }];
  }
}

/** The levels of headings below that of the page: the outermost is 2, and none is left out on the way down. */
class HeadingLevels {
  private readonly outermost: number;
  private last = 1;

  constructor(blocks: readonly ManuscriptBlock[]) {
    this.outermost = Math.min(
      6,
      ...blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])),
    );
  }

  next(level: number): number {
    this.last = Math.max(2, Math.min(level - this.outermost + 2, this.last + 1, 6));
    return this.last;
  }
}

/** A link of a class. */
function classed(name: string, target: string, children: Inlines): ManuscriptInline {
  return {
    kind: 'span',
    attributes: { id: '', classes: [name], values: [] },
    children: [{ kind: 'link', target, title: '', children }],
  };
}
