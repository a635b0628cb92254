import { readCitations } from '../../src/core/citations/readCitations.ts';
import { parseMarkdown } from '../../src/core/blocks/document.ts';
import { withoutCoincidence } from './coincidence.ts';
import { type OracleCitation, type Pandoc, pandocCitations } from './oracle.ts';

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

/**
 * The documents that are read differently. Each one is read again by itself before it counts.
 * @param inOrder whether the order counts: Pandoc has captions first, and notes where they are referred to
 */
export async function differences(
  pandoc: Pandoc,
  documents: readonly string[],
  { limit = 20, inOrder = true }: { readonly limit?: number; readonly inOrder?: boolean } = {},
): Promise<Difference[]> {
  const found: Difference[] = [];
  for (let from = 0; from < documents.length && found.length < limit; from += chunk) {
    const part = documents.slice(from, from + chunk);
    const theirs = await pandocCitations(pandoc, part);
    for (const [index, text] of part.entries()) {
      if (found.length >= limit || same(theirs[index] ?? [], pilcrowCitations(text), inOrder)) continue;
      const difference = await compare(pandoc, text, inOrder);
      if (difference) found.push(difference);
    }
  }
  return found;
}

/**
 * The difference in one document read by itself. Undefined if it is only a coincidence of columns (see
 * `withoutCoincidence`).
 */
export async function compare(pandoc: Pandoc, text: string, inOrder = true): Promise<Difference | undefined> {
  const found = await compareAsWritten(pandoc, text, inOrder);
  const moved = found && withoutCoincidence(text);
  return moved !== undefined && (await compareAsWritten(pandoc, moved, inOrder)) === undefined
    ? undefined
    : found;
}

/** The difference in one document, without excluding coincidences. */
export async function compareAsWritten(
  pandoc: Pandoc,
  text: string,
  inOrder = true,
): Promise<Difference | undefined> {
  const theirs = (await pandocCitations(pandoc, [text]))[0] ?? [];
  const pilcrow = pilcrowCitations(text);
  return same(theirs, pilcrow, inOrder) ? undefined : { text, pandoc: theirs, pilcrow };
}

/** Whether Pandoc (`a`) and Pilcrow agree. */
function same(a: readonly OracleCitation[], b: readonly OracleCitation[], inOrder: boolean): boolean {
  const [one, other] = [a, b].map((list) => list.map((each) => JSON.stringify(withoutBlankSuffix(each))));
  return JSON.stringify(inOrder ? one : one?.sort()) === JSON.stringify(inOrder ? other : other?.sort());
}

/** Pandoc 2.17 keeps the space of a suffix that holds nothing else, 3.10 only where there is a note. */
function withoutBlankSuffix(citation: OracleCitation): OracleCitation {
  return citation.suffix === ' ' ? { ...citation, suffix: '' } : citation;
}
