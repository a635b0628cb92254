import type { Finding } from '../../check.ts';
import type { Study } from '../../study.ts';
import { type Citation, citationRange, citationsAround } from '../../citations.ts';
import type { LocatorLabel } from '../../locators.ts';
import { locatorPlace, type LocatorPlace } from '../../resolve.ts';
import { encloses, type Range } from '../../text.ts';

/** What a person is asked for a citation that leads to no passage, and what the answer takes the place of. */
export interface PassageChoice {
  /** The key of the source whose passages there are to choose from. */
  readonly key: string;
  /** Where the label of the passage chosen (`¶ 12`) goes. */
  readonly locator: LocatorPlace;
  /** Where its number alone goes, for a passage whose label begins so (`¶ `): the term that was written stays. */
  readonly number: { readonly range: Range; readonly sign: string } | undefined;
  /** Whether nothing else than such a passage is to be chosen: the locator names others, which stay. */
  readonly onlyNumbers: boolean;
}

const choosable: ReadonlySet<string> = new Set([
  'citation/no-such-paragraph',
  'citation/no-such-section',
  'citation/no-such-note',
  'citation/no-such-page',
  'citation/no-locator',
  'citation/unparsed-locator',
  'citation/compound-locator',
]);

const signs: Partial<Record<LocatorLabel, string>> = { paragraph: '¶ ', section: 'sec. ', note: 'n. ' };

/** What to ask about a finding for which only a person knows the passage; undefined where there is nothing to choose. */
export function passageChoice(finding: Finding, study: Study): PassageChoice | undefined {
  const analysis = study.byUri.get(finding.uri);
  if (!choosable.has(finding.check) || (analysis?.role !== 'paper' && analysis?.role !== 'glossary'))
    return undefined;
  const citation = citationsAround(analysis.document, finding.range.start, finding.range.end).find((each) =>
    encloses(citationRange(each), finding.range),
  );
  const source = citation && study.sources.get(citation.key);
  if (!citation || !source || source.passages.length === 0) return undefined;
  return { key: source.key, locator: locatorPlace(citation), ...numberPlace(finding, citation) };
}

function numberPlace(
  { range }: Finding,
  { locator }: Citation,
): Pick<PassageChoice, 'number' | 'onlyNumbers'> {
  const sign = locator && signs[locator.label];
  const isPart = locator?.parts.some((part) => part.range.start === range.start) ?? false;
  if (!locator || sign === undefined || !isPart) return { number: undefined, onlyNumbers: false };
  return { number: { range, sign }, onlyNumbers: locator.parts.length > 1 };
}
