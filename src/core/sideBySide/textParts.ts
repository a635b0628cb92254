import type { ParallelBlock } from './segments.ts';

/** After a sign that ends a sentence, with what closes after it: a mark, a bracket, the mark of a note. */
const sentenceBoundary =
  /[.!?…](?:[\s\u202f\u00a0]*[»”’)\]]|["'*_]|\[\^[^\]]*\])*\s+(?=[^\p{Ll}\s\]»”])|[。！？](?:[」』”’）])*/gu;
const unendedWord =
  /(?:^|[\s(«“„])(?:M|Mme|Mlle|Mr|Mrs|Ms|Dr|St|cf|p|pp|art|t|vol|n|av|J|etc|e\.g|i\.e|z|B|Nr|(?:\p{Lu}\p{L}+ )?\d+)\.\s*$/u;
/** What is shorter goes with its neighbour. UTF-16 code units. */
const minSentenceLength = 12;

/**
 * Divides a block into sentences. Quotations and lists stay whole: their lines are no sentences. Not by `Intl.Segmenter`, whose
 * rules are others in other versions of Node: the same texts have to give the same file everywhere.
 */
export function sentencesOf(block: ParallelBlock): readonly ParallelBlock[] {
  if (block.kind !== 'paragraph') return [block];
  const sentences: string[] = [];
  let start = 0;
  const add = (end: number): void => {
    const sentence = block.text.slice(start, end);
    const last = sentences.at(-1);
    start = end;
    if (last !== undefined && (unendedWord.test(last) || isFragment(sentence) || isFragment(last)))
      sentences[sentences.length - 1] = last + sentence;
    else sentences.push(sentence);
  };
  for (const { index, 0: found } of block.text.matchAll(sentenceBoundary)) add(index + found.length);
  if (start < block.text.length || sentences.length === 0) add(block.text.length);
  return sentences.map((text) => ({ text: text.trim(), kind: block.kind }));
}

function isFragment(sentence: string): boolean {
  return sentence.trim().length < minSentenceLength;
}
