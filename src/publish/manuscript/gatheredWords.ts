import type { Range } from '../../core/text.ts';

/** Words that stand beside each other in a block, gathered node by node: most of a paper goes through here. */
export class GatheredWords {
  private words = '';
  /** Kept beside the words: a long string that is asked for its end after each word is put together each time. */
  endsWithSpace = false;
  private start: number | undefined;
  /** Where the words end, or the node that they end with: its place in the file is looked up once. */
  private end: number | Range | undefined;

  /** @param original the place of a node in the file */
  constructor(private readonly original: (node: Range) => Range) {}

  /** Adds the words of a node. */
  add(text: string, node: Range): void {
    this.start ??= this.original(node).start;
    this.end = node;
    this.append(text);
  }

  /** Adds words that were read apart, whose place is known. */
  addRead(text: string, range: Range | undefined): void {
    this.start ??= range?.start ?? 0;
    this.end = range?.end ?? this.start;
    this.append(text);
  }

  private append(text: string): void {
    this.words += text;
    if (text !== '') this.endsWithSpace = text.endsWith(' ');
  }

  /** Returns the words and where they stand, and begins anew. */
  take(): { readonly text: string; readonly range: Range | undefined } {
    const { words: text, start, end } = this;
    this.words = '';
    this.endsWithSpace = false;
    this.start = undefined;
    this.end = undefined;
    if (text === '' || start === undefined || end === undefined) return { text, range: undefined };
    return { text, range: { start, end: typeof end === 'number' ? end : this.original(end).end } };
  }
}
