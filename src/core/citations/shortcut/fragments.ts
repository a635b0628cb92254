import { memo } from '../../memo.ts';
import { type Locator, type LocatorAttempt, type LocatorTerms, readLocator } from '../../locators.ts';
import { type CiteItem, noReferences, readCites, stringify } from '../../inlines.ts';

/** The content of a suffix, with ranges from its start. */
export interface SuffixReading {
  readonly suffix: string;
  readonly locator: Locator | undefined;
  readonly rest: string;
  readonly attempt: LocatorAttempt | undefined;
}

/** Whether a suffix follows its key in the same brackets, `[@key, ¶ 4]`, or has its own, `@key [¶ 4]`. */
export type SuffixPlace = 'behind' | 'bracketed';

/**
 * Caches readings of suffixes and prefixes that recur in many citations, such as `, ¶ 12` and `see `, by their text. They
 * are valid in any context, because only texts are read here in which nothing extends beyond the brackets. At most `most`
 * readings are kept.
 */
export class Fragments {
  private readonly suffixes = {
    behind: new Map<string, SuffixReading>(),
    bracketed: new Map<string, SuffixReading>(),
  };
  private readonly prefixes = new Map<string, string>();
  /** The reading of an empty suffix. */
  readonly none: SuffixReading;

  constructor(private readonly terms: LocatorTerms) {
    this.none = { suffix: '', ...readLocator([], terms, () => ({ start: 0, end: 0 })) };
  }

  /** Returns the reading of a suffix; undefined where brackets with this suffix are not a citation. */
  suffix(raw: string, place: SuffixPlace): SuffixReading | undefined {
    const kept = this.suffixes[place].get(raw);
    if (kept) return kept;
    const reading = readSuffix(raw, place, this.terms);
    if (reading) keep(this.suffixes[place], raw, reading);
    return reading;
  }

  /** Returns the plain text of a prefix; undefined where brackets with this prefix are not a citation. */
  prefix(raw: string): string | undefined {
    if (raw === '') return raw;
    const kept = this.prefixes.get(raw);
    if (kept !== undefined) return kept;
    const item = readItem(`[${raw}@{k}]`);
    const prefix = item && stringify(item.prefix);
    if (prefix !== undefined) keep(this.prefixes, raw, prefix);
    return prefix;
  }
}

const most = 4096;
const longest = 200;

function keep<T>(table: Map<string, T>, raw: string, value: T): void {
  if (raw.length > longest) return;
  if (table.size >= most) table.clear();
  // A copy, because a slice would keep the whole document in memory.
  table.set(` ${raw}`.slice(1), value);
}

function readSuffix(raw: string, place: SuffixPlace, terms: LocatorTerms): SuffixReading | undefined {
  const opening = place === 'behind' ? '[@{k}' : '@k [';
  const item = readItem(`${opening}${raw}]`);
  if (item === undefined) return undefined;
  const by = opening.length;
  const reading = readLocator(item.suffix, terms, (start, end) => ({ start: start - by, end: end - by }));
  return { suffix: stringify(item.suffix), ...reading };
}

/** Reads a text that is one citation; undefined where it is not. */
function readItem(text: string): CiteItem | undefined {
  const [cite, ...more] = readCites(text, noReferences);
  const [item, ...others] = cite?.citations ?? [];
  return cite?.start === 0 && cite.end === text.length && more.length + others.length === 0
    ? item
    : undefined;
}

/** Returns the readings for a language. */
export const fragmentsIn = memo('fragments in a language', (terms: LocatorTerms) => new Fragments(terms));
