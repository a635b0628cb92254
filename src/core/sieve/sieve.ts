import { mayDefineTerms } from '../check/termDefinitions.ts';
import type { Study } from '../index/study.ts';
import { frontMatterEnd, pieceAt, unclosed } from '../markdown/chunks/cut.ts';
import { parseMarkdown } from '../markdown/document.ts';
import { codes } from '../markdown/pandoc/shortcut/characters.ts';
import { isPlainHeading, readVerbatimBlock } from './blockPieces.ts';
import { PieceReader, type Labels } from './pieceReader.ts';
import { Verdicts, type Verdict } from './verdicts.ts';

/** A paper without what there is nothing to say of. */
export interface Sifted {
  /**
   * What is left, at its offsets; empty where nothing is. Before it paragraphs of letters stand in place of what was taken
   * out: in other lines.
   */
  readonly text: string;
  /** How many citations were taken out. */
  readonly citations: number;
  /** Their keys, each once. */
  readonly cited: ReadonlySet<string>;
}

/** A stretch of a paper that can be read by itself. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** The citations of a piece of which there is surely nothing to report; undefined where it has to be looked at. */
  clean: readonly Verdict[] | undefined;
}

/** HTML and invisible characters, definitions of links, labels of examples: what may change how other pieces are read. */
const farReaching =
  /[<\0\uFEFF]|\(@|(?:^|[\r\n])(?:[ \t>*+\-0-9.)]|\[\^[^\]\s]{0,1000}\]:)*(?:\[(?!\^|-?@)[^\]]{0,1000}\]:|@[^\s.)]*[.)])/;

/**
 * Takes out of papers what surely gives rise to no finding, by rules that are certain of the plainest ways of writing alone.
 * What is left is checked as ever, and has the findings that the whole paper has. Only where a thousand papers are to be
 * checked once is that worth it: what was found to be fine is not known any more afterwards.
 */
export class Sieve {
  /** By language. */
  private readonly verdicts = new Map<string | undefined, Verdicts>();

  constructor(private readonly study: Study) {}

  /**
   * @param text of a paper, without byte order mark
   * @returns undefined where nothing can be taken out
   */
  sift(text: string): Sifted | undefined {
    const frontEnd = frontMatterEnd(text);
    if (frontEnd === unclosed || farReaching.test(text)) return undefined;
    const verdicts = this.verdictsFor(text.slice(0, frontEnd));
    const pieces = piecesOf(text, frontEnd);
    if (!pieces) return undefined;
    const scanner = new Scanner(text, frontEnd, verdicts);
    for (const piece of pieces) piece.clean = scanner.read(piece);
    keepNeighbours(text, pieces, verdicts);
    keepLabels(text, pieces, frontEnd);
    return takenOut(text, pieces, frontEnd);
  }

  private verdictsFor(frontMatter: string): Verdicts {
    const given = /\blang\b/.test(frontMatter)
      ? parseMarkdown(frontMatter).frontMatter.data['lang']
      : undefined;
    const name = typeof given === 'string' ? given : undefined;
    const known = this.verdicts.get(name);
    if (known) return known;
    const made = new Verdicts(this.study, name);
    this.verdicts.set(name, made);
    return made;
  }
}

/** Undefined where the parser alone can tell where a piece ends. */
function piecesOf(text: string, frontEnd: number): Piece[] | undefined {
  const hasReturns = text.includes('\r');
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length;) {
    const { end, doubtful } = pieceAt(text, start, hasReturns, frontEnd);
    if (doubtful) return undefined;
    pieces.push({ start, end, clean: undefined });
    start = end;
  }
  return pieces;
}

/** Pandoc’s citations are read with more care in longer blocks (`readPlainBlock`). UTF-16 code units. */
const longestPiece = 20_000;

class Scanner implements Labels {
  private readonly defines: boolean;
  private readonly hasAddresses: boolean;
  private pilcrow: boolean | undefined;

  constructor(
    private readonly text: string,
    private readonly frontEnd: number,
    private readonly verdicts: Verdicts,
  ) {
    this.defines = mayDefineTerms(text);
    this.hasAddresses = text.includes('://') || text.includes('www.');
  }

  get beginWithPilcrow(): boolean {
    return (this.pilcrow ??= hasPilcrowHeading(this.text.slice(this.frontEnd)));
  }

  read({ start, end }: Piece): readonly Verdict[] | undefined {
    const { text, verdicts } = this;
    if (start < this.frontEnd) return undefined;
    if (this.defines && mayDefineTerms(text.slice(start, end))) return undefined;
    if (this.hasAddresses && /:\/\/|www\./.test(text.slice(start, end))) return undefined;
    const to = behindInk(text, start, end);
    if (to - start > longestPiece) return undefined;
    switch (text.charCodeAt(start)) {
      case codes.hash:
        return isPlainHeading(text.slice(start, to)) ? [] : undefined;
      case codes.greater:
        return readVerbatimBlock(text.slice(start, to), verdicts);
    }
    const from = start + lengthOfNoteMark(text, start, to);
    const reader = new PieceReader(text, from, to, verdicts, this);
    return reader.isClean() ? reader.found : undefined;
  }
}

/** Whether a heading may begin with a pilcrow. Lines that are underlined, and others, may be headings. */
function hasPilcrowHeading(body: string): boolean {
  if (/^[ \t>*+\-0-9.)]*#+[ \t]*¶/m.test(body)) return true;
  return /^[ \t>*+\-0-9.)]*¶/m.test(body) && /^[ \t>]*(?:=+|-+)[ \t]*\r?$/m.test(body);
}

const noteMark = /\[\^[A-Za-z0-9_-]{1,80}\]: (?=[A-Za-z])/y;

/** How long the mark is of a note of one line that begins at an offset; 0 where none does. */
function lengthOfNoteMark(text: string, start: number, end: number): number {
  noteMark.lastIndex = start;
  if (!noteMark.test(text)) return 0;
  const feed = text.indexOf('\n', start);
  return feed >= 0 && feed < end ? 0 : noteMark.lastIndex - start;
}

/** Where the line ends, spaces and all, on which the last character of a piece stands that is no white space. */
function behindInk(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isLineEnd(text.charCodeAt(at - 1))) at--;
  return at;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** What must be there for what is left to be read as in the whole paper. */
function keepNeighbours(text: string, pieces: readonly Piece[], verdicts: Verdicts): void {
  const isLeft = pieces.map(({ clean }) => clean === undefined);
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1];
    // It may take up a quotation that is open.
    if (!isLeft[index] && isLeft[index - 1] && isMark(text.charCodeAt(piece.start))) piece.clean = undefined;
    if (!isLeft[index]) return;
    const written = text.slice(piece.start, piece.end);
    if (before && /^[ \t]{0,3}[:~]/.test(written)) before.clean = undefined;
    if (!written.includes('>') || citesItself(written, verdicts)) return;
    for (const neighbour of [before, pieces[index + 1]]) if (neighbour) neighbour.clean = undefined;
  });
}

/** Brackets with a key: no plain heading or note goes by such a label. */
const citing = /(?<!\S)\[-?@[^[\]]*\](?![([{])/g;

/** Where brackets are left that may refer to them, headings and notes are left, too. */
function keepLabels(text: string, pieces: readonly Piece[], frontEnd: number): void {
  const mayRefer = ({ clean, start, end }: Piece): boolean =>
    clean === undefined && start >= frontEnd && text.slice(start, end).replace(citing, '').includes('[');
  if (!pieces.some(mayRefer)) return;
  for (const piece of pieces) {
    const code = text.charCodeAt(piece.start);
    const isLabelled =
      code === codes.hash || (code === codes.bracket && text.charCodeAt(piece.start + 1) === codes.caret);
    if (isLabelled) piece.clean = undefined;
  }
}

function isMark(code: number): boolean {
  return code === 34 || code > 0x2017;
}

const quotedLine = /^>(?: ?[^\s>`\\[]| \[@)/;

/** Whether a piece is one block quotation with a citation in it: it does not ask what stands around it. */
function citesItself(written: string, verdicts: Verdicts): boolean {
  if (/[`\\]/.test(written)) return false;
  const lines = written.trimEnd().split('\n');
  if (!lines.every((line) => line === '>' || quotedLine.test(line))) return false;
  const [, citation] = /(?:^|\s)(\[@[^[\]]*\])(?=\s|[.,;]|$)/.exec(written) ?? [];
  return citation !== undefined && verdicts.of(citation).citations.length > 0;
}

function takenOut(text: string, pieces: readonly Piece[], frontEnd: number): Sifted | undefined {
  const verdicts = pieces.flatMap(({ clean }) => clean ?? []);
  const citations = verdicts.flatMap((verdict) => verdict.citations);
  const cited = new Set(citations.map(({ key }) => key));
  const left = pieces.filter(({ clean }) => !clean);
  if (left.length === pieces.length) return undefined;
  const [first] = left;
  if (left.length === 1 && first && isPlainFrontMatter(text.slice(0, first.end), frontEnd)) left.pop();
  let out = '';
  for (const { start, end } of left) {
    if (start > out.length) out += filler(start - out.length);
    out += text.slice(start, end);
  }
  return { text: out, citations: citations.length, cited };
}

const plainField = /^(title|subtitle|author|date): [A-Za-z][A-Za-z0-9 ,.’-]*$/;

/** Whether a piece is front matter in which nothing can be wrong: a few fields of plain words, each once. */
function isPlainFrontMatter(written: string, frontEnd: number): boolean {
  const [opening, ...fields] = written.slice(0, frontEnd).split('\n');
  if (opening !== '---' || fields.pop() !== '---' || written.slice(frontEnd).trim() !== '') return false;
  const names = fields.map((field) => plainField.exec(field)?.[1]);
  return !names.includes(undefined) && new Set(names).size === names.length;
}

/** Paragraphs that are longer are read with more care than these need. UTF-16 code units. */
const longestFiller = 4000;

/** Paragraphs of letters, `length` characters long with the blank line behind them. */
function filler(length: number): string {
  let rest = length;
  let out = '';
  for (; rest > 2 * longestFiller; rest -= longestFiller) out += `${'x'.repeat(longestFiller - 2)}\n\n`;
  for (const part of rest > longestFiller ? [rest >> 1, rest - (rest >> 1)] : [rest])
    out += `${'x'.repeat(part - 2)}\n\n`;
  return out;
}
