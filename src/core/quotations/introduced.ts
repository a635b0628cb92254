import { inAnyLanguage } from '../languages.ts';
import { hasDenyingWord } from '../match.ts';
import { foldedCase } from '../text.ts';

/**
 * Verbs and phrases that introduce the words of somebody else. Forms that writers use of people in general (`some call`, `on dit`)
 * are left out, or excluded below.
 */
const saying = inAnyLanguage('saying');
/** What is said by nobody in particular, or by the writer. */
const general =
  /(?<![\p{L}])(?:(?:is|are|was|were|be|been|being|so|often|commonly|usually|sometimes|now|also|then|what is|might|may|could|would|should|can|let us|shall|i|we|one|some|many|people|they) (?:\p{L}+ )?$)|(?:(?:every|some|any|no)(?:body| ?one)|who|which) $/u;
const before = new RegExp(
  String.raw`(?<![\p{L}\p{M}-])(?:${saying})(?![\p{L}\p{M}])[:,]?(?: [\p{L}\p{M}'’-]+[,:]?){0,3}\s*[:,–—-]?\s*$`,
  'u',
);
const behind = new RegExp(
  String.raw`^[*_]*(?:\s*,\s*(?:(?:as|so|thus|wie) )?|\s+\(?(?:as|so|thus|wie|comme|como|come|zo) )(?:(?!(?:which|that|who|where|die|der|das|qui|que|che)(?![\p{L}]))@?[\p{L}\p{N}_:.-]+ ){0,3}(?:${saying})(?![\p{L}\p{M}])`,
  'u',
);
/** How far before a quotation the words that introduce it begin. */
const maxIntroduction = 120;

/**
 * Whether a quotation is introduced as said or written by somebody, so that its words are meant to be the source's.
 * @param lead the words of the sentence before it
 * @param after the text of the paper after its closing mark, with a comma before that
 */
export function isIntroduced(lead: string, after: string): boolean {
  const words = foldedCase(lead.slice(-maxIntroduction));
  if (hasDenyingWord(words)) return false;
  if (/:\s*$/u.test(words)) return true;
  const found = before.exec(words);
  if (found && !general.test(words.slice(0, found.index))) return true;
  return behind.test(foldedCase(after.slice(0, maxIntroduction)));
}
