import { readCitations } from '../../src/core/citations/readCitations.ts';
import { parseMarkdown } from '../../src/core/blocks/document.ts';
import { withoutCoincidence } from './coincidence.ts';
import { pandocCitations, type OracleCitation } from './oracle.ts';

/** A document that Pilcrow and Pandoc read differently. */
export interface Difference {
  readonly text: string;
  readonly pandoc: readonly OracleCitation[];
  readonly pilcrow: readonly OracleCitation[];
}

function pilcrowCitations(text: string): OracleCitation[] {
  return readCitations(parseMarkdown(text)).map(({ key, mode, prefix, suffix }) => ({
    key,
    mode,
    prefix: prefix.replace(/\u00a0/g, ' '),
    suffix: suffix.replace(/\u00a0/g, ' '),
  }));
}

const chunk = 400;

/** The documents that are read differently. Each one is read again by itself before it counts. */
export function differences(documents: readonly string[], limit = 20): Difference[] {
  const found: Difference[] = [];
  for (let from = 0; from < documents.length && found.length < limit; from += chunk) {
    const part = documents.slice(from, from + chunk);
    const theirs = pandocCitations(part);
    part.forEach((text, index) => {
      if (found.length >= limit || same(theirs[index] ?? [], pilcrowCitations(text))) return;
      const difference = compare(text);
      if (difference) found.push(difference);
    });
  }
  return found;
}

/**
 * The difference in one document read by itself. Undefined if it is only a coincidence of columns (see
 * `withoutCoincidence`).
 */
export function compare(text: string): Difference | undefined {
  const found = compareAsWritten(text);
  const moved = found && withoutCoincidence(text);
  return moved !== undefined && compareAsWritten(moved) === undefined ? undefined : found;
}

/** The difference in one document, without excluding coincidences. */
export function compareAsWritten(text: string): Difference | undefined {
  const pandoc = pandocCitations([text])[0] ?? [];
  const pilcrow = pilcrowCitations(text);
  return same(pandoc, pilcrow) ? undefined : { text, pandoc, pilcrow };
}

/**
 * Whether both readers agree. Order is ignored for notes: Pilcrow has them where they are written, Pandoc where they
 * are referred to.
 */
function same(a: readonly OracleCitation[], b: readonly OracleCitation[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
