import type { Definition, LinkReference } from 'mdast';
import { normaliseLabel } from '../../syntax.ts';
import type { Range } from '../../text.ts';
import {
  filledLine,
  type PieceLine,
  positionOfLines,
  type ReadBlock,
  type SimplePiece,
} from './simplePiece.ts';

/** Characters that inline content may not have without a closer look, by code unit. */
export const specialCodes = new Uint8Array(128);
for (const character of '[]*_`<&\\@!~\t\r') specialCodes[character.charCodeAt(0)] = 1;

/** `[label]: address` on a line of its own, where neither has signs that could be read in another way. */
const linkLine = /\[(?![@^])([^[\]\\*_`<&@!~\t]{1,200})\]: ([A-Za-z0-9:/._~?#%=+,;@$-]+)$/y;

/** Reads a link definition that only blank lines or others like it follow: a title or attributes may stand on the next line. */
export function readLinkLine(
  piece: SimplePiece,
  index: number,
  line: PieceLine,
): ReadBlock<Definition> | undefined {
  const found = linkLineIn(piece, line);
  const following = filledLine(piece, index + 1);
  if (!found || (following && !linkLineIn(piece, following))) return undefined;
  const [, label = '', url = ''] = found;
  const identifier = normaliseLabel(label).toLowerCase();
  const position = positionOfLines(line, line);
  return { node: { type: 'definition', identifier, label, title: null, url, position }, next: index + 1 };
}

function linkLineIn({ text }: SimplePiece, { start, end }: PieceLine): RegExpExecArray | null {
  linkLine.lastIndex = 0;
  const found = linkLine.exec(text.slice(start, end));
  return found?.[1]?.trim() === '' ? null : found;
}

/** A reference to a defined link, `[text][label]`, `[label][]` or `[label]`. Offsets are into the text that was read. */
interface LinkReferenceReading {
  readonly label: string;
  readonly referenceType: LinkReference['referenceType'];
  /** Where its text ends, which begins behind the bracket. */
  readonly textEnd: number;
  readonly end: number;
}

/**
 * Returns the reference that begins with the bracket at the start of a stretch; null where there is none, undefined where that is
 * uncertain.
 * @param stretch to the end of the line
 * @param isLast whether the paragraph ends there
 * @param links normalised labels of all links that the text may refer to
 */
export function linkReferenceAt(
  text: string,
  { start, end }: Range,
  isLast: boolean,
  links: ReadonlySet<string>,
): LinkReferenceReading | null | undefined {
  const close = closeOf(text, start, end);
  if (close === undefined) return isLast ? null : undefined;
  if (close === tooDeep) return undefined;
  const inside = text.slice(start + 1, close);
  const second = text.charCodeAt(close + 1) === 91 ? closeOf(text, close + 1, end) : -1;
  // A second pair of brackets that does not end in the line may end in the next one.
  if (second === tooDeep) return undefined;
  if (second === undefined) return isLast && !links.has(normaliseLabel(inside)) ? null : undefined;
  const label = second > close + 2 ? text.slice(close + 2, second) : inside;
  if (!links.has(normaliseLabel(label)))
    return second > 0 && links.has(normaliseLabel(inside)) ? undefined : null;
  const before = text.charCodeAt(start - 1);
  const isClear =
    inside.charCodeAt(0) !== 94 &&
    before !== 93 &&
    before !== 94 &&
    text.charCodeAt(Math.max(close, second) + 1) !== 40;
  if (!isClear || !isOnlyText(inside) || !isOnlyText(label)) return undefined;
  const referenceType = second < 0 ? 'shortcut' : second > close + 2 ? 'full' : 'collapsed';
  return { label, referenceType, textEnd: close, end: Math.max(close, second) + 1 };
}

/** Brackets in brackets are looked through for each of them. */
const maxDepth = 10;
const tooDeep = -2;

/** Returns the offset of the bracket that closes the one at `at`; undefined where none does before `end`, `tooDeep` where many open. */
function closeOf(text: string, at: number, end: number): number | undefined {
  let depth = 0;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 91 && ++depth > maxDepth) return tooDeep;
    if (code === 93 && --depth === 0) return i;
  }
  return undefined;
}

/** Whether all characters of a text stand for themselves. */
function isOnlyText(text: string): boolean {
  if (text.length > 200 || text.trim() === '') return false;
  for (let i = 0; i < text.length; i++) if (specialCodes[text.charCodeAt(i)] === 1) return false;
  return true;
}
