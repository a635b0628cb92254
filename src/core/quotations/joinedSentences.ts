import { barrierAfter, occurrences } from '../match.ts';
import { hasWord, type Range } from '../text.ts';
import type { Quotable, Scope } from '../resolve.ts';
import type { Altered, Wanted } from './quotationText.ts';

/** More sentences than are tried. */
const maxJoints = 12;
const joint = /[.!?\u2026;:,]'? (?=\S)/gu;
const lenientEnds = { capital: true, finalPoint: true };

/**
 * Returns how a quotation joins two stretches of the cited place letter for letter, without an ellipsis for what stands between.
 * The cheapest alignment would take a short stretch for other words than those beside the longer one. Undefined where it does not.
 */
export function joinedSentences(wanted: Wanted, quotable: Quotable, scope: Scope): Altered | undefined {
  const { text } = wanted.words;
  if (wanted.pattern) return undefined;
  const joints = [...text.matchAll(joint)].slice(0, maxJoints);
  for (const { index, 0: sign } of joints) {
    const at = index + sign.length;
    const found = scope.stretches.flatMap((stretch) => sentencesJoinedAt(wanted, quotable, at, stretch))[0];
    if (found) return found;
  }
  return undefined;
}

function sentencesJoinedAt({ words }: Wanted, quotable: Quotable, at: number, within: Range): Altered[] {
  const { index } = quotable;
  const [one, other] = [words.text.slice(0, at - 1), words.text.slice(at)];
  if (!hasSeveralWords(one) || !hasSeveralWords(other)) return [];
  const firsts = occurrences(index, one, { ...lenientEnds, finalPoint: false }, within);
  if (firsts.length === 0) return [];
  const seconds = occurrences(index, other, lenientEnds, within);
  return firsts.flatMap((first): Altered[] => {
    const reach = barrierAfter(index.text, first.end, within.end - first.end);
    const second = seconds.find(({ start, end }) => start > first.end + 1 && end <= reach);
    if (!second || !hasWord(index.text.slice(first.end, second.start))) return [];
    const range = { start: first.start, end: second.end };
    const left = { start: first.end + 1, end: second.start - 1 };
    const steps = [
      { kind: 'same' as const, quoted: { start: 0, end: at - 1 }, source: first },
      { kind: 'dropped' as const, quoted: { start: at - 1, end: at - 1 }, source: left },
      { kind: 'same' as const, quoted: { start: at, end: words.text.length }, source: second },
    ];
    return [{ alignment: { steps, range, agreement: 1, cost: 0 }, range, origin: 0, cited: true }];
  });
}

/** Whether a stretch has two words. */
function hasSeveralWords(text: string): boolean {
  return text.trim().split(' ').filter(hasWord).length > 1;
}
