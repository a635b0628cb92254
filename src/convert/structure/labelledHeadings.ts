import { messageOf } from '../../core/messages.ts';
import { labelValue, readHeadingLabel, romanValue } from '../../core/source.ts';
import { endsInColon, endsSentence, type Item } from '../blocks.ts';
import { appendAll } from '../../core/text.ts';

/** One way to read a label: `(i)` is one as a roman numeral and nine as a letter. */
interface LabelReading {
  /**
   * The kind of label, the signs around the number, and the numerals. Only labels of one style continue each other.
   */
  readonly style: string;
  readonly value: number;
  /** The depth of a decimal label: 2 for `2.3`. 0 for other labels. */
  readonly parts: number;
}

interface LabelLevel {
  readonly style: string;
  value: number;
  readonly depth: number;
  /** The items with labels of this style under the same parent. */
  readonly items: Item[];
}

/** Longer lines are paragraphs that begin with a number. Words. */
const maxLabelledWords = 30;
const endsInQuestion = /\?[\p{Pe}\p{Pf}'"]*$/u;

/**
 * Finds labelled headings. A label counts if it begins a series (1, i, a) or continues the one of its style. As in an
 * outline, a new style opens a level below, and a label of an earlier style returns to its level.
 */
export function markLabelled(items: readonly Item[]): void {
  const levels: LabelLevel[] = [];
  const closed: LabelLevel[] = [];
  for (const item of items) {
    if (!mayBeLabelled(item)) continue;
    const readings = readingsOf(item.text);
    const level = countOn(levels, closed, readings) ?? openLevel(levels, readings);
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
  if (!label || label.doubtful || item.words > maxLabelledWords) return false;
  if (label.title === '') return label.kind !== 'section' || /[IVX0-9]/.test(label.number);
  if (/[;,]$/.test(item.text)) return false;
  return !endsSentence(item.text) || endsInQuestion.test(item.text) || item.words <= 8;
}

function readingsOf(text: string): LabelReading[] {
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
  const readings: LabelReading[] = [];
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

/** Continues a series on the deepest level that fits, and closes the levels below it. */
function countOn(
  levels: LabelLevel[],
  closed: LabelLevel[],
  readings: readonly LabelReading[],
): LabelLevel | undefined {
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

/** Opens a level below the current one. A decimal label is at least as deep as its number of parts. */
function openLevel(levels: LabelLevel[], readings: readonly LabelReading[]): LabelLevel | undefined {
  const first = readings.find(
    (reading) => reading.value === 1 && levels.every((level) => level.style !== reading.style),
  );
  if (!first) return undefined;
  const level: LabelLevel = {
    style: first.style,
    value: 1,
    depth: Math.max(levels.length + 1, first.parts),
    items: [],
  };
  levels.push(level);
  return level;
}

/**
 * Makes the items of a level headings. A label that nothing continues proves little: the item must not end like a
 * sentence, and a person is asked; as they are about one that does, which may be an item of a list.
 */
function settle(level: LabelLevel): void {
  const alone = level.items.length === 1;
  for (const item of level.items) {
    if (item.kind === 'heading') {
      item.labelled = true;
      continue;
    }
    const isSentence = endsSentence(item.text) && !endsInQuestion.test(item.text);
    if (alone && (endsSentence(item.text) || endsInColon(item.text))) {
      delete item.level;
      continue;
    }
    item.kind = 'heading';
    item.labelled = true;
    if (alone || isSentence)
      item.question = {
        question: messageOf('importing.isHeading'),
        options: ['heading', 'paragraph', 'quotation', 'furniture'],
        reason: messageOf(isSentence ? 'importing.headingOrItem' : 'importing.headingByLabel'),
      };
  }
}
