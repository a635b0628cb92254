/** The words on which a comment is, and what stands around them in their paragraphs. */
export interface CommentQuote {
  readonly exact: string;
  /** At most 40 code units. */
  readonly prefix: string;
  readonly suffix: string;
  /** The paragraph in which they begin. */
  readonly place: number;
}

interface OpenQuote {
  exact: string;
  prefix: string;
  suffix: string;
  readonly place: number;
  isOpen: boolean;
  /** The paragraph of a comment that is on a place: its words stand for that. */
  around: string;
  isPlace: boolean;
}

/** The most code units around commented words. */
const maxAroundUnits = 40;
/** The most code units of commented words: more are as good as a whole part of the text. */
const maxCommentedUnits = 2000;

/** Gathers the words on which comments are, while a text is read. */
export class CommentedWords {
  private readonly quotes = new Map<string, OpenQuote>();
  /** Those that are open, or wait for what stands after them. */
  private waiting: OpenQuote[] = [];
  private paragraph = '';

  start(id: string, place: number): void {
    this.begin(id, place, false);
  }

  end(id: string): void {
    const quote = this.quotes.get(id);
    if (quote) quote.isOpen = false;
  }

  /** The place of a comment; where that has no words of its own, it is on its paragraph. */
  at(id: string, place: number): void {
    if (!this.quotes.has(id)) this.begin(id, place, true);
  }

  add(text: string): void {
    this.paragraph += text;
    for (const quote of this.waiting)
      if (!quote.isOpen) quote.suffix = (quote.suffix + text).slice(0, maxAroundUnits);
      else if (quote.exact.length < maxCommentedUnits) quote.exact += text;
  }

  endParagraph(): void {
    for (const quote of this.waiting) if (quote.around === '') quote.around = this.paragraph;
    for (const quote of this.waiting) if (quote.isOpen && quote.exact !== '') quote.exact += '\n\n';
    this.waiting = this.waiting.filter(({ isOpen }) => isOpen);
    this.paragraph = '';
  }

  /** Undefined where no words are commented. */
  quoteOf(id: string): CommentQuote | undefined {
    const quote = this.quotes.get(id);
    // What does not end is on the place where it begins.
    if (!quote) return undefined;
    const isPlace = quote.isPlace || quote.isOpen;
    const exact = flat(isPlace ? quote.around : quote.exact).trim();
    if (exact === '') return undefined;
    const { place } = quote;
    return isPlace
      ? { exact, prefix: '', suffix: '', place }
      : { exact, prefix: flat(quote.prefix), suffix: flat(quote.suffix), place };
  }

  private begin(id: string, place: number, isPlace: boolean): void {
    const prefix = isPlace ? '' : this.paragraph.slice(-maxAroundUnits);
    const quote = { exact: '', prefix, suffix: '', around: '', place, isOpen: !isPlace, isPlace };
    this.quotes.set(id, quote);
    this.waiting.push(quote);
  }
}

function flat(text: string): string {
  return text.replace(/[^\S\n]+/g, ' ');
}
