import type { TextComment } from '../blocks.ts';
import type { CommentedWords } from '../office.ts';
import type { XmlAttributes, XmlHandler } from '../xml.ts';

interface WordComment {
  readonly id: string;
  readonly author: string;
  readonly created: string;
  text: string;
  /** The name of its last paragraph, by which answers refer to it. */
  name: string;
}

/** The comments of a Word file (17.13.4), and which of them answer others or are settled ([MS-DOCX] 2.5.4). */
export class WordComments implements XmlHandler {
  private readonly comments: WordComment[] = [];
  private readonly answers = new Map<string, string>();
  private readonly settled = new Set<string>();
  private readonly names: string[] = [];
  private comment: WordComment | undefined;

  open(name: string, attributes: XmlAttributes): void {
    this.names.push(name);
    if (name === 'w:comment') this.begin(attributes);
    else if (name === 'w15:commentEx') this.extend(attributes);
    else if (!this.comment) return;
    else if (name === 'w:p') {
      if (this.comment.text !== '') this.comment.text += '\n\n';
      this.comment.name = attributes['w14:paraId'] ?? '';
    } else if (name === 'w:tab' || name === 'w:br') this.comment.text += ' ';
  }

  close(): void {
    if (this.names.pop() === 'w:comment') this.comment = undefined;
  }

  text(text: string): void {
    if (this.comment && this.names.at(-1) === 'w:t' && !this.names.includes('w:del'))
      this.comment.text += text;
  }

  /** The comments on words that the text has, in the order of the file. */
  read(words: CommentedWords): TextComment[] {
    return this.comments.flatMap(({ id, author, created, text, name }) => {
      const quote = words.quoteOf(id);
      if (!quote || text.trim() === '') return [];
      const answered = this.comments.find((one) => one.name !== '' && one.name === this.answers.get(name));
      return [
        {
          id,
          author,
          created,
          text: text.trim(),
          isResolved: this.settled.has(answered?.name ?? name),
          quote,
          ...(answered ? { answers: answered.id } : {}),
        },
      ];
    });
  }

  private begin(attributes: XmlAttributes): void {
    const { 'w:id': id = '', 'w:author': author = '', 'w:date': created = '' } = attributes;
    this.comment = { id, author, created, text: '', name: '' };
    this.comments.push(this.comment);
  }

  private extend(attributes: XmlAttributes): void {
    const name = attributes['w15:paraId'] ?? '';
    const answered = attributes['w15:paraIdParent'];
    if (answered !== undefined) this.answers.set(name, answered);
    if (/^(?:1|true)$/.test(attributes['w15:done'] ?? '')) this.settled.add(name);
  }
}
