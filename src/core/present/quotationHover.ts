import type { Paper, Study } from '../index/study.ts';
import type { DiffPart, QuotationResult } from '../resolve/quotation.ts';
import { quotationsIn } from '../resolve/quotationsIn.ts';
import { touches } from '../text/range.ts';
import { escapeMarkdown } from './markdown.ts';
import { sourceLine } from './passages.ts';

/** What is said of each status, first thing. */
export const statusText: Readonly<Record<QuotationResult['status'], string>> = {
  verbatim: 'verbatim',
  altered: 'altered',
  elsewhere: 'stands elsewhere',
  'not-found': 'not found in the source',
  ambiguous: 'stands in several other places',
  'not-verified': 'not verified',
  uncited: 'not cited',
};

/** The quotation at an offset of a paper, with its state, the differences, and the source around it. */
export function quotationHover(
  paper: Paper,
  offset: number,
  study: Study,
): { range: QuotationResult['quotation']['range']; markdown: string } | undefined {
  const results = quotationsIn(paper, study).filter(({ quotation }) => touches(quotation.range, offset));
  const result = results.sort((a, b) => width(a) - width(b))[0];
  if (!result) return undefined;
  const source = result.source ? ` · ${escapeMarkdown(sourceLine(result.source))}` : '';
  const by = result.byFingerprints ? ' (by fingerprints, without the text)' : '';
  const blocks = [
    `**Quotation: ${statusText[result.status]}**${by}${source}`,
    result.diff.length > 0 ? diffMarkdown(result.diff) : '',
    ...contexts(result),
    result.outOfContext ? `_Read the whole sentence:_ ${escapeMarkdown(result.outOfContext.sentence)}` : '',
  ];
  return { range: result.quotation.range, markdown: blocks.filter(Boolean).join('\n\n') };
}

function width({ quotation }: QuotationResult): number {
  return quotation.range.end - quotation.range.start;
}

/** The quotation with the source's words bold and the paper's struck through. */
function diffMarkdown(diff: readonly DiffPart[]): string {
  return diff
    .map(({ kind, quoted, source }) => {
      const theirs = source.trim() === '?' ? '…' : escapeMarkdown(source);
      const ours = escapeMarkdown(quoted);
      if (kind === 'changed') return `~~${ours}~~ **${theirs}**`;
      if (kind === 'dropped') return `**${theirs}**`;
      if (kind === 'added') return `~~${ours}~~`;
      return ours;
    })
    .filter((piece) => piece !== '')
    .join(' ');
}

/** The source's words around the match, the quoted ones bold: from a sentence before to a sentence after. */
function contexts({ matches }: QuotationResult): string[] {
  return matches.slice(0, 3).flatMap((found) =>
    found.places.slice(0, 2).flatMap(({ place, range }) => {
      const text = found.source.file?.text;
      if (!range || text === undefined) return [];
      const passage =
        place.kind === 'passage'
          ? found.source.passages[place.number - 1]
          : place.kind === 'note'
            ? found.source.notes.find(({ number }) => number === place.number)
            : undefined;
      const plain = passage?.words?.plain;
      if (!plain) return [];
      const from = firstAt(plain.starts, range.start);
      const to = firstAt(plain.starts, range.end);
      const start = sentenceStart(plain.text, from);
      const end = sentenceEnd(plain.text, to);
      const label = place.kind === 'note' ? 'n.' : '¶';
      const words = `${start > 0 ? '… ' : ''}${escapeMarkdown(plain.text.slice(start, from))} **${escapeMarkdown(plain.text.slice(from, to))}** ${escapeMarkdown(plain.text.slice(to, end))}${end < plain.text.length ? ' …' : ''}`;
      return [`${label} ${String(passage.number)}\n\n> ${words.replace(/ {2,}/g, ' ').trim()}`];
    }),
  );
}

function firstAt(starts: ArrayLike<number>, offset: number): number {
  let i = 0;
  while (i < starts.length && (starts[i] ?? 0) < offset) i++;
  return i;
}

/** Where the sentence before the one at an offset begins. */
function sentenceStart(text: string, offset: number): number {
  const ends = [...text.slice(0, offset).matchAll(/[.!?…]["”’»)]*\s+/gu)].map(
    (match) => match.index + match[0].length,
  );
  return ends.at(-2) ?? 0;
}

/** Where the sentence after the one at an offset ends. */
function sentenceEnd(text: string, offset: number): number {
  const ends = [...text.slice(offset).matchAll(/[.!?…]["”’»)]*(?=\s|$)/gu)].map(
    (match) => offset + match.index + match[0].length,
  );
  return ends[1] ?? text.length;
}
