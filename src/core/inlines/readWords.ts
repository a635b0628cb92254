import {
  endOfAutolink,
  endOfTexCommand,
  isAlphaNumeric,
  isBlockTag,
  isPunctuation,
  isSpace,
  readCharacterReference,
} from '../syntax.ts';
import { readCite } from './cites.ts';
import type { Context, InlineReader, Mode } from './inlineReader.ts';
import { noteMarkerEnd } from './referenceKeys.ts';
import { type Inline, type Step, string } from './nodes.ts';
import { isSpaceOrTabAt, readSpace } from './spaces.ts';
import { trimInlines } from './stringify.ts';

/** Pandoc's abbreviations. The space after one becomes a no-break space. */
const pandocAbbreviations = new Set(
  `aet. aetat. al. Apr. Aug. bk. Bros. c. Capt. cf. ch. chap. chs. Co. col. Corp. cp. d. Dec. Dr. e.g. ed. eds. esp.
  f. fasc. Feb. ff. fig. fl. fol. fols. Fr. Gen. Gov. Hon. i.e. ill. Inc. incl. Jan. Jr. Jul. Jun. Ltd. M.A. M.D.
  Mar. Mr. Mrs. Ms. n. n.b. nn. No. Nov. Oct. p. Ph.D. pp. Pres. Prof. pt. q.v. Rep. Rev. s.v. s.vv. saec. sec. Sen.
  Sep. Sept. Sgt. Sr. St. univ. viz. vol. vs.`.split(/\s+/),
);
const wordPart = /(?:[\p{L}\p{N}]+|\.(?!\.))+/uy;

const bareUrl = /(?:https?|ftp):\/\/[^\s<>()[\]{}"`|\\^;]*@[^\s<>()[\]{}"`|\\^;]*/iuy;

/** Reads a bare web address with an `@`. Pandoc takes it for a citation; here it deliberately is none. */
export function readBareUrl(reader: InlineReader, at: number, context: Context): Step | undefined {
  if (!/[hf]/i.test(reader.text.charAt(at))) return undefined;
  bareUrl.lastIndex = 0;
  const match = bareUrl.exec(reader.text.slice(at, Math.min(context.limit, at + 1000)));
  if (match === null) return undefined;
  const text = match[0].replace(/[.,:!?'*_)]+$/, '');
  const end = at + text.length;
  return { node: string(text, at, end), end, afterWord: true };
}

/** Reads a word: letters, digits and single full stops. */
export function readWord(reader: InlineReader, at: number, context: Context): Step | undefined {
  wordPart.lastIndex = at;
  if (!wordPart.test(reader.text)) return undefined;
  const end = Math.min(wordPart.lastIndex, context.limit);
  const text = reader.text.slice(at, end);
  const node = string(text, at, end);
  const tied = pandocAbbreviations.has(text) ? readTie(reader, end, context) : undefined;
  if (tied === undefined) return { node, end, afterWord: true };
  return { ...tied, node: { kind: 'group', children: [node, tied.node], start: at, end: tied.end } };
}

function readTie(reader: InlineReader, at: number, context: Context): Step | undefined {
  if (!isSpaceOrTabAt(reader.character(at, context))) return undefined;
  const space = readSpace(reader, at, context);
  const deeper = { ...context, depth: context.depth + 1 };
  if (reader.text.charAt(space.end) === '[' && noteMarkerEnd(reader, space.end, context)) return undefined;
  if (readCite(reader, space.end, false, deeper)) return undefined;
  return space.node.kind === 'space'
    ? { ...space, node: { kind: 'tie', start: space.node.start, end: space.node.end } }
    : space;
}

const exampleLabel = /@(?:[\p{L}\p{N}]+|[_-][\p{L}\p{N}]+)*/uy;

/** Reads an `@label` that is not a citation, such as the end of an e-mail address. Pandoc skips it. */
export function readExampleReference(reader: InlineReader, at: number, context: Context): Step | undefined {
  exampleLabel.lastIndex = at;
  const end = Math.min(at + (exampleLabel.exec(reader.text)?.[0].length ?? 1), context.limit);
  return { node: string(reader.text.slice(at, end), at, end), end, afterWord: false };
}

const singleQuote: Mode = {
  id: 2,
  open: false,
  stop: (reader, at, _afterWord, context) => (endOfQuote(reader, at, 1, context) ? 'end' : undefined),
};
const doubleQuote: Mode = {
  id: 3,
  open: false,
  stop: (reader, at, _afterWord, context) => (endOfQuote(reader, at, 2, context) ? 'end' : undefined),
};

/** Returns the offset after the closing quotation mark at `at`; undefined where there is none. Only straight marks pair. */
function endOfQuote(reader: InlineReader, at: number, quote: 1 | 2, context: Context): number | undefined {
  const character = reader.character(at, context);
  if (quote === 2) return character === '"' ? at + 1 : undefined;
  if (character !== "'") return undefined;
  const next = reader.character(at + 1, context);
  return next !== '' && isAlphaNumeric(next) ? undefined : at + 1;
}

/**
 * Whether the mark after inline math is an apostrophe, as in `$n$'s`, and so does not close a quotation. It is one unless a
 * space or punctuation follows, also at the end of a text in brackets.
 */
export function isApostropheOfMath(reader: InlineReader, at: number, context: Context): boolean {
  const mark = reader.character(at, context);
  if (mark !== "'" && mark !== '’') return false;
  const next = reader.character(at + 1, context);
  // Inside brackets nothing follows. At the end of a block Pandoc sees the end of the line.
  if (next === '') return reader.text.charAt(context.limit) === ']';
  return !isSpace(next) && !isPunctuation(next);
}

/** Reads quotation marks, dashes and ellipses. */
export function readSmart(
  reader: InlineReader,
  at: number,
  afterWord: boolean,
  context: Context,
): Step | undefined {
  const character = reader.character(at, context);
  const quote = character === '"' ? 2 : character === "'" ? 1 : 0;
  if (quote !== 0) {
    const next = reader.character(at + 1, context);
    if (context.quote !== quote && !afterWord && next !== '' && !/[ \t\n\r]/.test(next))
      return readQuoted(reader, at, quote, context);
    return replacedStep(quote === 2 ? '”' : '’', at, 1);
  }
  if (at + 2 < context.limit && reader.text.startsWith('...', at)) return replacedStep('…', at, 3);
  if (character !== '-' || reader.character(at + 1, context) !== '-') return undefined;
  return reader.character(at + 2, context) === '-' ? replacedStep('—', at, 3) : replacedStep('–', at, 2);
}

function replacedStep(text: string, at: number, width: number): Step {
  return { node: string(text, at, at + width), end: at + width, afterWord: false };
}

function readQuoted(reader: InlineReader, at: number, quote: 1 | 2, context: Context): Step {
  const inner: Context = { ...context, quote, depth: context.depth + 1 };
  const from = at + 1;
  const opening = replacedStep(quote === 1 ? '’' : '“', at, 1);
  if (endOfQuote(reader, from, quote, inner)) return opening;
  const place = reader.walk(quote === 1 ? singleQuote : doubleQuote, from, false, inner);
  const end = place && endOfQuote(reader, place.end, quote, inner);
  if (place === undefined || end === undefined) return opening;
  const children = trimInlines(reader.collect(from, false, place.end, inner));
  return {
    node: { kind: quote === 1 ? 'singleQuoted' : 'doubleQuoted', children, start: at, end },
    end,
    afterWord: false,
  };
}

/** Reads a character reference such as `&amp;`, or a plain `&`. */
export function readEntity(reader: InlineReader, at: number, context: Context): Step {
  const entity = readCharacterReference(reader.text, at, context.limit);
  if (entity === undefined) return reader.symbol(at, context);
  return { node: string(entity.text, at, entity.end), end: entity.end, afterWord: false };
}

/** Reads an escaped character, an escaped line end, raw TeX, or a plain backslash. */
export function readEscapeOrTex(reader: InlineReader, at: number, context: Context): Step | undefined {
  const next = reader.character(at + 1, context);
  if (next === '\n')
    return { node: { kind: 'lineBreak', start: at, end: at + 1 }, end: at + 1, afterWord: false };
  if (next !== '' && !isAlphaNumeric(next)) {
    const end = at + 1 + next.length;
    return { node: string(next === ' ' ? '\u00a0' : next, at, end), end, afterWord: false };
  }
  const end = endOfTexCommand(reader.text, at, context.limit);
  if (end !== undefined) return { node: { kind: 'raw', start: at, end }, end, afterWord: false };
  return reader.text.startsWith('\\begin{', at) ? undefined : reader.symbol(at, context);
}

/** Reads `<http://…>` or `<name@example.org>`. */
export function readAutolink(reader: InlineReader, at: number, context: Context): Step | undefined {
  const end = context.links ? endOfAutolink(reader.text, at, context.limit) : undefined;
  if (end === undefined) return undefined;
  const address = reader.text.slice(at + 1, end - 1);
  const children = [string(address, at, end)];
  const node: Inline = {
    kind: 'link',
    target: { address },
    attributesAt: end,
    children,
    start: at,
    end,
  };
  return { node, end, afterWord: false };
}

/** Reads an HTML tag or comment, or a plain `<`. Undefined before a tag that ends a paragraph. */
export function readTag(reader: InlineReader, at: number, context: Context): Step | undefined {
  const tag = reader.structure.tag(at, context.limit);
  if (tag === undefined) return reader.symbol(at, context);
  if (isBlockTag(tag.name)) return undefined;
  return { node: { kind: 'raw', start: at, end: tag.end }, end: tag.end, afterWord: false };
}
