import { hasWord, isWordUnit, MappedTextBuilder, type Range } from '../text.ts';
import { originals, unitAt } from '../match.ts';
import type { Quotable } from '../resolve.ts';
import { type Altered, type Wanted, wantedOf } from './quotationText.ts';
import { beginsPage } from './dividedWords.ts';
import { withFirstWords, withLastWords } from './endWords.ts';
import { isIdleSpace } from './idleSpaces.ts';
import { groupSignAt, groupSignIn } from './groupedNumbers.ts';
import { isMarkOf, notesMarkedAt } from './noteMarks.ts';
import { sameInOtherLetters } from './otherLetters.ts';
import { sourceLanguage } from './sourceLanguage.ts';

type Step = Altered['alignment']['steps'][number];

/**
 * Returns a quotation with the source's spaces and marks, wherever the two differ in nothing else: for a quotation that is
 * like a stretch of the source, but not found in it letter for letter. Its words stay as they are, so that it must still be
 * found. Undefined where there is nothing to repair.
 */
export function withMarksOfSource(wanted: Wanted, quotable: Quotable, altered: Altered): Wanted | undefined {
  const { words, quotation } = wanted;
  const builder = new MappedTextBuilder();
  const put = (text: string, { start, end }: Range): void => {
    const from = words.startAt(Math.min(start, words.text.length - 1));
    builder.append(text, from, end > start ? words.endAt(end - 1) : from);
  };
  let last: Range | undefined;
  let at = 0;
  let written = '';
  const steps = altered.alignment.steps.map((step) => ({
    ...step,
    source: { start: step.source.start + altered.origin, end: step.source.end + altered.origin },
  }));
  for (const step of withLastWords(withFirstWords(steps, wanted, quotable), wanted, quotable)) {
    const { source } = step;
    const isTaken = isSameButForMarks(step, source, wanted, quotable);
    const between = { start: at, end: Math.max(at, step.quoted.start) };
    const apart = isTaken && last ? quotable.index.text.slice(last.end, source.start) : undefined;
    const parted =
      apart !== undefined && /^\s*$/u.test(apart) ? apart : words.text.slice(between.start, between.end);
    const own = isTaken
      ? quotable.index.text.slice(source.start, source.end)
      : words.text.slice(step.quoted.start, step.quoted.end);
    put(parted, between);
    put(own, step.quoted);
    written += parted + own;
    last = isTaken ? source : undefined;
    at = Math.max(at, step.quoted.end);
  }
  const rest = { start: at, end: words.text.length };
  put(words.text.slice(rest.start), rest);
  if (written + words.text.slice(rest.start) === words.text) return undefined;
  return wantedOf({ ...quotation, words: builder.build(), breaks: [] });
}

/** Whether the quotation's words at a step are the source's but for spaces and marks. */
export function isSameButForMarks(step: Step, source: Range, wanted: Wanted, quotable: Quotable): boolean {
  if (step.kind === 'omitted' || step.kind === 'editorial') return false;
  return step.kind === 'same' || new Walk(wanted, quotable).passes(step.quoted, source);
}

/** A note mark in comparable text. */
const copiedMark =
  /\[\^?([0-9]{1,4})\]|\(([0-9]{1,4})\)|\^\[?([0-9]{1,4})\]?\^|([0-9]{1,4})|[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]{1,4}|[*\u2020\u2021]{1,3}/uy;

/** Goes through a stretch of a quotation and one of a source side by side, and passes over what makes no difference. */
class Walk {
  private readonly quoted: string;
  private readonly text: string;

  constructor(
    private readonly wanted: Wanted,
    private readonly quotable: Quotable,
  ) {
    this.quoted = wanted.words.text;
    this.text = quotable.index.text;
  }

  passes(quoted: Range, source: Range): boolean {
    let [i, j] = [quoted.start, source.start];
    while (i < quoted.end || j < source.end) {
      if (i < quoted.end && j < source.end && isSameSign(this.quoted.charAt(i), this.text.charAt(j))) {
        i++;
        j++;
        continue;
      }
      const same =
        i < quoted.end && j < source.end
          ? (sameInOtherLetters(this.quoted, i, this.text, j) ??
            groupSignAt(this.quoted, i, this.text, j, groupSignIn(sourceLanguage(this.quotable.source))))
          : undefined;
      if (same) {
        i += same.quoted;
        j += same.source;
        continue;
      }
      const idle = i < quoted.end ? this.idleInQuotation(i, j) : 0;
      if (idle > 0) i += idle;
      else if (j < source.end && this.isIdleInSource(i, j)) j++;
      else return false;
    }
    return i === quoted.end && j === source.end;
  }

  /** The number of units at `i` of the quotation that make no difference before `j` of the source. */
  private idleInQuotation(i: number, j: number): number {
    const { quoted } = this;
    if (isIdleSpace(quoted, i)) return 1;
    if (quoted.charAt(i) === '-' && isInsideWord(this.text, j))
      if (this.endsLine(i) || beginsPage(this.quotable, j)) return 1;
    if (quoted.charAt(i) === "'" && this.isOuterMark(i)) return 1;
    return this.lengthOfNoteMark(i, j);
  }

  private isIdleInSource(i: number, j: number): boolean {
    const { text } = this;
    if (isIdleSpace(text, j)) return true;
    if (text.charAt(j) === "'") return this.startsUnit(j);
    if (text.charAt(j) !== '-' || !isInsideWord(this.quoted, i)) return false;
    return this.endsSourceLine(j) || beginsPage(this.quotable, j + 1);
  }

  /** Whether a quotation mark stands at the start or end of the quotation or of one of its paragraphs. */
  private isOuterMark(i: number): boolean {
    const { quoted } = this;
    if (!hasWord(quoted.slice(0, i))) return true;
    const { words } = this.wanted.quotation;
    const origin = this.wanted.words.startAt(i);
    if (this.wanted.quotation.breaks.some((at) => words.starts[at] === origin)) return true;
    return !hasWord(quoted.slice(i)) && !this.isApostrophe(i);
  }

  /** Whether a mark at the end may be an apostrophe: a single one after a letter, without a partner before it. */
  private isApostrophe(i: number): boolean {
    const { words } = this.wanted.quotation;
    const origin = this.wanted.words.startAt(i);
    const at = words.firstStartingAt(origin);
    if (!"'\u2019".includes(words.text.charAt(at))) return false;
    return isWordUnit(words.text, at - 1) && !/(?:^|[\s(\[])['\u2018\u201A]/u.test(words.text.slice(0, at));
  }

  private lengthOfNoteMark(i: number, j: number): number {
    copiedMark.lastIndex = i;
    const found = copiedMark.exec(this.quoted);
    if (!found || i === 0) return 0;
    const digits = found[1] ?? found[2] ?? found[3] ?? found[4];
    const notes = notesMarkedAt(this.quotable, j);
    const mark = { number: digits === undefined ? undefined : Number(digits) };
    return notes.some((note) => isMarkOf(mark, note)) ? found[0].length : 0;
  }

  /** Whether a hyphen of the quotation stands at the end of a line, where it may be nothing but typesetting. */
  private endsLine(i: number): boolean {
    const { words } = this.wanted.quotation;
    const origin = this.wanted.words.startAt(i);
    const at = words.firstStartingAt(origin);
    return isLineEndHyphen(words.text, at, true);
  }

  private endsSourceLine(j: number): boolean {
    const [stretch] = originals(this.quotable.index, { start: j, end: j + 1 });
    const plain = stretch && this.quotable.plains[stretch.unit];
    if (!plain) return false;
    const at = plain.firstStartingAt(stretch.original.start);
    return isLineEndHyphen(plain.text, at, false);
  }

  /** Whether a unit of the source starts here: a paragraph of a longer speech opens with a mark. */
  private startsUnit(j: number): boolean {
    const { index } = this.quotable;
    return index.ranges[unitAt(index, j)]?.start === j;
  }
}

/** Letters that are set high or low, as characters, and signs as wide as a Chinese one: `ᵉ`, `º`, `；`, `Ａ`. */
const otherForm =
  /[\u00AA\u00BA\u02B0-\u02B8\u02E0-\u02E4\u1D2C-\u1D6A\u1D9B-\u1DBF\u2071\u207F\u2090-\u209C\uFF01-\uFF5E]/u;
const decimalDigit = /\p{Nd}/u;

/** Whether two signs are one: in another form, or digits of two scripts with one value. */
function isSameSign(one: string, other: string): boolean {
  if (one === other) return true;
  if (decimalDigit.test(one)) return decimalDigit.test(other) && valueOfDigit(one) === valueOfDigit(other);
  return (otherForm.test(one) || otherForm.test(other)) && one.normalize('NFKC') === other.normalize('NFKC');
}

/** The value of a digit of any script: ten digits stand one after the other in Unicode, and no other before them. */
function valueOfDigit(digit: string): number {
  const code = digit.charCodeAt(0);
  let value = 0;
  while (decimalDigit.test(String.fromCharCode(code - value - 1))) value++;
  return value;
}

function isInsideWord(text: string, at: number): boolean {
  return isWordUnit(text, at - 1) && isWordUnit(text, at);
}

/** @param mayBeJoined whether the lines may have been joined afterwards, which leaves a space */
function isLineEndHyphen(text: string, at: number, mayBeJoined: boolean): boolean {
  const after = at > 0 ? /^\p{L}[-\u2010](\s+)\p{Ll}/u.exec(text.slice(at - 1, at + 40))?.[1] : undefined;
  return after !== undefined && (/[\n\r]/u.test(after) || (mayBeJoined && after === ' '));
}
