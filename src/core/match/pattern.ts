import { isAlphaNumeric } from '../syntax.ts';
import type { Comparable } from './comparable.ts';
import { hasWords } from './exact.ts';
import { mayHoldGaps, omissionSource } from './omissions.ts';

/** What a writer may insert in a source's words: an ellipsis for words left out, or an editorial bracket. */
export type GapKind = 'ellipsis' | 'bracket';

/** A gap between two parts of a quotation, or at one of its ends. Offsets are into the comparable text. */
export interface Gap {
  readonly kind: GapKind;
  readonly start: number;
  readonly end: number;
  /** The text inside the bracket. */
  readonly inside: string;
  /** Whether the bracket touches letters before or after it: `work[ing]`, `[T]he`. */
  readonly joinsBefore: boolean;
  readonly joinsBehind: boolean;
}

/** Words that must stand in the source letter for letter. Offsets are into the comparable text. */
export interface PatternPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A quotation divided at its gaps: `gaps[0]`, `parts[0]`, `gaps[1]`, `parts[1]` and so on. */
export interface Pattern {
  readonly parts: readonly PatternPart[];
  readonly gaps: readonly (Gap | undefined)[];
  /** Ranges of `[sic]`, which belongs to no source. */
  readonly sics: readonly { readonly start: number; readonly end: number }[];
}

const gapSyntax = new RegExp(
  String.raw` ?\[ ?\u2026\.? ?\] ?|${omissionSource}| ?\[([^[\]\u0001]{0,400})\] ?`,
  'gu',
);
/** More gaps than a quotation has. The limit bounds the time for finding the parts. */
const maxGaps = 100;
const sic = /^sic[!?.]?$/iu;

/**
 * Reads ellipses (`…`, `[…]`, `(…)`, `<…>`, `{…}`, `/…/`, `(中略)`), editorial brackets and `[sic]` in the comparable text of a quotation.
 * @returns undefined where the quotation has none of them
 */
export function readPattern({ text }: Pick<Comparable, 'text'>): Pattern | undefined {
  if (!mayHoldGaps(text)) return undefined;
  const found: Gap[] = [];
  const sics: { start: number; end: number }[] = [];
  for (const match of text.matchAll(gapSyntax)) {
    const start = match.index;
    const end = start + match[0].length;
    if (match[1] !== undefined && sic.test(match[1].trim())) sics.push({ start, end });
    else found.push(gapOf(match, text, start, end));
  }
  if ((found.length === 0 && sics.length === 0) || found.length + sics.length > maxGaps) return undefined;
  return assemblePattern(text, mergeGaps(found), sics);
}

function gapOf(match: RegExpMatchArray, text: string, start: number, end: number): Gap {
  const inside = match[1];
  const whole = match[0];
  return {
    kind: inside === undefined ? 'ellipsis' : 'bracket',
    start,
    end,
    inside: inside ?? '',
    joinsBefore: inside !== undefined && !whole.startsWith(' ') && isAlphaNumeric(text.charAt(start - 1)),
    joinsBehind: inside !== undefined && !whole.endsWith(' ') && isAlphaNumeric(text.charAt(end)),
  };
}

/** Merges gaps with no word between them. The result is an ellipsis if any of them is. */
function mergeGaps(gaps: readonly Gap[]): Gap[] {
  const merged: Gap[] = [];
  for (const gap of gaps) {
    const before = merged.at(-1);
    if (!before || gap.start > before.end) merged.push(gap);
    else
      merged[merged.length - 1] = {
        kind: before.kind === 'ellipsis' ? before.kind : gap.kind,
        start: before.start,
        end: gap.end,
        inside: `${before.inside}${gap.inside}`,
        joinsBefore: before.joinsBefore,
        joinsBehind: gap.joinsBehind,
      };
  }
  return merged;
}

function assemblePattern(text: string, gaps: readonly Gap[], sics: Pattern['sics']): Pattern {
  const parts: PatternPart[] = [];
  const between: (Gap | undefined)[] = [];
  let from = 0;
  let open: Gap | undefined;
  const add = (start: number, end: number, next: Gap | undefined): void => {
    const part = partBetweenGaps(text, start, end, open, next, sics);
    if (part && hasWords(part.text)) {
      parts.push(part);
      between.push(open);
      open = next;
    } else if (open && next)
      open = { ...open, kind: 'ellipsis', end: next.end, joinsBehind: next.joinsBehind };
    else open ??= next;
  };
  for (const gap of gaps) {
    add(from, gap.start, gap);
    from = gap.end;
  }
  add(from, text.length, undefined);
  between.push(open);
  return { parts, gaps: between, sics };
}

/** Returns the words between two gaps. Points next to an ellipsis are dropped, because the writer may keep them or not. */
function partBetweenGaps(
  text: string,
  start: number,
  end: number,
  before: Gap | undefined,
  behind: Gap | undefined,
  sics: Pattern['sics'],
): PatternPart | undefined {
  let from = start;
  let to = end;
  const trimmable = (character: string, ellipsis: boolean): boolean =>
    character === ' ' || (ellipsis && '.,;:-'.includes(character) && character !== '');
  while (from < to && before && trimmable(text.charAt(from), before.kind === 'ellipsis')) from++;
  while (to > from && behind && trimmable(text.charAt(to - 1), behind.kind === 'ellipsis')) to--;
  if (to <= from) return undefined;
  return { text: withoutSics(text, from, to, sics), start: from, end: to };
}

/** Whether a space stays where `[sic]` goes: what follows was set apart from it, or is a word. */
function isSpaced(text: string, start: number, end: number): boolean {
  return text.charAt(end - 1) === ' ' || (text.charAt(start) === ' ' && isAlphaNumeric(text.charAt(end)));
}

function withoutSics(text: string, from: number, to: number, sics: Pattern['sics']): string {
  let kept = '';
  let at = from;
  for (const { start, end } of sics) {
    if (start < from || end > to) continue;
    kept += text.slice(at, start);
    if (kept !== '' && isSpaced(text, start, end)) kept += ' ';
    at = end;
  }
  return (kept + text.slice(at, to)).trimEnd();
}
