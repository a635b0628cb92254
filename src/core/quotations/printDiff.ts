import { type DiffKind, shingleWidth } from '../match.ts';
import { originalRange, type Range } from '../text.ts';
import type { PartialPrint, PrintPart, Variant } from '../fingerprints.ts';
import type { DiffPart } from './quotationResult.ts';
import type { Wanted } from './quotationText.ts';

/** A stretch of the quotation's words. `source` is the source's words there, or `?` where only its text could tell. */
interface Stretch {
  readonly kind: DiffKind;
  readonly from: number;
  readonly to: number;
  readonly source: string;
}

/**
 * Returns the diff that fingerprints allow: which words are verified and which are not, or a single slip that explains
 * everything.
 */
export function printDiff(
  wanted: Wanted,
  part: PrintPart,
  partial: PartialPrint | undefined,
  variant?: Variant,
): DiffPart[] {
  const stretches = variant ? variantStretches(part, variant) : partial ? faultStretches(part, partial) : [];
  return stretches.map((stretch) => partOf(stretch, wanted, part));
}

function variantStretches(part: PrintPart, variant: Variant): Stretch[] {
  const { word, removed, source } = variant;
  const kind: DiffKind = removed === 0 ? 'dropped' : source === '' ? 'added' : 'changed';
  return [
    { kind: 'same' as const, from: 0, to: word, source: '' },
    { kind, from: word, to: word + removed, source },
    { kind: 'same' as const, from: word + removed, to: part.words.length, source: '' },
  ].filter((stretch) => stretch.to > stretch.from || stretch.kind === 'dropped');
}

/**
 * Returns the words between verified windows as changed. Where no words are between two windows, the quotation dropped
 * some.
 */
function faultStretches(part: PrintPart, partial: PartialPrint): Stretch[] {
  const out: Stretch[] = [];
  let verified = 0;
  let last: PartialPrint['hits'][number] | undefined;
  for (const hit of partial.hits) {
    const fault = faultBefore(last, hit, verified);
    if (fault) out.push(fault);
    const from = Math.max(verified, hit.window);
    out.push({ kind: 'same', from, to: hit.window + shingleWidth, source: '' });
    verified = hit.window + shingleWidth;
    last = hit;
  }
  if (verified < part.words.length)
    out.push({ kind: 'changed', from: verified, to: part.words.length, source: '?' });
  return joined(out);
}

function faultBefore(
  last: PartialPrint['hits'][number] | undefined,
  hit: PartialPrint['hits'][number],
  verified: number,
): Stretch | undefined {
  const from = verified;
  const to = Math.max(verified, hit.window);
  if (!last) return to > from ? { kind: 'changed', from, to, source: '?' } : undefined;
  const moved = hit.at - last.at - (hit.window - last.window);
  if (to > from)
    return moved === from - to
      ? { kind: 'added', from, to, source: '' }
      : { kind: 'changed', from, to, source: '?' };
  return hit.window > last.window + 1 || moved !== 0
    ? { kind: 'dropped', from, to: from, source: '?' }
    : undefined;
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const stretch of stretches) {
    const last = out.at(-1);
    if (last?.kind === 'same' && stretch.kind === 'same') out[out.length - 1] = { ...last, to: stretch.to };
    else out.push(stretch);
  }
  return out;
}

function partOf(stretch: Stretch, wanted: Wanted, part: PrintPart): DiffPart {
  const { words } = wanted;
  const first = part.words[stretch.from];
  const last = part.words[stretch.to - 1];
  const range: Range =
    stretch.to > stretch.from && first && last
      ? { start: first.start, end: last.end }
      : { start: last?.end ?? first?.start ?? 0, end: last?.end ?? first?.start ?? 0 };
  const quoted = words.text.slice(range.start, range.end);
  const at = words.ends[range.start - 1] ?? words.starts[0] ?? 0;
  return {
    kind: stretch.kind,
    quoted,
    source: stretch.kind === 'same' ? quoted : stretch.source,
    sourceBefore: '',
    quotedRange: originalRange(words, range) ?? { start: at, end: at },
    sourceRange: undefined,
  };
}
