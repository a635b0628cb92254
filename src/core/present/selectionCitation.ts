import { citationOf } from '../markdown/writtenKey.ts';
import type { Analysis, Source, Study } from '../index/study.ts';
import { escaped, marksWithin } from '../resolve/quotedWriting.ts';
import type { Note, Passage } from '../source/source.ts';
import { overlaps, type Range } from '../text/range.ts';
import { sourceOf } from './places.ts';

/** What a selection in a source gives to a paper. */
export interface SelectionCitation {
  readonly citation: string;
  /** The selected words in quotation marks, and the citation; null where no words are selected. */
  readonly quotation: string | null;
  /** The same as a block quotation with the citation on its last line, where it is too long for a sentence. */
  readonly block: string | null;
}

/** From this number of words on a quotation is set off as a block, as most styles want it. */
const blockFrom = 40;

/** The citation of a selection in a source, and the selected words as a quotation with it; null where nothing can be cited. */
export function citationOfSelection(
  analysis: Analysis,
  range: Range,
  study: Study,
): SelectionCitation | null {
  const source = analysis.role === 'source' ? sourceOf(analysis, study) : undefined;
  if (!source) return null;
  const wanted = { start: range.start, end: Math.max(range.end, range.start + 1) };
  const passages = source.passages.filter(({ words }) => words && overlaps(words.range, wanted));
  const [first] = passages;
  const last = passages.at(-1);
  if (!first || !last) return ofHeadingOrNote(source, wanted);
  const citation = citationOf(
    source.key,
    first === last ? `¶ ${String(first.number)}` : `¶¶ ${String(first.number)}-${String(last.number)}`,
  );
  const words =
    range.end > range.start ? passages.map((passage) => wordsWithin(passage, range)).filter(Boolean) : [];
  return { citation, ...quotationsOf(words, citation) };
}

/** @param words those of each passage */
function quotationsOf(
  words: readonly string[],
  citation: string,
): Pick<SelectionCitation, 'quotation' | 'block'> {
  if (words.length === 0) return { quotation: null, block: null };
  const all = words.join(' ');
  const quotation = `“${escaped(marksWithin(all, '“', false))}” ${citation}`;
  const isLong = words.length > 1 || all.split(' ').length >= blockFrom;
  const lines = words.flatMap((part) => [`> ${escapedStart(escaped(part))}`, '>']);
  return { quotation, block: isLong ? [...lines, `> — ${citation}`].join('\n') : null };
}

/** What would make a heading, a list or a table of a line that begins with it. */
function escapedStart(line: string): string {
  return line.replace(/^(\d+)(?=[.)])/u, '$1\\').replace(/^[-+#~:|=]/u, '\\$&');
}

function ofHeadingOrNote(source: Source, range: Range): SelectionCitation | null {
  const note = source.notes.find(({ words }) => words && overlaps(words.range, range));
  if (note) {
    const citation = citationOf(source.key, `n. ${String(note.number)}`);
    return { citation, ...quotationsOf([wordsWithin(note, range)].filter(Boolean), citation) };
  }
  const section = source.sections.find((candidate) => candidate.range && overlaps(candidate.range, range));
  const nothing = { quotation: null, block: null };
  return section ? { citation: citationOf(source.key, `sec. ${section.label}`), ...nothing } : null;
}

/** The plain words of a passage or note that were written within a range of its file. */
function wordsWithin(passage: Passage | Note, range: Range): string {
  const plain = passage.words?.plain;
  if (!plain) return '';
  let words = '';
  for (let i = 0; i < plain.text.length; i++)
    if ((plain.starts[i] ?? 0) >= range.start && (plain.ends[i] ?? 0) <= range.end)
      words += plain.text[i] ?? '';
  return words.replace(/\s+/gu, ' ').trim();
}
