import { flatten, type Inline, stringify } from '../../core/inlines.ts';
import type { Citation } from '../../core/citations.ts';
import type { unlabelledLocator } from '../../core/locators.ts';
import type { StyledRun } from '../../core/styles.ts';

/** Words before or after a key, as they look. */
export type AffixRun = Pick<StyledRun, 'text' | 'italic' | 'bold' | 'vertical'>;

/** Returns words with their emphasis. */
export function affixRuns(
  inlines: readonly Inline[],
  looks: Omit<AffixRun, 'text'> = {},
): readonly AffixRun[] {
  return flatten(inlines).flatMap((inline): readonly AffixRun[] => {
    if (inline.kind !== 'styled') {
      const text = stringify([inline]);
      return text === '' ? [] : [{ text, ...looks }];
    }
    const { style } = inline;
    return affixRuns(inline.children, {
      ...looks,
      ...(style === 'emphasis' || style === 'strongEmphasis' ? { italic: true } : {}),
      ...(style === 'strong' || style === 'strongEmphasis' ? { bold: true } : {}),
      ...(style === 'superscript' || style === 'subscript' ? { vertical: style } : {}),
    });
  });
}

/**
 * What stands after the locator of a citation, or after its key where it has none. Words that neither a space nor a mark sets off from
 * the key get a comma, as `@key [words]` does in Pandoc’s citeproc, which counts no mark before a quotation.
 * @param suffix all that stands after the key
 * @param braces what of that is a locator without a label
 */
export function suffixRuns(
  { rest, locator }: Citation,
  suffix: readonly AffixRun[],
  braces: ReturnType<typeof unlabelledLocator>,
): readonly AffixRun[] {
  if (rest.trim() === '') return [];
  const behind = lastUnits(suffix, rest);
  if (braces)
    return onOneLine([
      ...(braces.value === '' ? [] : [{ text: `, ${braces.value}` }]),
      ...withoutUnits(behind, braces.end),
    ]);
  const isSetOff = locator !== undefined || /^(?!["'\p{Pi}„‚])[\s\p{P}]/u.test(rest);
  return onOneLine(isSetOff ? behind : [{ text: ', ' }, ...behind]);
}

/** The runs of a text that is the end of others; without looks where it is not. */
function lastUnits(runs: readonly AffixRun[], text: string): readonly AffixRun[] {
  const whole = runs.map((run) => run.text).join('');
  const isEnd = whole.replace(/\u00a0/g, ' ').endsWith(text);
  return isEnd ? withoutUnits(runs, whole.length - text.length) : [{ text }];
}

/** Runs without so many UTF-16 code units at their beginning. */
function withoutUnits(runs: readonly AffixRun[], count: number): readonly AffixRun[] {
  let left = count;
  return runs.flatMap((run) => {
    const text = run.text.slice(left);
    left = Math.max(0, left - run.text.length);
    return text === '' ? [] : [{ ...run, text }];
  });
}

function onOneLine(runs: readonly AffixRun[]): readonly AffixRun[] {
  const joined: AffixRun[] = [];
  for (const run of runs) {
    const text = run.text.replace(/\s+/gu, ' ');
    const last = joined.at(-1);
    if (last && last.italic === run.italic && last.bold === run.bold && last.vertical === run.vertical)
      joined[joined.length - 1] = { ...last, text: (last.text + text).replace(/ {2,}/g, ' ') };
    else joined.push({ ...run, text });
  }
  const last = joined.at(-1);
  return last ? [...joined.slice(0, -1), { ...last, text: last.text.trimEnd() }] : [];
}
