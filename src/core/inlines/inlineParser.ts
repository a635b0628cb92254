import { isAsciiLetterOrDigit } from '../text.ts';
import { characterAt, endOfAttributes, endOfMath, endOfRawAttribute } from '../syntax.ts';
import { readBracket, readImage, readInlineNote } from './brackets.ts';
import { readCite } from './cites.ts';
import { readEnclosure, readScript, readSpan, readStruck } from './enclosures.ts';
import {
  isApostropheOfMath,
  readAutolink,
  readBareUrl,
  readEntity,
  readEscapeOrTex,
  readExampleReference,
  readSmart,
  readTag,
  readWord,
} from './readWords.ts';
import type { Context, InlinePlace, InlineReader, Mode, References } from './inlineReader.ts';
import { BracketStructure, type Inline, type Step, string } from './nodes.ts';
import { readLineBreak, readSpace } from './spaces.ts';

/** Deeper markup, which nobody writes, is read as plain characters. */
const maxMarkupDepth = 24;
/** Inlines read per character, with all failed attempts, before markup is read as plain characters. */
const maxReadsPerUnit = 4;

/**
 * Reads inlines by Pandoc's rules. Every result is cached by position and context, so that all attempts that fail (`[`
 * without its `]`) together cost no more than the first one.
 */
export class InlineParser implements InlineReader {
  readonly structure: BracketStructure;
  private budget: number;
  private readonly steps = new Map<number, Map<number, Step | undefined>>();
  private readonly lists = new Map<number, Map<number, number | undefined>>();
  private readonly walks = new Map<number, Map<number, InlinePlace | undefined>>();

  constructor(
    readonly text: string,
    readonly references: References,
  ) {
    this.structure = new BracketStructure(text);
    this.budget = 50_000 + maxReadsPerUnit * text.length;
  }

  character(at: number, context: Context): string {
    return at < context.limit ? characterAt(this.text, at) : '';
  }

  inline(at: number, afterWord: boolean, context: Context): Step | undefined {
    if (at >= context.limit) return undefined;
    // Words and spaces, which are most of a text, cost less to be read again than to be kept.
    if (isOfPlainText(this.text.charCodeAt(at))) return this.plain(at, context);
    const memo = tableOfKey(this.steps, context.limit);
    const key = stateKey(at, afterWord, context);
    if (memo.has(key)) return memo.get(key);
    const tired = --this.budget < 0 || context.depth >= maxMarkupDepth;
    const step = (tired ? undefined : this.markup(at, afterWord, context)) ?? this.plain(at, context);
    memo.set(key, step);
    return step;
  }

  walk(mode: Mode, at: number, afterWord: boolean, context: Context): InlinePlace | undefined {
    const memo = tableOfKey(this.walks, context.limit * 16 + mode.id);
    const path: number[] = [];
    let result: InlinePlace | undefined;
    for (let place: InlinePlace = { end: at, afterWord }; ;) {
      const key = stateKey(place.end, place.afterWord, context);
      if (memo.has(key)) {
        result = memo.get(key);
        break;
      }
      path.push(key);
      const verdict = mode.stop(this, place.end, place.afterWord, context);
      const step = verdict === undefined ? this.inline(place.end, place.afterWord, context) : undefined;
      if (step === undefined) {
        result = verdict === 'end' || (verdict === undefined && mode.open) ? place : undefined;
        break;
      }
      place = step;
    }
    for (const key of path) memo.set(key, result);
    return result;
  }

  collect(from: number, afterWord: boolean, end: number, context: Context): Inline[] {
    const inlines: Inline[] = [];
    for (let place: InlinePlace = { end: from, afterWord }; place.end < end;) {
      const step = this.inline(place.end, place.afterWord, context);
      if (step === undefined) break;
      inlines.push(step.node);
      place = step;
    }
    return inlines;
  }

  listEnds(context: Context): Map<number, number | undefined> {
    const { limit, quote, links } = context;
    return tableOfKey(this.lists, limit * 8 + quote * 2 + (links ? 1 : 0));
  }

  inside(from: number, to: number, context: Context): Inline[] {
    return this.collect(from, false, to, { ...context, limit: to, depth: context.depth + 1 });
  }

  private markup(at: number, afterWord: boolean, context: Context): Step | undefined {
    switch (this.text.charAt(at)) {
      case '`':
        return this.code(at, context);
      case '_':
      case '*':
        return readEnclosure(this, at, afterWord, context);
      case '^':
        return readInlineNote(this, at, context) ?? readScript(this, '^', at, context);
      case '[':
        return readBracket(this, at, afterWord, context);
      case '!':
        return readImage(this, at, context);
      case '$':
        return this.math(at, context);
      case '~':
        return readStruck(this, at, context);
      case '<':
        return readAutolink(this, at, context) ?? readSpan(this, at, context);
      case '@':
        return readCite(this, at, afterWord, context) ?? readExampleReference(this, at, context);
      case '-':
        return readCite(this, at, afterWord, context) ?? readSmart(this, at, afterWord, context);
      case '"':
      case "'":
      case '.':
        return readSmart(this, at, afterWord, context);
      default:
        return undefined;
    }
  }

  private plain(at: number, context: Context): Step | undefined {
    switch (this.text.charAt(at)) {
      case ' ':
      case '\t':
        return readSpace(this, at, context);
      case '\n':
        return readLineBreak(this, at, context);
      case '&':
        return readEntity(this, at, context);
      case '\\':
        return readEscapeOrTex(this, at, context);
      case '<':
        return readTag(this, at, context);
      default:
        return readBareUrl(this, at, context) ?? readWord(this, at, context) ?? this.symbol(at, context);
    }
  }

  symbol(at: number, context: Context): Step {
    const character = this.character(at, context);
    const end = at + character.length;
    return { node: string(character, at, end), end, afterWord: false };
  }

  private code(at: number, context: Context): Step | undefined {
    const span = this.structure.codeSpan(at, context.limit);
    if (span === undefined) return undefined;
    const text = this.text
      .slice(span.from, span.to)
      .replace(/\n/g, ' ')
      .replace(/^[ \t]+|[ \t]+$/g, '');
    const raw = endOfRawAttribute(this.text, span.end, context.limit);
    const end = raw ?? endOfAttributes(this.text, span.end, context.limit) ?? span.end;
    const node: Inline = raw ? { kind: 'raw', start: at, end } : { kind: 'code', text, start: at, end };
    return { node, end, afterWord: false };
  }

  private math(at: number, context: Context): Step | undefined {
    const close = endOfMath(this.text, at, context.limit);
    if (close === undefined) return undefined;
    const width = this.text.startsWith('$$', at) ? 2 : 1;
    const written = this.text.slice(at + width, close - width);
    const text = width === 1 ? written.replace(/[ \t]*\n|[ \t]+/g, ' ') : written;
    const node: Inline = { kind: 'math', text, start: at, end: close };
    if (width === 2 || !isApostropheOfMath(this, close, context))
      return { node, end: close, afterWord: false };
    const end = close + 1;
    const children = [node, string('’', close, end)];
    return { node: { kind: 'group', children, start: at, end }, end, afterWord: false };
  }
}

/** Whether a code unit begins a word, or is a space within a line: ASCII letters and digits, spaces, tabs. */
function isOfPlainText(code: number): boolean {
  return code === 0x20 || code === 0x09 || isAsciiLetterOrDigit(code);
}

function stateKey(at: number, afterWord: boolean, context: Context): number {
  return at * 16 + context.quote * 4 + (context.links ? 2 : 0) + (afterWord ? 1 : 0);
}

function tableOfKey<T>(tables: Map<number, Map<number, T>>, key: number): Map<number, T> {
  let table = tables.get(key);
  if (table === undefined) tables.set(key, (table = new Map<number, T>()));
  return table;
}
