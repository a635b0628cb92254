import { hasWord, isWordUnit } from '../text.ts';
import { type DiffStep, unitAt, writersPoints } from '../match.ts';
import type { Quotable } from '../resolve.ts';
import type { Wanted } from './quotationText.ts';

/** `[sic]` is none of the quoted words. */
const editorsSic = / ?\[sic[!?.]?\]/giu;
const freePointsAtEnd = new RegExp(`[${writersPoints}']+$`, 'u');

/** More words at an end of a quotation, in place of which others stand in the source, are words that were added. */
const maxEndWords = 2;
const maxEndUnits = 80;
const sourceWord = String.raw`[\p{L}\p{N}](?:['-]?[\p{L}\p{N}\p{M}])*`;

/** The source of a pattern for words of a source with a space between. */
function wordsInRow(count: number): string {
  return `${sourceWord}(?: ${sourceWord}){${String(count - 1)}}`;
}

/** The number of words that stand at an end of a quotation and not in its source; undefined where there are none, or many. */
function strangeWords(step: DiffStep | undefined, { words }: Wanted): number | undefined {
  if (step?.kind !== 'added') return undefined;
  const written = words.text.slice(step.quoted.start, step.quoted.end).replace(editorsSic, '');
  const tokens = written.split(' ');
  const count = tokens.filter((token) => hasWord(token)).length;
  return count === tokens.length && count <= maxEndWords ? count : undefined;
}

/** Puts words that begin a quotation in place of as many that the paragraph has before the next one. */
export function withFirstWords(
  steps: readonly DiffStep[],
  wanted: Wanted,
  quotable: Quotable,
): readonly DiffStep[] {
  const [first, next] = steps;
  const count = strangeWords(first, wanted);
  if (!first || !next || count === undefined || next.kind !== 'same') return steps;
  const { index } = quotable;
  const paragraph = index.ranges[unitAt(index, next.source.start)]?.start ?? 0;
  const from = Math.max(paragraph, next.source.start - maxEndUnits);
  const before = index.text.slice(from, next.source.start);
  // Before a sign the word has no space after it: `43%`.
  const space = isWordUnit(index.text, next.source.start) ? ' ' : ' ?';
  const found = new RegExp(`(?<![^ ])${wordsInRow(count)}${space}$`, 'u').exec(before)?.[0];
  if (found === undefined) return steps;
  const end = next.source.start - (found.endsWith(' ') ? 1 : 0);
  const source = { start: next.source.start - found.length, end };
  return [{ kind: 'changed', quoted: first.quoted, source }, ...steps.slice(1)];
}

/** Puts words that end a quotation in place of as many that the paragraph has after the last one. */
export function withLastWords(
  steps: readonly DiffStep[],
  wanted: Wanted,
  quotable: Quotable,
): readonly DiffStep[] {
  const [before, last] = steps.slice(-2);
  const count = strangeWords(last, wanted);
  if (!before || !last || count === undefined || before.kind !== 'same') return steps;
  const { index } = quotable;
  const paragraph = index.ranges[unitAt(index, Math.max(0, before.source.end - 1))]?.end ?? 0;
  const after = index.text.slice(before.source.end, Math.min(paragraph, before.source.end + maxEndUnits));
  const space = isWordUnit(index.text, before.source.end - 1) ? ' ' : ' ?';
  const found = new RegExp(
    `^${space}${wordsInRow(count)}(?![\\p{L}\\p{N}\\p{M}]|[.,'-][\\p{L}\\p{N}])`,
    'u',
  ).exec(after)?.[0];
  if (found === undefined) return steps;
  const start = before.source.end + (found.startsWith(' ') ? 1 : 0);
  const source = { start, end: before.source.end + found.length };
  const quoted = wanted.words.text.slice(last.quoted.start, last.quoted.end);
  // A full stop after them is the writer's.
  const end = last.quoted.start + quoted.replace(freePointsAtEnd, '').length;
  const changed: DiffStep = { kind: 'changed', quoted: { start: last.quoted.start, end }, source };
  const stop: DiffStep = {
    kind: 'added',
    quoted: { start: end, end: last.quoted.end },
    source: { start: source.end, end: source.end },
  };
  return [...steps.slice(0, -1), changed, ...(end < last.quoted.end ? [stop] : [])];
}
