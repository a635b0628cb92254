/** Numbers with more digits than this are not typing errors of anything. */
const mostDigits = 9;
/** No list of choices is longer. */
const mostCandidates = 4;

interface Slip {
  readonly number: number;
  /** How many digits were typed too many. */
  readonly dropped: number;
  /** Whether each of them repeats the digit beside it, as a finger does that stays too long on a key. */
  readonly doubled: boolean;
}

/**
 * The numbers that somebody may have meant who typed one that names nothing: those that remain when digits typed too many are
 * taken out (102 → 12, 10, 2, 1), doubled digits first (112 → 12, 11 …), then the fewest, then the larger number.
 * @param written in digits; nothing is offered for roman numbers
 * @param exists whether a number names something: only such numbers are returned
 */
export function likelyNumbers(written: string, exists: (number: number) => boolean): number[] {
  if (!/^[0-9]+$/.test(written) || written.length > mostDigits) return [];
  const best = new Map<number, Slip>();
  for (const slip of slips(written)) {
    if (slip === undefined || !exists(slip.number)) continue;
    const known = best.get(slip.number);
    if (!known || compare(slip, known) < 0) best.set(slip.number, slip);
  }
  return [...best.values()]
    .sort(compare)
    .slice(0, mostCandidates)
    .map(({ number }) => number);
}

function compare(a: Slip, b: Slip): number {
  return Number(b.doubled) - Number(a.doubled) || a.dropped - b.dropped || b.number - a.number;
}

/** Every way to take some, not all, of the digits out. */
function slips(written: string): (Slip | undefined)[] {
  const all = 2 ** written.length - 1;
  return Array.from({ length: all - 1 }, (_, index) => slipOf(written, index + 1));
}

/**
 * @param kept a bit for each digit that stays
 * @returns undefined for what nobody writes: a zero in front
 */
function slipOf(written: string, kept: number): Slip | undefined {
  const stays = (at: number): boolean => ((kept >> at) & 1) === 1;
  const digits = [...written];
  const left = digits.filter((_, at) => stays(at)).join('');
  if (left.startsWith('0')) return undefined;
  const doubled = digits.every(
    (digit, at) => stays(at) || digit === digits[at - 1] || (digit === digits[at + 1] && stays(at + 1)),
  );
  return { number: Number(left), dropped: digits.length - left.length, doubled };
}
