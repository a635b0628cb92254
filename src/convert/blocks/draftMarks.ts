/**
 * What a draft holds among its words and a source does not. A citation is the data that a reference manager keeps of it, as JSON;
 * a comment is named by its id in `Page.comments`; the works cited stand where a reference manager writes them.
 */
export type DraftMark =
  | { readonly kind: 'citation'; readonly data: string }
  | { readonly kind: 'comment'; readonly id: string }
  | { readonly kind: 'works' }
  /** An end of a box; its name tells it from other boxes. */
  | {
      readonly kind: 'box';
      readonly name: string;
      readonly isQuoted: boolean;
      readonly id: string;
      readonly classes: readonly string[];
    };

/** What is wanted of the file of a word processor that is a draft of a paper. */
export interface DraftWishes {
  /** Whether its tracked changes are taken as made, or as never made. */
  readonly changes: 'accepted' | 'rejected';
}

/** Characters of the last plane for private use, which no text has but ours (Unicode 16, 23.5). */
const firstMark = 0x100000;
const maxMarks = 60_000;
/** How much of what stands before a mark is told. */
const maxBeforeUnits = 400;
const markPattern = /[\u{100000}-\u{10FFFF}]/gu;

/** The marks of one draft: each is a character among the words, which stays through all that is made of them. */
export class DraftMarks {
  private readonly marks: DraftMark[] = [];
  private wordChanges = 0;
  private markChanges = 0;

  constructor(readonly wishes: DraftWishes) {}

  /** Counts a tracked change of words or rows, or one of the mark that ends a paragraph. */
  countChange(of: 'words' | 'mark'): void {
    if (of === 'words') this.wordChanges++;
    else this.markChanges++;
  }

  /** How many tracked changes the text has. Where words change, the marks of their paragraphs change with them. */
  get changes(): number {
    return this.wordChanges || this.markChanges;
  }

  /** The character that stands for a mark; empty where a draft has too many. */
  add(mark: DraftMark): string {
    if (this.marks.length >= maxMarks) return '';
    this.marks.push(mark);
    return String.fromCodePoint(firstMark + this.marks.length - 1);
  }

  /** A text of the file without characters that would be taken for marks. */
  withoutMarks(text: string): string {
    return text.replace(markPattern, '');
  }

  /** A text without its marks of one kind. */
  without(text: string, kind: DraftMark['kind']): string {
    return text.replace(markPattern, (character) =>
      this.marks[(character.codePointAt(0) ?? 0) - firstMark]?.kind === kind ? '' : character,
    );
  }

  /** The marks in a text, in their order. */
  in(text: string): DraftMark[] {
    return [...text.matchAll(markPattern)].flatMap(
      ([character]) => this.marks[(character.codePointAt(0) ?? 0) - firstMark] ?? [],
    );
  }

  /**
   * A text with each mark in it replaced.
   * @param write is given the mark and what is written before it, and returns what stands there and how many code units of that it
   * replaces
   */
  replace(
    text: string,
    write: (mark: DraftMark, before: string) => { readonly markdown: string; readonly replaced: number },
  ): string {
    let made = '';
    let from = 0;
    for (const found of text.matchAll(markPattern)) {
      const mark = this.marks[(found[0].codePointAt(0) ?? 0) - firstMark];
      made += text.slice(from, found.index);
      from = found.index + found[0].length;
      if (!mark) continue;
      const { markdown, replaced } = write(mark, made.slice(-maxBeforeUnits));
      made = made.slice(0, made.length - replaced) + markdown;
    }
    return made + text.slice(from);
  }

  /** The mark that a text is, with nothing but space around it; undefined where it is anything else. */
  only(text: string): DraftMark | undefined {
    const trimmed = text.trim();
    const code = trimmed.codePointAt(0) ?? 0;
    return [...trimmed].length === 1 ? this.marks[code - firstMark] : undefined;
  }
}
