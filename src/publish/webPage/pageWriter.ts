import type { StyledRun } from '../../core/styles.ts';
import { formulaOf, mathMlOf } from '../maths.ts';
import {
  cellPlacesOf,
  type Footnote,
  isPublicAddress,
  type Manuscript,
  type ManuscriptBlock,
  type ManuscriptCitation,
  type ManuscriptImage,
  type ManuscriptInline,
  type ManuscriptTable,
  type PassageEntry,
  type PassagesOfSource,
  runsByItem,
  type TableRow,
} from '../manuscript.ts';
import { attributesText, element, htmlText, idText, safeAttributes } from './htmlText.ts';

type ListBlock = Extract<ManuscriptBlock, { readonly kind: 'list' }>;
type HeadingBlock = Extract<ManuscriptBlock, { readonly kind: 'heading' }>;

const tagOfStyle = {
  emphasis: 'em',
  strong: 'strong',
  strikeout: 's',
  superscript: 'sup',
  subscript: 'sub',
  underline: 'u',
} as const;

const typeOfDigits = {
  decimal: undefined,
  lowerAlpha: 'a',
  upperAlpha: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
} as const;

/** Returns the attributes by which a page finds an image and sets its size; undefined where it has none. */
export type ImageAttributes = (image: ManuscriptImage) => Parameters<typeof attributesText>[0] | undefined;

/** Writes the parts of a manuscript as HTML. */
export class PageWriter {
  /** How much lower headings stand in the page: the title is its only heading of the first level. */
  private readonly shift: number;

  /** @param mayLink which addresses may be followed, besides places in the page */
  constructor(
    private readonly manuscript: Manuscript,
    private readonly attributesOfImage: ImageAttributes,
    private readonly mayLink: (address: string) => boolean = isPublicAddress,
  ) {
    const { title, blocks } = manuscript;
    const hasTop = blocks.some((block) => block.kind === 'heading' && block.level === 1);
    this.shift = title.length > 0 && hasTop ? 1 : 0;
  }

  page(): string {
    const { blocks, footnotes } = this.manuscript;
    return [this.head(), this.blocks(blocks), this.footnotes(footnotes)]
      .filter((part) => part !== '')
      .join('\n');
  }

  private head(): string {
    const { title, subtitle, authors, date, abstract } = this.manuscript;
    const lines = [
      title.length > 0 ? element('h1', {}, this.inlines(title)) : '',
      subtitle.length > 0 ? element('p', { class: 'subtitle' }, this.inlines(subtitle)) : '',
      ...authors.map((author) => element('p', { class: 'author' }, htmlText(author))),
      date === '' ? '' : element('p', { class: 'date' }, htmlText(date)),
      abstract.length > 0 ? element('div', { class: 'abstract' }, this.blocks(abstract)) : '',
    ].filter((line) => line !== '');
    return lines.length === 0 ? '' : element('header', {}, `\n${lines.join('\n')}\n`);
  }

  blocks(blocks: readonly ManuscriptBlock[]): string {
    return blocks.map((block) => this.block(block)).join('\n');
  }

  private block(block: ManuscriptBlock): string {
    switch (block.kind) {
      case 'heading':
        return this.heading(block);
      case 'paragraph':
        return element('p', {}, this.inlines(block.children));
      case 'quote':
        return element('blockquote', {}, `\n${this.blocks(block.children)}\n`);
      case 'list':
        return this.list(block);
      case 'definitions':
        return this.definitions(block.entries);
      case 'code': {
        const { id, ...rest } = safeAttributes(block.attributes);
        return element('pre', { id, tabindex: '0' }, element('code', rest, htmlText(block.text)));
      }
      case 'verse':
        return element('p', { class: 'verse' }, block.lines.map((line) => this.inlines(line)).join('<br>\n'));
      case 'table':
        return this.table(block);
      case 'figure': {
        const caption = element('figcaption', {}, this.inlines(block.caption));
        return element('figure', {}, `${this.imageElement(block.image) ?? ''}${caption}`);
      }
      case 'rule':
        return '<hr>';
      case 'div':
        return element('div', safeAttributes(block.attributes), `\n${this.blocks(block.children)}\n`);
      case 'works':
        return this.works();
      case 'passages':
        return this.manuscript.passages.map((source) => this.passagesOf(source)).join('\n');
    }
  }

  private level(level: number): string {
    return `h${String(Math.min(6, level + this.shift))}`;
  }

  private heading({ level, attributes, children }: HeadingBlock): string {
    return element(this.level(level), safeAttributes(attributes), this.inlines(children));
  }

  private list({ start, numbering, isTight, items }: ListBlock): string {
    const content = items.map(({ isChecked, children }) => {
      const box =
        isChecked === undefined ? '' : `<input type="checkbox" disabled${isChecked ? ' checked' : ''}> `;
      const [first, ...others] = children;
      const isPlain = (isTight || box !== '') && first?.kind === 'paragraph';
      const inner = isPlain
        ? [box + this.inlines(first.children), ...others.map((block) => this.block(block))].join('\n')
        : box + this.blocks(children);
      return element(
        isChecked === undefined ? 'li' : 'li',
        isChecked === undefined ? {} : { class: 'task' },
        inner,
      );
    });
    const type = typeOfDigits[numbering.digits];
    const from = start === undefined || start === 1 ? undefined : String(start);
    const name = start === undefined ? 'ul' : 'ol';
    const style = numbering.delimiter === 'period' || start === undefined ? undefined : numbering.delimiter;
    return element(
      name,
      start === undefined ? {} : { start: from, type, class: style },
      `\n${content.join('\n')}\n`,
    );
  }

  private definitions(entries: Extract<ManuscriptBlock, { kind: 'definitions' }>['entries']): string {
    const content = entries.flatMap(({ term, definitions }) => [
      element('dt', {}, this.inlines(term)),
      ...definitions.map((blocks) => element('dd', {}, this.blocks(blocks))),
    ]);
    return element('dl', {}, `\n${content.join('\n')}\n`);
  }

  private table(table: ManuscriptTable): string {
    const { caption, alignments, head, rows } = table;
    const placeOf = cellPlacesOf(table);
    const row = (cells: TableRow, tag: 'th' | 'td', at: number): string => {
      const written = cells.map((cell, column) => {
        const place = placeOf(at, column);
        if (place.kind === 'covered') return '';
        const align = alignments[column];
        const attributes = {
          scope: tag === 'td' ? undefined : place.columns > 1 ? 'colgroup' : 'col',
          colspan: place.columns > 1 ? String(place.columns) : undefined,
          rowspan: place.rows > 1 ? String(place.rows) : undefined,
          class: align && `align-${align}`,
        };
        return element(tag, attributes, this.cell(cell));
      });
      return element('tr', {}, written.join(''));
    };
    const parts = [
      caption.length > 0 ? element('caption', {}, this.inlines(caption)) : '',
      head.length > 0 ? element('thead', {}, head.map((cells, at) => row(cells, 'th', at)).join('\n')) : '',
      element('tbody', {}, rows.map((cells, at) => row(cells, 'td', head.length + at)).join('\n')),
    ].filter((part) => part !== '');
    return element('table', {}, `\n${parts.join('\n')}\n`);
  }

  private cell(blocks: readonly ManuscriptBlock[]): string {
    const [only, more] = blocks;
    return only?.kind === 'paragraph' && !more ? this.inlines(only.children) : this.blocks(blocks);
  }

  private footnotes(footnotes: readonly Footnote[]): string {
    if (footnotes.length === 0) return '';
    const items = footnotes.map(({ children }, index) => {
      const number = String(index + 1);
      const back = element(
        'a',
        { href: `#fnref-${number}`, class: 'back', role: 'doc-backlink' },
        `↩\ufe0e${number}`,
      );
      const last = children.at(-1);
      const isOpen = last?.kind === 'paragraph';
      const before = isOpen ? children.slice(0, -1) : children;
      const end = element('p', {}, `${isOpen ? `${this.inlines(last.children)} ` : ''}${back}`);
      return element(
        'li',
        { id: `fn-${number}` },
        [...before.map((block) => this.block(block)), end].join('\n'),
      );
    });
    return element(
      'section',
      { class: 'footnotes', role: 'doc-endnotes' },
      `\n<hr>\n<ol>\n${items.join('\n')}\n</ol>\n`,
    );
  }

  private works(): string {
    const { bibliography, hangingIndent } = this.manuscript;
    const items = bibliography.map(({ id, text }) => element('li', { id: idText(id) }, this.runs(text)));
    return element('ul', { class: hangingIndent ? 'works hanging' : 'works' }, `\n${items.join('\n')}\n`);
  }

  private passagesOf({ id, title, author, entries }: PassagesOfSource): string {
    const by = author === '' ? '' : `, ${htmlText(author)}`;
    const name = element(
      'p',
      { class: 'source', id: idText(id) },
      `${element('cite', {}, htmlText(title))}${by}`,
    );
    const list = entries.map((entry) => this.entry(entry)).join('\n');
    return entries.length === 0 ? name : `${name}\n${element('dl', { class: 'passages' }, `\n${list}\n`)}`;
  }

  private entry({ id, label, sections, shown, kind, citedBy }: PassageEntry): string {
    const trail =
      sections.length === 0 ? '' : ` ${element('span', { class: 'trail' }, htmlText(sections.join(' › ')))}`;
    const { citations } = this.manuscript;
    const links = citedBy.map((index) => {
      const number = String(index + 1);
      return element('a', { href: `#${citations[index]?.id ?? ''}`, class: 'back' }, `↩\ufe0e${number}`);
    });
    const words = shown === '' ? '' : `${element('span', { class: kind }, htmlText(shown))} `;
    const term = element('dt', { id: idText(id) }, `${htmlText(label)}${trail}`);
    return `${term}\n${element('dd', {}, words + links.join(' '))}`;
  }

  inlines(inlines: readonly ManuscriptInline[]): string {
    return inlines.map((inline) => this.inline(inline)).join('');
  }

  private inline(inline: ManuscriptInline): string {
    switch (inline.kind) {
      case 'text':
        return htmlText(inline.text);
      case 'smallCaps':
        return element('span', { class: 'small-caps' }, this.inlines(inline.children));
      case 'code':
        return element('code', {}, htmlText(inline.text));
      case 'math':
        return this.formula(inline.tex, inline.isDisplay);
      case 'link':
        return this.link(inline.target, inline.title, this.inlines(inline.children));
      case 'fileLink':
        return this.inlines(inline.children);
      case 'image':
        return this.image(inline);
      case 'footnote': {
        const number = String(inline.footnote + 1);
        const mark = element(
          'a',
          { href: `#fn-${number}`, id: `fnref-${number}`, role: 'doc-noteref' },
          number,
        );
        return element('sup', { class: 'note' }, mark);
      }
      case 'cite':
        return this.citation(this.manuscript.citations[inline.citation]);
      case 'span':
        return element(
          inline.attributes.classes.includes('mark') ? 'mark' : 'span',
          safeAttributes(inline.attributes),
          this.inlines(inline.children),
        );
      case 'break':
        return '<br>\n';
      case 'remarkStart':
        return '';
      case 'remarkEnd': {
        const remark = this.manuscript.remarks[inline.remark];
        const by = remark?.author ? `${remark.author}: ` : '';
        return remark
          ? element('span', { class: 'remark', role: 'note' }, htmlText(`${by}${remark.text}`))
          : '';
      }
      default:
        return element(tagOfStyle[inline.kind], {}, this.inlines(inline.children));
    }
  }

  private formula(tex: string, isDisplay: boolean): string {
    const formula = formulaOf(tex);
    return formula ? mathMlOf(formula, isDisplay) : element('code', { class: 'tex' }, htmlText(tex));
  }

  private link(target: string, title: string, content: string): string {
    if (target.startsWith('#')) return element('a', { href: `#${idText(target.slice(1))}`, title }, content);
    return this.mayLink(target) ? element('a', { href: target, title, rel: 'noreferrer' }, content) : content;
  }

  private image(image: ManuscriptImage): string {
    return this.imageElement(image) ?? htmlText(image.alt);
  }

  private imageElement(image: ManuscriptImage): string | undefined {
    const attributes = this.attributesOfImage(image);
    if (!attributes) return undefined;
    const { src, ...sizes } = attributes;
    const { alt, title } = image;
    return `<img${attributesText({ src })} alt="${htmlText(alt)}"${attributesText({ title, ...sizes })}>`;
  }

  private citation(citation: ManuscriptCitation | undefined): string {
    if (!citation) return '';
    const id = idText(citation.id);
    if (!citation.isResolved)
      return element(
        'mark',
        { id, class: 'unresolved' },
        htmlText(citation.text.map(({ text }) => text).join('')),
      );
    const parts = runsByItem(citation.text).map(({ item, runs }) => {
      const entry = item === undefined ? undefined : citation.items[item]?.entry;
      return entry === undefined ? this.runs(runs) : this.link(`#${entry}`, '', this.runs(runs, true));
    });
    return element('span', { id, class: 'citation' }, parts.join(''));
  }

  /** @param isLinked whether they are within a link */
  private runs(runs: readonly StyledRun[], isLinked = false): string {
    return runs.map((run) => this.run(run, isLinked)).join('');
  }

  private run(run: StyledRun, isLinked: boolean): string {
    let html = htmlText(run.text);
    if (run.smallCaps) html = element('span', { class: 'small-caps' }, html);
    if (run.underline) html = element('u', {}, html);
    if (run.vertical) html = element(run.vertical === 'superscript' ? 'sup' : 'sub', {}, html);
    if (run.italic) html = element('em', {}, html);
    if (run.bold) html = element('strong', {}, html);
    return run.link === undefined || isLinked ? html : this.link(run.link, '', html);
  }
}
