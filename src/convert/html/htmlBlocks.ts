import { tableOf } from '../../core/text.ts';
import type { Element, Nodes } from 'hast';
import {
  type Block,
  Collector,
  type Run,
  type RunStyle,
  safeAddress,
  type Setting,
  tidyRuns,
} from '../blocks.ts';
import type { HtmlMarks } from './htmlMarks.ts';
import type { HtmlNotes } from './htmlNotes.ts';
import { itemMarksInMarkdown, numbersOfItems } from './listNumbers.ts';
import { isMath, mathText } from './mathText.ts';
import { attribute, endLineOf, htmlText, isElement, lineOfHtml } from './htmlTree.ts';
import { inColumns } from './tableColumns.ts';

/** What is known of the page while its blocks are read. */
export interface HtmlContext {
  readonly notes: HtmlNotes;
  readonly marks: HtmlMarks;
  readonly cut: ReadonlySet<Element>;
  /** The page's own address, against which relative links are resolved. */
  readonly base: string | undefined;
}

/** Elements on lines of their own. Those that HTML does not know, as the `st1:place` of Word, stand among words. */
const ownLineTags = new Set(
  (
    'address article aside body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section ' +
    'summary table tbody td tfoot th thead tr ul xmp blockquote'
  ).split(' '),
);
const styles = tableOf<RunStyle>({
  em: { emphasis: true },
  i: { emphasis: true },
  cite: { emphasis: true },
  dfn: { emphasis: true },
  var: { emphasis: true },
  strong: { strong: true },
  b: { strong: true },
  del: { deleted: true },
  s: { deleted: true },
  strike: { deleted: true },
  code: { code: true },
  kbd: { code: true },
  samp: { code: true },
  tt: { code: true },
  sup: { raised: true },
  sub: { lowered: true },
});
/** Whether a paragraph has a class that calls it a quotation: `quote`, `quoteb`, `blockquote`, and those of Word. */
function isQuoting(element: Element): boolean {
  return /(?:^|\s)(?:(?:block-?)?quot(?:e[a-z]?|ation)|mso(?:intense)?quote)(?:$|\s)/i.test(
    attribute(element, 'className'),
  );
}

const standfirstWords =
  /(?:^|\s)(?:standfirst|dek|excerpt|entry-summary|abstract|subtitle|sub-title|article-summary|lede?)(?:\s|$)/i;

/** Reads the blocks inside an element, in reading order. */
export function readHtmlBlocks(parent: Nodes, context: HtmlContext): Block[] {
  const walker = new Walker(context);
  walker.children(parent, undefined, { kind: 'paragraph' });
  walker.collector.flush({ kind: 'paragraph' });
  return walker.collector.blocks;
}

class Walker {
  readonly collector = new Collector();
  private quotations = 0;
  /** How many blocks there were when the figure began that is read. */
  private figureFrom = 0;
  /** The last quotation that is one by the class of its paragraphs: the next such paragraph goes on with it. */
  private byClass: number | undefined;

  constructor(private readonly context: HtmlContext) {}

  children(parent: Nodes, style: RunStyle | undefined, setting: Setting): void {
    if (!('children' in parent)) return;
    for (const child of parent.children) {
      if (child.type === 'text') this.collector.text(child.value, style, lineOfHtml(child));
      else if (isElement(child)) this.element(child, style, setting);
    }
  }

  private element(element: Element, style: RunStyle | undefined, setting: Setting): void {
    if (this.context.cut.has(element) || this.context.notes.backLinks.has(element)) return;
    const mark = this.context.notes.marks.get(element);
    if (mark !== undefined) return this.collector.mark(mark, lineOfHtml(element));
    const page = this.context.marks.pages.get(element);
    if (page !== undefined) return this.page(page, element, setting);
    if (element.tagName === 'br') return this.collector.lineBreak(setting);
    if (element.tagName === 'img') return this.picture(element);
    const note = this.context.notes.notes.get(element);
    if (note === undefined && isInline(element)) return this.inline(element, style, setting);
    this.collector.flush(setting);
    if (note !== undefined) this.inside(element, style, { kind: 'note', note });
    else this.block(element, style, setting);
  }

  /** The mark of a page stands between words, or between blocks where its element is a block. */
  private page(label: string, element: Element, setting: Setting): void {
    const isBlock = !isInline(element);
    if (isBlock) this.collector.flush(setting);
    this.collector.page(label, lineOfHtml(element));
    if (isBlock) this.collector.flush(setting);
  }

  private inside(element: Element, style: RunStyle | undefined, setting: Setting): void {
    this.children(element, style, setting);
    this.collector.flush(setting);
  }

  private inline(element: Element, style: RunStyle | undefined, setting: Setting): void {
    const { tagName } = element;
    if (tagName === 'rp' || tagName === 'rt') return;
    if (isMath(element)) return this.collector.text(mathText(element), style, lineOfHtml(element));
    if (tagName === 'q') this.collector.text('“', style, lineOfHtml(element));
    this.children(element, this.styleOf(element, style), setting);
    if (tagName === 'q') this.collector.text('”', style, endLineOf(element));
  }

  private styleOf(element: Element, style: RunStyle | undefined): RunStyle | undefined {
    if (element.tagName === 'a') {
      const href = attribute(element, 'href');
      const link = safeAddress(href, this.context.base);
      return href === '' || style?.link !== undefined
        ? style
        : { ...style, anchor: true, ...(link === undefined ? {} : { link }) };
    }
    const css = attribute(element, 'style');
    const own = {
      ...styles[element.tagName],
      ...(/font-style\s*:\s*italic/i.test(css) ? { emphasis: true as const } : {}),
      ...(/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(css) ? { strong: true as const } : {}),
    };
    return Object.keys(own).length === 0 ? style : { ...style, ...own };
  }

  private block(element: Element, style: RunStyle | undefined, setting: Setting): void {
    const { tagName } = element;
    if (/^h[1-6]$/.test(tagName))
      return this.inside(element, undefined, {
        ...setting,
        kind: 'heading',
        depth: Number(tagName[1]),
        sure: true,
      });
    if (tagName === 'blockquote' && setting.kind !== 'note')
      return this.inside(element, style, {
        kind: 'paragraph',
        sure: true,
        quotation: setting.quotation ?? ++this.quotations,
      });
    const quotation = setting.quotation ?? (tagName === 'figcaption' ? this.quotationOfFigure() : undefined);
    if ((tagName === 'footer' || tagName === 'figcaption') && quotation !== undefined)
      return this.inside(element, style, { ...setting, quotation, kind: 'attribution' });
    if (tagName === 'ul' || tagName === 'ol') return this.list(element, style, setting);
    if (tagName === 'table' && this.isData(element)) return this.table(element, setting);
    if (tagName === 'pre') return this.code(element, setting);
    if (tagName === 'hr') {
      this.collector.blocks.push({
        kind: 'break',
        runs: [],
        line: lineOfHtml(element),
        endLine: lineOfHtml(element),
      });
      return;
    }
    if (tagName === 'figure') return this.figure(element, style, setting);
    this.inside(element, style, this.paragraphSetting(element, setting));
  }

  private paragraphSetting(element: Element, setting: Setting): Setting {
    if (setting.kind !== 'paragraph') return setting;
    if (element.tagName === 'p' && setting.quotation === undefined && isQuoting(element)) {
      const isNext = this.collector.blocks.at(-1)?.quotation === this.byClass;
      const quotation = isNext && this.byClass !== undefined ? this.byClass : ++this.quotations;
      this.byClass = quotation;
      return { ...setting, sure: true, quotation };
    }
    if (setting.quotation !== undefined && /text-align\s*:\s*right/i.test(attribute(element, 'style')))
      return { ...setting, kind: 'attribution' };
    return standfirstWords.test(attribute(element, 'className'))
      ? { ...setting, standfirst: 'class' }
      : setting;
  }

  /** Reads a part of the page as blocks of its own. */
  private nested(element: Element): Block[] {
    const walker = new Walker(this.context);
    walker.children(element, undefined, { kind: 'paragraph' });
    walker.collector.flush({ kind: 'paragraph' });
    return walker.collector.blocks;
  }

  private list(element: Element, style: RunStyle | undefined, setting: Setting): void {
    const items = element.children.filter(isElement).filter((child) => !this.context.cut.has(child));
    if (items.some((item) => this.context.notes.notes.has(item)))
      return this.children(element, style, setting);
    const numbers = numbersOfItems(element, items);
    const read = items
      .map((item, at) => ({ item: this.nested(item), number: numbers?.[at] }))
      .filter(({ item }) => item.length > 0);
    // Markdown counts on from the first number: where the page does not, another list begins.
    for (let from = 0, to = 1; from < read.length; to++) {
      const [before, next] = [read[to - 1]?.number, read[to]?.number];
      if (to < read.length && (before === undefined || next === before + 1)) continue;
      this.counted(element, read.slice(from, to), setting);
      from = to;
    }
  }

  /** Adds a list whose numbers count on from the first. */
  private counted(
    element: Element,
    items: readonly { readonly item: readonly Block[]; readonly number: number | undefined }[],
    setting: Setting,
  ): void {
    const ordered = items[0]?.number;
    const marks = ordered === undefined ? undefined : itemMarksInMarkdown(element, ordered, items.length);
    this.collector.blocks.push({
      ...blockOfNote(setting, 'list'),
      runs: [],
      line: lineOfHtml(element),
      endLine: endLineOf(element),
      items: items.map(({ item }) => item),
      sure: true,
      ...(ordered === undefined ? {} : { ordered }),
      ...(marks ? { marks } : {}),
      ...(setting.quotation === undefined ? {} : { quotation: setting.quotation }),
    });
  }

  /**
   * Whether a table holds data: it has two rows of two cells. Other tables are for layout and read as their content.
   */
  private isData(table: Element): boolean {
    if (/^(?:presentation|none)$/.test(attribute(table, 'role'))) return false;
    const rows = tableRowsOf(table);
    const nested = rows.some((row) =>
      row.some((cell) =>
        cell.children.some(
          (child) => isElement(child) && /^(?:table|h[1-6]|ul|ol|blockquote)$/.test(child.tagName),
        ),
      ),
    );
    return !nested && rows.filter((row) => row.length >= 2).length >= 2;
  }

  private table(table: Element, setting: Setting): void {
    const caption = table.children.find((child) => isElement(child) && child.tagName === 'caption');
    if (isElement(caption)) this.inside(caption, undefined, this.paragraphSetting(caption, setting));
    const rows = inColumns(tableRowsOf(table)).map((row) => row.map((cell) => (cell ? this.cell(cell) : [])));
    this.collector.blocks.push({
      ...blockOfNote(setting, 'table'),
      runs: [],
      rows,
      line: lineOfHtml(table),
      endLine: endLineOf(table),
      sure: true,
      ...(setting.quotation === undefined ? {} : { quotation: setting.quotation }),
    });
  }

  private cell(cell: Element): Run[] {
    const blocks = this.nested(cell);
    return tidyRuns(
      blocks.flatMap((block, index) => (index === 0 ? block.runs : [{ text: ' ' }, ...block.runs])),
    );
  }

  private code(element: Element, setting: Setting): void {
    const text = rawText(element).replace(/^\n/, '').trimEnd();
    if (text.trim() === '') return;
    const language = /(?:^|\s)lang(?:uage)?-([\w+-]{1,20})/.exec(
      attribute(element, 'className') + ' ' + codeClass(element),
    )?.[1];
    this.collector.blocks.push({
      kind: 'code',
      runs: [{ text }],
      line: lineOfHtml(element),
      endLine: endLineOf(element),
      sure: true,
      ...(language === undefined ? {} : { language }),
      ...(setting.quotation === undefined ? {} : { quotation: setting.quotation }),
    });
  }

  /** Reads a figure. The caption of an image becomes its description. Other figures are read as their content. */
  private figure(element: Element, style: RunStyle | undefined, setting: Setting): void {
    const picture = htmlImages(element)[0];
    const caption = element.children.filter(isElement).find((child) => child.tagName === 'figcaption');
    if (
      picture === undefined ||
      safeAddress(attribute(picture, 'src'), this.context.base) === undefined ||
      element.children.some((child) => isElement(child) && /^(?:blockquote|table|pre)$/.test(child.tagName))
    )
      return this.content(element, style, setting);
    this.picture(picture, caption ? htmlText(caption) : undefined);
    this.collector.flush(setting);
  }

  private content(figure: Element, style: RunStyle | undefined, setting: Setting): void {
    const around = this.figureFrom;
    this.figureFrom = this.collector.blocks.length;
    this.inside(figure, style, setting);
    this.figureFrom = around;
  }

  /** The quotation that a figure ends with; one before the figure has nothing to do with its caption. */
  private quotationOfFigure(): number | undefined {
    const { blocks } = this.collector;
    return blocks.length > this.figureFrom ? blocks.at(-1)?.quotation : undefined;
  }

  private picture(element: Element, caption?: string): void {
    const url = safeAddress(attribute(element, 'src'), this.context.base);
    const alt = caption ?? attribute(element, 'alt').replace(/\s+/g, ' ').trim();
    const names = attribute(element, 'className');
    const tiny = Number(attribute(element, 'width')) === 1 || /pixel|avatar/i.test(names);
    if (/emoji|smiley/i.test(names)) this.collector.text(alt.slice(0, 20), undefined, lineOfHtml(element));
    else if (!tiny && url !== undefined && alt !== '') this.collector.image(url, alt, lineOfHtml(element));
  }
}

function isInline({ tagName }: Element): boolean {
  return !ownLineTags.has(tagName);
}

/** A list or table, or the part of a note that is one. */
function blockOfNote({ note }: Setting, kind: 'list' | 'table'): Pick<Block, 'kind' | 'note'> {
  return note === undefined ? { kind } : { kind: 'note', note };
}

function tableRowsOf(table: Element): Element[][] {
  const sections = table.children
    .filter(isElement)
    .flatMap((child) =>
      /^t(?:head|body|foot)$/.test(child.tagName) ? child.children.filter(isElement) : [child],
    );
  return sections
    .filter((row) => row.tagName === 'tr')
    .map((row) => row.children.filter(isElement).filter((cell) => /^t[dh]$/.test(cell.tagName)));
}

function htmlImages(element: Element): Element[] {
  return element.children
    .filter(isElement)
    .flatMap((child) => (child.tagName === 'img' ? [child] : htmlImages(child)));
}

function rawText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (isElement(node) && node.tagName === 'br') return '\n';
  return 'children' in node ? (node.children as Nodes[]).map(rawText).join('') : '';
}

function codeClass(element: Element): string {
  const code = element.children.find((child) => isElement(child) && child.tagName === 'code');
  return isElement(code) ? attribute(code, 'className') : '';
}
