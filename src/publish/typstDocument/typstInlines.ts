import type { StyledRun } from '../../core/styles.ts';
import type {
  ElementAttributes,
  ManuscriptCitation,
  ManuscriptImage,
  ManuscriptInline,
} from '../manuscript.ts';
import { formulaOf } from '../maths.ts';
import { typstCall, typstString, typstWords } from './typstMarkup.ts';
import { typstMathsOf } from './typstMaths.ts';
import type { TypstPaper } from './typstPaper.ts';

/** The functions of Typst for kinds of inlines with content, and for what is raised or lowered. */
const callOfStyle = {
  emphasis: 'emph',
  strong: 'strong',
  strikeout: 'strike',
  superscript: 'super',
  subscript: 'sub',
  underline: 'underline',
  smallCaps: 'smallcaps',
} as const;

/** Writes inlines as content of Typst. */
export class TypstInlines {
  constructor(
    private readonly paper: TypstPaper,
    /** Writes the blocks of a footnote; undefined where it is being written already, or is not there. */
    private readonly writeFootnote: (index: number) => string | undefined,
  ) {}

  write(inlines: readonly ManuscriptInline[]): string {
    return inlines.map((inline) => this.one(inline)).join('');
  }

  /** Runs of a citation style, those of a citation as links to what is cited. */
  styled(
    runs: readonly StyledRun[],
    linkOf: (run: StyledRun) => string | undefined = () => undefined,
  ): string {
    return runs
      .map((run) => {
        const target = linkOf(run) ?? run.link;
        const content = typstRun(run);
        return target === undefined ? content : this.paper.link(target, content);
      })
      .join('');
  }

  private one(inline: ManuscriptInline): string {
    switch (inline.kind) {
      case 'text':
        return typstWords(inline.text);
      case 'code':
        return typstCall('raw', [typstString(inline.text)]);
      case 'math':
        return formula(inline.tex, inline.isDisplay);
      case 'link':
        return this.paper.link(inline.target, this.write(inline.children));
      case 'fileLink':
        return this.write(inline.children);
      case 'image':
        return this.image(inline);
      case 'footnote':
        return this.footnote(inline.footnote);
      case 'cite':
        return this.cite(this.paper.manuscript.citations[inline.citation]);
      case 'span':
        return this.span(inline.attributes, this.write(inline.children));
      case 'break':
        return typstCall('linebreak', []);
      case 'remarkStart':
        return '';
      case 'remarkEnd':
        return this.remark(inline.remark);
      default:
        return typstCall(callOfStyle[inline.kind], [], this.write(inline.children));
    }
  }

  private image(image: ManuscriptImage): string {
    const picture = this.paper.pictureOf(image);
    if (!picture) return typstWords(image.alt === '' ? '' : `[${image.alt}]`);
    return typstCall(
      'box',
      [],
      typstCall('image', [
        typstString(picture.path),
        `width: ${picture.width.toFixed(4)}in`,
        `height: ${picture.height.toFixed(4)}in`,
        image.alt === '' ? undefined : `alt: ${typstString(image.alt)}`,
      ]),
    );
  }

  private footnote(index: number): string {
    const body = this.writeFootnote(index);
    return body === undefined ? '' : typstCall('footnote', [], body);
  }

  private cite(citation: ManuscriptCitation | undefined): string {
    if (!citation) return '';
    const { text, items, id } = citation;
    const label = this.paper.label(id);
    if (!citation.isResolved) return label + typstCall('highlight', [], typstWords(citation.written));
    return (
      label +
      this.styled(text, (run) => {
        const item = run.citation === undefined ? undefined : items[run.citation];
        const { bibliography } = this.paper.manuscript;
        const to = item?.entry ?? bibliography.find(({ key }) => key === item?.key)?.id;
        return to === undefined ? undefined : `#${to}`;
      })
    );
  }

  private span({ id, classes, values }: ElementAttributes, content: string): string {
    const lang = values.find(([name]) => name === 'lang')?.[1];
    const spoken =
      lang === undefined ? content : typstCall('text', this.paper.languageArguments(lang), content);
    return this.paper.label(id) + (classes.includes('mark') ? typstCall('highlight', [], spoken) : spoken);
  }

  private remark(index: number): string {
    const said = this.paper.manuscript.remarks[index];
    if (!said) return '';
    const by = said.author === '' ? '' : `${said.author}: `;
    return typstCall(
      'text',
      ['size: 0.8em'],
      typstCall('highlight', [], typstWords(` ${by}${said.text} `.replace(/\s+/g, ' '))),
    );
  }
}

function typstRun({ text, bold, italic, smallCaps, underline, vertical }: StyledRun): string {
  let content = typstWords(text);
  if (content === '') return '';
  if (bold) content = typstCall('strong', [], content);
  // In italics what a style sets in italics stands upright, as Typst has it.
  if (italic) content = typstCall('emph', [], content);
  if (smallCaps) content = typstCall('smallcaps', [], content);
  if (underline) content = typstCall('underline', [], content);
  return vertical === undefined ? content : typstCall(callOfStyle[vertical], [], content);
}

function formula(tex: string, isDisplay: boolean): string {
  const read = formulaOf(tex);
  if (!read) return typstCall('raw', [typstString(tex)]);
  const maths = typstMathsOf(read).trim();
  // Blanks at both ends make a formula that stands alone.
  return maths === '' ? '' : isDisplay ? `$ ${maths} $` : `$${maths}$`;
}
