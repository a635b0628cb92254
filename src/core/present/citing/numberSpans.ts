import type { LocatorNumber } from '../../citations.ts';

/** A range of numbers, both ends included, and its text if it was written so. */
export interface Span {
  readonly first: number;
  readonly last: number;
  readonly written?: string;
}

/** A number or range as a span. */
export function spanOf(place: LocatorNumber): Span {
  return typeof place === 'number' ? { first: place, last: place } : { first: place[0], last: place[1] };
}

/** Writes a span as `9` or `9-12`. */
export function writtenSpan({ first, last }: Span): string {
  return first === last ? String(first) : `${String(first)}-${String(last)}`;
}

/** Adds a span and joins it with spans that it touches. Returns `all` itself if one of them already contains it. */
export function withSpan(all: readonly Span[], added: Span): readonly Span[] {
  if (all.some(({ first, last }) => first <= added.first && added.last <= last)) return all;
  const touches = ({ first, last }: Span): boolean => first <= added.last + 1 && added.first <= last + 1;
  const joined = all.filter(touches);
  const whole: Span = {
    first: Math.min(added.first, ...joined.map(({ first }) => first)),
    last: Math.max(added.last, ...joined.map(({ last }) => last)),
  };
  const others = all.filter((span) => !touches(span));
  const at = others.findIndex(({ first }) => first > whole.first);
  return at < 0 ? [...others, whole] : [...others.slice(0, at), whole, ...others.slice(at)];
}
