import { primaryLanguage } from '../../languages.ts';
import { inWords } from '../../messages.ts';
import { type Counterpart, counterpartsOf } from '../../resolve.ts';
import type { Source, StudyContext } from '../../study.ts';
import { escapeMarkdown } from '../wording.ts';
import { paragraphLabel, passageNumbers, sourceLine } from '../passages.ts';
import { passageText } from './passageText.ts';

/** What other texts have for cited passages, as blocks of Markdown. */
export interface CounterpartBlocks {
  /** Of the text in the language of the paper, where the cited one is in another. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const noBlocks: CounterpartBlocks = { before: [], after: [] };
/** The most passages of a counterpart that are shown, and the most of each. UTF-16 code units. */
const maxShown = 3;
const maxUnits = 450;

/**
 * Shows the passages of translations and printings that correspond to those that are cited. What is not certain is named with its
 * candidates, and its words are not shown.
 * @param language of the paper
 */
export function counterpartBlocks(
  source: Source,
  numbers: readonly number[],
  language: string | undefined,
  study: Pick<StudyContext, 'sources' | 'alignments'>,
): CounterpartBlocks {
  if (study.alignments.length === 0 || numbers.length === 0) return noBlocks;
  const counterparts = counterpartsOf(source.key, numbers, study).filter(({ state }) => state !== 'unknown');
  const isOwn = ({ source: other, state }: Counterpart): boolean =>
    state === 'certain' && speaks(other, language) && !speaks(source, language);
  return {
    before: counterparts.filter(isOwn).flatMap(blocksOf),
    after: counterparts.filter((counterpart) => !isOwn(counterpart)).flatMap(blocksOf),
  };
}

function speaks({ csl }: Source, language: string | undefined): boolean {
  const own = csl['language'];
  return (
    typeof own === 'string' && language !== undefined && primaryLanguage(own) === primaryLanguage(language)
  );
}

function blocksOf({ source, state, numbers }: Counterpart): readonly string[] {
  const title = `**${escapeMarkdown(sourceLine(source))}**`;
  if (state === 'none') return [`${title}: ${inWords('alignments.leftOut')}`];
  if (state !== 'certain') {
    const places = numbers.map((number) => passageNumbers([number], source));
    return [`${title}: ${inWords('alignments.notCertain', { places })}`];
  }
  const passages = numbers.flatMap((number) => source.passages[number - 1] ?? []);
  const shown = passages
    .slice(0, maxShown)
    .map((passage) => `${paragraphLabel(passage)}\n\n${passageText(passage, maxUnits)}`);
  const rest = passages.length - shown.length;
  return [title, ...shown, ...(rest > 0 ? [inWords('count.moreParagraphs', { count: rest })] : [])];
}
