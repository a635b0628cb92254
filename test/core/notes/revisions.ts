import { drawWord, makeWords, randomNumbers } from '../../bench/support/random.ts';

/** A word of a text that keeps its identity while the text is revised. Words of a copied paragraph are other words. */
export interface NamedWord {
  readonly id: number;
  readonly text: string;
  /** Whether the word came into the text with a copied paragraph. */
  readonly isCopy: boolean;
}

type Sentence = readonly NamedWord[];
type Paragraph = readonly Sentence[];
export type NamedText = readonly Paragraph[];

/** A text as a source writes it, with the range of each word. */
export interface WrittenText {
  readonly markdown: string;
  readonly words: readonly (NamedWord & { readonly start: number; readonly end: number })[];
}

/** Writes a text: sentences end in a full stop, paragraphs in an empty line, and lines break after `width` characters. */
export function writeText(text: NamedText, width: number): WrittenText {
  let markdown = '';
  let lineStart = 0;
  const words: (NamedWord & { start: number; end: number })[] = [];
  for (const paragraph of text) {
    lineStart = markdown.length;
    for (const [number, sentence] of paragraph.entries())
      for (const [at, word] of sentence.entries()) {
        const isFirst = number === 0 && at === 0;
        const breaks = !isFirst && markdown.length - lineStart + word.text.length > width;
        if (!isFirst) markdown += breaks ? '\n' : ' ';
        if (breaks) lineStart = markdown.length;
        const start = markdown.length;
        markdown += at === 0 ? word.text.charAt(0).toUpperCase() + word.text.slice(1) : word.text;
        words.push({ ...word, start, end: markdown.length });
        if (at === sentence.length - 1) markdown += '.';
      }
    markdown += '\n\n';
  }
  return { markdown, words };
}

const small = 'the of and a to in is no not as it by for with that'.split(' ');

/** Makes texts and revises them. The same seed makes the same texts and the same edits. */
export class Reviser {
  readonly random: () => number;
  private readonly vocabulary: readonly string[];
  private nextId = 0;

  /** @param isHard whether the text has few different words, and phrases and sentences that repeat */
  constructor(
    seed: number,
    private readonly isHard: boolean,
  ) {
    this.random = randomNumbers(seed);
    this.vocabulary = makeWords(isHard ? 120 : 3000, this.random);
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  /** Returns a number from `least` to `most`. */
  number(least: number, most: number): number {
    return least + Math.floor(this.random() * (most - least + 1));
  }

  private named(text: string, isCopy = false): NamedWord {
    return { id: this.nextId++, text, isCopy };
  }

  private word(): NamedWord {
    const isSmall = this.chance(0.4);
    const text = isSmall ? small[this.number(0, small.length - 1)] : drawWord(this.vocabulary, this.random);
    return this.named(text ?? 'the');
  }

  private sentence(least = 7, most = 22): Sentence {
    return Array.from({ length: this.number(least, most) }, () => this.word());
  }

  /** Makes a text of some paragraphs. */
  text(paragraphs: number): NamedText {
    const all: Sentence[] = [];
    return Array.from({ length: paragraphs }, () =>
      Array.from({ length: this.number(2, 6) }, () => {
        const known = all[this.number(0, all.length - 1)];
        const repeats = this.isHard && known !== undefined && this.chance(0.12);
        const made = repeats ? this.varied(known) : this.sentence();
        all.push(made);
        return made;
      }),
    );
  }

  /** A sentence said again: word for word, or with another end. */
  private varied(sentence: Sentence): Sentence {
    const length = this.chance(0.5) ? sentence.length : this.number(3, sentence.length);
    const same = sentence.slice(0, length).map(({ text }) => this.named(text));
    return [...same, ...this.sentence(0, sentence.length - length)];
  }

  /**
   * Revises a text: words, sentences and paragraphs are changed, added, deleted, moved, copied, divided and joined.
   * @param rate share of words that change by themselves
   */
  revised(text: NamedText, rate: number): NamedText {
    const paragraphs = this.withCopies(text).flatMap((paragraph): NamedText => {
      if (this.chance(0.1)) return [];
      const touched = this.chance(0.7) ? this.revisedParagraph(paragraph, rate) : paragraph;
      const added = this.chance(0.04) ? [[this.sentence(), this.sentence()]] : [];
      if (touched.length > 2 && this.chance(0.05)) {
        const at = this.number(1, touched.length - 1);
        return [touched.slice(0, at), touched.slice(at), ...added];
      }
      return [touched, ...added];
    });
    return this.rearranged(paragraphs.filter((paragraph) => paragraph.length > 0));
  }

  /** Copies some paragraphs. Original and copy are revised each by itself, and either may be deleted. */
  private withCopies(text: NamedText): NamedText {
    const all: Paragraph[] = [...text];
    for (const paragraph of text)
      if (this.chance(0.06)) {
        const copy = paragraph.map((sentence) => sentence.map((word) => this.named(word.text, true)));
        all.splice(this.number(0, all.length), 0, copy);
      }
    return all;
  }

  private rearranged(paragraphs: NamedText): NamedText {
    const all: Paragraph[] = [...paragraphs];
    for (let at = 0; at < all.length; at++) {
      const [one] = all.slice(at, at + 1);
      if (!one) continue;
      if (this.chance(0.03)) {
        all.splice(at, 1);
        all.splice(this.number(0, all.length), 0, one);
      } else if (this.chance(0.03) && at + 1 < all.length) {
        all.splice(at, 2, [...one, ...(all[at + 1] ?? [])]);
      }
    }
    return all;
  }

  private revisedParagraph(paragraph: Paragraph, rate: number): Paragraph {
    const sentences = paragraph.flatMap((sentence): Sentence[] => {
      if (this.chance(0.1)) return [];
      const added = this.chance(0.1) ? [this.sentence()] : [];
      const isRewritten = this.chance(0.08);
      return [this.revisedSentence(sentence, isRewritten ? 0.5 : rate), ...added];
    });
    const at = this.number(0, sentences.length - 1);
    const [moved] = this.chance(0.04) ? sentences.splice(at, 1) : [];
    if (moved) sentences.splice(this.number(0, sentences.length), 0, moved);
    return sentences.filter((sentence) => sentence.length > 0);
  }

  private revisedSentence(sentence: Sentence, rate: number): Sentence {
    return sentence.flatMap((word): NamedWord[] => {
      if (!this.chance(rate)) return [word];
      const kind = this.random();
      if (kind < 0.3) return [this.word()];
      if (kind < 0.5) return [];
      if (kind < 0.75) return [word, ...this.sentence(1, 4)];
      // A corrected spelling is still the same word.
      const at = this.number(0, word.text.length - 1);
      return [{ ...word, text: `${word.text.slice(0, at)}e${word.text.slice(at + 1)}` }];
    });
  }
}
