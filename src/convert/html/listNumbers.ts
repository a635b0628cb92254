import type { Element } from 'hast';
import { lettersOfNumber, romanNumeralOf } from '../../core/text.ts';
import { attribute } from './htmlTree.ts';

/** The numbers that a list shows before its items, in order; undefined where it shows none. */
export function numbersOfItems(list: Element, items: readonly Element[]): number[] | undefined {
  if (list.tagName !== 'ol') return undefined;
  const isReversed = 'reversed' in list.properties;
  let next = numberOfAttribute(attribute(list, 'start')) ?? (isReversed ? items.length : 1);
  return items.map((item) => {
    const number = numberOfAttribute(attribute(item, 'value')) ?? next;
    next = number + (isReversed ? -1 : 1);
    return number;
  });
}

/** More than a list that people read counts to. */
const maxNumber = 1_000_000;

function numberOfAttribute(written: string): number | undefined {
  return /^\d{1,9}$/.test(written) && Number(written) <= maxNumber ? Number(written) : undefined;
}

const lastLetter = 26;
/** Letters that Pandoc takes for roman numbers where a list begins with them. */
const romanLetters = /^[ivx]$/i;

/** What the items of a list begin with in Markdown, where it counts in letters or roman numbers; undefined for plain numbers. */
export function itemMarksInMarkdown(list: Element, first: number, count: number): string[] | undefined {
  const numeral = numerals.get(attribute(list, 'type'));
  const isLetter = numeral === lettersOfNumber || numeral === capitalLettersOf;
  if (!numeral || first < 1 || first + count - 1 > (isLetter ? lastLetter : maxRoman)) return undefined;
  if (isLetter && romanLetters.test(numeral(first))) return undefined;
  return Array.from({ length: count }, (_, at) => spacedMark(numeral(first + at)));
}

const maxRoman = 3999;
const capitalLettersOf = (number: number): string => lettersOfNumber(number).toUpperCase();
const numerals = new Map<string, (number: number) => string>([
  ['a', lettersOfNumber],
  ['A', capitalLettersOf],
  ['i', romanNumeralOf],
  ['I', (number) => romanNumeralOf(number).toUpperCase()],
]);

/** A letter of its own with a point may be an initial: Pandoc wants two spaces after it. */
function spacedMark(numeral: string): string {
  return /^[A-Z]$/.test(numeral) ? `${numeral}.  ` : `${numeral}. `;
}
