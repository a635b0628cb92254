import { distance } from 'fastest-levenshtein';
import { anchor } from '../../../src/core/notes/anchor.ts';
import type { Selectors } from '../../../src/core/notes/annotation.ts';
import { select } from '../../../src/core/notes/select.ts';
import type { Range } from '../../../src/core/text/range.ts';
import { type NamedText, Reviser, writeText, type WrittenText } from './revisions.ts';
import { textOf } from './support.ts';

/** What became of notes when their source was revised. */
export interface Placements {
  notes: number;
  /** On their own words. */
  right: number;
  /** On other words. */
  wrong: number;
  /** On words of a copied paragraph: the original is there still, or it was deleted, and the copy is all there is. */
  onCopy: number;
  onOnlyCopy: number;
  /** Without a place, though most of their words are there. */
  lost: number;
  /** Of the lost: those whose words are the first place that is offered. */
  firstOffered: number;
  /** Notes without a place whose first place is offered as the clear one: on their own words, and on others. */
  clearRight: number;
  clearWrong: number;
  /** Without a place, rightly: too little of their words is left. */
  gone: number;
}

/** A note that was put wrong or lost, to look at. */
export interface Misplacement {
  readonly verdict: 'wrong' | 'lost';
  readonly selectors: Selectors;
  readonly expected: string;
  readonly found: string | undefined;
}

/** The most errors, as a share of the length, with which words are still those of the note. */
const maxOwnErrorShare = 0.3;
const notesInText = 25;

/** Makes notes on texts, revises the texts, and counts where the notes are put. The same seed makes the same notes. */
export function placementsOf(
  count: number,
  isHard: boolean,
  seed: number,
  look: (misplacement: Misplacement) => void = () => undefined,
): Placements {
  const none = { notes: 0, right: 0, wrong: 0, onCopy: 0, onOnlyCopy: 0, lost: 0, gone: 0 };
  const sums = { ...none, firstOffered: 0, clearRight: 0, clearWrong: 0 };
  for (let number = 0; sums.notes < count; number++) {
    const reviser = new Reviser(seed + number, isHard);
    const before = reviser.text(20);
    const after = reviser.revised(before, reviser.number(1, 12) / 100);
    const [old, now] = [writeText(before, 80), writeText(after, reviser.chance(0.5) ? 80 : 100_000)];
    const [oldTarget, target] = [textOf(old.markdown), textOf(now.markdown)];
    for (let note = 0; note < notesInText && sums.notes < count; note++) {
      const own = chosenWords(reviser, before, old);
      const selectors = select(extentOf(own), oldTarget)?.selectors;
      if (!selectors) continue;
      sums.notes++;
      const anchoring = anchor(selectors, target);
      const expected = expectedPlace(own, old, now);
      const judged = judgeRange(anchoring.range, expected, now);
      const copied = expected.range ? 'onCopy' : 'onOnlyCopy';
      const verdict = judged === 'wrong' && isOnCopy(anchoring.range, now) ? copied : judged;
      sums[verdict]++;
      const isOffered = judgeRange(anchoring.candidates[0], expected, now) === 'right';
      if (verdict === 'lost' && isOffered) sums.firstOffered++;
      if (anchoring.hasClearChoice) sums[isOffered ? 'clearRight' : 'clearWrong']++;
      if (verdict === 'wrong' || verdict === 'lost')
        look({
          verdict,
          selectors,
          expected: expected.range ? now.markdown.slice(expected.range.start, expected.range.end) : '',
          found: anchoring.range && now.markdown.slice(anchoring.range.start, anchoring.range.end),
        });
    }
  }
  return sums;
}

type PlacedWord = WrittenText['words'][number];

/** Words in a row that a reader may note: some of a sentence, the whole of it, or two. */
function chosenWords(reviser: Reviser, text: NamedText, { words }: WrittenText): readonly PlacedWord[] {
  const paragraph = text[reviser.number(0, text.length - 1)] ?? [];
  const number = reviser.number(0, paragraph.length - 1);
  const sentence = paragraph[number] ?? [];
  const kind = reviser.random();
  const length = kind < 0.3 ? reviser.number(1, 3) : kind < 0.8 ? reviser.number(4, 12) : sentence.length;
  const from = reviser.number(0, Math.max(0, sentence.length - length));
  const chosen = sentence.slice(from, from + length);
  const more = kind > 0.95 ? (paragraph[number + 1] ?? []) : [];
  const ids = new Set([...chosen, ...more].map(({ id }) => id));
  return words.filter(({ id }) => ids.has(id));
}

function extentOf(words: readonly PlacedWord[]): Range {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}

interface ExpectedPlace {
  /** Undefined where too little of the words is left. */
  readonly range: Range | undefined;
  readonly own: ReadonlySet<number>;
  /** The words that stood beside the note: between them it is in its place, though its words were replaced. */
  readonly beside: ReadonlySet<number>;
}

function expectedPlace(own: readonly PlacedWord[], old: WrittenText, now: WrittenText): ExpectedPlace {
  const ids = new Set(own.map(({ id }) => id));
  const first = old.words.findIndex(({ id }) => ids.has(id));
  const beside = new Set(
    [old.words[first - 1], old.words[first + own.length]].flatMap((word) => word?.id ?? []),
  );
  const left = now.words.filter(({ id }) => ids.has(id));
  const range = extentOf(left);
  const [was, is] = [old.markdown, now.markdown].map((markdown, at) => {
    const { start, end } = at === 0 ? extentOf(own) : range;
    return markdown.slice(start, end).replace(/\s+/g, ' ');
  });
  const stays =
    left.length > 0 &&
    was !== undefined &&
    is !== undefined &&
    distance(was, is) <= Math.max(1, was.length * maxOwnErrorShare);
  return { range: stays ? range : undefined, own: ids, beside };
}

function judgeRange(
  range: Range | undefined,
  { range: expected, own, beside }: ExpectedPlace,
  { words }: WrittenText,
): 'right' | 'wrong' | 'lost' | 'gone' {
  if (!range) return expected ? 'lost' : 'gone';
  const inside = words.filter(({ start, end }) => start < range.end && range.start < end);
  const first = words.findIndex(({ id }) => id === inside[0]?.id);
  const isBetween = [words[first - 1], words[first + inside.length]].some(
    (word) => word && beside.has(word.id),
  );
  const ours = inside.filter(({ id }) => own.has(id)).length;
  return isBetween || ours * 2 >= inside.length ? 'right' : 'wrong';
}

function isOnCopy(range: Range | undefined, { words }: WrittenText): boolean {
  return words.some(({ start, end, isCopy }) => isCopy && range && start < range.end && range.start < end);
}
