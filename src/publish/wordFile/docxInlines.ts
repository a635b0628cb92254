import type { StyledRun } from '../../core/styles.ts';
import type { ManuscriptCitation, ManuscriptImage, ManuscriptInline } from '../manuscript.ts';
import { formulaOf } from '../maths.ts';
import { looksByKind, looksOfSpan, markup, openAddress, shownWords } from '../packing.ts';
import { wordCitationCode } from '../zotero.ts';
import type { DocxContext, DocxPart } from './docxContext.ts';
import { complexField, elementRun, styledRun, textRun, type WordLooks } from './docxRuns.ts';
import { ommlOf } from './omml.ts';

/** How many units of a drawing are an inch (20.1.10.16). */
const unitsInInch = 914_400;

/** A footnote in its part: its id there, and the remarks on its words, which Word wants at its mark. */
export interface WrittenFootnote {
  readonly id: number;
  readonly remarks: readonly number[];
}

/** Writes a footnote by its index in the manuscript; undefined where there is none, or where it is open. */
export type FootnoteWriter = (index: number) => WrittenFootnote | undefined;

/** Writes the inlines of one part. */
export class DocxInlines {
  constructor(
    private readonly context: DocxContext,
    private readonly part: DocxPart,
    private readonly writeFootnote: FootnoteWriter,
  ) {}

  write(inlines: readonly ManuscriptInline[], looks: WordLooks = {}): string {
    return inlines.map((inline) => this.one(inline, looks)).join('');
  }

  /** Runs of a citation style, those of a citation as links to what is cited. */
  styled(
    runs: readonly StyledRun[],
    looks: WordLooks,
    linkOf: (run: StyledRun) => string | undefined,
  ): string {
    return runs
      .map((run) => {
        const target = linkOf(run) ?? run.link;
        return target === undefined
          ? styledRun(run, looks)
          : this.link(target, styledRun(run, { ...looks, style: 'Hyperlink' }));
      })
      .join('');
  }

  /** A link to a place of the document, `#id`, or to an address. What no program can open is text. */
  link(target: string, content: string, title = ''): string {
    const tooltip = title === '' ? undefined : title;
    if (target.startsWith('#')) {
      const name = this.context.nameOf(target.slice(1));
      return markup('w:hyperlink', { 'w:anchor': name, 'w:tooltip': tooltip, 'w:history': 1 }, content);
    }
    const address = openAddress(target);
    if (address === undefined) return content;
    const id = this.part.relations.address(address);
    return markup('w:hyperlink', { 'r:id': id, 'w:tooltip': tooltip, 'w:history': 1 }, content);
  }

  private one(inline: ManuscriptInline, looks: WordLooks): string {
    switch (inline.kind) {
      case 'text':
        return textRun(inline.text, looks);
      case 'code':
        return textRun(inline.text, { ...looks, style: 'VerbatimChar' });
      case 'math':
        return this.math(inline.tex, inline.isDisplay, looks);
      case 'link':
        return this.linkTo(inline, looks);
      case 'image':
        return this.image(inline, looks);
      case 'footnote':
        return this.footnote(inline.footnote, looks);
      case 'cite':
        return this.cite(inline.citation, looks);
      case 'span':
        return this.span(inline, looks);
      case 'break':
        return elementRun('<w:br/>');
      case 'remarkStart':
      case 'remarkEnd':
        return this.remark(inline);
      default:
        return this.write(inline.children, { ...looks, ...looksByKind[inline.kind] });
    }
  }

  /** A link may not hold another, nor the field of a footnote: Word shows such a file as damaged. */
  private linkTo(inline: ManuscriptInline & { readonly kind: 'link' }, looks: WordLooks): string {
    const content = this.write(inline.children, { ...looks, style: 'Hyperlink' });
    return content.includes('<w:hyperlink') ? content : this.link(inline.target, content, inline.title);
  }

  private span(
    { attributes, children }: ManuscriptInline & { readonly kind: 'span' },
    looks: WordLooks,
  ): string {
    const content = this.write(children, looksOfSpan(attributes, looks));
    return this.context.bookmark(attributes.id, content);
  }

  private math(tex: string, isDisplay: boolean, looks: WordLooks): string {
    const formula = formulaOf(tex);
    if (!formula) return textRun(tex, { ...looks, style: 'VerbatimChar' });
    const made = markup('m:oMath', {}, ommlOf(formula));
    return isDisplay ? markup('m:oMathPara', {}, made) : made;
  }

  private cite(index: number, looks: WordLooks): string {
    const citation = this.context.citationAt(index);
    if (!citation) return '';
    if (!citation.isResolved)
      return this.context.bookmark(citation.id, textRun(citation.written, { ...looks, marked: true }));
    const field = this.context.zotero?.of(citation);
    if (!field) return this.context.bookmark(citation.id, this.linkedCitation(citation, looks));
    const shown = field.shown.map((run) => styledRun(run, looks)).join('');
    return (
      field.before.map((run) => styledRun(run, looks)).join('') +
      complexField(wordCitationCode(field.data), shown)
    );
  }

  private linkedCitation({ text, items }: ManuscriptCitation, looks: WordLooks): string {
    return this.styled(text, looks, ({ citation }) => {
      const item = citation === undefined ? undefined : items[citation];
      return item && this.targetOf(item);
    });
  }

  /** Where a cited work leads: to its passage, else to its entry among the works cited. */
  private targetOf({ entry, key }: ManuscriptCitation['items'][number]): string | undefined {
    const id = entry ?? this.context.manuscript.bibliography.find((work) => work.key === key)?.id;
    return id === undefined ? undefined : `#${id}`;
  }

  /** Word knows no footnotes of footnotes: the words of such a one stand in brackets. */
  private footnote(index: number, looks: WordLooks): string {
    if (this.part.footnote) return this.footnoteInBrackets(index, looks);
    const written = this.writeFootnote(index);
    if (!written) return '';
    const mark = elementRun(markup('w:footnoteReference', { 'w:id': written.id }), {
      style: 'FootnoteReference',
    });
    return (
      written.remarks.map((remark) => this.beginRemark(remark)).join('') +
      mark +
      written.remarks.map((remark) => endRemark(remark)).join('')
    );
  }

  private footnoteInBrackets(index: number, looks: WordLooks): string {
    const words = this.context.manuscript.footnotes[index]?.children ?? [];
    return textRun(` [${shownWords(words, this.context.manuscript).trim()}]`, looks);
  }

  private remark({
    kind,
    remark,
  }: ManuscriptInline & { readonly kind: 'remarkStart' | 'remarkEnd' }): string {
    const { footnote } = this.part;
    if (!footnote) return kind === 'remarkStart' ? this.beginRemark(remark) : endRemark(remark);
    if (kind === 'remarkStart') footnote.remarks.push(remark);
    return '';
  }

  private beginRemark(remark: number): string {
    this.context.remarks.add(remark);
    return markup('w:commentRangeStart', { 'w:id': remark });
  }

  private image(image: ManuscriptImage, looks: WordLooks): string {
    const picture = this.context.pictureOf(image, this.part);
    if (!picture) return textRun(image.alt === '' ? '' : `[${image.alt}]`, looks);
    const number = this.context.nextShape();
    const [cx, cy] = [picture.width, picture.height].map((inches) => Math.round(inches * unitsInInch));
    const alt = image.alt === '' ? undefined : image.alt;
    const name = `Image ${String(number)}`;
    return elementRun(
      markup(
        'w:drawing',
        {},
        markup(
          'wp:inline',
          { distT: 0, distB: 0, distL: 0, distR: 0 },
          [
            markup('wp:extent', { cx, cy }),
            markup('wp:docPr', { id: number, name, descr: alt, title: image.title || undefined }),
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>',
            markup(
              'a:graphic',
              {},
              markup(
                'a:graphicData',
                { uri: 'http://schemas.openxmlformats.org/drawingml/2006/picture' },
                pictureElement(picture.id, number, name, { cx, cy }),
              ),
            ),
          ].join(''),
        ),
      ),
    );
  }
}

function endRemark(remark: number): string {
  const id = { 'w:id': remark };
  return (
    markup('w:commentRangeEnd', id) +
    elementRun(markup('w:commentReference', id), { style: 'CommentReference' })
  );
}

function pictureElement(
  relation: string,
  id: number,
  name: string,
  extent: Readonly<Record<string, number | undefined>>,
): string {
  return markup(
    'pic:pic',
    {},
    [
      markup('pic:nvPicPr', {}, `${markup('pic:cNvPr', { id, name })}<pic:cNvPicPr/>`),
      markup(
        'pic:blipFill',
        {},
        `${markup('a:blip', { 'r:embed': relation })}<a:stretch><a:fillRect/></a:stretch>`,
      ),
      markup(
        'pic:spPr',
        {},
        `<a:xfrm><a:off x="0" y="0"/>${markup('a:ext', extent)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`,
      ),
    ].join(''),
  );
}
