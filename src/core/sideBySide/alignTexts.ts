import type { AlignedGroup } from '../alignment.ts';
import { smallNumbersIn } from '../languages.ts';
import type { Task } from '../memo.ts';
import { numbersFromTo } from '../text.ts';
import { alignSegments, type HeadedStretch, type JudgedBead } from './alignSegments.ts';
import { LatticeRoom } from './beadLattice.ts';
import { BeadScores } from './beadScores.ts';
import { groupsBySentences, type SentenceGroup, type SentenceText } from './bySentences.ts';
import { corridorOfParts } from './corridor.ts';
import { type ParallelText, SegmentReader, TextSegments } from './segments.ts';
import { sentencesOf } from './textParts.ts';
import { Vocabulary } from './vocabulary.ts';

/** How probable a bead of paragraphs must be, and its group by sentences, where the other method is sure. */
const minPosterior = { paragraphs: 0.9, sentences: 0.8 };
const minScore = 1.5;
const noCandidates: AlignedGroup['candidates'] = { a: [], b: [] };

/**
 * Puts a text and its translation side by side, by two methods: by paragraphs, and by sentences. A group is certain where they
 * agree, and one of them is sure of it. Every paragraph stands in one group; the groups are in the order of both texts.
 */
export function* alignTexts(a: ParallelText, b: ParallelText): Task<readonly AlignedGroup[]> {
  const stretches = headedStretches(a, b);
  const vocabulary = new Vocabulary();
  const room = new LatticeRoom();
  const [one, other] = [yield* dividedText(a, vocabulary), yield* dividedText(b, vocabulary)];
  const scores = yield* BeadScores.of(one.paragraphs, other.paragraphs, vocabulary);
  const paragraphs = yield* alignSegments(scores, stretches, [], room);
  const parts = stretches.map((stretch) => ({
    a: rangeOfParts(one.firsts, stretch.a),
    b: rangeOfParts(other.firsts, stretch.b),
  }));
  const corridors = paragraphs.corridors.map((corridor, at) => {
    const [stretch, part] = [stretches[at], parts[at]];
    if (!stretch || !part) return corridor;
    return corridorOfParts(
      corridor,
      one.owners.slice(part.a.start, part.a.end).map((owner) => owner - stretch.a.start),
      other.owners.slice(part.b.start, part.b.end).map((owner) => owner - stretch.b.start),
    );
  });
  const sentenceScores = yield* BeadScores.of(one.sentences, other.sentences, vocabulary);
  const sentences = yield* alignSegments(sentenceScores, parts, corridors, room);
  return yield* bothMethods(paragraphs.beads, yield* groupsBySentences(sentences.beads, one, other));
}

/** The stretches between headings where both texts have the same ones: as many, of the same levels and labels. */
function headedStretches(a: ParallelText, b: ParallelText): readonly HeadedStretch[] {
  const isSame =
    a.headings.length === b.headings.length &&
    a.headings.every(({ label, depth }, at) => {
      const other = b.headings[at];
      return label !== '' && label === other?.label && depth === other.depth;
    });
  const [cutsA, cutsB] = [a, b].map(({ headings, blocks }) => [
    0,
    ...(isSame ? headings.map(({ before }) => before - 1) : []),
    blocks.length,
  ]);
  return (cutsA ?? []).slice(1).map((end, at) => ({
    a: { start: cutsA?.[at] ?? 0, end },
    b: { start: cutsB?.[at] ?? 0, end: cutsB?.[at + 1] ?? 0 },
  }));
}

function rangeOfParts(firsts: readonly number[], { start, end }: HeadedStretch['a']): HeadedStretch['a'] {
  return { start: firsts[start] ?? 0, end: firsts[end] ?? 0 };
}

/** A text by paragraphs, and by sentences. */
interface DividedText extends SentenceText {
  readonly paragraphs: TextSegments;
  readonly sentences: TextSegments;
  /** The first sentence of each paragraph; of the one after the last, the number of all. */
  readonly firsts: readonly number[];
}

function* dividedText({ blocks, language }: ParallelText, vocabulary: Vocabulary): Task<DividedText> {
  const reader = new SegmentReader(vocabulary, smallNumbersIn(language));
  const [paragraphs, sentences] = [new TextSegments(), new TextSegments()];
  const owners: number[] = [];
  const lengths: number[] = [];
  const firsts = [0];
  for (const [owner, block] of blocks.entries()) {
    const first = sentences.count;
    for (const sentence of sentencesOf(block)) {
      reader.read(sentence, sentences);
      owners.push(owner);
      lengths.push(sentence.text.length);
    }
    paragraphs.join(sentences, first, sentences.count, block.kind);
    firsts.push(sentences.count);
    yield;
  }
  return { owners, lengths, paragraphs, sentences, firsts };
}

function* bothMethods(
  beads: readonly JudgedBead[],
  groups: readonly SentenceGroup[],
): Task<readonly AlignedGroup[]> {
  const groupOfA: SentenceGroup[] = [];
  const groupOfB: SentenceGroup[] = [];
  for (const group of groups) {
    for (const at of group.a) groupOfA[at] = group;
    for (const at of group.b) groupOfB[at] = group;
  }
  const numbers = (from: number, count: number): number[] => numbersFromTo(from + 1, from + count);
  const aligned: AlignedGroup[] = [];
  for (const bead of beads) {
    const a = numbers(bead.i, bead.p);
    const b = numbers(bead.j, bead.q);
    const found: SentenceGroup[] = [];
    for (const group of [...a.map((at) => groupOfA[at - 1]), ...b.map((at) => groupOfB[at - 1])])
      if (group && !found.includes(group)) found.push(group);
    const [first] = found;
    const isSame = found.length === 1 && first?.a.length === a.length && first.b.length === b.length;
    const isCertain = isSame && bothAgree(bead, first);
    const candidates = isCertain
      ? noCandidates
      : {
          a: inOrder([...a, ...found.flatMap((group) => group.a.map((at) => at + 1))]),
          b: inOrder([...b, ...found.flatMap((group) => group.b.map((at) => at + 1))]),
        };
    aligned.push({ a, b, isCertain, candidates });
    yield;
  }
  return aligned;
}

function bothAgree(bead: JudgedBead, group: SentenceGroup): boolean {
  if (bead.p === 0 || bead.q === 0 || (bead.score ?? 0) < minScore) return false;
  return bead.isSure
    ? group.posterior > minPosterior.sentences
    : bead.posterior > minPosterior.paragraphs && group.isSure;
}

function inOrder(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((x, y) => x - y);
}
