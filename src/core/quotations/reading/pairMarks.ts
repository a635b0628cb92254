import { kindCost, type MarkRoles, never, rolesOf } from './markRoles.ts';
import { type MarkText, type WrittenMark, writtenMarks } from './writtenMarks.ts';

/** A pair of opening and closing quotation marks. */
export interface MarkPair {
  readonly open: WrittenMark;
  readonly close: WrittenMark;
  /** Whether the marks can be read in several ways, of which this is the one with the most words. */
  readonly unsure?: true;
  /** Whether the closing mark may also be an apostrophe, an inch mark or the like. */
  readonly weak?: true;
}

/** How the marks of a paragraph are read. */
export interface PairedMarks {
  /** All pairs, with inner ones, by the place of their opening mark. */
  readonly pairs: readonly MarkPair[];
  /** The pairs that are inside no other. */
  readonly outer: readonly MarkPair[];
  /** The marks left open at the end. */
  readonly open: readonly MarkRoles[];
  /** The marks that can be nothing but closing ones, and close nothing. */
  readonly strays: readonly WrittenMark[];
}

/** Of two readings whose costs differ by less, neither is certain. */
const certainty = 1;
/** Up to this cost of being none, a closing mark may as well be one of a word. */
const maxWeakMark = 2;
/** From this cost of being no mark of a quotation on, a mark is certainly one. */
const certainMark = 5;
/** Readings that are followed at the same time, and pairs that a closing mark may make in one of them. */
const maxReadings = 16;
const maxPartners = 4;
/** Nobody leaves more marks open. The limit bounds the time for a hostile paragraph. */
const maxOpenMarks = 50;
/** What a citation between two marks costs: a quotation seldom goes on after its citation. */
const costOfCitation = 2;
/** What a straight mark costs that opens a quotation directly inside straight marks of the same kind. */
const costOfSameInside = 1.5;

/**
 * Pairs the quotation marks of one paragraph: of all ways to read its marks as opening, closing or none, takes the one that costs
 * least (`markRoles`). What a reader sees between the outer marks is a quotation, whatever clipped words, inches or stray marks
 * are in it. Where another way to read them costs about as much, the pair is `unsure`, and the widest of them.
 */
export function pairMarks(source: MarkText): PairedMarks {
  const roles = markRolesOf(source);
  return clearReading(roles, source) ?? bestReading(roles, source);
}

/** Pairs marks by comparing all readings, also where one is clear; slower, with the same result. */
export function pairMarksByComparing(source: MarkText): PairedMarks {
  return bestReading(markRolesOf(source), source);
}

function markRolesOf(source: MarkText): MarkRoles[] {
  const { text } = source;
  const curly = { double: text.includes('“'), single: text.includes('‘') };
  const roles = writtenMarks(source).flatMap((written) => rolesOf(text, written, curly) ?? []);
  // Backticks open what apostrophes close. Alone they are what is left of code.
  if (roles.every(({ at }) => text.charAt(at) === '`')) return [];
  return roles.some(isSingleMark) ? withoutLoneApostrophes(roles) : roles;
}

function isSingleMark({ mark }: MarkRoles): boolean {
  return "'’‘′".includes(mark);
}

function isStraight({ mark }: MarkRoles): boolean {
  return '"\'״″′'.includes(mark);
}

/**
 * Drops apostrophes before the first mark that may open a single quotation: they can close nothing. What can be no apostrophe
 * stays.
 */
function withoutLoneApostrophes(roles: readonly MarkRoles[]): MarkRoles[] {
  const opener = roles.findIndex(({ mark, open }) => open < never && "‘‚‛’'′‵".includes(mark));
  return roles.filter(
    (one, index) => !isSingleMark(one) || (opener >= 0 && index >= opener) || isCertainClosing(one),
  );
}

function isCertainClosing({ close, other }: MarkRoles): boolean {
  return close === 0 && other >= certainMark;
}

/** Returns the reading in which every mark has one role that costs nothing; undefined where there is none. */
function clearReading(roles: readonly MarkRoles[], source: MarkText): PairedMarks | undefined {
  const stack: MarkRoles[] = [];
  const pairs: MarkPair[] = [];
  for (const one of roles) {
    const top = stack.at(-1);
    const closes = top !== undefined && pairCost(top, one, source) === 0;
    const opens = openingCost(one, top) === 0;
    const isOther = one.other === 0;
    if (Number(closes) + Number(opens) + Number(isOther) !== 1) return undefined;
    if (closes) {
      stack.pop();
      pairs.push(pairOf(top, one));
    } else if (opens) stack.push(one);
  }
  return stack.length > 0 ? undefined : sortedPairs(pairs, []);
}

/** The cost of opening a quotation. Directly inside marks of the same kind, straight ones seldom open another. */
function openingCost(role: MarkRoles, outer: MarkRoles | undefined): number {
  return role.open + (outer?.mark === role.mark && isStraight(role) ? costOfSameInside : 0);
}

/** The cost of a pair, without what it leaves open between its marks. */
function pairCost(open: MarkRoles, close: MarkRoles, source: MarkText): number {
  if (close.close === never || open.end === close.at) return never;
  const kind = kindCost(open, close);
  if (kind === never) return never;
  const citations = source.citations?.(open.at, close.at) ?? 0;
  return close.close + kind + costOfCitation * Math.min(citations, 2);
}

/** The marks open at a place, the last one first. Two readings with the same marks open hold the same object. */
interface OpenMarks {
  readonly role: MarkRoles;
  readonly outer: OpenMarks | undefined;
}

/** The last pair of a reading, and the pairs before it. */
interface PairsSoFar {
  readonly pair: MarkPair;
  readonly before: PairsSoFar | undefined;
  readonly count: number;
}

/** One way to read the marks up to a place. */
interface MarkReading {
  readonly cost: number;
  readonly open: OpenMarks | undefined;
  readonly pairs: PairsSoFar | undefined;
  /** Stretches that a reading of about the same cost divides in another way. */
  readonly doubts: readonly MarkPair[];
}

/** The best readings, by the marks that they leave open. */
type Readings = Map<OpenMarks | undefined, MarkReading>;

function bestReading(roles: readonly MarkRoles[], source: MarkText): PairedMarks {
  const start: MarkReading = { cost: 0, open: undefined, pairs: undefined, doubts: [] };
  let readings: readonly MarkReading[] = [start];
  for (const role of roles) {
    const next: Readings = new Map();
    for (const reading of readings) readMark(reading, role, source, next);
    readings = likeliest(next);
  }
  const closed = readings.map((reading) => ({ ...reading, cost: reading.cost + costOfOpen(reading.open) }));
  closed.sort((a, b) => a.cost - b.cost);
  const [best = start, ...others] = closed;
  return resultOf(others.reduce(mergeReadings, best), roles);
}

function likeliest(readings: Readings): readonly MarkReading[] {
  const all = [...readings.values()];
  if (all.length <= maxReadings) return all;
  return all.sort((a, b) => a.cost - b.cost).slice(0, maxReadings);
}

/** Adds a reading to those with other marks open; of two with the same, the better one remains. */
function offer(reading: MarkReading, readings: Readings): void {
  const other = readings.get(reading.open);
  const [better, worse] = other && other.cost <= reading.cost ? [other, reading] : [reading, other];
  readings.set(reading.open, worse ? mergeReadings(better, worse) : better);
}

/** Continues a reading with each role of a mark. */
function readMark(reading: MarkReading, role: MarkRoles, source: MarkText, next: Readings): void {
  const { cost, open } = reading;
  const opening = openingCost(role, open?.role);
  if (opening < never) offer({ ...reading, cost: cost + opening, open: { role, outer: open } }, next);
  // An opening mark that remains open is none.
  if (role.open !== 0) offer({ ...reading, cost: cost + role.other }, next);
  if (role.close === never) return;
  let left = 0;
  let partners = 0;
  let depth = 0;
  for (let one = open; one && partners < maxPartners && depth < maxOpenMarks; one = one.outer, depth++) {
    const pair = pairCost(one.role, role, source);
    if (pair < never) {
      partners++;
      offer(closedReading(reading, one, role, cost + left + pair), next);
    }
    left += one.role.other;
  }
}

function markOf({ at, end, mark }: MarkRoles): WrittenMark {
  return { at, end, mark };
}

function pairOf(open: MarkRoles, close: MarkRoles): MarkPair {
  const pair = { open: markOf(open), close: markOf(close) };
  return close.other <= maxWeakMark ? { ...pair, weak: true } : pair;
}

function closedReading(reading: MarkReading, open: OpenMarks, close: MarkRoles, cost: number): MarkReading {
  const { pairs, doubts } = reading;
  const pair = pairOf(open.role, close);
  return {
    cost,
    open: open.outer,
    pairs: { pair, before: pairs, count: (pairs?.count ?? 0) + 1 },
    doubts,
  };
}

function costOfOpen(open: OpenMarks | undefined): number {
  let cost = 0;
  for (let one = open; one; one = one.outer) cost += one.role.other;
  return cost;
}

/** Returns the better of two readings, with what the other divides in another way if it is about as good. */
function mergeReadings(better: MarkReading, worse: MarkReading): MarkReading {
  if (worse.cost - better.cost >= certainty) return better;
  const differing = differingPairs(better.pairs, worse.pairs);
  if (differing.length === 0) return better;
  const { open } = differing.reduce((first, pair) => (pair.open.at < first.open.at ? pair : first));
  const { close } = differing.reduce((last, pair) => (pair.close.at > last.close.at ? pair : last));
  return { ...better, doubts: [...better.doubts, { open, close, unsure: true }] };
}

/** Returns the pairs that only one of two readings has. */
function differingPairs(a: PairsSoFar | undefined, b: PairsSoFar | undefined): MarkPair[] {
  const names = new Map<string, MarkPair>();
  let [one, other] = [a, b];
  const toggle = (pair: MarkPair): void => {
    const name = `${String(pair.open.at)} ${String(pair.close.at)}`;
    if (!names.delete(name)) names.set(name, pair);
  };
  while (one !== other) {
    if (one && one.count >= (other?.count ?? 0)) {
      toggle(one.pair);
      one = one.before;
    } else if (other) {
      toggle(other.pair);
      other = other.before;
    }
  }
  return [...names.values()];
}

function resultOf({ pairs, open, doubts }: MarkReading, roles: readonly MarkRoles[]): PairedMarks {
  const all: MarkPair[] = [];
  for (let one = pairs; one; one = one.before) all.push(one.pair);
  const left: MarkRoles[] = [];
  for (let one = open; one; one = one.outer) left.push(one.role);
  const used = new Set([
    ...all.flatMap((pair) => [pair.open.at, pair.close.at]),
    ...left.map(({ at }) => at),
  ]);
  const strays = roles.filter((role) => isCertainClosing(role) && !used.has(role.at));
  return { ...sortedPairs(all, doubts), open: left.reverse(), strays };
}

function sortedPairs(pairs: MarkPair[], doubts: readonly MarkPair[]): PairedMarks {
  pairs.sort((a, b) => a.open.at - b.open.at);
  const outer = outermost(pairs);
  return { pairs, outer: doubts.length === 0 ? outer : widened(outer, doubts), open: [], strays: [] };
}

/** Returns the pairs that are inside no other pair. */
function outermost(pairs: readonly MarkPair[]): MarkPair[] {
  const outer: MarkPair[] = [];
  for (const pair of pairs) {
    const last = outer.at(-1);
    if (!last || pair.open.at > last.close.at) outer.push(pair);
  }
  return outer;
}

/** Puts in the place of outer pairs those stretches that are divided in several ways. Inside a pair nothing is in doubt. */
function widened(outer: readonly MarkPair[], doubts: readonly MarkPair[]): MarkPair[] {
  const real = doubts.filter(
    (doubt) => !outer.some((pair) => pair.open.at < doubt.open.at && doubt.close.at < pair.close.at),
  );
  const merged: MarkPair[] = [];
  for (const pair of [...outer, ...real].sort((a, b) => a.open.at - b.open.at || b.close.at - a.close.at)) {
    const last = merged.at(-1);
    if (!last || pair.open.at > last.close.at) merged.push(pair);
    else if (pair.unsure || pair.close.at > last.close.at) {
      const { close } = pair.close.at > last.close.at ? pair : last;
      merged[merged.length - 1] = { open: last.open, close, unsure: true };
    }
  }
  return merged;
}
