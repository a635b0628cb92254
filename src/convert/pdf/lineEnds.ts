import { conjunctionAfterHyphen } from '../blocks.ts';
import type { PdfLine } from './pdfLines.ts';

/** What becomes of the hyphen at the end of a line. */
export interface HyphenVerdict {
  readonly keeps: boolean;
  /** Neither the file nor its other words tell for certain. */
  readonly unsure: boolean;
  /** What tells: signs of the file, the same word elsewhere, or the form of its parts. */
  readonly by: 'file' | 'word' | 'parts';
}

const dividedEnd = /(\p{L}[\p{L}\p{M}'’]*(?:[-\u2010]\p{L}[\p{L}\p{M}'’]*)*)([-\u00AD\u2010])$/u;
const beginOfRest = /^[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/u;
/** Parts of words that a hyphen often follows. */
const freePrefix =
  /^(?:anti|non|co|re|pre|post|semi|self|sub|super|ultra|ex|pseudo|neo|mid|multi|inter|intra|extra|pro|quasi|vice|macro|micro|proto|trans|de|un|pan|afro|euro|socio|bio|geo|eco|well|ill|half|cross|counter|über|nicht)$/iu;

/** Words that begin others without a hyphen: `overcome`, `meanwhile`, `nevertheless`. */
const closedPrefix =
  /^(?:un|dis|mis|over|under|out|up|down|fore|with|some|any|every|no|none|never|here|there|where|mean|further|more|what|who|when|how|in|on|to|be|for|back|ver|ent|zer|auf|aus|vor|nach|zu|ab|an)$/iu;
/** Words in the middle of compounds of three. */
const chainWord = /^(?:to|in|by|on|of|for|and|the|or|at|up|de|du|la|le|en|à)$/iu;
/** How the second part of a compound ends that is no word of its own: `minded`, `expanding`. */
const compoundEnd =
  /^[^aeiou].*(?:ed|ing|based|like|free|wide|led|born|made|style|type|class|scale|level|range|term)$/iu;
/** How the second part of a compound ends that is a word of its own: `based`, `named`, `term`. */
const compoundPart = /(?:ed|like|free|wide|led|born|made|style|type|class|scale|level|range|term)$/iu;
/** In a document with as many hyphens at the ends of lines, some divide a word that it has elsewhere too. */
const enoughHyphens = 4;
/** At least this share of the hyphens of a setter of lines shows itself as his. */
const minSoftShare = 0.2;

function partsVerdict(keeps: boolean, unsure: boolean): HyphenVerdict {
  return { keeps, unsure, by: 'parts' };
}

/** The word before a hyphen at the end of a line, and the hyphen. */
function dividedWordIn(text: string): RegExpExecArray | undefined {
  return /[-\u00AD\u2010]$/.test(text.slice(-1)) ? (dividedEnd.exec(text) ?? undefined) : undefined;
}

/** Knows the words of a document, and by them what its hyphens at the ends of lines are. */
export class LineEnds {
  private readonly words = new Map<string, number>();
  /** The document has hyphens that only a setter of lines makes, so the others are the author's. */
  private readonly hasSoft: boolean;
  /** U+2010 stands inside lines too, so that it is no sign of the setter. */
  private readonly isOpenHyphen: boolean;
  /** How many hyphens at the ends of lines there are, and how many divide a word that is known whole, or that has no parts. */
  private readonly divided = { all: 0, soft: 0 };

  constructor(lines: readonly PdfLine[]) {
    let isRest = false;
    for (const { text } of lines) {
      isRest = this.addWords(text, isRest);
    }
    this.isOpenHyphen = lines.some(({ text }) => /\p{L}\u2010\p{L}/u.test(text));
    this.hasSoft = lines.some(
      ({ text }) => text.endsWith('\u00AD') || (!this.isOpenHyphen && /\p{Ll}\u2010$/u.test(text)),
    );
    lines.forEach(({ text }, index) => this.countDivided(text, lines[index + 1]?.text ?? ''));
  }

  private countDivided(before: string, after: string): void {
    const [, head = '', sign = ''] = dividedWordIn(before) ?? [];
    const [rest = ''] = beginOfRest.exec(after) ?? [];
    if (sign !== '-' || !/^\p{Ll}/u.test(rest)) return;
    this.divided.all++;
    const [joined, kept] = [
      this.count((head + rest).toLowerCase()),
      this.count(`${head}-${rest}`.toLowerCase()),
    ];
    const isNoPart =
      kept === 0 && this.count(head.toLowerCase()) === 0 && this.count(rest.toLowerCase()) === 0;
    if (joined > kept || isNoPart) this.divided.soft++;
  }

  private addWords(text: string, isRest: boolean): boolean {
    const found = [...text.matchAll(/[\p{L}\p{M}'’]+(?:[-\u2010][\p{L}\p{M}'’]+)*[-\u00AD\u2010]?/gu)].map(
      ([word]) => word,
    );
    const isDivided = dividedWordIn(text) !== undefined;
    found.forEach((word, index) => {
      if ((index === 0 && isRest) || (index === found.length - 1 && isDivided)) return;
      const known = word
        .toLowerCase()
        .replace(/\u2010/g, '-')
        .replace(/[-\u00AD]$/u, '');
      this.addWord(known);
      if (known.includes('-')) new Set(known.split('-')).forEach((part) => this.addWord(part));
    });
    return isDivided;
  }

  private addWord(word: string): void {
    this.words.set(word, this.count(word) + 1);
  }

  /** What becomes of the hyphen that `before` ends with; undefined where it ends with none that may divide a word. */
  read(before: string, after: string): HyphenVerdict | undefined {
    const [, head = '', sign = ''] = dividedWordIn(before) ?? [];
    const [rest = ''] = beginOfRest.exec(after) ?? [];
    if (head === '' || rest === '') return undefined;
    if (sign === '\u00AD' || (sign === '\u2010' && !this.isOpenHyphen))
      return { keeps: false, unsure: false, by: 'file' };
    if (this.hasSoft || !/^\p{Ll}/u.test(rest)) return { keeps: true, unsure: false, by: 'word' };
    return this.byWords(
      head.toLowerCase().replace(/\u2010/g, '-'),
      rest.toLowerCase().replace(/\u2010/g, '-'),
    );
  }

  private byWords(head: string, rest: string): HyphenVerdict {
    const joined = this.count(head + rest);
    const kept = this.count(`${head}-${rest}`);
    if (joined !== kept) return { keeps: kept > joined, unsure: false, by: 'word' };
    const last = head.split('-').at(-1) ?? head;
    const first = rest.split('-')[0] ?? rest;
    // `day-to-day` is one of a chain, although `today` is a word.
    if (head.includes('-') && chainWord.test(last)) return partsVerdict(true, false);
    const parts = this.count(last + first);
    if (parts > 0) return { keeps: false, unsure: false, by: 'word' };
    const keptParts = this.count(`${last}-${first}`);
    if (keptParts > 0) return { keeps: true, unsure: false, by: 'word' };
    if (this.divided.soft < this.divided.all * minSoftShare)
      return { keeps: true, unsure: this.divided.all < enoughHyphens, by: 'parts' };
    const isChain = head.includes('-') && this.count(first) > 0;
    return isChain ? partsVerdict(true, last.length > 3) : this.byParts(last, first);
  }

  /** The verdict on a word that the document has in neither way. */
  private byParts(last: string, first: string): HyphenVerdict {
    const isHead = this.count(last) > 0;
    const isRest = this.count(first) > 0 && first.length > 2;
    if (last === 'self' && !/^(?:ish|less|same|hood)/u.test(first)) return partsVerdict(true, false);
    if (closedPrefix.test(last)) return partsVerdict(false, false);
    if (freePrefix.test(last)) return partsVerdict(isRest, isRest && !this.isHyphenated(last));
    if (isHead && isRest && last.length > 2)
      return partsVerdict(true, last.length < 4 || !compoundPart.test(first));
    const isLong = last.length > 3 && first.length > 3;
    if (isHead)
      return partsVerdict(
        isLong && compoundEnd.test(first),
        isLong && (first.length > 6 || compoundEnd.test(first)),
      );
    const isWhole = first.length > 4 || /(?:ed|ly)$/u.test(last);
    return partsVerdict(false, isRest && isLong && isWhole && !/[iu]$/u.test(last));
  }

  /** Whether the document writes a prefix with a hyphen, and never without one. */
  private isHyphenated(prefix: string): boolean {
    let hyphened = 0;
    for (const word of this.words.keys()) {
      if (!word.startsWith(prefix) || word === prefix) continue;
      if (word.charAt(prefix.length) === '-') hyphened++;
      else if (this.count(word.slice(prefix.length)) > 0 && word.length > prefix.length + 3) return false;
    }
    return hyphened >= enoughHyphens - 1;
  }

  private count(word: string): number {
    return this.words.get(word) ?? 0;
  }

  /** Whether `before` ends in a hyphen after which a word follows that it only announces: `land- and sea-birds`. */
  static isSuspended(before: string, after: string): boolean {
    return (
      /\p{L}[-\u2010]$/u.test(before) &&
      conjunctionAfterHyphen.test(/^\p{L}+(?![-\u2010\p{L}])/u.exec(after)?.[0] ?? '')
    );
  }
}
