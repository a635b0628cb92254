import { labelValue, readHeadingLabel, romanValue } from '../../core/source.ts';
import { endsInColon, endsSentence, type Item } from '../blocks.ts';
import { appendAll } from '../../core/text.ts';

/** One way to read a label: `(i)` is one as a numeral and nine as a letter. */
interface Reading {
  /** Labels of one style count on from each other: the kind, the signs round the number, and the numerals. */
  readonly style: string;
  readonly value: number;
  /** Parts of a decimal label, `2.3` is 2 deep; 0 for other labels. */
  readonly parts: number;
}

interface Level {
  readonly style: string;
  value: number;
  readonly depth: number;
  /** Items labelled in this style under the same parent. */
  readonly items: Item[];
}

/** Longer lines are paragraphs that open with a number. */
const longestHeading = 30;

/**
 * Finds labelled headings: a label counts where it begins a count (1, i, a) or counts on from the label of its style
 * before, in the manner of an outline: a new style opens a level below, an earlier style goes back up to its own.
 */
export function markLabelled(items: readonly Item[]): void {
  const levels: Level[] = [];
  const closed: Level[] = [];
  for (const item of items) {
    if (!mayBeLabelled(item)) continue;
    const readings = readingsOf(item.text);
    const level = countOn(levels, closed, readings) ?? open(levels, readings);
    if (!level) continue;
    level.items.push(item);
    item.level = level.depth;
  }
  for (const level of [...closed, ...levels]) settle(level);
}

function mayBeLabelled(item: Item): boolean {
  if (item.kind === 'heading') return item.block.sure === true;
  if (item.kind !== 'paragraph' || item.note || (item.block.sure && !item.block.bold)) return false;
  const label = readHeadingLabel(item.text);
  if (!label || label.doubtful || item.words > longestHeading) return false;
  if (label.title === '') return label.kind !== 'section' || /[IVX0-9]/.test(label.number);
  if (/[;,]$/.test(item.text)) return false;
  return !endsSentence(item.text) || /\?[\p{Pe}\p{Pf}'"]*$/u.test(item.text) || item.words <= 8;
}

function readingsOf(text: string): Reading[] {
  const label = readHeadingLabel(text);
  if (!label || label.doubtful) return [];
  const signs = label.printed.replace(label.number, '#').replace(/[\p{L}]+/gu, '');
  const base = `${label.kind} ${signs}`;
  if (/^\d+(?:\.\d+)+$/.test(label.number)) {
    const parts = label.number.split('.');
    return [
      {
        style: `${base} decimal${parts.length} ${parts.slice(0, -1).join('.')}`,
        value: Number(parts.at(-1)),
        parts: parts.length,
      },
    ];
  }
  if (/^\d+$/.test(label.number)) return [{ style: `${base} digits`, value: Number(label.number), parts: 0 }];
  const letterCase = label.number === label.number.toUpperCase() ? 'upper' : 'lower';
  const readings: Reading[] = [];
  const roman = romanValue(label.number);
  if (roman !== undefined) readings.push({ style: `${base} roman ${letterCase}`, value: roman, parts: 0 });
  if (label.number.length === 1)
    readings.push({
      style: `${base} letter ${letterCase}`,
      value: label.number.toLowerCase().charCodeAt(0) - 96,
      parts: 0,
    });
  else if (roman === undefined && label.kind !== 'section')
    readings.push({ style: `${base} words`, value: labelValue(label.number) ?? 0, parts: 0 });
  return readings;
}

/** Counts on at the deepest level that fits; levels below it end. */
function countOn(levels: Level[], closed: Level[], readings: readonly Reading[]): Level | undefined {
  for (let at = levels.length - 1; at >= 0; at--) {
    const level = levels[at];
    const reading =
      level && readings.find((one) => one.style === level.style && one.value === level.value + 1);
    if (!level || !reading) continue;
    appendAll(closed, levels.splice(at + 1));
    level.value = reading.value;
    return level;
  }
  return undefined;
}

/** Opens a level below the current one with a first label; a decimal label opens below the number it begins with. */
function open(levels: Level[], readings: readonly Reading[]): Level | undefined {
  const first = readings.find(
    (reading) => reading.value === 1 && levels.every((level) => level.style !== reading.style),
  );
  if (!first) return undefined;
  const level: Level = {
    style: first.style,
    value: 1,
    depth: Math.max(levels.length + 1, first.parts),
    items: [],
  };
  levels.push(level);
  return level;
}

/** A label that nothing counts on from proves little: then the item must look like a heading, and a person is asked. */
function settle(level: Level): void {
  const alone = level.items.length === 1;
  for (const item of level.items) {
    if (item.kind === 'heading') {
      item.labelled = true;
      continue;
    }
    if (alone && (endsSentence(item.text) || endsInColon(item.text))) {
      delete item.level;
      continue;
    }
    item.kind = 'heading';
    item.labelled = true;
    if (alone)
      item.question = {
        question: 'Is this line a heading?',
        options: ['heading', 'paragraph', 'quotation', 'furniture'],
        reason: 'It opens with a label, but no other line counts on from it.',
      };
  }
}
