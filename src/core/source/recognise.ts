import type { Edition } from './edition.ts';
import type { Note, Passage, SourceText } from './readSource.ts';
import { firstIndex } from '../text.ts';

/** How a copy of a source compares with an edition of it. */
export interface Recognition {
  readonly edition: Edition;
  /** Number of passages of the copy whose words are the edition's. */
  readonly matched: number;
  /** Passages whose words differ from the edition's at the same place: number in the copy, number in the edition. */
  readonly changed: readonly { readonly passage: number; readonly edition: number }[];
  /** Numbers in the edition of passages that are missing in the copy. */
  readonly missing: readonly number[];
  /** Numbers in the copy of passages that are missing in the edition. */
  readonly added: readonly number[];
  /** How many passages of the copy have another number in the edition, whether their words are the same or changed. */
  readonly moved: number;
  /** Notes of the copy whose words differ from the edition's. */
  readonly changedNotes: readonly number[];
}

/** The share of the edition's passages that a copy must have. With more than half, it cannot match two texts. */
const minRecognisedShare = 0.5;

/**
 * Compares a source with an edition by fingerprints.
 * @returns undefined where fewer than half of the edition's passages stand in the source
 */
export function recognise(source: SourceText, edition: Edition): Recognition | undefined {
  const enough = edition.passages.length * minRecognisedShare;
  if (edition.passages.length === 0 || !mayShare(source, edition, enough)) return undefined;
  const known = new Set(edition.passages.map((passage) => passage.sha256));
  const shared = source.passages.filter((passage) => known.has(passage.fingerprint)).length;
  if (shared < enough) return undefined;
  const pairs = commonSubsequence(
    source.passages.map((passage) => passage.fingerprint),
    edition.passages.map((passage) => passage.sha256),
  );
  return {
    edition,
    matched: pairs.length,
    ...editionDiff(source, edition, pairs),
    changedNotes: changedNotes(source, edition),
  };
}

/**
 * Whether source and edition may share at least some number of passages: those with the same words have the same number of words.
 * Computes no fingerprints, and looks at no more passages than it must.
 */
function mayShare({ passages }: SourceText, edition: Edition, enough: number): boolean {
  const unmatched = new Map<number, number>();
  for (const { words } of edition.passages) unmatched.set(words, (unmatched.get(words) ?? 0) + 1);
  let shared = 0;
  for (const [at, passage] of passages.entries()) {
    if (shared >= enough) return true;
    if (shared + passages.length - at < enough) return false;
    const left = unmatched.get(passage.wordCount) ?? 0;
    if (left === 0) continue;
    unmatched.set(passage.wordCount, left - 1);
    shared++;
  }
  return shared >= enough;
}

type Pair = readonly [copy: number, edition: number];

/**
 * Returns the longest common subsequence of two fingerprint lists, as index pairs. Equal ends are matched first. For the
 * rest, Hunt and Szymanski's method reduces the problem to a longest increasing subsequence of the matches, because
 * fingerprints rarely repeat.
 */
function commonSubsequence(copy: readonly string[], edition: readonly string[]): Pair[] {
  const places = new Map<string, number[]>();
  edition.forEach((print, index) => places.set(print, [...(places.get(print) ?? []), index]));
  const tails: { edition: number; pair: Pair; before: number | undefined }[] = [];
  const nodes: { pair: Pair; before: number | undefined }[] = [];
  const tailNodes: number[] = [];
  copy.forEach((print, copyIndex) => {
    for (const editionIndex of [...(places.get(print) ?? [])].reverse()) {
      const at = firstIndex(tails, ({ edition }) => edition >= editionIndex);
      const before = at > 0 ? tailNodes[at - 1] : undefined;
      const node = { edition: editionIndex, pair: [copyIndex, editionIndex] as const, before };
      nodes.push(node);
      tails[at] = node;
      tailNodes[at] = nodes.length - 1;
    }
  });
  const pairs: Pair[] = [];
  for (let at = tailNodes.at(-1); at !== undefined; at = nodes[at]?.before) {
    const node = nodes[at];
    if (node) pairs.push(node.pair);
  }
  return pairs.reverse();
}

function editionDiff(source: SourceText, edition: Edition, pairs: readonly Pair[]) {
  const changed: { passage: number; edition: number }[] = [];
  const missing: number[] = [];
  const added: number[] = [];
  let copy = 0;
  let frozen = 0;
  for (const [nextCopy, nextFrozen] of [
    ...pairs,
    [source.passages.length, edition.passages.length] as const,
  ]) {
    while (copy < nextCopy && frozen < nextFrozen) changed.push({ passage: ++copy, edition: ++frozen });
    while (copy < nextCopy) added.push(++copy);
    while (frozen < nextFrozen) missing.push(++frozen);
    copy = nextCopy + 1;
    frozen = nextFrozen + 1;
  }
  const moved =
    pairs.filter(([at, frozenAt]) => at !== frozenAt).length +
    changed.filter(({ passage, edition: number }) => passage !== number).length;
  return { changed, missing, added, moved };
}

function changedNotes(source: SourceText, edition: Edition): number[] {
  const known = new Map(edition.notes.map((note) => [note.number, note.sha256]));
  return source.notes
    .filter((note) => known.has(note.number) && known.get(note.number) !== note.fingerprint)
    .map((note) => note.number);
}

/** Returns the source with the gists of the edition that it was recognised as. */
export function withGists(source: SourceText, recognition: Recognition): SourceText {
  const { edition } = recognition;
  const byPrint = new Map(edition.passages.map((passage) => [passage.sha256, passage.gist]));
  const byPlace = new Map(
    recognition.changed.map((pair) => [pair.passage, edition.passages[pair.edition - 1]?.gist]),
  );
  const noteGists = new Map(edition.notes.map((note) => [note.number, note.gist]));
  return {
    ...source,
    passages: source.passages.map((passage): Passage => ({
      ...passage,
      wordCount: passage.wordCount,
      fingerprint: passage.fingerprint,
      gist: byPrint.get(passage.fingerprint) ?? byPlace.get(passage.number),
    })),
    notes: source.notes.map((note): Note => ({ ...note, gist: noteGists.get(note.number) })),
  };
}
