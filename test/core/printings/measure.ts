import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMarkdown } from '../../../src/core/blocks.ts';
import { alignPrintings } from '../../../src/core/printings/alignPrintings.ts';
import { readSource, type SourceText } from '../../../src/core/source.ts';
import type { Passage } from '../../../src/core/source.ts';
import { selfMapped } from '../../../src/core/match.ts';
import { fingerprint } from '../../../src/core/text.ts';
import { root } from '../../../scripts/support/paths.ts';
import { changedPrinting } from './seededChanges.ts';

/** Texts that are handed around beside the repository; undefined where they are not there. */
export function handedText(name: string): string | undefined {
  const folders = ['../shared/translations', '../../shared/translations'].map((path) => join(root, path));
  const folder = folders.find((path) => existsSync(path));
  return folder === undefined ? undefined : readFileSync(join(folder, name), 'utf8');
}

export function sourceFrom(markdown: string): SourceText {
  return readSource(parseMarkdown(markdown));
}

/** The paragraphs of a source as one line each, without markup. */
export function paragraphsOf(markdown: string): string[] {
  return sourceFrom(markdown).passages.map(
    ({ words }) => words?.plain.text.replace(/\s+/gu, ' ').trim() ?? '',
  );
}

/** Passages of texts, without a file. */
export function passagesOf(texts: readonly string[]): { readonly passages: readonly Passage[] } {
  return {
    passages: texts.map((text, at) => ({
      number: at + 1,
      printed: undefined,
      kind: 'paragraph',
      wordCount: text.split(' ').length,
      get fingerprint() {
        return fingerprint(text);
      },
      words: { range: { start: 0, end: 0 }, plain: selfMapped(text), normalised: text },
      attribution: undefined,
      notes: [],
      gist: undefined,
    })),
  };
}

export interface Measured {
  readonly locators: number;
  readonly wrong: number;
  readonly doubtful: number;
  readonly faults: readonly string[];
}

export interface Measurement {
  readonly printings: number;
  readonly changes: number;
  readonly words: number;
}

/** Less of a paragraph than this may be left unsaid. */
const minShare = 0.1;

/** Counts what is said of the paragraphs of seeded printings of a text, whose truth is known. */
export function measure(
  old: readonly string[],
  foreign: readonly string[],
  how: Measurement,
  seed: number,
): Measured {
  const oldSource = passagesOf(old);
  let [locators, wrong, doubtful] = [0, 0, 0];
  const faults: string[] = [];
  for (let printing = 0; printing < how.printings; printing++) {
    const changes = { count: how.changes, words: how.words, foreign };
    const { texts, truth } = changedPrinting(old, seed * 7919 + printing, changes);
    alignPrintings(oldSource, passagesOf(texts)).forEach(({ number, state, to }, at) => {
      locators++;
      const shares = truth[at] ?? new Map<number, number>();
      const all = [...shares.values()].reduce((sum, units) => sum + units, 0);
      const must = [...shares].filter(([, units]) => units / all >= minShare).map(([target]) => target + 1);
      const may = [...shares.keys()].map((target) => target + 1);
      if (state === 'doubtful') doubtful++;
      else if (
        state === 'gone'
          ? all > 0
          : !(must.every((one) => to.includes(one)) && to.every((one) => may.includes(one)))
      ) {
        wrong++;
        faults.push(
          `printing ${String(printing)}: ¶ ${String(number)} ${state} ${to.join(', ')}, not ${may.join(', ')}: ${old[at] ?? ''}`,
        );
      }
    });
  }
  return { locators, wrong, doubtful, faults };
}
