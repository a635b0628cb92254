import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { normaliseText } from '../../core/text.ts';
import { type Block, type LineHyphen, textOfBlock, withToggledHyphen } from '../blocks.ts';
import { type CopyWord, isWord } from './copyWords.ts';
import type { RecognisedCopy } from './targets.ts';
import { type PassageGap, passageGaps } from './passageGaps.ts';

/** Another way to read the hyphen at the end of a line: `at` is its place in `lineHyphens` of the block. */
interface Joining {
  readonly block: number;
  readonly at: number;
}

/** Another form of a word, and the joinings that give it. */
interface Variant {
  readonly text: string;
  readonly joinings: readonly Joining[];
}

/** One way to read a stretch of words. */
interface Attempt {
  readonly hash: ReturnType<typeof sha256.create>;
  pending: string;
  readonly joinings: readonly Joining[];
}

/** The most ways to read one stretch. */
const maxAttempts = 2048;
/** The search stops after hashing this many blocks of 64 bytes, in about half a second. */
const maxTriedBlocks = 500_000;
/** The cost of one attempt besides its words, in such blocks. */
const attemptCost = 5;

/**
 * Tries, where passages of the edition were not found, every way to read the hyphens at the ends of lines against their
 * fingerprints.
 * @returns the blocks with the hyphens that fingerprints prove; undefined if none was proved
 */
export function settleJoinings(copy: RecognisedCopy): readonly Block[] | undefined {
  if (!copy.blocks.some((block) => block.lineHyphens)) return undefined;
  const trial = new JoiningTrial(copy);
  for (const gap of passageGaps(copy)) trial.run(gap);
  return trial.settled.length === 0 ? undefined : withJoinings(copy.blocks, trial.settled);
}

class JoiningTrial {
  readonly settled: Joining[] = [];
  private budget = maxTriedBlocks;
  private variants: ReadonlyMap<number, readonly Variant[]> = new Map();
  private readonly rounds: readonly ReadonlyMap<number, readonly Variant[]>[];

  constructor(private readonly copy: RecognisedCopy) {
    this.rounds = [({ isKnown }: LineHyphen) => !isKnown, () => true].map((tries) => variantsOf(copy, tries));
  }

  /** Looks for the missing passages of a gap: first without reading known words differently, then with it. */
  run({ from, to, passages }: PassageGap): void {
    const missing = new Map(passages.map((passage) => [passage.sha256, passage.words]));
    for (const variants of this.rounds) {
      this.variants = variants;
      this.search(from, to, missing);
    }
  }

  private search(from: number, to: number, missing: Map<string, number>): void {
    for (let start = from; start < to && missing.size > 0 && this.budget > 0;) {
      const found = this.readings()
        .map((read) => this.read(start, to, missing, read))
        .find((one) => one !== undefined);
      if (found) {
        missing.delete(found.sha256);
        for (const joining of found.joinings) this.settled.push(joining);
      }
      start = found?.end ?? start + 1;
    }
  }

  /** With note marks and as typed, as print writes it, without note marks. */
  private readings(): ((word: CopyWord) => string)[] {
    const last = Math.max(0, ...this.copy.edition.notes.map((note) => note.number));
    const bare = (word: CopyWord): string | undefined =>
      word.mark && word.mark.number >= 1 && word.mark.number <= last ? word.mark.bare : undefined;
    return [(word) => word.mended ?? word.normalised, (word) => bare(word) ?? word.mended ?? word.normalised];
  }

  private read(
    start: number,
    to: number,
    missing: ReadonlyMap<string, number>,
    read: (word: CopyWord) => string,
  ) {
    const most = Math.max(...missing.values());
    const counts = new Set(missing.values());
    let attempts: Attempt[] = [{ hash: sha256.create(), pending: '', joinings: [] }];
    let count = 0;
    for (let at = start; at < to && count <= most && this.budget > 0; at++) {
      const word = this.copy.words[at];
      const text = word ? read(word) : '';
      if (text === '') continue;
      if (isWord(text)) count++;
      const variants = this.variants.get(at) ?? [];
      if (attempts.length * (variants.length + 1) > maxAttempts) return undefined;
      attempts = attempts.flatMap((attempt) => extend(attempt, text, variants, at > start));
      const sha = counts.has(count) ? this.matching(attempts, missing, count) : undefined;
      if (sha) return { ...sha, end: at + 1 };
    }
    return undefined;
  }

  private matching(attempts: readonly Attempt[], missing: ReadonlyMap<string, number>, count: number) {
    for (const attempt of attempts) {
      attempt.hash.update(utf8ToBytes(attempt.pending));
      this.budget -= attemptCost + attempt.pending.length / 64;
      attempt.pending = '';
      const digest = bytesToHex(attempt.hash.clone().digest());
      if (missing.get(digest) === count) return { sha256: digest, joinings: attempt.joinings };
    }
    return undefined;
  }
}

/** An attempt with one more word, in each of its forms. */
function extend(attempt: Attempt, text: string, variants: readonly Variant[], isNext: boolean): Attempt[] {
  const space = isNext ? ' ' : '';
  const others = variants.map((variant): Attempt => ({
    hash: attempt.hash.clone(),
    pending: `${attempt.pending}${space}${variant.text}`,
    joinings: [...attempt.joinings, ...variant.joinings],
  }));
  attempt.pending += `${space}${text}`;
  return [attempt, ...others];
}

/** The other forms of words that a line's end divides, by the index of the word. */
function variantsOf(
  { blocks, words }: RecognisedCopy,
  tries: (hyphen: LineHyphen) => boolean,
): Map<number, Variant[]> {
  const variants = new Map<number, Variant[]>();
  words.forEach((word, index) => {
    const block = blocks[word.block];
    const inside = (block?.lineHyphens ?? []).flatMap((hyphen, at) =>
      isInside(hyphen, word) && tries(hyphen) ? [{ hyphen, at }] : [],
    );
    if (!block || inside.length === 0) return;
    const raw = textOfBlock(block).slice(word.start, word.end);
    const bare = (text: string): string => (word.mark ? text.replace(/[\d[\]]+(?=\P{N}*$)/u, '') : text);
    const forms = inside.map(({ hyphen, at }): Variant => ({
      text: normaliseText(bare(toggled(raw, hyphen.offset - word.start, hyphen.keeps))),
      joinings: [{ block: word.block, at }],
    }));
    const [first, second] = inside;
    if (first && second) {
      const both = toggled(
        toggled(raw, second.hyphen.offset - word.start, second.hyphen.keeps),
        first.hyphen.offset - word.start,
        first.hyphen.keeps,
      );
      forms.push({
        text: normaliseText(bare(both)),
        joinings: [
          { block: word.block, at: first.at },
          { block: word.block, at: second.at },
        ],
      });
    }
    variants.set(index, forms);
  });
  return variants;
}

function isInside({ offset }: LineHyphen, word: CopyWord): boolean {
  return offset > word.start && offset < word.end;
}

/** A text with the hyphen at `offset` taken out if it has one there, else put in. */
function toggled(text: string, offset: number, keeps: boolean): string {
  return keeps
    ? text.slice(0, offset) + text.slice(offset + 1)
    : `${text.slice(0, offset)}-${text.slice(offset)}`;
}

/** The blocks with some of their hyphens read the other way. */
function withJoinings(blocks: readonly Block[], joinings: readonly Joining[]): Block[] {
  return blocks.map((block, index) => {
    const own = joinings.filter((joining) => joining.block === index).map(({ at }) => at);
    return [...own].sort((a, b) => b - a).reduce(withToggledHyphen, block);
  });
}
