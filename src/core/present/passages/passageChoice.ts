import type { Finding } from '../../check.ts';
import type { Study } from '../../study.ts';
import {
  type Citation,
  citationRange,
  citationsNear,
  locatorPlace,
  type LocatorPlace,
} from '../../citations.ts';
import type { LocatorLabel } from '../../locators.ts';
import { encloses, type Range } from '../../text.ts';

/** The question which passage a citation should lead to, and the ranges that the answer replaces. */
export interface PassageChoice {
  /** The key of the source to choose from. */
  readonly key: string;
  /** Where to put the label of the chosen passage, such as `¶ 12`. */
  readonly locator: LocatorPlace;
  /** Where to put only the number, if the label begins with `sign` (`¶ `), so that the written term stays. */
  readonly number: { readonly range: Range; readonly sign: string } | undefined;
  /** Whether only such a passage may be chosen, because the locator names others that stay. */
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

/** The question for a finding whose passage only a person knows. Undefined if there is nothing to choose. */
export function passageChoice(finding: Finding, study: Study): PassageChoice | undefined {
  const analysis = study.byUri.get(finding.uri);
  if (!choosable.has(finding.check) || (analysis?.role !== 'paper' && analysis?.role !== 'glossary'))
    return undefined;
  const citation = citationsNear(analysis.document, finding.range.start, finding.range.end).find((each) =>
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
