import { equalsAscii, hashWord, tokenise, type Numbering, gap } from './words.ts';

/** No form has more tokens; longer ones are left out. It bounds the work at each token of a text. */
export const longestForm = 32;

/** The words of a glossary, numbered from 1. */
class Vocabulary implements Numbering {
  private readonly numbers = new Map<string, number>();
  private readonly folded: string[] = [''];
  private slots = new Int32Array(1024);
  /** While a glossary is being read unknown words get numbers; after that they are 0. */
  open = true;

  ofFolded(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined || !this.open) return known ?? 0;
    const number = this.folded.length;
    this.folded.push(word);
    this.numbers.set(word, number);
    if (number * 3 > this.slots.length) this.rehash();
    else this.place(number);
    return number;
  }

  ofAscii(hash: number, text: string, start: number, end: number): number {
    const { slots, folded } = this;
    const mask = slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot] ?? 0;
      if (number === 0) break;
      if (equalsAscii(folded[number] ?? '', text, start, end)) return number;
    }
    return this.open ? this.ofFolded(text.slice(start, end).toLowerCase()) : 0;
  }

  private place(number: number): void {
    const mask = this.slots.length - 1;
    let slot = spread(hashWord(this.folded[number] ?? '')) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = number;
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 4);
    for (let number = 1; number < this.folded.length; number++) this.place(number);
  }
}

function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

/**
 * A trie over words: each edge is a word and whether a gap stands before it, each node that ends a form holds the
 * claims on it. Edges stand in one open-addressing table, so that a step costs one probe whatever the glossary's size.
 */
export class WordTrie<Claim> {
  readonly vocabulary = new Vocabulary();
  /** Node that a word leads to from the root, by the word's number; 0 where none. */
  private first = new Int32Array(256);
  private keys = new Float64Array(1024);
  private targets = new Int32Array(1024);
  private edges = 0;
  private readonly claims: (Claim[] | undefined)[] = [undefined];

  /** Adds a claim on a form; false where the form is empty or too long. */
  add(form: string, claim: Claim): boolean {
    const tokens = tokenise(form, this.vocabulary);
    if (tokens.count === 0 || tokens.count > longestForm) return false;
    let node = this.rootEdge(tokens.ids[0] ?? 0);
    for (let i = 1; i < tokens.count; i++) {
      if (tokens.gaps[i] === gap.break) return false;
      node = this.edge(node, tokens.ids[i] ?? 0, tokens.gaps[i] !== gap.none);
    }
    (this.claims[node] ??= []).push(claim);
    return true;
  }

  /** Closes the vocabulary; returns the claims on what ends at each node, by its number. */
  finish(): readonly (readonly Claim[] | undefined)[] {
    this.vocabulary.open = false;
    return this.claims;
  }

  start(word: number): number {
    return this.first[word] ?? 0;
  }

  /** The node behind an edge; 0 where there is none. */
  step(node: number, word: number, gapBefore: boolean): number {
    const slot = this.slotOf(edgeKey(node, word, gapBefore));
    return this.targets[slot] ?? 0;
  }

  private rootEdge(word: number): number {
    if (word >= this.first.length) {
      const larger = new Int32Array(Math.max(this.first.length * 2, word + 1));
      larger.set(this.first);
      this.first = larger;
    }
    return (this.first[word] ||= this.claims.push(undefined) - 1);
  }

  private edge(node: number, word: number, gapBefore: boolean): number {
    if (this.edges * 3 > this.keys.length) this.rehash();
    const key = edgeKey(node, word, gapBefore);
    const slot = this.slotOf(key);
    if (this.targets[slot] === 0) {
      this.keys[slot] = key;
      this.targets[slot] = this.claims.push(undefined) - 1;
      this.edges++;
    }
    return this.targets[slot] ?? 0;
  }

  /** The slot that holds a key, or the empty one where it belongs. */
  private slotOf(key: number): number {
    const { keys, targets } = this;
    const mask = keys.length - 1;
    const high = Math.floor(key / 0x100000000);
    const mixed = Math.imul((key | 0) ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 13)) & mask;
    while (targets[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private rehash(): void {
    const { keys, targets } = this;
    this.keys = new Float64Array(keys.length * 4);
    this.targets = new Int32Array(keys.length * 4);
    targets.forEach((target, old) => {
      if (target === 0) return;
      const slot = this.slotOf(keys[old] ?? 0);
      this.keys[slot] = keys[old] ?? 0;
      this.targets[slot] = target;
    });
  }
}

/** One number for an edge: exact, as nodes and words stay below 2^25. */
function edgeKey(node: number, word: number, gapBefore: boolean): number {
  return node * 0x4000000 + word * 2 + (gapBefore ? 1 : 0);
}
