import { denyingPhrasesIn, inAnyLanguage, primaryLanguage } from '../languages.ts';
import { memo } from '../memo.ts';
import type { Source } from '../study.ts';
import { foldedCase, hasWord, type Range } from '../text.ts';
import { sourceLanguage } from './sourceLanguage.ts';

/**
 * Words that deny what follows them, directly before quoted words: `не`, `nie`, `δεν`. English ones are looked for by `signsOf`.
 */
const ahead = wordsAhead(`(?:${inAnyLanguage('denyingAhead')})\\s+|(?:${inAnyLanguage('denyingTouching')})`);
/** What goes on so is another word, as 不过. Behind “only” it is not: who quotes it without the “not” turns “not only” round. */
const idle = /^'?[过過但同断斷时時]/u;
/** Longer words deny nothing. UTF-16 code units. */
const maxDenyingUnits = 16;

/** What denies beside a statement, as patterns. */
interface DenyingPatterns {
  readonly word: RegExp;
  readonly lead: RegExp | undefined;
  readonly tail: RegExp | undefined;
}

/** What denies in the language of a source: Spanish `no`, which is no English word before a noun, `il est faux de dire que`. */
const patternsOf = memo(
  'words that deny in the language of a source',
  (source: Source): DenyingPatterns | undefined => {
    const lang = sourceLanguage(source);
    const phrases = lang === undefined ? undefined : denyingPhrasesIn(lang);
    if (!phrases) return undefined;
    const { words, leads, tails } = phrases;
    return {
      word: wordsAhead(`(?:${words})\\s+`),
      lead: leads === undefined ? undefined : new RegExp(`(?<![a-zà-ÿа-я'])(?:${leads})[,:]?\\s*'?$`, 'u'),
      tail: tails === undefined ? undefined : new RegExp(`^[,']?\\s*(?:${tails})(?![a-zà-ÿа-я])`, 'u'),
    };
  },
);

/** Without the class of all letters, which V8 compiles slowly. */
function wordsAhead(words: string): RegExp {
  return new RegExp(
    `(?:^|[\\s\\u0001'"([¿¡,;:.!?\\u2026\\u00B7\\u3001\\u3002\\uFF0C-]|(?<=[\\u4E00-\\u9FFF]))(${words})'?$`,
    'u',
  );
}

/** A phrase that denies is looked for in so many code units beside a statement. */
const maxPhraseUnits = 120;

/** Words that deny, and their length up to the statement. */
interface DenyingWords {
  readonly words: string;
  readonly length: number;
}

/**
 * Returns the words of a source that deny what begins at an offset, and their length up to there; undefined where none do.
 * @param from where the sentence begins
 */
export function denyingWordsAhead(
  text: string,
  from: number,
  at: number,
  source: Source,
): DenyingWords | undefined {
  const before = text.slice(Math.max(from, at - maxDenyingUnits), at);
  if (!/(?:[\s\u4E00-\u9FFF]|qu')'?$/.test(before)) return undefined;
  const patterns = patternsOf(source);
  const said = patterns?.lead?.exec(foldedCase(text.slice(Math.max(from, at - maxPhraseUnits), at)))?.[0];
  if (said) return { words: withoutMark(text.slice(at - said.length, at)), length: said.length };
  const found = ahead.exec(foldedCase(before)) ?? patterns?.word.exec(foldedCase(before));
  if (!found || idle.test(foldedCase(text.slice(at, at + maxDenyingUnits)))) return undefined;
  const start = found.index + found[0].lastIndexOf(found[1] ?? '');
  return { words: withoutMark(before.slice(start)), length: before.length - start };
}

/**
 * Returns the English `No` that begins a sentence, where the words from there to its end are quoted without it: what is said of none is
 * then said of all. Before a few words it denies nothing that they say: `no harbour`. In Portuguese the same word is “in the”.
 */
export function denyingBeginning(
  text: string,
  sentence: Range,
  { start, end }: Range,
  source: Source | undefined,
): string | undefined {
  const language = primaryLanguage((source && sourceLanguage(source)) ?? 'en');
  const lead = text.slice(sentence.start, start);
  const isBeginning = language === 'en' && /^'?no\s+'?$/iu.test(lead);
  return isBeginning && !hasWord(text.slice(end, sentence.end)) ? lead : undefined;
}

/** The mark that opens a quotation within is not part of the words; the apostrophe of `qu'` is. */
function withoutMark(words: string): string {
  return words
    .trim()
    .replace(/(?:\s'|(?<!\bqu)')$/, '')
    .replace(/[\s:]+$/, '');
}

/** Returns the words of a source that deny what ends at an offset; undefined where none do. @param to where the sentence ends */
export function denyingWordsBehind(text: string, at: number, to: number, source: Source): string | undefined {
  const behind = text.slice(at, Math.min(to, at + maxPhraseUnits));
  const found = patternsOf(source)?.tail?.exec(foldedCase(behind));
  return found ? behind.slice(0, found[0].length) : undefined;
}
