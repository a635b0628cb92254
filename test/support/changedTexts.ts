import type { ParallelBlock, ParallelText } from '../../src/core/sideBySide.ts';
import type { TrueGroup } from './parallelTexts.ts';

/** A sentence of a text, and what it says: sentences of two texts with the same meaning belong together. */
interface MeantSentence {
  readonly text: string;
  readonly meaning: string;
}

interface ChangedBlock {
  readonly kind: ParallelBlock['kind'];
  readonly sentences: readonly MeantSentence[];
  /** Whether the translator put several paragraphs together with it, so that nobody knows what its sentences mean. */
  readonly isFixed: boolean;
  /** The heading before it is its own: nothing is put together across it. */
  readonly section: number;
}

/** A pair of texts whose true alignment is known after every change. */
export interface ChangedPair {
  readonly a: ParallelText;
  readonly b: ParallelText;
  readonly truth: readonly TrueGroup[];
}

type Random = () => number;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const changes = ['merge', 'split', 'delete', 'insert'] as const;

/**
 * Puts paragraphs together, parts them, leaves some out and puts others in, seven times of ten in the second text.
 * @param foreign paragraphs of another text, in both languages, for those that are put in
 */
export function changedPair(
  texts: readonly [ParallelText, ParallelText],
  truth: readonly TrueGroup[],
  foreign: readonly [ParallelText, ParallelText],
  count: number,
  random: Random,
): ChangedPair {
  const sides = [changing(texts[0], truth, 'a'), changing(texts[1], truth, 'b')] as const;
  const parted = new Map<string, number>();
  for (let change = 0; change < count; change++) {
    const side = random() < 0.7 ? 1 : 0;
    const others = foreign[side].blocks.filter(({ kind }) => kind === 'paragraph');
    for (let tries = 0; tries < 50; tries++)
      if (changeOne(sides[side], others, `+${change}`, { side, parted }, random)) break;
  }
  const [a, b] = [written(sides[0], texts[0]), written(sides[1], texts[1])];
  return { a, b, truth: truthOf(sides) };
}

function changing(
  { blocks, headings }: ParallelText,
  truth: readonly TrueGroup[],
  side: 'a' | 'b',
): ChangedBlock[] {
  return blocks.map(({ kind, text }, index) => {
    const at = truth.findIndex((group) => group[side].includes(index + 1));
    const isFixed = (truth[at]?.a.length ?? 0) > 1 || (truth[at]?.b.length ?? 0) > 1;
    const sentences = text
      .split(/(?<=[.!?…][»”’)]*)\s+(?=[\p{Lu}«“])/u)
      .map((sentence) => ({ text: sentence, meaning: String(at) }));
    return { kind, sentences, isFixed, section: headings.filter(({ before }) => before <= index + 1).length };
  });
}

/** Makes one change; returns whether it could be made where chance pointed. */
function changeOne(
  blocks: ChangedBlock[],
  others: readonly ParallelBlock[],
  meaning: string,
  { side, parted }: { readonly side: number; readonly parted: Map<string, number> },
  random: Random,
): boolean {
  const kind = changes[Math.floor(random() * changes.length)];
  const at = Math.floor(random() * blocks.length);
  const block = blocks[at]!;
  const next = blocks[at + 1];
  if (block.kind !== 'paragraph') return false;
  if (kind === 'delete') blocks.splice(at, 1);
  else if (kind === 'insert') {
    const { text } = others[Math.floor(random() * others.length)]!;
    blocks.splice(at, 0, { ...block, isFixed: false, sentences: [{ text, meaning }] });
  } else if (kind === 'merge') {
    if (next?.kind !== 'paragraph' || next.section !== block.section) return false;
    const isFixed = block.isFixed || next.isFixed;
    blocks.splice(at, 2, { ...block, isFixed, sentences: [...block.sentences, ...next.sentences] });
  } else return split(blocks, at, side, parted, random);
  return true;
}

function split(
  blocks: ChangedBlock[],
  at: number,
  side: number,
  parted: Map<string, number>,
  random: Random,
): boolean {
  const block = blocks[at]!;
  const { sentences } = block;
  const meanings = new Set(sentences.map(({ meaning }) => meaning));
  // What both sides part, each in a place of its own, has no truth by paragraphs.
  if (block.isFixed || [...meanings].some((meaning) => (parted.get(meaning) ?? side) !== side)) return false;
  if (sentences.length < 2) return false;
  const cut = 1 + Math.floor(random() * (sentences.length - 1));
  const halves = [sentences.slice(0, cut), sentences.slice(cut)];
  if (halves.some((half) => half.reduce((sum, { text }) => sum + text.length, 0) < 25)) return false;
  for (const meaning of meanings) parted.set(meaning, side);
  blocks.splice(at, 1, ...halves.map((half) => ({ ...block, sentences: half })));
  return true;
}

function written(blocks: readonly ChangedBlock[], { language, headings }: ParallelText): ParallelText {
  return {
    language,
    blocks: blocks.map(({ kind, sentences }) => ({
      kind,
      text: sentences.map(({ text }) => text).join(' '),
    })),
    headings: headings.map((heading, index) => ({
      ...heading,
      before: blocks.filter(({ section }) => section <= index).length + 1,
    })),
  };
}

/** Paragraphs that share a meaning, directly or through others, belong together. */
function truthOf([a, b]: readonly [readonly ChangedBlock[], readonly ChangedBlock[]]): readonly TrueGroup[] {
  const groups: { a: number[]; b: number[]; meanings: Set<string> }[] = [];
  for (const [side, blocks] of [['a', a] as const, ['b', b] as const])
    for (const [index, { sentences }] of blocks.entries()) {
      const meanings = new Set(sentences.map(({ meaning }) => meaning));
      const touched = groups.filter((group) => [...meanings].some((meaning) => group.meanings.has(meaning)));
      const whole = {
        a: touched.flatMap((group) => group.a),
        b: touched.flatMap((group) => group.b),
        meanings,
      };
      for (const group of touched) {
        for (const meaning of group.meanings) meanings.add(meaning);
        groups.splice(groups.indexOf(group), 1);
      }
      whole[side].push(index + 1);
      groups.push(whole);
    }
  const inOrder = (numbers: readonly number[]): number[] => [...numbers].sort((x, y) => x - y);
  return groups.map((group) => ({ a: inOrder(group.a), b: inOrder(group.b) }));
}
