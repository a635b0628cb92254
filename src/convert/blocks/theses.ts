import { messageOf } from '../../core/messages.ts';
import { countWords, normaliseText } from '../../core/text.ts';
import { textOfBlock, type Block } from './block.ts';
import type { DoubtQuestion } from './item.ts';

/** What numbered blocks are: paragraphs that their author numbered, or the items of a list. */
export interface NumberedKind {
  readonly kind: 'paragraph' | 'list';
  /** Undefined if it is certain. */
  readonly question?: DoubtQuestion;
}

/** Each of these ends a sentence after which another begins. */
const sentenceEnd = /[.?!…][\p{Pe}\p{Pf}'"]*\s+[\p{Pi}\p{Ps}"']*\p{Lu}/u;
const endOfSentence = /[.?!…][\p{Pe}\p{Pf}'"]*(?:\d{1,3}|\[\d{1,3}\])?$/u;

/**
 * Decides what blocks are that are numbered one after another.
 * @param texts of the blocks, without their numbers
 * @param isIntroduced whether a colon stands before them
 * @param isApart whether blank lines stand between them, or nothing says how they stand
 * @param share of the words of the whole text that they hold, 0 to 1
 */
export function kindOfNumbered(
  texts: readonly string[],
  isIntroduced: boolean,
  isApart: boolean,
  share: number,
): NumberedKind {
  const count = (test: (text: string) => boolean): number => texts.filter(test).length / texts.length;
  const words = texts.map((text) => countWords(normaliseText(text)));
  const average = words.reduce((sum, one) => sum + one, 0) / texts.length;
  const ended = count((text) => endOfSentence.test(text.trim()));
  const several = count((text) => sentenceEnd.test(text));
  if (isIntroduced || ended < 0.5 || average < 6) return { kind: 'list' };
  if (isApart && ended >= 0.75 && (several >= 0.5 || average >= 40 || share >= 0.6))
    return { kind: 'paragraph' };
  const kind = (isApart && average >= 12) || several >= 0.5 ? 'paragraph' : 'list';
  return {
    kind,
    question: {
      question: messageOf('importing.isNumbered'),
      options: ['paragraph', 'list'],
      reason: messageOf(kind === 'list' ? 'importing.listByItems' : 'importing.numberedBySentences'),
    },
  };
}

/** The items of a list as paragraphs, each with the number that the list gives it. */
export function numberedParagraphs(list: Block): Block[] {
  return (list.items ?? []).flatMap((item, index) =>
    item.map((block, at): Block => {
      const place = list.quotation === undefined ? {} : { quotation: list.quotation };
      if (at > 0 || block.kind !== 'paragraph') return { ...block, ...place };
      const number = `${list.labels?.[index] ?? `${String((list.ordered ?? 1) + index)}.`} `;
      return { ...block, ...place, runs: [{ text: number }, ...block.runs] };
    }),
  );
}

/** The texts of the items of a list. */
export function itemTexts(list: Block): string[] {
  return (list.items ?? []).map((item) => item.map(textOfBlock).join(' '));
}
