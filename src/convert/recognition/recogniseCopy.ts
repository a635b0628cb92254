import type { Edition } from '../../core/source.ts';
import type { Block } from '../blocks.ts';
import { FingerprintSearch } from './fingerprintSearch.ts';
import { settleJoinings } from './joinings.ts';
import { findHeading, findIn } from './shortParts.ts';
import { minWordsAnywhere, type EditionTarget, type RecognisedCopy, type WordClaim } from './targets.ts';
import { type CopyWord, readWords } from './copyWords.ts';
import { appendAll } from '../../core/text.ts';

/**
 * The share of an edition's passages that makes a text a copy of it. Two editions cannot both have more than half.
 */
const minCopiedShare = 0.5;

/** Finds the edition that a text is a copy of. Undefined if it is a copy of none. */
export function recogniseCopy(
  blocks: readonly Block[],
  editions: readonly Edition[],
): RecognisedCopy | undefined {
  const copy = recogniseWords(blocks, editions);
  if (!copy || copy.matched === copy.edition.passages.length) return copy;
  const settled = settleJoinings(copy);
  return (settled && recogniseWords(settled, [copy.edition])) ?? copy;
}

function recogniseWords(blocks: readonly Block[], editions: readonly Edition[]): RecognisedCopy | undefined {
  const words = editions.length === 0 ? [] : readWords(blocks);
  let best: RecognisedCopy | undefined;
  for (const edition of editions) {
    if (edition.passages.length === 0) continue;
    const claims = inEditionOrder(findPassages(words, edition));
    const found = claims.filter((claim) => claim.target.part === 'passage').length;
    if (found < edition.passages.length * minCopiedShare || found <= (best?.matched ?? 0)) continue;
    const all = withAdditions(words, withShortParts(words, edition, claims));
    const altered = all.filter((claim) => claim.altered).length;
    best = { edition, blocks, words, claims: all, matched: found - altered };
  }
  return best;
}

function findPassages(words: readonly CopyWord[], edition: Edition): WordClaim[] {
  const targets = longTargets(edition);
  const search = new FingerprintSearch<EditionTarget>(words, targets, lastNote(edition));
  const found = sweep(search, words, [], (index) => opensNear(words, index));
  const passages = found.filter((claim) => claim.target.part === 'passage').length;
  if (found.length === targets.length || (passages === 0 && words.length > 20_000)) return found;
  return sweep(search, words, found, gapsWorthwhile(found, targets, edition));
}

/** The most words of a label, such as `Footnote 1:` or a bullet, before a passage. */
const maxLabelWords = 3;

/** Whether a line begins here, or only a label comes before: a number with its signs, or signs alone. */
function opensNear(words: readonly CopyWord[], index: number): boolean {
  if (words[index]?.opens) return true;
  if (!/^[[(]?\d+[\])]?[.:)]*$|^[^\p{L}\p{N}]+$/u.test(words[index - 1]?.normalised ?? '')) return false;
  for (let i = index - 1; i >= 0 && i >= index - maxLabelWords; i--) if (words[i]?.opens) return true;
  return false;
}

/**
 * Tells where to search again: between found passages with a passage missing. If a note or the abstract is missing,
 * everywhere.
 */
function gapsWorthwhile(
  found: readonly WordClaim[],
  targets: readonly EditionTarget[],
  edition: Edition,
): (index: number) => boolean {
  const isPassage = (target: EditionTarget): boolean => target.part === 'passage';
  const others = targets.filter((target) => !isPassage(target)).length;
  if (found.filter((claim) => !isPassage(claim.target)).length < others) return () => true;
  const claims = inEditionOrder(found).filter((claim) => isPassage(claim.target));
  const numbers = [
    0,
    ...claims.map((claim) => (claim.target.part === 'passage' ? claim.target.passage.number : 0)),
    edition.passages.length + 1,
  ];
  let next = 0;
  return (index) => {
    while (next < claims.length && (claims[next]?.start ?? 0) <= index) next++;
    return (numbers[next + 1] ?? 0) - (numbers[next] ?? 0) > 1;
  };
}

function lastNote(edition: Edition): number {
  return Math.max(0, ...edition.notes.map((note) => note.number));
}

function longTargets(edition: Edition): EditionTarget[] {
  return [
    ...edition.passages.map((passage): EditionTarget => ({
      part: 'passage',
      passage,
      words: passage.words,
      sha256: passage.sha256,
    })),
    ...edition.notes.map((note): EditionTarget => ({
      part: 'note',
      note,
      words: note.words,
      sha256: note.sha256,
    })),
    ...(edition.abstract
      ? [{ part: 'abstract' as const, words: edition.abstract.words, sha256: edition.abstract.sha256 }]
      : []),
  ];
}

/** After this many words without a find, the text is a different one. */
const maxWordsUnmatched = 60_000;

/**
 * Searches at every place that `begins` accepts and after each find. Targets in `known` are not searched for again.
 */
function sweep(
  search: FingerprintSearch<EditionTarget>,
  words: readonly CopyWord[],
  known: readonly WordClaim[],
  begins: (index: number) => boolean,
): WordClaim[] {
  const claims: WordClaim[] = [];
  const used = new Set<EditionTarget>(known.map((claim) => claim.target));
  let next = 0;
  let follows = false;
  let vain = 0;
  for (let i = 0; i < words.length;) {
    const ahead = known[next];
    if (ahead && i >= ahead.start) {
      claims.push(ahead);
      i = Math.max(i, ahead.end);
      next++;
      follows = true;
      continue;
    }
    const opens = words[i]?.opens === true;
    const found: WordClaim | undefined =
      (follows || begins(i)) && !search.exhausted && (vain < maxWordsUnmatched || claims.length > 0)
        ? search.at(
            i,
            ahead?.start ?? words.length,
            (target) => !used.has(target) && (opens || follows || target.words >= minWordsAnywhere),
          )
        : undefined;
    follows = found !== undefined;
    vain++;
    if (found) {
      claims.push(found);
      used.add(found.target);
    }
    i = found ? found.end : i + 1;
  }
  appendAll(claims, known.slice(next));
  return claims;
}

/** Keeps the largest set of passages in the edition's order. Notes and the abstract may be anywhere. */
function inEditionOrder(claims: readonly WordClaim[]): WordClaim[] {
  const tails: { number: number; index: number }[] = [];
  const before: number[] = [];
  claims.forEach((claim, index) => {
    if (claim.target.part !== 'passage') return;
    const number = claim.target.passage.number;
    let at = 0;
    let high = tails.length;
    while (at < high) {
      const middle = (at + high) >> 1;
      if ((tails[middle]?.number ?? 0) < number) at = middle + 1;
      else high = middle;
    }
    before[index] = at > 0 ? (tails[at - 1]?.index ?? -1) : -1;
    tails[at] = { number, index };
  });
  const kept = new Set<number>();
  for (let index = tails.at(-1)?.index ?? -1; index >= 0; index = before[index] ?? -1) kept.add(index);
  return claims.filter((claim, index) => claim.target.part !== 'passage' || kept.has(index));
}

/** Adds headings and attributions, which are short, so they are searched for only where the edition has them. */
function withShortParts(
  words: readonly CopyWord[],
  edition: Edition,
  claims: readonly WordClaim[],
): WordClaim[] {
  const all = [...claims];
  const passages = claims.filter((claim) => claim.target.part === 'passage');
  for (const heading of edition.headings) {
    const [from, to] = wordsBetween(passages, heading.before, words.length);
    const found = findHeading(words, heading, from, to, all);
    if (found) all.push(found);
  }
  for (const passage of edition.passages) {
    if (!passage.attribution) continue;
    const [from, to] = wordsBetween(passages, passage.number + 1, words.length);
    const target: EditionTarget = { part: 'attribution', passage, ...passage.attribution };
    const found = findIn(words, target, from, to, all);
    if (found) all.push(found);
  }
  return all.sort((a, b) => a.start - b.start);
}

/** The words added to a passage are at most this share of its own. With more, two paragraphs have run together. */
const maxAddedShare = 0.5;

/** Extends a passage over other words of its line or block, if it is the only passage in the block. */
function withAdditions(words: readonly CopyWord[], claims: readonly WordClaim[]): WordClaim[] {
  const inBlock = new Map<number, number>();
  for (const claim of claims) {
    const block = words[claim.start]?.block ?? -1;
    inBlock.set(block, (inBlock.get(block) ?? 0) + 1);
  }
  return claims.map((claim) => {
    const block = words[claim.start]?.block;
    if (
      claim.target.part !== 'passage' ||
      block === undefined ||
      words[claim.end - 1]?.block !== block ||
      inBlock.get(block) !== 1
    )
      return claim;
    const start = extentOnLine(words, claim.start, -1, block);
    const end = extentOnLine(words, claim.end - 1, 1, block) + 1;
    const added = [...words.slice(start, claim.start), ...words.slice(claim.end, end)];
    if (
      !added.some((word) => /\p{L}{2}/u.test(word.normalised)) ||
      added.length > (claim.end - claim.start) * maxAddedShare
    )
      return claim;
    return { ...claim, start, end, altered: true };
  });
}

/** The index of the last word in one direction, `step`, before a line or block ends. */
function extentOnLine(words: readonly CopyWord[], from: number, step: 1 | -1, block: number): number {
  let at = from;
  for (;;) {
    const boundary = step === 1 ? words[at + 1] : words[at];
    if (words[at + step]?.block !== block || boundary?.opens === true) return at;
    at += step;
  }
}

/** The range of words between the last passage found before `number` and the first one from `number` on. */
function wordsBetween(passages: readonly WordClaim[], number: number, length: number): [number, number] {
  let from = 0;
  let to = length;
  for (const claim of passages) {
    if (claim.target.part !== 'passage') continue;
    if (claim.target.passage.number < number) from = Math.max(from, claim.end);
    else to = Math.min(to, claim.start);
  }
  return [from, to];
}
