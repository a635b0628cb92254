import { codes, kind, kindOf } from '../markdown/pandoc/shortcut/characters.ts';
import { isMarkCode } from '../markdown/quotations/candidates.ts';
import { isLatin, isLetter } from './characters.ts';
import type { Verdict, Verdicts } from './verdicts.ts';

const quoted = '> ';
const heading = /^#{1,6} /;

/**
 * The citation of a block quotation of plain words that stand where it says; undefined where anything else stands there.
 * @param written the block, `> ` before each line and the citation behind the last word
 */
export function readVerbatimBlock(written: string, verdicts: Verdicts): readonly Verdict[] | undefined {
  const lines = written.split('\n');
  if (!lines.every((line) => line.startsWith(quoted))) return undefined;
  const contents = lines.map((line) => line.slice(quoted.length));
  const last = contents.pop() ?? '';
  const at = last.lastIndexOf('[');
  if (at < 0 || !last.endsWith(']') || (at > 0 && last.charAt(at - 1) !== ' ')) return undefined;
  if (at > 0) contents.push(last.slice(0, at - 1));
  if (contents.length === 0 || !contents.every(isPlainLine)) return undefined;
  const verdict = verdicts.of(last.slice(at));
  return verdict.isClean && verdicts.isVerbatim(contents.join('\n'), verdict) ? [verdict] : undefined;
}

/** A line of words, and of apostrophes within them. */
function isPlainLine(line: string): boolean {
  if (!isLetter(line.charCodeAt(0)) || line.endsWith(' ')) return false;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === codes.apostrophe || code === codes.closeSingle) {
      if (!isLatin(line.charCodeAt(at - 1)) || !isLatin(line.charCodeAt(at + 1))) return false;
    } else if (kindOf(code) !== kind.plain || isMarkCode(code) || code < codes.space) return false;
  }
  return true;
}

/** Whether a heading holds nothing but words. */
export function isPlainHeading(written: string): boolean {
  const mark = heading.exec(written)?.[0];
  return mark !== undefined && !written.endsWith('#') && isPlainLine(written.slice(mark.length));
}
