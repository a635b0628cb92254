import type { MarkPair } from './marks.ts';
import { role, type Prose } from './prose.ts';

/** Stand-ins in the skeleton of a paragraph: for a character of a citation, and for one of a quotation. */
const cited = '\u0002';
const quotedStart = '\u0003';
const quoted = 'x';

const abbreviations = new Set(
  'cf e.g eg i.e ie p pp vol vols no nos ed eds al mr mrs ms dr prof st vs viz sec secs ch chap para paras fig art n nn ca c f ff ibid op cit trans rev z.b bzw vgl s bd'.split(
    ' ',
  ),
);

/**
 * Offsets at which sentences of a paragraph begin, but for the first. Quotations count as one word whatever points they
 * hold; a citation alone behind a full stop belongs to the sentence before it.
 */
export function sentenceStarts(prose: Prose, pairs: readonly MarkPair[]): number[] {
  const skeleton = skeletonOf(prose, pairs);
  const authors = new Set(prose.places.filter((place) => place.authorInText).map((place) => place.start));
  const starts: number[] = [];
  for (const match of skeleton.matchAll(/[.!?\u2026]+[)\]'"\u2019\u201D\u00BB]*\s+/gu)) {
    if (match[0].startsWith('.') && isAbbreviation(skeleton, match.index)) continue;
    const start = startBehind(skeleton, match.index + match[0].length, authors);
    if (start !== undefined) starts.push(start);
  }
  return starts;
}

function skeletonOf(prose: Prose, pairs: readonly MarkPair[]): string {
  const { text } = prose.words;
  const units = Array.from({ length: text.length }, (_, i) =>
    prose.roles[i] === role.citation ? cited : prose.roles[i] === role.code ? quoted : text.charAt(i),
  );
  for (const { open, close } of pairs) {
    const ends = /[.]\s*$/u.test(text.slice(Math.max(open, close - 3), close));
    for (let i = open; i <= close; i++) units[i] = quoted;
    units[open] = quotedStart;
    if (ends) units[close] = '.';
  }
  return units.join('');
}

function isAbbreviation(skeleton: string, stop: number): boolean {
  const word = /[\p{L}.]*$/u.exec(skeleton.slice(Math.max(0, stop - 12), stop))?.[0] ?? '';
  return abbreviations.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word);
}

/** Where the sentence behind a full stop begins; undefined where none does. */
function startBehind(skeleton: string, at: number, authors: ReadonlySet<number>): number | undefined {
  const next = skeleton.charAt(at);
  if (next !== cited) return next === '' || /[\p{Ll},;:]/u.test(next) ? undefined : at;
  if (authors.has(at)) return at;
  let behind = 0;
  while (skeleton.charAt(at + behind) === cited || /\s/u.test(skeleton.charAt(at + behind))) behind++;
  const follower = skeleton.charAt(at + behind);
  if (follower === '' || /[.!?;]/u.test(follower)) return undefined;
  return /[\p{Ll},:]/u.test(follower) && follower !== quoted ? at : at + behind;
}
