import { messageOf } from '../../core/messages.ts';
import { type BlockDoubt, plainOf } from '../blocks.ts';
import type { PdfText } from './pdfRuns.ts';

/** How many code units before and after the place of a doubt are shown. */
const shownUnits = 45;

/** Letters of other scripts within a word, or none at all: the file says wrongly what its glyphs are. */
const strangeLetters =
  /\p{Script=Latin}(?=[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}])|[\uFFFD\uE000-\uF8FF]/u;

/**
 * What is not certain about a block: the hyphens of its words, where it begins or ends, or numbers in it that may mark
 * notes that were not found.
 * @param joint the index of the line in which a paragraph may begin that was taken for the rest of this one
 * @param page the label of its page, or the number of that in the file
 */
export function doubtOfText(text: PdfText, joint: number | undefined, page: string): BlockDoubt | undefined {
  const { runs, hyphens, starts } = text;
  const plain = plainOf(runs);
  const unsure = hyphens.flatMap((hyphen, index) => (hyphen.unsure ? [index] : []));
  if (unsure.length > 0) return { page, hyphens: unsure, reason: messageOf('importing.pdfHyphen') };
  if (joint !== undefined)
    return { page, words: around(plain, starts[joint] ?? 0), reason: messageOf('importing.pdfJoint') };
  const letters = strangeLetters.exec(plain);
  if (letters)
    return { page, words: wordAround(plain, letters.index + 1), reason: messageOf('importing.pdfLetters') };
  const raised = runs.findIndex(({ style }) => style?.raised);
  if (raised < 0) return undefined;
  const at = plainOf(runs.slice(0, raised + 1)).length;
  return { page, words: around(plain, at), reason: messageOf('importing.pdfRaised') };
}

function wordAround(plain: string, offset: number): string {
  const start = plain.slice(0, offset).search(/\S+$/u);
  const rest = /^\S*/u.exec(plain.slice(offset))?.[0] ?? '';
  return plain.slice(Math.max(0, start), offset) + rest;
}

function around(plain: string, offset: number): string {
  const before = plain.slice(Math.max(0, offset - shownUnits), offset).replace(/^\S*\s/u, '');
  const after = plain.slice(offset, offset + shownUnits).replace(/\s\S*$/u, '');
  return `${before}${after}`.trim();
}
