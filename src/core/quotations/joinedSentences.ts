import { barrierAfter, occurrences } from '../match.ts';
import { hasWord, type Range } from '../text.ts';
import { foundAt, type Quotable, type Scope } from '../resolve.ts';
import type { ScatteredPart } from './quotationResult.ts';
import type { Altered, Wanted } from './quotationText.ts';

/** More sentences than are tried. */
const maxJoints = 12;
/** Fewer words stand in many places. */
const minScatteredWords = 3;
const signAtEnd = /[.!?\u2026;:,]'?$/u;
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
    // The sign is that of the words before it, or after what is left out.
    const [sentences, clauses] = [
      { end: index + sign.length - 1, start: index + sign.length },
      { end: index, start: index },
    ];
    for (const seam of [sentences, clauses]) {
      const found = scope.stretches.flatMap((stretch) => clausesJoinedAt(wanted, quotable, seam, stretch))[0];
      if (found) return found;
    }
  }
  return undefined;
}

/**
 * Returns where each sentence or clause of a quotation stands, in the cited place or else anywhere: quoted in another order, or as if
 * nothing stood between them. Empty unless all do.
 */
export function scatteredSentences(
  { words, pattern }: Wanted,
  quotable: Quotable,
  scope: Scope,
): ScatteredPart[] {
  const joints = pattern ? [] : [...words.text.matchAll(joint)].filter(([sign]) => !sign.startsWith(','));
  if (joints.length === 0 || joints.length > maxJoints) return [];
  const { index } = quotable;
  const within = [...scope.stretches, { start: 0, end: index.text.length }];
  const ends = [...joints.map((one) => one.index), words.text.replace(signAtEnd, '').length];
  const parts: ScatteredPart[] = [];
  for (const [at, end] of ends.entries()) {
    const before = joints[at - 1];
    const part = words.text.slice(before ? before.index + before[0].length : 0, end);
    if (part.split(' ').filter(hasWord).length < minScatteredWords) return [];
    const [range] = within.flatMap((stretch) => occurrences(index, part, lenientEnds, stretch).slice(0, 1));
    if (!range) return [];
    parts.push({ words: part, found: foundAt(quotable, range).labels });
  }
  return parts;
}

/** @param seam where the first of the two stretches ends in the quotation, and the second begins */
function clausesJoinedAt({ words }: Wanted, quotable: Quotable, seam: Range, within: Range): Altered[] {
  const { index } = quotable;
  const [one, other] = [words.text.slice(0, seam.end), words.text.slice(seam.start)];
  if (!hasSeveralWords(one) || !hasSeveralWords(other)) return [];
  const firsts = occurrences(index, one, { ...lenientEnds, finalPoint: false }, within);
  if (firsts.length === 0) return [];
  const seconds = occurrences(index, other, lenientEnds, within);
  const space = seam.start - seam.end;
  return firsts.flatMap((first): Altered[] => {
    const reach = barrierAfter(index.text, first.end, within.end - first.end);
    const second = seconds.find(({ start, end }) => start > first.end + space && end <= reach);
    if (!second || !hasWord(index.text.slice(first.end, second.start))) return [];
    const range = { start: first.start, end: second.end };
    const left = { start: first.end + space, end: second.start - space };
    const steps = [
      { kind: 'same' as const, quoted: { start: 0, end: seam.end }, source: first },
      { kind: 'dropped' as const, quoted: { start: seam.end, end: seam.end }, source: left },
      { kind: 'same' as const, quoted: { start: seam.start, end: words.text.length }, source: second },
    ];
    return [{ alignment: { steps, range, agreement: 1, cost: 0 }, range, origin: 0, cited: true }];
  });
}

/** Whether a stretch has two words. */
function hasSeveralWords(text: string): boolean {
  return text.trim().split(' ').filter(hasWord).length > 1;
}
