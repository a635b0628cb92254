import type { Range } from '../text.ts';
import { partedTokensOf, type Token } from './tokens.ts';

/**
 * The fate of a stretch of words. `same`: quoted unchanged; `changed`: replaced by other words; `dropped`: in the source
 * only; `added`: in the quotation only; `omitted`: marked with an ellipsis; `editorial`: in the writer's brackets.
 */
export type DiffKind = 'same' | 'changed' | 'dropped' | 'added' | 'omitted' | 'editorial';

/** A step of the comparison. Ranges are into the comparable texts, and empty where the step has no words there. */
export interface DiffStep {
  readonly kind: DiffKind;
  readonly quoted: Range;
  readonly source: Range;
}

/** How a quotation aligns with a stretch of its source. */
export interface Alignment {
  readonly steps: readonly DiffStep[];
  /** The stretch of the source that was aligned; empty where no word agrees. */
  readonly range: Range;
  /** The share of the quoted words that stand in the source, by weight, 0 to 1. */
  readonly agreement: number;
  /** Sum of the costs of all changes. */
  readonly cost: number;
}

/**
 * Maximum number of cells of the alignment table that are filled. Filling them takes half a second at worst. Where more would be needed,
 * the rest of the source is cut off.
 */
const maxDiffCells = 4_000_000;

const from = { diagonal: 1, quoted: 2, source: 3, gap: 4 } as const;

/** Returns the cost of leaving a token out or adding it. Words cost more the longer they are. */
function weight(token: Token): number {
  if (token.kind === 'point') return 0.5;
  return token.kind === 'word' ? Math.min(6, 1 + token.text.length / 3) : 0;
}

/** The weight of a word of one letter. */
const lightestWord = 1 + 1 / 3;
/** The share of the weight that replacing a word with a similar one costs. */
const likenessCost = 0.35;
const unlikeCost = 0.85;

/** Returns the cost of replacing a token. Similar words cost less, so that they are paired. */
function exchange(a: Token, b: Token): number {
  if (a.text === b.text) return 0;
  if (a.kind !== b.kind) return Infinity;
  if (a.kind === 'point') return 0.6;
  const total = weight(a) + weight(b);
  if (a.folded === b.folded) return total * 0.1;
  return total * (likeWords(a.folded, b.folded) ? likenessCost : unlikeCost);
}

/** Returns the lowest cost of replacing or dropping a word. A change of capitals does not count as replacing. */
export function minChangeCost(word: Token): number {
  return (weight(word) + lightestWord) * likenessCost;
}

/** Whether two words share their beginning or end: `mass` and `masses`, `1917` and `1918`. */
function likeWords(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  const longer = Math.max(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end))
    end++;
  return (start + end) * 2 >= longer && longer > 1;
}

/** Smaller tables are filled whole at once. Cells. */
const minPrunedCells = 100_000;
/** The costs within which an alignment is sought, one after the other. Most long quotations have few changes. */
const costLimits = [8, 64] as const;

/**
 * Aligns a quotation with the stretch of `source` that agrees with it best. It fills Needleman and Wunsch's table over
 * words and points, with free ends in the source (Sellers 1980). Ellipses leave out any number of words at no cost;
 * brackets stand for a few.
 * @param quoted comparable text of the quotation
 * @param source comparable text of the passages to search
 * @param isWhole fills the table whole, which gives the same and takes the time of all pairs of words
 */
export function alignWords(quoted: string, source: string, isWhole = false): Alignment {
  const q = partedTokensOf(quoted, true);
  const s = partedTokensOf(source, false);
  const cells = (q.length + 1) * (s.length + 1);
  const limits = isWhole || cells < minPrunedCells ? [] : costLimits;
  for (const limit of limits) {
    const table = fillWithin(q, s, limit);
    if (table) return traceSteps(q, s, table);
  }
  const cut = s.slice(0, Math.max(1, Math.floor(maxDiffCells / (q.length + 1))));
  return traceSteps(q, cut, fillWhole(q, cut));
}

/** The moves of a row, from a column on. */
interface RowMoves {
  readonly from: number;
  readonly moves: Uint8Array;
}

interface Table {
  /** By row, from the first one on, which is that of no token. */
  readonly moves: readonly RowMoves[];
  readonly end: number;
  readonly cost: number;
}

/** What each cell asks of the tokens of a source, and the first and last unit of their words in lower case. */
interface SourceColumns {
  readonly tokens: readonly Token[];
  readonly weights: Float64Array;
  readonly firsts: Uint16Array;
  readonly lasts: Uint16Array;
}

function columnsOf(tokens: readonly Token[]): SourceColumns {
  const weights = new Float64Array(tokens.length);
  const firsts = new Uint16Array(tokens.length);
  const lasts = new Uint16Array(tokens.length);
  tokens.forEach((token, at) => {
    weights[at] = weight(token);
    firsts[at] = token.folded.charCodeAt(0);
    lasts[at] = token.folded.charCodeAt(token.folded.length - 1);
  });
  return { tokens, weights, firsts, lasts };
}

/** Fills every cell: what nearly all quotations take, as they and their passages are short. */
function fillWhole(q: readonly Token[], s: readonly Token[]): Table {
  const columns = s.length + 1;
  const source = columnsOf(s);
  const all = new Uint8Array((q.length + 1) * columns);
  const moves: RowMoves[] = [{ from: 0, moves: all.subarray(0, columns) }];
  let above = new Float64Array(columns);
  let row = new Float64Array(columns);
  q.forEach((token, i) => {
    const own = all.subarray((i + 1) * columns, (i + 2) * columns);
    fillRow(token, source, own, above, row);
    moves.push({ from: 0, moves: own });
    [above, row] = [row, above];
  });
  let end = 0;
  for (let j = 0; j < columns; j++) if ((above[j] ?? 0) < (above[end] ?? 0)) end = j;
  return { moves, end, cost: above[end] ?? 0 };
}

function fillRow(
  token: Token,
  { tokens, weights, firsts, lasts }: SourceColumns,
  moves: Uint8Array,
  above: Float64Array,
  row: Float64Array,
): void {
  const columns = tokens.length + 1;
  const gap = token.kind === 'ellipsis' || token.kind === 'bracket';
  const own = gap ? 0 : weight(token);
  const isWord = token.kind === 'word';
  const first = token.folded.charCodeAt(0);
  const last = token.folded.charCodeAt(token.folded.length - 1);
  row[0] = (above[0] ?? 0) + own;
  moves[0] = from.quoted;
  for (let j = 1; j < columns; j++) {
    const other = tokens[j - 1];
    if (!other) break;
    const theirs = weights[j - 1] ?? 0;
    let best = (above[j] ?? 0) + own;
    let move: number = from.quoted;
    const left = (row[j - 1] ?? 0) + (gap ? gapCost(token, other) : theirs);
    if (left < best) [best, move] = [left, gap ? from.gap : from.source];
    // Nearly all pairs are of words that share neither their first nor their last letter, and so nothing.
    const isOther = isWord && other.kind === 'word' && firsts[j - 1] !== first && lasts[j - 1] !== last;
    const exchanged = isOther ? (own + theirs) * unlikeCost : exchange(token, other);
    const diagonal = gap ? Infinity : (above[j - 1] ?? 0) + exchanged;
    if (diagonal <= best) [best, move] = [diagonal, from.diagonal];
    row[j] = best;
    moves[j] = move;
  }
}

/** The costs of a row that lie within a limit, and the columns where they stand, in order. All others are infinite. */
interface CostRow {
  costs: Float64Array;
  columns: Int32Array;
  count: number;
}

/**
 * Fills the cells of which the cost is within a limit. No change costs less than nothing, so that a cell beyond it lies on no path
 * that ends within it. Undefined where none does, and where the limit leaves too many.
 */
function fillWithin(q: readonly Token[], s: readonly Token[], limit: number): Table | undefined {
  const source = columnsOf(s);
  const moves: RowMoves[] = [{ from: 0, moves: new Uint8Array(0) }];
  const scratch = new Uint8Array(s.length + 1);
  let filled = 0;
  const columns = source.tokens.length + 1;
  const emptyRow = (): CostRow => ({
    costs: new Float64Array(columns).fill(Infinity),
    columns: new Int32Array(columns),
    count: 0,
  });
  let above: CostRow = {
    costs: new Float64Array(columns),
    columns: Int32Array.from({ length: columns }, (_, column) => column),
    count: columns,
  };
  let row = emptyRow();
  for (const token of q) {
    fillRowWithin(token, source, scratch, above, row, limit);
    const first = row.columns[0] ?? 0;
    const end = (row.columns[row.count - 1] ?? 0) + 1;
    filled += end - first;
    if (row.count === 0 || filled > maxDiffCells) return undefined;
    moves.push({ from: first, moves: scratch.slice(first, end) });
    for (let k = 0; k < above.count; k++) above.costs[above.columns[k] ?? 0] = Infinity;
    [above, row] = [row, above];
  }
  let end = above.columns[0] ?? 0;
  for (let k = 1; k < above.count; k++) {
    const column = above.columns[k] ?? 0;
    if ((above.costs[column] ?? 0) < (above.costs[end] ?? 0)) end = column;
  }
  return { moves, end, cost: above.costs[end] ?? 0 };
}

/** As `fillRow`, but only where a cell within the limit is reached from. */
function fillRowWithin(
  token: Token,
  { tokens, weights, firsts, lasts }: SourceColumns,
  moves: Uint8Array,
  above: CostRow,
  row: CostRow,
  limit: number,
): void {
  const columns = tokens.length + 1;
  const gap = token.kind === 'ellipsis' || token.kind === 'bracket';
  const own = weight(token);
  const isWord = token.kind === 'word';
  const first = token.folded.charCodeAt(0);
  const last = token.folded.charCodeAt(token.folded.length - 1);
  const { costs } = row;
  row.count = 0;
  let k = 0;
  let done = -1;
  for (;;) {
    // A cell is reached from above, from above on its left, and from its left.
    while (k < above.count && (above.columns[k] ?? 0) < done) k++;
    const reached = k < above.count ? (above.columns[k] ?? 0) : columns;
    let j = reached > done ? reached : reached + 1;
    if (done >= 0 && done + 1 < j && (costs[done] ?? Infinity) <= limit) j = done + 1;
    if (j >= columns) break;
    done = j;
    let best = (above.costs[j] ?? 0) + own;
    let move: number = from.quoted;
    const other = tokens[j - 1];
    if (other) {
      const theirs = weights[j - 1] ?? 0;
      const left = (costs[j - 1] ?? 0) + (gap ? gapCost(token, other) : theirs);
      if (left < best) [best, move] = [left, gap ? from.gap : from.source];
      // Nearly all pairs are of words that share neither their first nor their last letter, and so nothing.
      const isOther = isWord && other.kind === 'word' && firsts[j - 1] !== first && lasts[j - 1] !== last;
      const exchanged = isOther ? (own + theirs) * unlikeCost : exchange(token, other);
      const diagonal = gap ? Infinity : (above.costs[j - 1] ?? 0) + exchanged;
      if (diagonal <= best) [best, move] = [diagonal, from.diagonal];
    }
    if (best > limit) continue;
    costs[j] = best;
    moves[j] = move;
    row.columns[row.count++] = j;
  }
}

/**
 * Returns the cost of a source word in a gap. It is small, so that gaps stay as short as possible; in a bracket, which
 * stands for few words, it is higher.
 */
function gapCost(gap: Token, word: Token): number {
  return gap.kind === 'ellipsis' ? 0.001 : word.kind === 'word' ? 0.4 : 0.05;
}

function traceSteps(q: readonly Token[], s: readonly Token[], table: Table): Alignment {
  const steps: DiffStep[] = [];
  const { moves } = table;
  let i = q.length;
  let j = table.end;
  const total = q.reduce((sum, token) => sum + (token.kind === 'word' ? weight(token) : 0), 0);
  let agreed = 0;
  while (i > 0) {
    const row = moves[i];
    const move = row?.moves[j - row.from];
    const token = q[i - 1];
    const other = s[j - 1];
    if (move === from.diagonal && token && other) {
      if (token.kind === 'word' && token.folded === other.folded) agreed += weight(token);
      else if (token.kind === 'word' && likeWords(token.folded, other.folded)) agreed += weight(token) / 2;
      steps.push({ kind: token.text === other.text ? 'same' : 'changed', quoted: token, source: other });
      i--;
      j--;
    } else if ((move === from.source || move === from.gap) && token && other) {
      const at = move === from.gap ? token.start : token.end;
      steps.push({
        kind: move === from.gap ? 'omitted' : 'dropped',
        quoted: { start: at, end: at },
        source: other,
      });
      j--;
    } else {
      if (token) steps.push(unmatchedStep(token, other?.end ?? s[j]?.start ?? 0));
      i--;
    }
  }
  steps.reverse();
  const first = steps.find((step) => step.source.end > step.source.start);
  const last = steps.findLast((step) => step.source.end > step.source.start);
  const range = { start: first?.source.start ?? 0, end: last?.source.end ?? 0 };
  return { steps: joinSteps(steps), range, agreement: total > 0 ? agreed / total : 0, cost: table.cost };
}

function unmatchedStep(token: Token, at: number): DiffStep {
  const kind = token.kind === 'ellipsis' ? 'omitted' : token.kind === 'bracket' ? 'editorial' : 'added';
  return { kind, quoted: { start: token.start, end: token.end }, source: { start: at, end: at } };
}

/** Merges adjacent steps of the same kind. A dropped word next to an added one is a change. */
function joinSteps(steps: readonly DiffStep[]): DiffStep[] {
  const out: DiffStep[] = [];
  for (const step of steps) {
    const last = out.at(-1);
    const kind = last && jointKind(last.kind, step.kind);
    if (!last || kind === undefined)
      out.push({ kind: step.kind, quoted: bareRange(step.quoted), source: bareRange(step.source) });
    else
      out[out.length - 1] = {
        kind,
        quoted: rangeAround(last.quoted, step.quoted),
        source: rangeAround(last.source, step.source),
      };
  }
  return out;
}

function jointKind(a: DiffKind, b: DiffKind): DiffKind | undefined {
  if (a === b) return a;
  if ((a === 'omitted' && b === 'editorial') || (a === 'editorial' && b === 'omitted')) return 'editorial';
  const altered = (kind: DiffKind): boolean => kind === 'changed' || kind === 'dropped' || kind === 'added';
  return altered(a) && altered(b) ? 'changed' : undefined;
}

function bareRange(range: Range): Range {
  return { start: range.start, end: range.end };
}

/** Returns a range around both. An empty range only marks a place, and does not widen the other. */
function rangeAround(a: Range, b: Range): Range {
  if (a.end <= a.start) return bareRange(b);
  if (b.end <= b.start) return bareRange(a);
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
