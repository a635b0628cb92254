import type { Chunk } from '../blocks.ts';
import type { Citation } from '../citations.ts';
import { comparableTerm, locatorTerms } from '../locators.ts';
import { messageOf, type Message } from '../messages.ts';
import { isEscaped } from '../syntax.ts';
import type { Problem, TextEdit } from './defineCheck.ts';

type OlderReading = Problem<'citation/older-pandoc'>;

/** Returns the citations of a chunk that Pandoc 2.17, which many systems still have, prints otherwise than 3.10. */
export function readOtherwise(
  citations: readonly Citation[],
  chunk: Chunk,
  lang: string | undefined,
): OlderReading[] {
  const found: OlderReading[] = [];
  const { newer } = locatorTerms(lang);
  let groupStart = -1;
  for (const citation of citations) {
    const isFirst = citation.group.start !== groupStart;
    groupStart = citation.group.start;
    const problem =
      (isFirst ? groupReadOtherwise(citation, chunk) : undefined) ?? termReadOtherwise(citation, newer);
    if (problem) found.push(problem);
  }
  return found;
}

function groupReadOtherwise(
  { mode, group, range, locator }: Citation,
  { text }: Chunk,
): OlderReading | undefined {
  const { start, end } = group;
  const written = (): string => text.slice(start, end);
  if (text.charAt(start) !== '[') {
    if (mode !== 'suppressAuthor') return undefined;
    const key = text.slice(range.start, range.end);
    const place = /^\s*\[(.*)\]$/s.exec(text.slice(range.end, end))?.[1];
    // A comma is part of a suffix that is no place.
    const newText = place === undefined ? `[-${key}]` : `[-${key}${locator ? ',' : ''} ${place}]`;
    const message = messageOf('citations.olderAuthor', { text: written() });
    return reading(group, message, { range: group, newText }, true);
  }
  if (text.charAt(start - 1) === '!' && !isEscaped(text, start - 1)) {
    const mark = { start: start - 1, end: start };
    const message = messageOf('citations.olderMark', { text: `!${written()}` });
    return reading({ start: mark.start, end }, message, { range: mark, newText: '\\!' }, true);
  }
  const next = text.charAt(end);
  if (next !== '[' && next !== '(' && next !== '{') return undefined;
  const message = messageOf('citations.olderBehind', { text: written(), next });
  return reading(group, message, { range: { start: end, end }, newText: ' ' }, false);
}

function termReadOtherwise({ locator }: Citation, newer: ReadonlySet<string>): OlderReading | undefined {
  if (!locator || !newer.has(comparableTerm(locator.term))) return undefined;
  const { term, range } = locator;
  return { check: 'citation/older-pandoc', range, message: messageOf('citations.olderTerm', { term }) };
}

function reading(
  range: OlderReading['range'],
  message: Message,
  edit: TextEdit,
  safe: boolean,
): OlderReading {
  const title = messageOf('citations.writeForBoth');
  return { check: 'citation/older-pandoc', range, message, fixes: [{ title, edits: [edit], safe }] };
}
