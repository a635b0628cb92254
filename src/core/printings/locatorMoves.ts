import { runsOf } from '../citations.ts';
import type { Locator, LocatorPart } from '../locators.ts';
import { memo } from '../memo.ts';
import { numbersOf, resolveLocator, sectionKinds } from '../resolve.ts';
import { printedValue } from '../source.ts';
import type { Source } from '../study.ts';
import { numbersFromTo } from '../text.ts';
import { alignPrintings, type Printing } from './alignPrintings.ts';
import { PagesMoved } from './pagesMoved.ts';
import type { FateState, PassageFate } from './passageFates.ts';
import { sectionInPrinting } from './sectionMoves.ts';

/** What a part of a locator is in another printing. */
export interface PartInPrinting {
  readonly state: FateState;
  /** The part as it is written for the other printing; undefined where it is not certain, or gone. */
  readonly value: string | undefined;
  /** The paragraphs that it names there; where it is doubtful those that may be meant. Empty for notes and pages. */
  readonly to: readonly number[];
}

/** Two printings of one text, and where the passages of the first stand in the second. */
export interface PrintingPair {
  readonly old: Source;
  readonly now: Source;
}

const doubtful: PartInPrinting = { state: 'doubtful', value: undefined, to: [] };

/** Returns what a part of a locator of one printing is in another. Never guesses. */
export function partInPrinting(
  part: LocatorPart,
  locator: Locator,
  { old, now }: PrintingPair,
): PartInPrinting {
  const [resolved] = resolveLocator({ ...locator, parts: [part] }, old).parts;
  if (!resolved || part.following !== undefined) return doubtful;
  const { label } = locator;
  if (label === 'paragraph') return paragraphsInPrinting(resolved.passages, now, alignPrintings(old, now));
  if (label === 'note') return notesInPrinting(part, old, now);
  if (label === 'page') return pagesInPrinting(part, old, now);
  if (sectionKinds[label] === undefined || !resolved.section || part.last !== undefined) return doubtful;
  const section = sectionInPrinting(resolved.section, old, now, alignPrintings(old, now));
  return section
    ? { state: stateOfLabel(part.first, section.label), value: section.label, to: [] }
    : doubtful;
}

function stateOfLabel(before: string, after: string): FateState {
  return before === after ? 'kept' : 'moved';
}

/** Returns what paragraphs are in another printing. */
function paragraphsInPrinting(
  passages: readonly number[],
  now: Source,
  fates: readonly PassageFate[],
): PartInPrinting {
  const all = passages.flatMap((number) => fates[number - 1] ?? []);
  const to = [...new Set(all.flatMap((fate) => fate.to))].sort((a, b) => a - b);
  const states = new Set(all.map(({ state }) => state));
  if (all.length === 0 || states.has('doubtful')) return { ...doubtful, to };
  // Of a range of which a part is gone nobody knows what it would be.
  if (states.has('gone'))
    return { state: all.every(({ state }) => state === 'gone') ? 'gone' : 'doubtful', value: undefined, to };
  const state = worstOf(states);
  const value = valueOfParagraphs(to, now);
  return value === undefined ? { ...doubtful, to } : { state, value, to };
}

/** Returns paragraphs as a locator names them; undefined where the author numbered others but not these. */
export function valueOfParagraphs(numbers: readonly number[], source: Source): string | undefined {
  if (source.printed) return printedValue(numbers, source);
  return runsOf(numbers)
    .map((run) => (typeof run === 'number' ? String(run) : `${String(run[0])}-${String(run[1])}`))
    .join(', ');
}

/** From what says least to what says most. */
const order: readonly FateState[] = ['kept', 'joined', 'split', 'moved', 'gone', 'doubtful'];

/** Of several states the one that a person looks at first. */
export function worstOf(states: Iterable<FateState>): FateState {
  let worst = 0;
  for (const state of states) worst = Math.max(worst, order.indexOf(state));
  return order[worst] ?? 'doubtful';
}

const notesAsPrinting = memo('notes as passages', ({ notes }: Source): Printing => ({
  passages: notes.map((note, at) => ({ ...note, number: at + 1 })),
}));

function notesInPrinting(part: LocatorPart, old: Source, now: Source): PartInPrinting {
  const numbers = numbersOf(part);
  if (!numbers) return doubtful;
  const fates = alignPrintings(notesAsPrinting(old), notesAsPrinting(now));
  const all = numbersFromTo(numbers.first, numbers.last).map(
    (number) => fates[old.notes.findIndex((note) => note.number === number)],
  );
  const states = new Set(all.map((fate): FateState => fate?.state ?? 'doubtful'));
  const targets = all.flatMap((fate) => (fate?.to ?? []).flatMap((at) => now.notes[at - 1]?.number ?? []));
  const isGone = states.size === 1 && states.has('gone');
  if (isGone || states.has('gone') || states.has('doubtful'))
    return { ...doubtful, state: isGone ? 'gone' : 'doubtful' };
  const value = runsOf(targets)
    .map((run) => (typeof run === 'number' ? String(run) : `${String(run[0])}-${String(run[1])}`))
    .join(', ');
  return { state: worstOf(states), value, to: [] };
}

const pagesMoved = memo('pages in another printing', (old: Source, now: Source) =>
  old.pages.length > 0 && now.pages.length > 0 ? new PagesMoved(old, now) : undefined,
);

function pagesInPrinting({ first, last = first }: LocatorPart, old: Source, now: Source): PartInPrinting {
  const labels = pagesMoved(old, now)?.labelsFor(first, last);
  if (!labels) return doubtful;
  const [start = '', end = ''] = [labels[0], labels.at(-1)];
  const state: FateState = first === last && labels.length > 1 ? 'split' : 'kept';
  return { state, value: start === end ? start : `${start}-${end}`, to: [] };
}
