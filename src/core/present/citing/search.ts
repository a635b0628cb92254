import { memo } from '../../memo.ts';
import type { Source, Study } from '../../study.ts';
import { citationsNear, countKeys } from '../../citations.ts';
import type { MarkdownDocument } from '../../blocks.ts';
import { citableItems, type CitableItem } from './citable.ts';
import { typedItems } from './typed.ts';

/** The most rows returned. Nobody scrolls further, and more make typing slow. */
const maxFoundRows = 250;

export interface SearchOptions {
  /** The key of the only source to search. */
  readonly key?: string | undefined;
  readonly place: CitingPlace | undefined;
  /** The language of the paper, whose locator terms may be typed. */
  readonly lang: string | undefined;
}

/** The place that will be cited at. Sources that the paper cites there, and often, come first. */
export interface CitingPlace {
  readonly document: MarkdownDocument;
  readonly offset: number | undefined;
}

/**
 * Returns what can be cited, the best match first. Typed numbers, ranges and lists (`9-12`, `9, 20`, `sec. 2`,
 * `masswork 9`) become one citation. After that come items with all typed words in their text, gist or section, the
 * best match first. If none has all words, those with most of them. With nothing typed, everything in order.
 */
export function searchCitable(
  study: Study,
  typed: string,
  { key, place, lang }: SearchOptions,
): readonly CitableItem[] {
  const sources = sourcesByUse(study, place).filter((source) => key === undefined || source.key === key);
  const exact = typedItems(sources, typed, lang);
  const words = foldSearch(typed).split(' ').filter(Boolean);
  const items = sources.flatMap((source) => citableItems(source));
  if (words.length === 0) return items.slice(0, maxFoundRows);
  const known = new Set(exact.map(({ citation }) => citation));
  const ranked = rankedItems(
    sources.flatMap((source) => searchable(source)),
    words,
    exact.length > 0,
  ).filter(({ citation }) => !known.has(citation));
  return [...exact, ...ranked].slice(0, maxFoundRows);
}

/** The sources with the one cited at the place first, then those the paper cites most. */
function sourcesByUse(study: Study, place: CitingPlace | undefined): readonly Source[] {
  const sources = [...study.sources.values()];
  if (!place) return sources;
  const { document, offset } = place;
  const here =
    offset === undefined
      ? []
      : citationsNear(document, offset)
          .filter(({ group }) => group.start <= offset && offset <= group.end)
          .map(({ key }) => key);
  const counts = countKeys(document);
  const weight = ({ key }: Source): number => (here.includes(key) ? 1e9 : 0) + (counts.get(key) ?? 0);
  return sources.sort((a, b) => weight(b) - weight(a));
}

/** An item and its texts for searching: folded, with a space at both ends. */
interface Searchable {
  readonly item: CitableItem;
  readonly label: string;
  /** The gist or first words, the section and the key. */
  readonly shown: string;
  readonly words: string;
}

const searchable = memo('searchable items of a source', (source: Source): readonly Searchable[] =>
  citableItems(source).map((item) => ({
    item,
    label: ` ${foldSearch(item.label)} `,
    shown: ` ${foldSearch(`${item.detail} ${item.description}`)} `,
    words: ` ${foldSearch(item.words)} `,
  })),
);

/** @param isAll whether an item must have all words */
function rankedItems(
  items: readonly Searchable[],
  words: readonly string[],
  isAll: boolean,
): readonly CitableItem[] {
  const scored = items.map((one) => ({ item: one.item, ...scoreOf(one, words) }));
  const most = Math.max(0, ...scored.map(({ count }) => count));
  const least = isAll ? words.length : Math.max(most, Math.ceil(words.length / 2));
  return scored
    .filter(({ count }) => count >= least)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}

/**
 * How many words an item has, and how well they match: as a phrase, as whole words, as beginnings, or inside words.
 */
function scoreOf(one: Searchable, words: readonly string[]): { count: number; score: number } {
  let count = 0;
  let score = 0;
  for (const word of words) {
    const best = Math.max(
      scoreIn(one.label, word) * 2,
      scoreIn(one.shown, word) * 1.5,
      scoreIn(one.words, word),
    );
    if (best > 0) count++;
    score += best;
  }
  const phrase = ` ${words.join(' ')}`;
  if (words.length > 1 && (one.words.includes(phrase) || one.shown.includes(phrase))) score += 100;
  return { count, score };
}

function scoreIn(text: string, word: string): number {
  if (text.includes(` ${word} `)) return 10;
  if (text.includes(` ${word}`)) return 6;
  return word.length > 2 && !/^\d+$/.test(word) && text.includes(word) ? 1 : 0;
}

/** Removes case, accents and punctuation. */
function foldSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
