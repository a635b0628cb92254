import { languageOf } from '../blocks.ts';
import { inAnyLanguage } from '../languages.ts';
import { memo } from '../memo.ts';
import type { Source } from '../study.ts';
import { foldedCase } from '../text.ts';

/**
 * Words that deny what follows them, directly before quoted words: `не`, `nie`, `δεν`. English has phrases, too, which `signsOf` knows.
 */
const ahead = wordsAhead(`(?:${inAnyLanguage('denyingAhead')})\\s+|(?:${inAnyLanguage('denyingTouching')})`);
/** What goes on so denies nothing, as `no sólo`, and 不过. */
const idle =
  /^'?(?:s[oó]l[oa]?(?:mente)?|soltanto|só|apenas|nur|bloß|seulement|только|лишь|тільки|tylko|jen|len|samo|μόνο|רק|فقط|[过過但仅僅同断斷时時])(?![a-zà-ÿа-я])/u;
/** Longer words deny nothing. UTF-16 code units. */
const maxDenyingUnits = 16;

/** Words that deny in one language and mean something else in others: Spanish `no`, which is no English word before a noun, French `ne`. */
const aheadByLanguage = memo(
  'words that deny in the language of a source',
  (source: Source): RegExp | undefined => {
    const lang = (source.file && languageOf(source.file.document)) ?? source.csl['language'];
    const [primary] = typeof lang === 'string' ? lang.toLowerCase().split(/[-_]/) : [];
    const word = primary === undefined ? undefined : wordsByLanguage.get(primary);
    return word === undefined ? undefined : wordsAhead(`${word}\\s+`);
  },
);
const wordsByLanguage: ReadonlyMap<string, string> = new Map([
  ...['es', 'ca', 'gl', 'ast', 'eu'].map((tag) => [tag, 'no'] as const),
  ...['fr', 'cs', 'sk', 'hr', 'sr', 'bs', 'sl', 'hu'].map((tag) => [tag, 'ne'] as const),
  ['ro', 'nu'],
]);

/** Without the class of all letters, which V8 compiles slowly. */
function wordsAhead(words: string): RegExp {
  return new RegExp(
    `(?:^|[\\s\\u0001'"([¿¡,;:.!?\\u2026\\u00B7\\u3001\\u3002\\uFF0C-]|(?<=[\\u4E00-\\u9FFF]))(${words})'?$`,
    'u',
  );
}

/**
 * Returns the word of a source that denies what begins at an offset, and its length up to there; undefined where there is none.
 * @param from where the sentence begins
 */
export function denyingWordAhead(
  text: string,
  from: number,
  at: number,
  source: Source,
): { readonly words: string; readonly length: number } | undefined {
  const before = text.slice(Math.max(from, at - maxDenyingUnits), at);
  if (!/[\s\u4E00-\u9FFF]'?$/.test(before)) return undefined;
  const found = ahead.exec(foldedCase(before)) ?? aheadByLanguage(source)?.exec(foldedCase(before));
  if (!found || idle.test(foldedCase(text.slice(at, at + maxDenyingUnits)))) return undefined;
  const start = found.index + found[0].lastIndexOf(found[1] ?? '');
  return { words: before.slice(start).trim().replace(/\s*'$/, ''), length: before.length - start };
}
