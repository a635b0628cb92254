import {
  type Manuscript,
  type ManuscriptImage,
  type ManuscriptInline,
  styledInlines,
} from '../manuscript.ts';
import { addressInBrackets, attributesInBraces, codeInLine, literalWords } from './literalMarkdown.ts';

const marks = {
  emphasis: '*',
  strong: '**',
  strikeout: '~~',
  superscript: '^',
  subscript: '~',
} as const;

/** Writes inlines as Markdown on one line, but for line breaks. */
export class InlineMarkdown {
  constructor(
    private readonly manuscript: Manuscript,
    private readonly addressOf: (path: string) => string,
  ) {}

  of(inlines: readonly ManuscriptInline[]): string {
    return inlines.map((inline) => this.inline(inline)).join('');
  }

  private inline(inline: ManuscriptInline): string {
    switch (inline.kind) {
      case 'text':
        return literalWords(inline.text);
      case 'smallCaps':
        return `[${this.of(inline.children)}]{.smallcaps}`;
      case 'underline':
        return `[${this.of(inline.children)}]{.underline}`;
      case 'code':
        return codeInLine(inline.text);
      case 'math':
        return inline.isDisplay ? `$$${inline.tex}$$` : `$${inline.tex}$`;
      case 'link':
        return this.link(inline.target, inline.title, this.of(inline.children));
      case 'fileLink':
        return this.of(inline.children);
      case 'image':
        return this.image(inline, literalWords(inline.alt));
      case 'footnote':
        return `[^${String(inline.footnote + 1)}]`;
      case 'cite':
        return this.citation(inline.citation);
      case 'span':
        return `[${this.of(inline.children)}]${attributesInBraces(inline.attributes) || '{}'}`;
      case 'break':
        return '\\\n';
      case 'remarkStart': {
        const { author = '', text = '' } = this.manuscript.remarks[inline.remark] ?? {};
        const id = String(inline.remark);
        const attributes = {
          id: '',
          classes: ['comment-start'],
          values: [
            ['id', id],
            ['author', author],
          ] as const,
        };
        return `[${literalWords(text)}]${attributesInBraces(attributes)}`;
      }
      case 'remarkEnd':
        return `[]{.comment-end id="${String(inline.remark)}"}`;
      default:
        return this.styled(marks[inline.kind], this.of(inline.children));
    }
  }

  /** Spaces at the ends stand outside of the marks, which could not close there; scripts hold no space that is not escaped. */
  private styled(mark: string, content: string): string {
    const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(content) ?? [];
    if (inner === '') return content;
    const isScript = mark === '^' || mark === '~';
    return `${before}${mark}${isScript ? inner.replace(/ /gu, '\\ ') : inner}${mark}${after}`;
  }

  private link(target: string, title: string, words: string): string {
    const shown = title === '' ? '' : ` "${title.replace(/["\\]/gu, '\\$&')}"`;
    return `[${words}](${addressInBrackets(target)}${shown})`;
  }

  /** @param words the text in its brackets: that of a figure is its caption */
  image({ path, title, width, height }: ManuscriptImage, words: string): string {
    const sizes = [
      ['width', width],
      ['height', height],
    ] as const;
    const values = sizes.filter(([, value]) => value !== '');
    return `!${this.link(this.addressOf(path), title, words)}${attributesInBraces({ id: '', classes: [], values })}`;
  }

  private citation(index: number): string {
    const citation = this.manuscript.citations[index];
    if (!citation) return '';
    const words = this.of(styledInlines(citation.text));
    return citation.isResolved ? words : `[${words}]{.mark}`;
  }
}
