import { type DraftMarks, plainOf } from '../blocks.ts';
import { boxOfBookmark } from './boxOfBookmark.ts';
import { CommentedWords } from './commentedWords.ts';
import type { FrontParagraphs } from './officeFront.ts';
import { type OfficeParagraph, OfficeText } from './officeText.ts';

/** What all texts of one file share: how far its paragraphs and quotations are counted, and what says whose it is. */
export class OfficeContext {
  readonly words = new CommentedWords();
  /** Title, authors and date by the styles of paragraphs before the text. */
  readonly front: Record<keyof FrontParagraphs, string[]> = { title: [], subtitle: [], author: [], date: [] };
  /** How many paragraphs have begun. */
  place = 0;
  /** Set where the file is read as a draft of a paper. */
  draft: DraftMarks | undefined;
  private hasText = false;
  private readonly quotations = { last: 0 };

  nextPlace(): number {
    this.place++;
    return this.place;
  }

  /** What marks an end of a box in a draft, by the name of its bookmark; empty for other bookmarks. */
  boxMark(name: string): string {
    const box = this.draft && boxOfBookmark(name);
    return (box && this.draft?.add(box)) ?? '';
  }

  newText(): OfficeText {
    return new OfficeText(this.quotations, () => this.draft !== undefined);
  }

  /** Adds a paragraph to the text in which it stands, unless it says what that is called, by whom and from when. */
  addParagraph(text: OfficeText, paragraph: OfficeParagraph): void {
    if (!this.takesAsFront(paragraph)) text.add(paragraph);
  }

  /** A title after the text has begun is a heading; the first one still says what the text is called. */
  private takesAsFront({ role, runs }: OfficeParagraph): boolean {
    const isFront = role === 'title' || role === 'subtitle' || role === 'author' || role === 'date';
    if (!isFront && this.hasText) return false;
    const words = plainOf(runs).replace(/\s+/g, ' ').trim();
    if (words === '') return false;
    if (!isFront) this.hasText = true;
    else if (!this.hasText || (role === 'title' && this.front.title.length === 0))
      this.front[role].push(words);
    return isFront && !this.hasText;
  }
}
