import type { FrontMatter, MarkdownDocument } from '../blocks.ts';
import { countWords, fingerprintOfNormalised, type MappedText, normaliseText, type Range } from '../text.ts';
import { readBlocks, type NumberedBlock } from './blocks.ts';
import type { PassageKind } from './edition.ts';
import { numberNotes, type NumberedNote } from './notes.ts';
import { readPageMarks, type PageMark } from './pages.ts';
import { buildSections, type Heading, type Section } from './sections.ts';

/** The words of a passage or note, where the text is available. */
export interface Words {
  /** The range of the block in the source file, with the attribution. */
  readonly range: Range;
  /** The words, mapped to the source file. */
  readonly plain: MappedText;
  /** The words as fingerprints use them: one line, straight quotation marks. */
  readonly normalised: string;
}

/** A numbered passage of a source. It has words where the text is available, and a gist where an edition has one. */
export interface Passage {
  readonly number: number;
  readonly kind: PassageKind;
  readonly wordCount: number;
  readonly fingerprint: string;
  readonly words: Words | undefined;
  readonly attribution: MappedText | undefined;
  /** Numbers of the notes marked in the passage. */
  readonly notes: readonly number[];
  readonly gist: string | undefined;
}

/** A note of a source. */
export interface Note {
  readonly number: number;
  readonly label: string;
  readonly wordCount: number;
  readonly fingerprint: string;
  readonly words: Words | undefined;
  /** Number of the passage that has the note's mark; undefined where none has. */
  readonly anchor: number | undefined;
  readonly gist: string | undefined;
}

/** The numbered structure of a source. Passage `n` is `passages[n - 1]`. */
export interface SourceStructure {
  readonly passages: readonly Passage[];
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
  readonly notes: readonly Note[];
  readonly pages: readonly PageMark[];
}

/** The content of a source file: its front matter and its numbered structure. */
export interface SourceText extends SourceStructure {
  readonly frontMatter: FrontMatter;
}

/** Numbers the passages and notes of a parsed source. */
export function readSource(document: MarkdownDocument): SourceText {
  const { blocks, headings } = readBlocks(document.tree, document.text);
  const notes = numberNotes(
    document.tree,
    document.text,
    blocks.flatMap((block) => block.noteLabels),
  );
  const numberOf = new Map(notes.map((note) => [note.label, note.number]));
  const passages = blocks.map((block, index) => passageOf(block, index + 1, numberOf));
  return {
    frontMatter: document.frontMatter,
    passages,
    headings,
    sections: buildSections(headings, passages.length),
    notes: notes.map((note) => noteOf(note, passages)),
    pages: readPageMarks(document.tree),
  };
}

function wordsOf(plain: MappedText, range: Range): Words {
  return { range, plain, normalised: normaliseText(plain.text) };
}

/** Computed on first use, because word counts alone rule out most editions of a source. */
class Fingerprint {
  private known: string | undefined;

  constructor(private readonly words: Words) {}

  get value(): string {
    return (this.known ??= fingerprintOfNormalised(this.words.normalised));
  }
}

function passageOf(block: NumberedBlock, number: number, noteNumbers: ReadonlyMap<string, number>): Passage {
  const words = wordsOf(block.plain, block.range);
  const print = new Fingerprint(words);
  return {
    number,
    kind: block.kind,
    wordCount: countWords(words.normalised),
    get fingerprint() {
      return print.value;
    },
    words,
    attribution: block.attribution,
    notes: block.noteLabels.flatMap((label) => noteNumbers.get(label) ?? []),
    gist: undefined,
  };
}

function noteOf(note: NumberedNote, passages: readonly Passage[]): Note {
  const words = wordsOf(note.plain, note.range);
  const print = new Fingerprint(words);
  return {
    number: note.number,
    label: note.label,
    wordCount: countWords(words.normalised),
    get fingerprint() {
      return print.value;
    },
    words,
    anchor: passages.find((passage) => passage.notes.includes(note.number))?.number,
    gist: undefined,
  };
}
