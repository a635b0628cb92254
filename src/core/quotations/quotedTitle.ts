import type { Citation } from '../citations.ts';
import { comparable, selfMapped } from '../match.ts';
import { memo } from '../memo.ts';
import type { Found } from '../resolve.ts';
import type { Source } from '../study.ts';
import { noResult, type QuotationResult } from './quotationResult.ts';
import type { Wanted } from './quotationText.ts';

const plainTitle = memo('plain title of a source', ({ csl }: Source): string | undefined =>
  typeof csl['title'] === 'string' ? withoutPoints(comparable(selfMapped(csl['title'])).text) : undefined,
);

function withoutPoints(text: string): string {
  return text.replace(/[.,;:?!]+$/u, '').toLowerCase();
}

/** Whether the words are the title of the cited source, which need not stand in a passage. */
export function isTitle(wanted: Wanted, source: Source): boolean {
  const title = plainTitle(source);
  return title !== undefined && title === withoutPoints(wanted.words.text);
}

/** Returns the outcome for a quotation that is the title of its source. */
export function titleResult(wanted: Wanted, source: Source, citation: Citation): QuotationResult {
  const found: Found = {
    source,
    labels: ['title'],
    places: [{ place: { kind: 'title' }, range: undefined }],
  };
  return {
    quotation: wanted.quotation,
    ...noResult,
    source,
    citation,
    status: 'verbatim',
    found: ['title'],
    matches: [found],
  };
}
