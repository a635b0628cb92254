import { gap, hashWord, spellsAscii, Tokens, type Numbering } from './termTokens.ts';

/** Maximum number of tokens in a form; longer ones are ignored. It bounds the work at each token of a text. */
const maxFormTokens = 32;

/** The words of a glossary, numbered from 1. */
class Vocabulary implements Numbering {
  private readonly numbers = new Map<string, number>();
  /** Pairs of hash and number of the ASCII words, with open addressing: slots come in twos. Number 0 marks an empty slot. */
  private table = new Int32Array(2048);
  /**
   * The letters of these words in one array, and where each word starts in it, by number. A word ends where the next one
   * starts.
   */
  private letters = new Uint8Array(4096);
  private begins = new Int32Array(512);
  /** Whether unknown words get numbers, as while a glossary is being read. Afterwards they are 0. */
  open = true;

  ofFolded(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined || !this.open) return known ?? 0;
    const number = this.numbers.size + 1;
    this.numbers.set(word, number);
    this.spell(number, word);
    if (number * 6 > this.table.length) this.rehash();
    else if (isAscii(word)) this.place(hashWord(word), number);
    return number;
  }

  ofAscii(hash: number, text: string, start: number, end: number): number {
    const { table, begins } = this;
    const mask = table.length - 2;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const number = table[slot + 1] ?? 0;
      if (number === 0) break;
      if (table[slot] !== hash) continue;
      const begin = begins[number] ?? 0;
      if (
        (begins[number + 1] ?? 0) - begin === end - start &&
        spellsAscii(this.letters, begin, text, start, end)
      )
        return number;
    }
    return this.open ? this.ofFolded(text.slice(start, end).toLowerCase()) : 0;
  }

  private spell(number: number, word: string): void {
    const letters = isAscii(word) ? word : '';
    if (number + 2 > this.begins.length)
      this.begins = copyInto(this.begins, new Int32Array(this.begins.length * 2));
    const begin = this.begins[number] ?? 0;
    const end = begin + letters.length;
    this.begins[number + 1] = end;
    if (end > this.letters.length) this.letters = copyInto(this.letters, new Uint8Array(end * 2));
    for (let i = 0; i < letters.length; i++) this.letters[begin + i] = letters.charCodeAt(i);
  }

  private place(hash: number, number: number): void {
    const mask = this.table.length - 2;
    let slot = (hash << 1) & mask;
    while (this.table[slot + 1] !== 0) slot = (slot + 2) & mask;
    this.table[slot] = hash;
    this.table[slot + 1] = number;
  }

  private rehash(): void {
    this.table = new Int32Array(this.table.length * 2);
    for (const [word, number] of this.numbers) if (isAscii(word)) this.place(hashWord(word), number);
  }
}

function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 127) return false;
  return true;
}

function copyInto<T extends Int32Array | Uint8Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

/**
 * A trie over words. Each edge is a word, and whether a gap comes before it. A node where a form ends holds the claims on
 * it. All edges are in one open-addressing table, so a step takes one probe, whatever the size of the glossary.
 */
export class WordTrie<Claim> {
  readonly vocabulary = new Vocabulary();
  /** The node that a word leads to from the root, by the word's number; 0 where there is none. */
  private first = new Int32Array(256);
  /**
   * Edges, with open addressing, as four numbers each: node, word and gap, target, unused. Target 0 marks an empty slot.
   */
  private table = new Int32Array(4096);
  private edges = 0;
  private readonly claims: (Claim[] | undefined)[] = [undefined];

  /** Adds a claim on a form. Returns false where the form is empty or too long. */
  add(form: string, claim: Claim): boolean {
    const tokens = new Tokens(form, this.vocabulary);
    if (tokens.count === 0 || tokens.count > maxFormTokens) return false;
    let node = this.rootEdge(tokens.ids[0] ?? 0);
    for (let i = 1; i < tokens.count; i++) {
      if (tokens.gaps[i] === gap.break) return false;
      node = this.edge(node, tokens.ids[i] ?? 0, tokens.gaps[i] !== gap.none);
    }
    (this.claims[node] ??= []).push(claim);
    return true;
  }

  /** Closes the vocabulary, and returns the claims on the form that ends at each node, by node number. */
  finish(): readonly (readonly Claim[] | undefined)[] {
    this.vocabulary.open = false;
    return this.claims;
  }

  /** Returns the node that a word leads to from the root; 0 where there is none. */
  start(word: number): number {
    return this.first[word] ?? 0;
  }

  /** Returns the node at the end of an edge; 0 where there is none. */
  step(node: number, word: number, gapBefore: boolean): number {
    return this.table[this.slotOf(node, word * 2 + Number(gapBefore)) + 2] ?? 0;
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
    if (this.edges * 8 > this.table.length) this.rehash();
    const label = word * 2 + Number(gapBefore);
    const slot = this.slotOf(node, label);
    if (this.table[slot + 2] === 0) {
      this.table.set([node, label, this.claims.push(undefined) - 1], slot);
      this.edges++;
    }
    return this.table[slot + 2] ?? 0;
  }

  /**
   * Returns the slot of an edge, or the empty slot where it belongs.
   * @param label twice the number of its word, and one where a gap comes before it
   */
  private slotOf(node: number, label: number): number {
    const { table } = this;
    const mask = table.length - 4;
    const mixed = Math.imul(node ^ Math.imul(label, 0x9e3779b1), 0x85ebca6b);
    let slot = ((mixed ^ (mixed >>> 15)) << 2) & mask;
    while (table[slot + 2] !== 0 && (table[slot] !== node || table[slot + 1] !== label))
      slot = (slot + 4) & mask;
    return slot;
  }

  private rehash(): void {
    const old = this.table;
    this.table = new Int32Array(old.length * 2);
    for (let from = 0; from < old.length; from += 4) {
      if (old[from + 2] === 0) continue;
      const slot = this.slotOf(old[from] ?? 0, old[from + 1] ?? 0);
      this.table.set(old.subarray(from, from + 4), slot);
    }
  }
}
