import { type MappedText, MappedTextBuilder, quotationSigns, type Range, tableOf } from '../text.ts';

/**
 * The form in which quotation and source are compared. It is NFC and trimmed. Every quotation mark is `'`; every dash or
 * hyphen is `-` and every ellipsis `…`, both without spaces around them. Ligatures are separate letters, white space is one
 * space, and none before `; : ! ? %`, where French has one. Invisible characters, and the vowel points of Hebrew and Arabic,
 * are removed. Case and other punctuation stay. `starts` and `ends` give original offsets; they are computed on first use.
 */
export interface Comparable {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The original offsets of the unit at `index` and after it. Cheaper than `starts` and `ends` for a few units. */
  startAt(index: number): number;
  endAt(index: number): number;
  /** Returns the original range of a range of the text; undefined where that is empty. */
  originalRange(range: Range): Range | undefined;
  /** Returns the first index whose unit starts at or after the original `offset`; the length where there is none. */
  firstStartingAt(offset: number): number;
  /** Offsets of every `-` that was a dash between words. Every other `-` is a hyphen inside a word. */
  readonly dashes: readonly number[];
}

const ligatures = tableOf<string>({
  '\uFB00': 'ff',
  '\uFB01': 'fi',
  '\uFB02': 'fl',
  '\uFB03': 'ffi',
  '\uFB04': 'ffl',
  '\uFB05': 'st',
  '\uFB06': 'st',
});
const quotes = new Set([...quotationSigns, '\u02BC']);
const geresh = new Set('\u05F3\u05F4');
const dashCharacters = new Set([...'-\u05BE\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D']);
/** Hyphens, and the typewriter's minus, which is used as one. */
const hyphens = new Set([...'-\u05BE\u2010\u2011']);
const invisibleCharacters = new Set([...'\u00AD\u200B\u200C\u200D\u2060\uFEFF']);
const guillemets = new Set([...'\u00AB\u00BB\u2039\u203A']);
/** Signs before which French puts a space. */
const spacedSigns = new Set([...';:!?%'].map((sign) => sign.charCodeAt(0)));
/**
 * Optional signs on and between letters: Hebrew points and cantillation, Arabic vowel and reading signs, the tatweel that
 * only stretches a word. Hamza and madda are part of their letter.
 */
const points =
  /[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u0652\u0656-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED]/gu;
const comparableSpace = /[\s\u0085\u180E]/u;
const letterOrDigitIn = /[\p{L}\p{N}]/u;
const dots = /\.(?:[ \u00A0\u202F\u2009]?\.){2}/y;
/** A character and the marks that combine with it, including conjoining Hangul. */
const cluster = /[^](?:[\p{M}\u1160-\u11FF])*/uy;

/** `own` maps the text to offsets in `source`, which maps those to the original. */
class ComparableText implements Comparable {
  readonly text: string;
  private places: ReturnType<ComparableText['makePlaces']> | undefined;

  constructor(
    private readonly own: MappedText,
    readonly dashes: readonly number[],
    private readonly source: MappedText,
  ) {
    this.text = own.text;
  }

  get starts(): Int32Array {
    return (this.places ??= this.makePlaces()).starts;
  }

  get ends(): Int32Array {
    return (this.places ??= this.makePlaces()).ends;
  }

  startAt(index: number): number {
    return this.source.startAt(this.own.startAt(index) ?? 0) ?? 0;
  }

  endAt(index: number): number {
    return this.source.endAt((this.own.endAt(index) ?? 1) - 1) ?? 0;
  }

  originalRange(range: Range): Range | undefined {
    if (range.end <= range.start) return undefined;
    const [start, end] = [this.starts[range.start], this.ends[range.end - 1]];
    return start === undefined || end === undefined ? undefined : { start, end };
  }

  firstStartingAt(offset: number): number {
    let [low, high] = [0, this.text.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.startAt(middle) >= offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private makePlaces(): { readonly starts: Int32Array; readonly ends: Int32Array } {
    const [starts, ends] = [this.source.makeStarts(), this.source.makeEnds()];
    return {
      starts: this.own.makeStarts().map((start) => starts[start] ?? 0),
      ends: this.own.makeEnds().map((end) => ends[end - 1] ?? 0),
    };
  }
}

/**
 * Which signs comparable text is without. `kept` is the first form: it has vowel points, and the Hebrew geresh is no
 * quotation mark. The fingerprints of old editions were made from it.
 */
export type PointsForm = 'dropped' | 'kept';

/** Writes comparable text. Places are offsets in the source. */
class Writer {
  readonly builder = new MappedTextBuilder();
  readonly dashes: number[] = [];
  /** A space that is written only if a word follows. */
  pending: { start: number; end: number } | undefined;
  /** Whether the next white space belongs to the dash, ellipsis or opening mark before it, and is dropped. */
  swallow = true;
  last = '';

  constructor(readonly keepsPoints: boolean) {}

  put(written: string, start: number, end: number): void {
    this.builder.append(written, start, end);
    this.last = written;
    this.swallow = false;
  }

  /** Writes the pending space, then the character. */
  word(character: string, start: number, end: number): void {
    this.space();
    this.put(character, start, end);
  }

  /** Writes a character that takes no spaces around it, and drops the pending space. */
  tight(character: string, start: number, end: number): void {
    this.pending = undefined;
    this.put(character, start, end);
    this.swallow = true;
  }

  /** Writes the pending space, unless a sign follows that takes none, then a stretch of the source unchanged. */
  run(text: string, from: number, to: number): void {
    if (this.pending && spacedSigns.has(text.charCodeAt(from))) this.pending = undefined;
    this.space();
    this.builder.appendVerbatim(text.slice(from, to), from);
    this.last = text.charAt(to - 1);
    this.swallow = false;
  }

  private space(): void {
    if (!this.pending) return;
    const { start, end } = this.pending;
    this.pending = undefined;
    this.put(' ', start, end);
  }
}

/** Returns the comparable form of a text. Takes linear time. */
export function comparable(source: MappedText, points: PointsForm = 'dropped'): Comparable {
  const { text } = source;
  const writer = new Writer(points === 'kept');
  const composed = isComposed(text);
  let i = 0;
  while (i < text.length)
    i =
      composed && isPlainCode(text.charCodeAt(i))
        ? plainRun(text, i, writer)
        : writeSpecial(text, i, composed, writer);
  return new ComparableText(writer.builder.build(), writer.dashes, source);
}

/** Whether a text is in NFC. Letters up to U+02FF and typographic marks always are. */
function isComposed(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x300 && (code < 0x2010 || code > 0x2027)) return text.normalize('NFC') === text;
  }
  return true;
}

/**
 * Whether an ASCII character stays unchanged: letters, digits and punctuation except quotation marks, dashes and points.
 */
function isPlainCode(code: number): boolean {
  return (
    (code > 96 && code < 127) ||
    (code > 46 && code < 96) ||
    (code > 39 && code < 45) ||
    (code > 34 && code < 39) ||
    code === 33
  );
}

function isPlainAfterSpace(code: number): boolean {
  return isPlainCode(code) && !(code < 64 && spacedSigns.has(code));
}

function plainRun(text: string, from: number, writer: Writer): number {
  let to = from + 1;
  for (; to < text.length; to++) {
    const code = text.charCodeAt(to);
    // Single spaces between such characters stay unchanged, too, and so do points that are no ellipsis.
    if (isPlainCode(code) || (code === 32 && isPlainAfterSpace(text.charCodeAt(to + 1)))) continue;
    if (code !== 46 || !isSinglePoint(text, to)) break;
  }
  writer.run(text, from, to);
  return to;
}

function isSinglePoint(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return next !== 46 && (next < 127 ? next !== 32 || text.charCodeAt(at + 2) !== 46 : false);
}

function writeSpecial(text: string, i: number, composed: boolean, writer: Writer): number {
  const character = text.charAt(i);
  if (invisibleCharacters.has(character)) return i + 1;
  if (comparableSpace.test(character)) {
    if (writer.pending) writer.pending.end = i + 1;
    else if (!writer.swallow) writer.pending = { start: i, end: i + 1 };
    return i + 1;
  }
  if (dashCharacters.has(character)) return writeDash(text, i, writer);
  if (character === '\u2026' || character === '.') return writeDots(text, i, writer);
  if (quotes.has(character) && !(writer.keepsPoints && geresh.has(character))) {
    writeMark(text, i, writer);
    return i + 1;
  }
  const expanded = ligatures[character];
  if (expanded) return letter(i, 1, expanded, writer);
  if (!composed) return composedCluster(text, i, writer);
  return isPoint(character) && !writer.keepsPoints ? skipPoint(i, writer) : letter(i, 1, character, writer);
}

function isPoint(character: string): boolean {
  return character >= '\u0591' && character < '\u06EE' && character.replace(points, '') === '';
}

/** A point belongs to the letter before it. */
function skipPoint(i: number, writer: Writer): number {
  if (writer.builder.length > 0 && !writer.pending) writer.builder.extendLast(i + 1);
  return i + 1;
}

function letter(i: number, width: number, written: string, writer: Writer): number {
  writer.word(written, i, i + width);
  return i + width;
}

function composedCluster(text: string, i: number, writer: Writer): number {
  cluster.lastIndex = i;
  const found = cluster.exec(text)?.[0] ?? text.charAt(i);
  const whole = found.normalize('NFC');
  const written = writer.keepsPoints ? whole : whole.replace(points, '').normalize('NFC');
  return written === '' ? i + found.length : letter(i, found.length, written, writer);
}

/**
 * Writes a dash or hyphen. A hyphen between letters is part of its word; anything else, such as `--`, `—` or ` - `, is a
 * dash.
 */
function writeDash(text: string, i: number, writer: Writer): number {
  let to = i + 1;
  while (to < text.length && dashCharacters.has(text.charAt(to))) to++;
  const hyphen =
    to === i + 1 &&
    hyphens.has(text.charAt(i)) &&
    writer.pending === undefined &&
    letterOrDigitIn.test(text.charAt(i - 1)) &&
    letterOrDigitIn.test(text.charAt(to));
  if (writer.last === '-' && writer.builder.length > 0) {
    writer.pending = undefined;
    writer.builder.extendLast(to);
    writer.swallow = true;
    return to;
  }
  if (!hyphen) writer.dashes.push(writer.builder.length);
  writer.tight('-', i, to);
  return to;
}

function writeDots(text: string, i: number, writer: Writer): number {
  dots.lastIndex = i;
  const width = text.charAt(i) === '\u2026' ? 1 : (dots.exec(text)?.[0].length ?? 0);
  if (width === 0) return letter(i, 1, '.', writer);
  writer.tight('\u2026', i, i + width);
  return i + width;
}

/**
 * Writes a quotation mark. French marks have spaces inside, so the space after an opening « or before a closing » is
 * dropped.
 */
function writeMark(text: string, i: number, writer: Writer): void {
  const character = text.charAt(i);
  if (!guillemets.has(character)) return writer.word("'", i, i + 1);
  const spaceBefore = i === 0 || comparableSpace.test(text.charAt(i - 1));
  const spaceBehind = i + 1 >= text.length || comparableSpace.test(text.charAt(i + 1));
  const opens = '\u00AB\u2039'.includes(character);
  if (!opens && spaceBefore && !letterOrDigitIn.test(text.charAt(i + 1))) writer.pending = undefined;
  writer.word("'", i, i + 1);
  if (opens && spaceBehind && !letterOrDigitIn.test(text.charAt(i - 1))) writer.swallow = true;
}

/** Maps every character of a text to itself. */
export function selfMapped(text: string): MappedText {
  const builder = new MappedTextBuilder();
  builder.appendVerbatim(text, 0);
  return builder.build();
}
