import type { Nodes } from 'mdast';
import {
  type FrontMatter,
  type MarkdownDocument,
  parseCommonMark,
  type TopBlock,
  topBlocksOf,
} from '../blocks.ts';
import { countWords, fingerprintOfNormalised, type MappedText, normaliseText, type Range } from '../text.ts';
import { type BlockStructure, hadContent, numberBlocks, type NumberedBlock } from './numberBlocks.ts';
import type { PassageKind } from './edition.ts';
import { type NumberedNote, numberNotes } from './numberNotes.ts';
import {
  citedNumbers,
  indexPrinted,
  isNumberedInPrint,
  type PrintedNumbers,
  printedValue,
} from './printedNumbers.ts';
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
  /** The running number. */
  readonly number: number;
  /** The number that its author gave it, by which it is cited; empty where others have one. Undefined in other sources. */
  readonly printed: string | undefined;
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
  readonly printed: PrintedNumbers;
}

/** The content of a source file: its front matter and its numbered structure. */
export interface SourceText extends SourceStructure {
  readonly frontMatter: FrontMatter;
}

/** Numbers the passages and notes of a parsed source. */
export function readSource(document: MarkdownDocument): SourceText {
  const inPrint = isNumberedInPrint(document.frontMatter.data);
  return sourceOf(document, numberBlocks(topBlocksOf(document), document.text, inPrint), {
    defining: topBlocksOf(document, ({ chunk }) => chunk.text.includes('[^')),
    marked: topBlocksOf(document, ({ chunk }) => chunk.text.includes('<!--')),
  });
}

/** As `readSource`, with the numbers that earlier versions of Pilcrow gave: they counted the blocks of CommonMark. */
export function readAsBefore(document: MarkdownDocument): SourceText {
  const inPrint = isNumberedInPrint(document.frontMatter.data);
  const { children } = parseCommonMark(document.text);
  const structure = numberBlocks(children, document.text, inPrint, hadContent);
  return sourceOf(document, structure, { defining: children, marked: children });
}

/** @param others the blocks that may define notes, and those that may hold marks of pages */
function sourceOf(
  document: MarkdownDocument,
  { blocks, headings }: BlockStructure,
  others: { readonly defining: Iterable<TopBlock>; readonly marked: Iterable<TopBlock> },
): SourceText {
  const own = blocks.map((block) => block.printed);
  const cited = citedNumbers(own, headings);
  const printed = indexPrinted(own, cited);
  const notes = numberNotes(
    others.defining,
    document.text,
    blocks.flatMap((block) => block.noteLabels),
  );
  const numberOf = new Map(notes.map((note) => [note.label, note.number]));
  const passages = blocks.map((block, index) => {
    const marked = block.noteLabels.flatMap((label) => numberOf.get(label) ?? []);
    return new ReadPassage(
      block,
      index + 1,
      printed && cited[index],
      marked.length > 0 ? marked : noMarkedNotes,
    );
  });
  const anchors = new Map<number, number>();
  for (const { number, notes: own } of passages)
    for (const note of own) if (!anchors.has(note)) anchors.set(note, number);
  return {
    frontMatter: document.frontMatter,
    passages,
    headings,
    sections: buildSections(headings, passages.length),
    notes: notes.map((note) => numberedNoteOf(note, anchors.get(note.number))),
    pages: readPageMarks(others.marked),
    printed,
  };
}

/**
 * Words whose other forms are computed on first use: most passages of a study are never quoted. The normalised form is not
 * kept, which would be a second copy of the source.
 */
class ReadWords implements Words {
  private count: number | undefined;
  private print: string | undefined;

  constructor(
    readonly plain: MappedText,
    readonly range: Range,
  ) {}

  get normalised(): string {
    return normaliseText(this.plain.text);
  }

  get wordCount(): number {
    return (this.count ??= countWords(this.normalised));
  }

  get fingerprint(): string {
    return (this.print ??= fingerprintOfNormalised(this.normalised));
  }
}

const noMarkedNotes: readonly number[] = [];

/** A class, because an object literal with getters takes four times the memory, and a source has thousands of passages. */
class ReadPassage implements Passage {
  readonly kind: PassageKind;
  readonly words: ReadWords;
  readonly attribution: MappedText | undefined;
  readonly gist = undefined;

  constructor(
    block: NumberedBlock,
    readonly number: number,
    readonly printed: string | undefined,
    readonly notes: readonly number[],
  ) {
    this.kind = block.kind;
    this.words = new ReadWords(block.plain, block.range);
    this.attribution = block.attribution;
  }

  get wordCount(): number {
    return this.words.wordCount;
  }

  get fingerprint(): string {
    return this.words.fingerprint;
  }
}

function numberedNoteOf(note: NumberedNote, anchor: number | undefined): Note {
  const words = new ReadWords(note.plain, note.range);
  return {
    number: note.number,
    label: note.label,
    get wordCount() {
      return words.wordCount;
    },
    get fingerprint() {
      return words.fingerprint;
    },
    words,
    anchor,
    gist: undefined,
  };
}

/** The start of a page of the printed source. */
export interface PageMark {
  /** As in the mark: `12`, `xiv`. */
  readonly label: string;
  /** Offset after the mark. */
  readonly offset: number;
}

/** `<!-- p. 12 -->`, `<!-- page xiv -->`. */
const pageComment = /<!--\s*(?:p\.|page|pg\.)\s*([\p{L}\p{N}]{1,12})\s*-->/giu;

/** The page marks of a source, in reading order. */
function readPageMarks(blocks: Iterable<TopBlock>): PageMark[] {
  const marks: PageMark[] = [];
  const visit = (node: TopBlock | Nodes): void => {
    if (node.type === 'html') {
      const start = node.position?.start.offset ?? 0;
      for (const match of node.value.matchAll(pageComment))
        marks.push({ label: match[1] ?? '', offset: start + match.index + match[0].length });
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  for (const block of blocks) visit(block);
  return marks;
}

/** Number of words that represent a passage in lists. */
const previewWords = 9;

/** White space but no-break spaces, which French has inside of its quotation marks and before its points. */
const breakingSpaces = /[^\S\u00A0\u2007\u202F]+/gu;

/** Returns the words of a passage as they stand in the source, on one line; undefined where the text is missing. */
export function passageWords(passage: Passage | Note): string | undefined {
  return passage.words?.plain.text.replace(breakingSpaces, ' ').trim();
}

/** Returns the text that represents a passage in lists: its gist, or its first words. */
export function passagePreview(passage: Passage | Note): string {
  return passage.gist ?? openingWords(passage.words?.plain.text ?? '', previewWords);
}

/** Returns the first words of a text on one line, with an ellipsis where more follow. Looks at no more of the text. */
export function openingWords(text: string, count: number): string {
  const words: string[] = [];
  for (const [word] of text.matchAll(/[\S\u00A0\u2007\u202F]+/gu)) {
    if (words.length === count) return `${words.join(' ')} …`;
    words.push(word);
  }
  return words.join(' ');
}

/** As `passageNumbers`; passages without a number of their author's are left out, and the sign stands alone where all are. */
function printedPassages(numbers: readonly number[], source: SourceStructure): string {
  const named = numbers.filter((number) => source.passages[number - 1]?.printed);
  const printed = printedValue(named, source)?.replaceAll('-', '–') ?? '';
  return `${/[–,]/.test(printed) ? '¶¶' : '¶'} ${printed}`.trimEnd();
}

/**
 * Writes passage numbers as people do: `¶ 12`, `¶¶ 12–14, 20`.
 * @param source whose passages they are, where its author may have numbered them
 */
export function passageNumbers(numbers: readonly number[], source?: SourceStructure): string {
  if (source?.printed) return printedPassages(numbers, source);
  const runs: string[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const first = numbers[i] ?? 0;
    while (numbers[i + 1] === (numbers[i] ?? 0) + 1) i++;
    const last = numbers[i] ?? first;
    runs.push(first === last ? String(first) : `${String(first)}–${String(last)}`);
  }
  return `${numbers.length > 1 ? '¶¶' : '¶'} ${runs.join(', ')}`;
}
