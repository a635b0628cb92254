import { messageOf } from '../../core/messages.ts';
import { appendAll } from '../../core/text.ts';
import {
  type Block,
  type ColumnAlignment,
  type Dropped,
  pageBlocks,
  plainOf,
  type Run,
  splitPages,
  tidyRuns,
  whollyStyled,
} from '../blocks.ts';
import { type ListParagraph, listBlocks } from './officeLists.ts';
import { type ListPlace, withLabel } from './listPlace.ts';
import type { StyleRole } from './styleRole.ts';

/** A paragraph of a word processor. */
export interface OfficeParagraph extends StyleRole {
  /** With the styles as they are seen: also those that the style of the paragraph gives to all of it. */
  readonly runs: readonly Run[];
  /** Whether the style of the paragraph sets it in italics, or bold. */
  readonly inItalics?: boolean;
  readonly inBold?: boolean;
  readonly listed?: ListPlace;
  readonly alignment?: ColumnAlignment;
  /** Which paragraph of its file it is, from 1. */
  readonly place: number;
}

/** The numbers of quotations, which differ in all texts of one file. */
export interface QuotationCount {
  last: number;
}

/** Makes blocks of the paragraphs of a text, a note or a cell, in their order. */
export class OfficeText {
  readonly blocks: Block[] = [];
  readonly dropped: Dropped[] = [];
  private listed: ListParagraph[] = [];
  /** How the first paragraph with words is aligned. */
  alignment: ColumnAlignment;
  private isInQuotation = false;
  private hasWords = false;

  /** @param isDraft whether the file is one, in which what looks like a list is one */
  constructor(
    private readonly quotations: QuotationCount,
    readonly isDraft: () => boolean,
  ) {}

  /** Adds a paragraph. One without words is nothing but the page marks in it; it ends a quotation. */
  add(paragraph: OfficeParagraph): void {
    const runs = withoutRepeatedPages(tidyRuns(relativeRuns(paragraph)));
    const hasWords = runs.some((run) => run.text.trim() !== '' || run.note !== undefined || run.image);
    const { listed, role } = paragraph;
    if (!hasWords || isHorizontalLine(role, runs)) return this.addEmpty(runs, paragraph);
    if (!this.hasWords) this.alignment = paragraph.alignment;
    this.hasWords = true;
    if (listed && role === 'text') return this.addListed(runs, listed, paragraph);
    this.endList();
    if (role === 'contents') return this.drop(paragraph, runs);
    this.addRuns(listed ? tidyRuns(withLabel(runs, listed)) : runs, paragraph);
  }

  /** Adds a block that is no paragraph, as a table. */
  addBlock(block: Block): void {
    this.endList();
    this.isInQuotation = false;
    this.blocks.push(block);
  }

  /** Adds all blocks of another text, as that of a text box. */
  addText(text: OfficeText): void {
    this.endList();
    this.isInQuotation = false;
    appendAll(this.blocks, text.end());
    appendAll(this.dropped, text.dropped);
  }

  /** Takes out a block that was added before it was known that it is none. */
  remove(block: Block): void {
    const at = this.blocks.lastIndexOf(block);
    if (at >= 0) this.blocks.splice(at, 1);
  }

  /** Ends the text. Returns its blocks. */
  end(): readonly Block[] {
    this.endList();
    return this.blocks;
  }

  private addEmpty(runs: readonly Run[], { role, place }: OfficeParagraph): void {
    if (role !== 'quotation') this.isInQuotation = false;
    if (runs.length > 0 || role === 'rule') this.endList();
    const pages = runs.filter(({ page }) => page !== undefined);
    if (pages.length > 0) this.addPages(pages, place);
    const marks = runs.filter(({ page }) => page === undefined);
    if (role === 'rule') this.addBlock({ kind: 'break', runs: marks, line: place, endLine: place });
  }

  /**
   * A page begins once, though Word marks it where it broke the page and again where the paragraph asks for it. The first
   * page begins without a mark.
   */
  private addPages(runs: readonly Run[], place: number): void {
    const before = this.blocks.at(-1);
    const isThere = !before || (before.kind === 'pageMark' && before.runs[0]?.page === '');
    appendAll(this.blocks, pageBlocks(isThere && runs[0]?.page === '' ? runs.slice(1) : runs, place));
  }

  private addListed(runs: readonly Run[], listed: ListPlace, { place }: OfficeParagraph): void {
    this.isInQuotation = false;
    this.listed.push({ runs, place, ...listed });
  }

  private endList(): void {
    if (this.listed.length === 0) return;
    const blocks = listBlocks(this.listed, { isNested: false, isDraft: this.isDraft() });
    this.listed = [];
    for (const block of blocks)
      if (block.kind === 'list') this.blocks.push(block);
      else this.addRuns(tidyRuns(block.runs), { role: 'text', runs: block.runs, place: block.line });
  }

  private addRuns(runs: readonly Run[], paragraph: OfficeParagraph): void {
    for (const part of atDoubleBreaks(runs)) {
      const { before, runs: words, after } = splitPages(part);
      this.addPages(before, paragraph.place);
      this.addParagraph(words, paragraph);
      this.addPages(after, paragraph.place);
    }
  }

  private addParagraph(runs: readonly Run[], paragraph: OfficeParagraph): void {
    const { role, depth, place } = paragraph;
    const at = { runs, line: place, endLine: place };
    const isQuoted = role === 'quotation' || (role === 'attribution' && this.isInQuotation);
    if (isQuoted && !this.isInQuotation) this.quotations.last++;
    this.isInQuotation = isQuoted;
    const quotation = isQuoted ? { quotation: this.quotations.last } : {};
    if (role === 'heading' || role === 'title')
      this.blocks.push({ ...at, kind: 'heading', depth: Math.min(depth ?? 1, 6), sure: true });
    else if (role === 'attribution' && isQuoted)
      this.blocks.push({ ...at, kind: 'attribution', sure: true, ...quotation });
    else if (isQuoted) this.blocks.push({ ...at, kind: 'paragraph', sure: true, ...quotation });
    else this.blocks.push({ ...at, kind: 'paragraph', ...structureSigns(runs, role) });
  }

  private drop({ place }: OfficeParagraph, runs: readonly Run[]): void {
    this.dropped.push({
      line: place,
      endLine: place,
      text: plainOf(runs),
      why: messageOf('importing.contents'),
    });
  }
}

/** Whether a paragraph is a rule, in which nothing stands but marks. */
function isHorizontalLine(role: string, runs: readonly Run[]): boolean {
  return role === 'rule' && !/[\p{L}\p{N}]/u.test(plainOf(runs));
}

/** What the structure rules may see in a paragraph that no style tells apart. */
function structureSigns(runs: readonly Run[], role: string): Partial<Block> {
  const whole = whollyStyled(runs);
  if (role === 'abstract') return { standfirst: 'class' };
  if (whole === 'strong') return { bold: true };
  return whole === 'emphasis' ? { standfirst: 'style' } : {};
}

/**
 * The runs as what the paragraph is has them: in headings and quotations, which a style sets in italics or bold as a
 * whole, what differs from that is emphasised; elsewhere what is seen is.
 */
function relativeRuns({ runs, role, inItalics, inBold }: OfficeParagraph): readonly Run[] {
  if (role === 'text' || (!inItalics && !inBold)) return runs;
  return runs.map((run) => {
    if (run.text === '') return run;
    const { emphasis, strong, ...rest } = run.style ?? {};
    const isEmphasised = inItalics ? !emphasis : emphasis;
    const isStrong = strong && !inBold;
    return {
      ...run,
      style: {
        ...rest,
        ...(isEmphasised ? { emphasis: true as const } : {}),
        ...(isStrong ? { strong: true as const } : {}),
      },
    };
  });
}

/** Leaves one of several marks of pages without numbers between which no words stand. */
function withoutRepeatedPages(runs: readonly Run[]): Run[] {
  let isAfterPage = false;
  return runs.filter((run) => {
    const isPage = run.page === '';
    const isRepeated = isPage && isAfterPage;
    if (isPage) isAfterPage = true;
    else if (run.text.trim() !== '') isAfterPage = false;
    return !isRepeated;
  });
}

/** Tidy runs in paragraphs: two line breaks one after another make two for whoever counts them, as in a web page. */
function atDoubleBreaks(runs: readonly Run[]): (readonly Run[])[] {
  if (!runs.some(({ text }) => text.includes('\n'))) return [runs];
  const parts: Run[][] = [[]];
  for (const run of runs)
    run.text.split(/\n(?:\s*\n)+/).forEach((text, index) => {
      if (index > 0) parts.push([]);
      if (text !== '' || run.text === '') parts.at(-1)?.push({ ...run, text });
    });
  return parts.map(tidyRuns).filter((part) => part.length > 0);
}
