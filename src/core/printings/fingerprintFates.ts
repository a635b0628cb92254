import type { Passage } from '../source.ts';
import { countEach, countWords, fingerprintOfNormalised } from '../text.ts';
import type { PassageFate } from './passageFates.ts';
import { pairWords } from './wordPairs.ts';

/** What is compared of a passage, or of a note. */
export type PrintedPassage = Pick<Passage, 'number' | 'fingerprint' | 'wordCount' | 'words'>;

/** A stretch of both printings in which no passage is the same; ends are not part of it. */
interface ChangedStretch {
  readonly old: readonly PrintedPassage[];
  readonly now: readonly PrintedPassage[];
}

/** Passages are put together or parted by so few; and in a longer stretch without any that is the same nobody looks for that. */
const maxTogether = 6;
const maxStretch = 200;

/**
 * Says where the passages of one printing stand in another by their fingerprints: for texts of which one is not there. What is put
 * together or parted can be proved where one side has its words, since a fingerprint says of how many words it is.
 */
export function fatesByFingerprints(
  old: readonly PrintedPassage[],
  now: readonly PrintedPassage[],
): PassageFate[] {
  const pairs = sameInOrder(old, now);
  const fates = new Map<number, PassageFate>();
  for (const [i, j] of pairs) setFates(fates, 'kept', [old[i]], [now[j]]);
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...pairs, [old.length, now.length] as const]) {
    fateInGap({ old: old.slice(i, nextI), now: now.slice(j, nextJ) }, fates);
    [i, j] = [nextI + 1, nextJ + 1];
  }
  const isTaken = new Set(pairs.map(([, j]) => j));
  const rest = now.filter((_, j) => !isTaken.has(j));
  return old.map((passage) => {
    const fate = fates.get(passage.number);
    if (fate && fate.state !== 'gone' && fate.state !== 'doubtful') return fate;
    return (
      elsewhere(passage, old, rest) ??
      fate ?? { number: passage.number, state: 'doubtful', to: [], joinedWith: [] }
    );
  });
}

/** The same words at another place, where they stand once in each printing. */
function elsewhere(
  { number, fingerprint }: PrintedPassage,
  old: readonly PrintedPassage[],
  rest: readonly PrintedPassage[],
): PassageFate | undefined {
  const same = rest.filter((other) => other.fingerprint === fingerprint);
  const [target] = same;
  const isOnly = same.length === 1 && old.filter((other) => other.fingerprint === fingerprint).length === 1;
  return target && isOnly ? { number, state: 'moved', to: [target.number], joinedWith: [] } : undefined;
}

type Fates = Map<number, PassageFate>;

function setFates(
  fates: Fates,
  state: PassageFate['state'],
  old: readonly (PrintedPassage | undefined)[],
  now: readonly (PrintedPassage | undefined)[],
): void {
  const numbers = old.flatMap((passage) => passage?.number ?? []);
  const to = now.flatMap((passage) => passage?.number ?? []);
  for (const number of numbers)
    fates.set(number, { number, state, to, joinedWith: numbers.filter((other) => other !== number) });
}

/** Pairs of passages with the same words, in the order of both. Of passages that are there several times the neighbours have to tell which is which. */
function sameInOrder(
  old: readonly PrintedPassage[],
  now: readonly PrintedPassage[],
): (readonly [number, number])[] {
  const ids = new Map<string, number>();
  const idOf = ({ fingerprint }: PrintedPassage): number => {
    const id = ids.get(fingerprint) ?? ids.size;
    ids.set(fingerprint, id);
    return id;
  };
  const [a, b] = [Int32Array.from(old, idOf), Int32Array.from(now, idOf)];
  const [before, after] = [countEach(a), countEach(b)];
  const { inOrder } = pairWords(a, b);
  return Array.from(inOrder).flatMap((j, i): (readonly [number, number])[] => {
    const id = a[i] ?? -1;
    const isBeside = inOrder[i - 1] === j - 1 || inOrder[i + 1] === j + 1;
    return j >= 0 && (before.get(id) === after.get(id) || isBeside) ? [[i, j]] : [];
  });
}

function fateInGap({ old, now }: ChangedStretch, fates: Fates): void {
  if (old.length === 0) return;
  if (old.length > maxStretch || now.length > maxStretch) return;
  const explained = new Set<PrintedPassage>();
  for (const passage of now)
    for (const several of together(passage, old)) {
      setFates(fates, 'joined', several, [passage]);
      explained.add(passage);
    }
  for (const passage of old)
    for (const several of together(passage, now)) {
      setFates(fates, 'split', [passage], several);
      for (const each of several) explained.add(each);
    }
  const rest = now.filter((passage) => !explained.has(passage));
  const candidates = rest.map(({ number }) => number);
  for (const { number } of old) {
    if (fates.has(number)) continue;
    const state = candidates.length === 0 ? 'gone' : 'doubtful';
    fates.set(number, { number, state, to: candidates, joinedWith: [] });
  }
}

/** Returns the passages in a row that a passage consists of, where that can be proved: its words begin with those of the first, and so on. */
function together(whole: PrintedPassage, parts: readonly PrintedPassage[]): PrintedPassage[][] {
  for (let first = 0; first < parts.length; first++)
    for (let end = first + 2; end <= Math.min(parts.length, first + maxTogether); end++) {
      const several = parts.slice(first, end);
      const words = several.reduce((sum, { wordCount }) => sum + wordCount, 0);
      if (words > whole.wordCount) break;
      if (words === whole.wordCount && isPutTogether(whole, several)) return [several];
    }
  return [];
}

function isPutTogether(whole: PrintedPassage, parts: readonly PrintedPassage[]): boolean {
  if (whole.words) return beginsWith(whole.words.normalised, parts);
  const texts = parts.flatMap(({ words }) => words?.normalised ?? []);
  return texts.length === parts.length && fingerprintOfNormalised(texts.join(' ')) === whole.fingerprint;
}

/** Whether a text is that of passages one after another, which are known by their fingerprints. */
function beginsWith(text: string, [first, ...others]: readonly PrintedPassage[]): boolean {
  if (!first) return text === '';
  if (others.length === 0) return fingerprintOfNormalised(text) === first.fingerprint;
  return cutsAfter(text, first.wordCount).some(
    (cut) =>
      fingerprintOfNormalised(text.slice(0, cut)) === first.fingerprint &&
      beginsWith(text.slice(cut + 1), others),
  );
}

/** Returns the spaces before which a text has so many words: several where signs that are no words follow. */
function cutsAfter(text: string, words: number): number[] {
  const cuts: number[] = [];
  let count = 0;
  let start = 0;
  for (let space = text.indexOf(' '); space >= 0 && count <= words; space = text.indexOf(' ', start)) {
    count += countWords(text.slice(start, space));
    if (count === words) cuts.push(space);
    start = space + 1;
  }
  return cuts;
}
