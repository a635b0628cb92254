import { hasWord, type MappedText, type Range } from '../text.ts';
import { type DiffStep, originals, toWholeWords, writersPoints } from '../match.ts';
import type { Quotable } from '../resolve.ts';
import { fromSameWords, toSameWords } from './leftOutWords.ts';
import type { DiffPart } from './quotationResult.ts';
import type { Altered, Wanted } from './quotationText.ts';
import { withFirstWords, withLastWords } from './endWords.ts';
import { isMarkerOfItem } from './itemMarkers.ts';
import { type OtherNumber, withSetDigits } from './raisedDigits.ts';
import { isSameButForMarks } from './repairs.ts';
import { isLineStart } from './verseRunIn.ts';

/** Returns the word diff between a quotation and the similar stretch of the source, with ranges in both files. */
export function diffOf(wanted: Wanted, quotable: Quotable, altered: Altered): DiffPart[] {
  const { steps } = altered.alignment;
  const shifted = steps.map((step) => ({ ...step, source: shift(step.source, altered.origin) }));
  const told = shifted.map((step, i): DiffStep =>
    isChangedStep(step) && isNoDifference(step, shifted[i + 1], wanted, quotable)
      ? { ...step, kind: 'same' }
      : step,
  );
  const begun = fromSameWords(told, wanted, quotable) ?? withFirstWords(told, wanted, quotable);
  const whole = toSameWords(begun, wanted, quotable) ?? withLastWords(begun, wanted, quotable);
  const ended = withoutFreeEnd(whole, wanted);
  const cut = cutWords(ended, wanted, quotable, rangeOfSteps(ended) ?? altered.range);
  const marked = cut.some((step) => isChangedStep(step)) ? cut : cut.map(widenGap);
  const parts = marked.map((step, i) =>
    withFreeCapital(diffPart(step, marked[i - 1], wanted, quotable), i === 0),
  );
  return isFreePoint(parts.at(-1)) && parts.slice(0, -1).some(isChangedStep) ? parts.slice(0, -1) : parts;
}

/** Returns the diff of a quotation that has nothing but its numbers otherwise than the source. */
export function diffOfNumbers(
  numbers: readonly OtherNumber[],
  range: Range,
  wanted: Wanted,
  quotable: Quotable,
): DiffPart[] {
  const parts: DiffPart[] = [];
  const last: DiffStep = {
    kind: 'same',
    quoted: { start: 0, end: 0 },
    source: { start: range.start, end: range.start },
  };
  let before = last;
  const add = (step: DiffStep, written?: OtherNumber['written']): void => {
    if (step.quoted.end > step.quoted.start)
      parts.push({
        ...diffPart(step, parts.length > 0 ? before : undefined, wanted, quotable),
        ...written,
      });
    before = step;
  };
  for (const { quoted, source, written } of numbers) {
    add({
      kind: 'same',
      quoted: { start: before.quoted.end, end: quoted.start },
      source: { start: before.source.end, end: source.start },
    });
    add({ kind: 'changed', quoted, source }, written);
  }
  add({
    kind: 'same',
    quoted: { start: before.quoted.end, end: wanted.words.text.length },
    source: { start: before.source.end, end: range.end },
  });
  return parts;
}

const onlyFreePoints = new RegExp(`^[${writersPoints}']+$`, 'u');

/** What an editor says of words, and what ends the writer's sentence: no part of the change before it. */
const freeEnd = new RegExp(`(?: ?\\[sic[!?.]?\\])?(?:'*[${writersPoints}][${writersPoints}']*)?$`, 'iu');

/** Takes from a changed last step what may stand after its words. */
function withoutFreeEnd(steps: readonly DiffStep[], { words }: Wanted): readonly DiffStep[] {
  const last = steps.at(-1);
  if (last?.kind !== 'changed' || last.source.end <= last.source.start) return steps;
  const quoted = words.text.slice(last.quoted.start, last.quoted.end).replace(freeEnd, '');
  if (!hasWord(quoted)) return steps;
  const end = last.quoted.start + quoted.length;
  return [...steps.slice(0, -1), { ...last, quoted: { start: last.quoted.start, end } }];
}

/** Whether a change is one that makes no difference: in spaces and marks, the mark of the end of a line of verse, `/`, or of an item. */
function isNoDifference(
  step: DiffStep,
  next: DiffStep | undefined,
  wanted: Wanted,
  quotable: Quotable,
): boolean {
  if (isSameButForMarks(step, step.source, wanted, quotable)) return true;
  const added =
    step.kind === 'added' && next ? wanted.words.text.slice(step.quoted.start, step.quoted.end) : '';
  const at = next?.source.start ?? 0;
  if (/^\/\/?$/u.test(added)) return isLineStart(quotable, at, added === '//');
  return added !== '' && isMarkerOfItem(added, quotable, at);
}

/** Whether the last part is the full stop, or comma, of the writer's sentence. It is no difference, even in a changed quotation. */
function isFreePoint(part: DiffPart | undefined): boolean {
  if (part?.kind !== 'added' && part?.kind !== 'changed') return false;
  return onlyFreePoints.test(part.quoted) && !hasWord(part.source);
}

/** A changed capital at the start of a quotation is not a difference, even in a changed quotation. */
function withFreeCapital(part: DiffPart, isFirst: boolean): DiffPart {
  const { kind, quoted, source } = part;
  const isCapital =
    isFirst &&
    kind === 'changed' &&
    quoted.slice(1) === source.slice(1) &&
    quoted.toLowerCase() === source.toLowerCase();
  return isCapital ? { ...part, kind: 'same' } : part;
}

/** Returns the stretch of the source that steps have words of; undefined where they have none. */
function rangeOfSteps(steps: readonly DiffStep[]): Range | undefined {
  const stretches = steps.map((step) => step.source).filter(({ start, end }) => end > start);
  const [first, last] = [stretches[0], stretches.at(-1)];
  return first && last && { start: first.start, end: last.end };
}

function shift(range: Range, by: number): Range {
  return { start: range.start + by, end: range.end + by };
}

function isChangedStep({ kind }: Pick<DiffStep, 'kind'>): boolean {
  return kind === 'changed' || kind === 'dropped' || kind === 'added';
}

/**
 * Marks gaps as changed. They are at fault if every word agrees and the quotation is still not in the source: one of them
 * stands for more than it may.
 */
function widenGap(step: DiffStep): DiffStep {
  return step.kind === 'editorial' || step.kind === 'omitted' ? { ...step, kind: 'changed' } : step;
}

/** Marks a word as changed if a quotation starts or ends inside it, such as `violent` in `non-violent`. */
function cutWords(steps: readonly DiffStep[], wanted: Wanted, quotable: Quotable, range: Range): DiffStep[] {
  const whole = toWholeWords(quotable.index, range);
  const { text } = wanted.words;
  const out = [...steps];
  const first = out.findIndex((step) => step.source.end > step.source.start);
  const head = out[first];
  if (head && whole.start < range.start) {
    const length =
      head.kind === 'same' ? lengthOfFirstWord(text, head.quoted) : head.quoted.end - head.quoted.start;
    const sourceEnd = head.kind === 'same' ? head.source.start + length : head.source.end;
    out.splice(first, 1, ...splitAt(head, head.quoted.start + length, sourceEnd, true));
    out[first] = { ...(out[first] ?? head), kind: 'changed', source: { start: whole.start, end: sourceEnd } };
  }
  const last = out.findLastIndex((step) => step.source.end > step.source.start);
  const tail = out[last];
  if (tail && whole.end > range.end) {
    const length =
      tail.kind === 'same' ? lengthOfLastWord(text, tail.quoted) : tail.quoted.end - tail.quoted.start;
    const sourceStart = tail.kind === 'same' ? tail.source.end - length : tail.source.start;
    const parts = splitAt(tail, tail.quoted.end - length, sourceStart, false);
    out.splice(last, 1, ...parts);
    const at = last + parts.length - 1;
    out[at] = { ...(out[at] ?? tail), kind: 'changed', source: { start: sourceStart, end: whole.end } };
  }
  return out;
}

/** Returns the length of the first word of a stretch. */
function lengthOfFirstWord(text: string, range: Range): number {
  return /^\S+/u.exec(text.slice(range.start, range.end))?.[0].length ?? 0;
}

/** Returns the length of the last word of a stretch. */
function lengthOfLastWord(text: string, range: Range): number {
  return /\S+$/u.exec(text.slice(range.start, range.end))?.[0].length ?? 0;
}

/** Splits a step in two. Returns one step where the first (or the last) would be all of it. */
function splitAt(step: DiffStep, quoted: number, source: number, first: boolean): DiffStep[] {
  const before = {
    kind: step.kind,
    quoted: { start: step.quoted.start, end: quoted },
    source: { start: step.source.start, end: source },
  };
  const behind = {
    kind: step.kind,
    quoted: { start: quoted, end: step.quoted.end },
    source: { start: source, end: step.source.end },
  };
  if (first) return behind.quoted.end > behind.quoted.start ? [before, behind] : [before];
  return before.quoted.end > before.quoted.start ? [before, behind] : [behind];
}

function diffPart(step: DiffStep, last: DiffStep | undefined, wanted: Wanted, quotable: Quotable): DiffPart {
  const { words } = wanted;
  const at = words.starts[step.quoted.start] ?? words.ends[words.text.length - 1] ?? 0;
  const before = words.ends[step.quoted.start - 1] ?? at;
  const quotedRange = words.originalRange(step.quoted) ?? { start: before, end: before };
  return {
    kind: step.kind,
    quoted: wordsAsQuoted(step.quoted, wanted),
    source: sourceWords(quotable, step.source),
    sourceBefore: last
      ? quotable.index.text.slice(last.source.end, step.source.start) ||
        spaceBeforeSign(quotable, step.source)
      : '',
    quotedRange,
    sourceRange: sourceRange(quotable, step.source),
  };
}

/**
 * Returns words of a quotation, with its own dashes. Of digits that it sets, only the mark before them is known, which is nearly always
 * `^`.
 */
function wordsAsQuoted(range: Range, { words, quotation }: Wanted): string {
  const quoted = words.text.slice(range.start, range.end);
  if (quoted.includes('-')) return quotedWithDashes(words.originalRange(range), quotation.words) ?? quoted;
  if (!/[0-9]{2}/u.test(quoted)) return quoted;
  const origin = words.originalRange(range);
  const plain = quotation.words;
  const [start, end] = [plain.firstStartingAt(origin?.start ?? 0), plain.firstStartingAt(origin?.end ?? 0)];
  const set = withSetDigits(plain, { start, end });
  return plain.text.slice(start, end) === quoted ? set : quoted;
}

/** Returns words that hold a dash, white space as one space; undefined where they hold none, or a hyphen alone. */
function quotedWithDashes(origin: Range | undefined, plain: MappedText): string | undefined {
  if (!origin) return undefined;
  const [start, end] = [plain.firstStartingAt(origin.start), plain.firstStartingAt(origin.end)];
  const written = plain.text.slice(start, end).replace(/\s+/gu, ' ');
  return /[—–―]|--|(?:^| )-/u.test(written) ? written : undefined;
}

/** Returns the space that the source has before `; : ! ? %`, as French does; comparable text has none. */
function spaceBeforeSign({ index, plains }: Quotable, { start }: Range): string {
  if (!/[;:!?%]/u.test(index.text.charAt(start))) return '';
  const [stretch] = originals(index, { start, end: start + 1 });
  const plain = stretch && plains[stretch.unit];
  const at = plain?.firstStartingAt(stretch?.original.start ?? 0) ?? 0;
  return /\s$/u.exec(plain?.text.slice(Math.max(0, at - 1), at) ?? '')?.[0] ?? '';
}

/** Returns the source's words as it writes them: its own marks and dashes, white space as one space. */
export function sourceWords(quotable: Quotable, range: Range): string {
  return originals(quotable.index, range)
    .map(({ unit, original }) =>
      plainWordsIn(
        quotable.plains[unit],
        original,
        quotable.inFile[unit] ? quotable.source.file?.document.text : undefined,
      ),
    )
    .join(' ')
    .replace(/\s+/gu, ' ');
}

/** Returns the plain words between two offsets of the original. */
function plainWordsIn(plain: MappedText | undefined, range: Range, text: string | undefined): string {
  if (!plain) return '';
  const [start, end] = [plain.firstStartingAt(range.start), plain.firstStartingAt(range.end)];
  return withSetDigits(plain, { start, end }, text);
}

/** Returns the range in the source file of a stretch of the index; undefined for words that are not in the file. */
export function sourceRange(quotable: Quotable, range: Range): Range | undefined {
  const stretches = originals(quotable.index, range);
  const first = stretches[0];
  const last = stretches.at(-1);
  if (!first || !last || !quotable.inFile[first.unit] || !quotable.inFile[last.unit]) return undefined;
  return { start: first.original.start, end: last.original.end };
}
