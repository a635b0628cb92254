import { readFileSync } from 'node:fs';
import type { AlignedGroup } from '../../src/core/alignment.ts';
import { parseMarkdown } from '../../src/core/blocks.ts';
import type { ParallelText } from '../../src/core/sideBySide.ts';
import { readHeadingLabel, readSource } from '../../src/core/source.ts';

/** Which paragraphs of two texts belong together. */
export interface TrueGroup {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

const folder = new URL('../data/translations/', import.meta.url);

/** A text of `test/data/translations`, as it is aligned. */
export function parallelText(name: string): ParallelText {
  const text = readFileSync(new URL(`${name}.md`, folder), 'utf8');
  const { passages, headings, frontMatter } = readSource(parseMarkdown(text));
  return {
    language: String(frontMatter.data['language']),
    blocks: passages.flatMap(({ kind, words }) =>
      words ? [{ kind, text: text.slice(words.range.start, words.range.end) }] : [],
    ),
    headings: headings.map(({ text: title, depth, before }) => ({
      label: readHeadingLabel(title)?.printed ?? '',
      depth,
      before,
    })),
  };
}

/** The true alignment of two texts of `test/data/translations`. */
export function trueGroups(name: string): readonly TrueGroup[] {
  const truth = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as {
    readonly paragraphs: readonly TrueGroup[];
  };
  return truth.paragraphs;
}

/** Counts of paragraphs of both texts: all, those that are not certain, and those that are certain and wrong. */
export interface Judgement {
  readonly all: number;
  readonly open: number;
  readonly wrong: readonly string[];
}

/** Compares an alignment with the truth. */
export function judge(groups: readonly AlignedGroup[], truth: readonly TrueGroup[]): Judgement {
  let [all, open] = [0, 0];
  const wrong: string[] = [];
  for (const [own, other] of [['a', 'b'] as const, ['b', 'a'] as const]) {
    const found = new Map(groups.flatMap((group) => group[own].map((number) => [number, group] as const)));
    for (const group of truth)
      for (const number of group[own]) {
        all++;
        const { isCertain = false, ...sides } = found.get(number) ?? { a: [], b: [] };
        if (!isCertain) open++;
        else if (sides[other].join() !== group[other].join())
          wrong.push(`${own} ${number}: ${sides[other].join()} for ${group[other].join()}`);
      }
  }
  return { all, open, wrong };
}
