import type { Chunk } from '../blocks.ts';
import type { Citation } from '../citations.ts';
import { locatorTerms } from '../locators.ts';
import { messageOf, type Message } from '../messages.ts';
import { defineCheck, moveProblem, type Problem, type TextEdit } from './defineCheck.ts';

/** Citations that Pandoc 2.17, which many systems still have, prints otherwise than 3.10. */
export const olderReadings = defineCheck({
  ids: ['citation/older-pandoc'],
  looksAt: 'citations',
  check: ({ byChunk, lang }) =>
    byChunk.flatMap(({ chunk, citations, start }) =>
      citations.citations.flatMap((citation, at) => {
        const isFirst = citations.citations[at - 1]?.group.start !== citation.group.start;
        const problem =
          (isFirst ? groupReadOtherwise(citation, chunk) : undefined) ?? termReadOtherwise(citation, lang);
        return problem ? [moveProblem(problem, start)] : [];
      }),
    ),
});

type OlderReading = Problem<'citation/older-pandoc'>;

function groupReadOtherwise({ mode, group, range }: Citation, { text }: Chunk): OlderReading | undefined {
  const { start, end } = group;
  const written = text.slice(start, end);
  const isInText = !written.startsWith('[');
  if (isInText && mode === 'suppressAuthor') {
    const key = text.slice(range.start, range.end);
    const place = /^\s*\[(.*)\]$/s.exec(text.slice(range.end, end))?.[1];
    const newText = place === undefined ? `[-${key}]` : `[-${key}, ${place}]`;
    return reading(
      group,
      messageOf('citations.olderAuthor', { text: written }),
      { range: group, newText },
      true,
    );
  }
  if (!isInText && /(?<!\\)(?:\\\\)*!$/.test(text.slice(Math.max(0, start - 8), start))) {
    const mark = { start: start - 1, end: start };
    const message = messageOf('citations.olderMark', { text: `!${written}` });
    return reading({ start: mark.start, end }, message, { range: mark, newText: '\\!' }, true);
  }
  const next = text.charAt(end);
  if (isInText || next === '' || !'[({'.includes(next)) return undefined;
  const message = messageOf('citations.olderBehind', { text: written, next });
  return reading(group, message, { range: { start: end, end }, newText: ' ' }, false);
}

function termReadOtherwise({ locator }: Citation, lang: string | undefined): OlderReading | undefined {
  if (!locator || locator.term === '' || !locatorTerms(lang).newer.has(locator.term.toLowerCase()))
    return undefined;
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
