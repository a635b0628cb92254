import type { StyledRun } from '../../core/styles.ts';
import type { ManuscriptCitation, ManuscriptImage, ManuscriptInline } from '../manuscript.ts';
import { formulaOf } from '../maths.ts';
import { escapeMarkup, looksByKind, looksOfRun, looksOfSpan, markup, openAddress } from '../packing.ts';
import { odtCitationName } from '../zotero.ts';
import type { PublishedOdt } from './publishedOdt.ts';
import { isReadByLibreOffice } from './odtFormulas.ts';
import type { OdtTextLooks } from './odtLooks.ts';

/** Writes inlines as the content of paragraphs. */
export class OdtInlines {
  /** Whether a space here would be lost: it stands after another, or at the beginning of a paragraph (6.1.2). */
  private isAfterSpace = true;

  constructor(
    private readonly file: PublishedOdt,
    /** Writes the paragraphs of a footnote. */
    private readonly writeFootnote: (index: number) => string | undefined,
  ) {}

  /** The content of a paragraph. */
  paragraph(inlines: readonly ManuscriptInline[], looks: OdtTextLooks = {}): string {
    this.isAfterSpace = true;
    return this.write(inlines, looks);
  }

  write(inlines: readonly ManuscriptInline[], looks: OdtTextLooks = {}): string {
    return inlines.map((inline) => this.one(inline, looks)).join('');
  }

  /** Words in one look. */
  words(text: string, looks: OdtTextLooks = {}): string {
    const style = this.file.styles.ofText(looks);
    const content = this.characters(text);
    return style === undefined || content === ''
      ? content
      : markup('text:span', { 'text:style-name': style }, content);
  }

  /** Runs of a citation style, those of a citation as links to what is cited. */
  styled(
    runs: readonly StyledRun[],
    looks: OdtTextLooks,
    linkOf: (run: StyledRun) => string | undefined,
  ): string {
    return runs
      .map((run) => {
        const target = linkOf(run) ?? run.link;
        const content = this.styledRun(run, looks);
        return target === undefined ? content : this.link(target, content);
      })
      .join('');
  }

  /** A link to a place of the document, `#id`, or to an address. */
  link(target: string, content: string, title = ''): string {
    const href = target.startsWith('#') ? `#${this.file.nameOf(target.slice(1))}` : openAddress(target);
    if (href === undefined) return content;
    return markup(
      'text:a',
      {
        'xlink:type': 'simple',
        'xlink:href': href,
        'office:title': title === '' ? undefined : title,
        'text:style-name': 'Internet_20_link',
        'text:visited-style-name': 'Internet_20_link',
      },
      content,
    );
  }

  private styledRun(run: StyledRun, looks: OdtTextLooks): string {
    return this.words(run.text, looksOfRun(run, looks));
  }

  private one(inline: ManuscriptInline, looks: OdtTextLooks): string {
    switch (inline.kind) {
      case 'text':
        return this.words(inline.text, looks);
      case 'code':
        return this.words(inline.text, { ...looks, code: true });
      case 'math':
        return this.math(inline.tex, inline.isDisplay, looks);
      case 'link':
        return this.linkTo(inline, looks);
      case 'image':
        return this.image(inline, looks);
      case 'footnote':
        return this.footnote(inline.footnote);
      case 'cite':
        return this.cite(inline.citation, looks);
      case 'span':
        return this.span(inline, looks);
      case 'break':
        return this.characters('\n');
      case 'remarkStart':
      case 'remarkEnd':
        return this.remark(inline);
      default:
        return this.write(inline.children, { ...looks, ...looksByKind[inline.kind] });
    }
  }

  /** Text with the elements that stand for spaces in a row, tabs and line ends. */
  private characters(text: string): string {
    let made = '';
    for (const piece of text.split(/( +|\t|\n)/)) {
      if (piece === '') continue;
      if (piece === '\t' || piece === '\n') made += piece === '\t' ? '<text:tab/>' : '<text:line-break/>';
      else if (piece.startsWith(' ')) made += this.spaces(piece.length);
      else made += escapeMarkup(piece);
      this.isAfterSpace = /^[ \t\n]/.test(piece);
    }
    return made;
  }

  private spaces(count: number): string {
    const kept = this.isAfterSpace ? 0 : 1;
    const rest = count - kept;
    if (rest === 0) return ' ';
    return ' '.repeat(kept) + markup('text:s', { 'text:c': rest === 1 ? undefined : rest });
  }

  /** A link holds no other link. */
  private linkTo(inline: ManuscriptInline & { readonly kind: 'link' }, looks: OdtTextLooks): string {
    const content = this.write(inline.children, looks);
    return content.includes('<text:a ') ? content : this.link(inline.target, content, inline.title);
  }

  private span(
    { attributes, children }: ManuscriptInline & { readonly kind: 'span' },
    looks: OdtTextLooks,
  ): string {
    const content = this.write(children, looksOfSpan(attributes, looks));
    return this.file.bookmark(attributes.id, content);
  }

  private math(tex: string, isDisplay: boolean, looks: OdtTextLooks): string {
    const formula = formulaOf(tex);
    if (!formula || !isReadByLibreOffice(formula)) return this.words(tex, { ...looks, code: true });
    this.isAfterSpace = false;
    const object = markup('draw:object', {
      ...embedded,
      'xlink:href': `./${this.file.addFormula(formula, isDisplay)}`,
    });
    return markup(
      'draw:frame',
      {
        'draw:style-name': this.file.styles.ofGraphic('middle', 'text'),
        'draw:name': this.file.nextShape('Formula'),
        'text:anchor-type': 'as-char',
      },
      object,
    );
  }

  private cite(index: number, looks: OdtTextLooks): string {
    const citation = this.file.manuscript.citations[index];
    if (!citation) return '';
    if (!citation.isResolved)
      return this.file.bookmark(citation.id, this.words(citation.written, { ...looks, marked: true }));
    const field = this.file.zotero?.of(citation);
    if (!field) return this.file.bookmark(citation.id, this.linkedCitation(citation, looks));
    const name = { 'text:name': odtCitationName(field.data, index + 1) };
    return [
      ...field.before.map((run) => this.styledRun(run, looks)),
      markup('text:reference-mark-start', name),
      ...field.shown.map((run) => this.styledRun(run, looks)),
      markup('text:reference-mark-end', name),
    ].join('');
  }

  private linkedCitation({ text, items }: ManuscriptCitation, looks: OdtTextLooks): string {
    return this.styled(text, looks, ({ citation }) => {
      const item = citation === undefined ? undefined : items[citation];
      const id = item?.entry ?? this.file.manuscript.bibliography.find((work) => work.key === item?.key)?.id;
      return id === undefined ? undefined : `#${id}`;
    });
  }

  private footnote(index: number): string {
    const body = this.writeFootnote(index);
    if (body === undefined) return '';
    this.isAfterSpace = false;
    const number = this.file.nextFootnote();
    return markup(
      'text:note',
      { 'text:id': `ftn${String(number)}`, 'text:note-class': 'footnote' },
      markup('text:note-citation', {}, String(number)) + markup('text:note-body', {}, body),
    );
  }

  private remark({
    kind,
    remark,
  }: ManuscriptInline & { readonly kind: 'remarkStart' | 'remarkEnd' }): string {
    const said = this.file.manuscript.remarks[remark];
    if (!said) return '';
    const name = { 'office:name': `remark${String(remark + 1)}` };
    if (kind === 'remarkEnd') return markup('office:annotation-end', name);
    const author = markup('dc:creator', {}, escapeMarkup(said.author === '' ? 'Pilcrow' : said.author));
    const wasAfterSpace = this.isAfterSpace;
    const paragraphs = said.text
      .split(/\n\n+/)
      .map((part) => markup('text:p', {}, this.paragraph([{ kind: 'text', text: part }])));
    this.isAfterSpace = wasAfterSpace;
    return markup('office:annotation', name, author + paragraphs.join(''));
  }

  private image(image: ManuscriptImage, looks: OdtTextLooks): string {
    const picture = this.file.pictureOf(image);
    if (!picture) return this.words(image.alt === '' ? '' : `[${image.alt}]`, looks);
    this.isAfterSpace = false;
    return markup(
      'draw:frame',
      {
        'draw:style-name': this.file.styles.ofGraphic('top', 'baseline'),
        'draw:name': this.file.nextShape('Image'),
        'text:anchor-type': 'as-char',
        'svg:width': `${picture.width.toFixed(4)}in`,
        'svg:height': `${picture.height.toFixed(4)}in`,
      },
      [
        markup('draw:image', { ...embedded, 'xlink:href': picture.path }),
        image.title === '' ? '' : markup('svg:title', {}, escapeMarkup(image.title)),
        image.alt === '' ? '' : markup('svg:desc', {}, escapeMarkup(image.alt)),
      ].join(''),
    );
  }
}

/** What is said of a part that stands in the text. */
const embedded = { 'xlink:type': 'simple', 'xlink:show': 'embed', 'xlink:actuate': 'onLoad' };
