import { type AnchoredLine, anchorLines } from '../alignment.ts';
import { memo } from '../memo.ts';
import type { AlignmentFile, Source, StudyContext } from '../study.ts';

/** A file of alignments with its texts as they are today. */
export interface AnchoredAlignment {
  readonly base: Source;
  readonly text: Source;
  readonly lines: readonly {
    readonly anchored: AnchoredLine;
    /** Whether another confirmed line has one of its passages: neither counts. */
    readonly isDisputed: boolean;
  }[];
}

/** What another text has for some passages of a text. */
export interface Counterpart {
  readonly source: Source;
  /**
   * `certain`: these passages and no others. `none`: a person confirmed that there is nothing. `open`: perhaps these. `unknown`: no
   * line is about the passages.
   */
  readonly state: 'certain' | 'none' | 'open' | 'unknown';
  /** Their numbers in the other text, in order. */
  readonly numbers: readonly number[];
}

/** Finds the lines of a file in the texts of today; undefined where one of the texts is not there in any form. */
export function anchoredAlignment(
  file: AlignmentFile,
  { sources }: Pick<StudyContext, 'sources'>,
): AnchoredAlignment | undefined {
  if (!file.alignment) return undefined;
  const [base, text] = [sources.get(file.alignment.base), sources.get(file.alignment.text)];
  return base && text && anchoredIn(file, base, text);
}

const anchoredIn = memo(
  'anchored lines of an alignment',
  (file: AlignmentFile, base: Source, text: Source): AnchoredAlignment => {
    const [inBase, inText] = [base, text].map(({ passages }) =>
      passages.map(({ fingerprint }) => fingerprint),
    );
    const lines = anchorLines(file.alignment?.groups ?? [], inBase ?? [], inText ?? []);
    const counts = new Map<string, number>();
    const namesOf = ({ base: ofBase, text: ofText, line }: AnchoredLine): readonly string[] =>
      line.state === 'confirmed' ? [...ofBase.map((at) => `b${at}`), ...ofText.map((at) => `t${at}`)] : [];
    for (const name of lines.flatMap(namesOf)) counts.set(name, (counts.get(name) ?? 0) + 1);
    return {
      base,
      text,
      lines: lines.map((anchored) => ({
        anchored,
        isDisputed: namesOf(anchored).some((name) => (counts.get(name) ?? 0) > 1),
      })),
    };
  },
);

/**
 * Returns what every other text that a file of alignments puts beside a text has for its passages: its base, its translations, and
 * the other translations of the base. Nothing is certain that is not certain all the way.
 */
export function counterpartsOf(
  key: string,
  numbers: readonly number[],
  study: Pick<StudyContext, 'sources' | 'alignments'>,
): readonly Counterpart[] {
  const found = new Map<string, Counterpart>();
  const visit = (
    from: string,
    at: readonly number[],
    isCertain: boolean,
    visited: readonly string[],
  ): void => {
    for (const anchored of anchoredWith(from, study)) {
      const isBase = anchored.base.key === from;
      const other = isBase ? anchored.text : anchored.base;
      if (visited.includes(other.key) || found.has(other.key)) continue;
      const direct = counterpartIn(anchored, isBase ? 'base' : 'text', at);
      const counterpart: Counterpart =
        direct.state === 'certain' && !isCertain ? { ...direct, state: 'open' } : direct;
      found.set(other.key, counterpart);
      if (counterpart.numbers.length > 0)
        visit(other.key, counterpart.numbers, counterpart.state === 'certain', [...visited, from]);
    }
  };
  visit(key, numbers, true, [key]);
  return [...found.values()];
}

/** The keys of the texts that files of alignments put beside a text, near or through others. */
export function textsBeside(key: string, alignments: StudyContext['alignments']): readonly string[] {
  const keys = new Set([key]);
  for (const each of keys)
    for (const { alignment } of alignments) {
      if (alignment?.base === each) keys.add(alignment.text);
      if (alignment?.text === each) keys.add(alignment.base);
    }
  return [...keys].slice(1);
}

function anchoredWith(
  key: string,
  study: Pick<StudyContext, 'sources' | 'alignments'>,
): readonly AnchoredAlignment[] {
  return study.alignments.flatMap((file) => {
    const isOne = file.alignment?.base === key || file.alignment?.text === key;
    const anchored = isOne ? anchoredAlignment(file, study) : undefined;
    return anchored ?? [];
  });
}

function counterpartIn(
  { base, text, lines }: AnchoredAlignment,
  own: 'base' | 'text',
  numbers: readonly number[],
): Counterpart {
  const other = own === 'base' ? 'text' : 'base';
  const source = own === 'base' ? text : base;
  const found = lines.filter(
    ({ anchored }) =>
      anchored[own].some((number) => numbers.includes(number)) ||
      (!anchored.isCertain && anchored.perhaps[own].some((number) => numbers.includes(number))),
  );
  const certain = found.filter(({ anchored, isDisputed }) => anchored.isCertain && !isDisputed);
  const known = new Set(certain.flatMap(({ anchored }) => anchored[own]));
  const inOrder = (all: readonly number[]): readonly number[] => [...new Set(all)].sort((a, b) => a - b);
  if (numbers.length > 0 && numbers.every((number) => known.has(number))) {
    const there = inOrder(
      certain
        .filter(({ anchored }) => anchored[own].some((number) => numbers.includes(number)))
        .flatMap(({ anchored }) => anchored[other]),
    );
    return { source, state: there.length > 0 ? 'certain' : 'none', numbers: there };
  }
  const perhaps = inOrder(found.flatMap(({ anchored }) => [...anchored[other], ...anchored.perhaps[other]]));
  return { source, state: perhaps.length > 0 ? 'open' : 'unknown', numbers: perhaps };
}
