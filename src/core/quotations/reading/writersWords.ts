/** What stands in a block quotation and is the writer's: punctuation around its citations, labels, remarks. */
import { foldedCase, type MappedText } from '../../text.ts';
import { inAnyLanguage } from '../../languages.ts';
import type { ProseSource } from './paragraphProse.ts';

/** Removes the punctuation after a citation before the words: `[@key, ¶ 1]: words`. */
export function withoutHead(words: MappedText, { text, base }: ProseSource, start: number): MappedText {
  const length = /^[\s:;,.\u2013\u2014-]+/u.exec(words.text)?.[0].length ?? 0;
  if (length === 0 || length === words.text.length) return words;
  return text.slice(start, (words.startAt(0) ?? 0) - base).includes('@') ? words.slice(length) : words;
}

/** Removes the punctuation after the citation, which ends the writer's sentence and is not quoted: `words [@key, ¶ 1].` */
export function withoutTail(words: MappedText, { text, base }: ProseSource): MappedText {
  let end = words.text.length;
  while (end > 0 && /[\s.,;:!?]/.test(words.text.charAt(end - 1))) end--;
  for (let at = Math.max(end, 1); at < words.text.length; at++)
    if (text.slice((words.endAt(at - 1) ?? 0) - base, (words.startAt(at) ?? 0) - base).includes('@'))
      return words.slice(0, at);
  return words;
}

/** What a writer says of quoted words, to their end; sought behind each mark that may open it, which takes V8 a tenth to compile. */
const remarkToEnd = new RegExp(String.raw`(?:${inAnyLanguage('remark')})\.?(\)?)[\s.]*$`, 'uy');

/** Returns where a remark at the end of a text begins, with the mark before it; -1 where there is none. */
function startOfRemark(text: string): number {
  for (const { index, 0: opening, 1: mark = '' } of text.matchAll(/\s*([(,;–—-])/gu)) {
    const behind = index + opening.length;
    remarkToEnd.lastIndex = mark === '(' ? behind : behind + text.slice(behind).search(/\S|$/u);
    const found = remarkToEnd.exec(text);
    if (found && (mark === '(') === (found[1] === ')')) return index;
  }
  return -1;
}

/** Removes what the writer says of the quoted words after them: `(emphasis added)`. */
export function withoutRemark(words: MappedText): MappedText {
  const start = startOfRemark(foldedCase(words.text.slice(-maxRemarkUnits)));
  return start < 0 ? words : words.slice(0, Math.max(0, words.text.length - maxRemarkUnits) + start);
}

const maxRemarkUnits = 120;

/** What a block quotation calls itself, with a number where there are several: `Quote 2:`. */
const labelAtStart = new RegExp(
  String.raw`^\s*(?:${inAnyLanguage('labelling')})(?:\s+(?:[0-9]{1,3}|\([0-9]{1,3}\)))?\s?:\s*(?=\S)`,
  'u',
);

/** Removes what a block quotation calls itself before its words. */
export function withoutLabelAtStart(
  words: MappedText,
  breaks: readonly number[],
): readonly [MappedText, readonly number[]] {
  const length = labelAtStart.exec(foldedCase(words.text.slice(0, maxLabelAtStart)))?.[0].length;
  if (length === undefined) return [words, breaks];
  return [words.slice(length), breaks.flatMap((at) => (at > length ? [at - length] : []))];
}

const maxLabelAtStart = 60;
