import type { TextComment } from '../blocks.ts';
import type { CommentedWords } from '../office.ts';
import type { XmlAttributes } from '../xml.ts';

interface OdtComment {
  readonly id: string;
  readonly answers: string | undefined;
  readonly isResolved: boolean;
  author: string;
  created: string;
  text: string;
}

/** The comments of an OpenDocument text (1.3, part 3, 14.1), which stand among its words. */
export class OdtComments {
  private readonly comments: OdtComment[] = [];
  private comment: OdtComment | undefined;
  private element = '';

  /** Whether what is read belongs to a comment. */
  get isOpen(): boolean {
    return this.comment !== undefined;
  }

  /** Begins a comment. Returns what its end, if it is on words, calls it. */
  begin(attributes: XmlAttributes): string {
    const id = attributes['office:name'] ?? `comment ${String(this.comments.length)}`;
    this.comment = {
      id,
      answers: attributes['loext:parent-name'],
      isResolved: attributes['loext:resolved'] === 'true',
      author: '',
      created: '',
      text: '',
    };
    this.comments.push(this.comment);
    return id;
  }

  open(name: string): void {
    this.element = name;
    if (this.comment && name === 'text:p' && this.comment.text !== '') this.comment.text += '\n\n';
    if (this.comment && /^text:(?:s|tab|line-break)$/.test(name)) this.comment.text += ' ';
  }

  text(text: string): void {
    if (!this.comment) return;
    if (this.element === 'dc:creator') this.comment.author += text;
    else if (this.element === 'dc:date') this.comment.created += text;
    else if (this.element.startsWith('text:')) this.comment.text += text.replace(/\s+/g, ' ');
  }

  end(): void {
    this.comment = undefined;
    this.element = '';
  }

  /** The comments on words that the text has, in its order. */
  read(words: CommentedWords): TextComment[] {
    return this.comments.flatMap(({ answers, ...comment }) => {
      const quote = words.quoteOf(comment.id);
      if (!quote || comment.text.trim() === '') return [];
      const isThere = this.comments.some(({ id }) => id === answers);
      return [
        {
          ...comment,
          text: comment.text.trim(),
          quote,
          ...(answers !== undefined && isThere ? { answers } : {}),
        },
      ];
    });
  }
}
