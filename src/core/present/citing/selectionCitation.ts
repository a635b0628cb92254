import { citationFor } from '../../citations.ts';
import type { Analysis, Source, Study } from '../../study.ts';
import { escapeQuoted, marksWithin } from '../../quotations.ts';
import type { Note, Passage } from '../../source.ts';
import { hasWord, overlaps, type Range, wholeWords } from '../../text.ts';
import { citationOfPassages, citationOfSection, sourceOf } from '../passages.ts';

/** How a paper can cite and quote a selection in a source. */
export interface SelectionCitation {
  readonly citation: string;
  /** The selected words in quotation marks with the citation. Null if no words are selected. */
  readonly quotation: string | null;
  /** The same as a block quotation with the citation on its last line. Null if it is short enough for a sentence. */
  readonly block: string | null;
  /** The number of paragraphs with selected words. */
  readonly paragraphs: number;
}

/** Quotations with at least this many words become a block, as most styles ask. */
const minBlockWords = 40;

/**
 * Returns the citation of a selection in a source, and the selected words as a quotation. Null if nothing there can
 * be cited. Words that the selection cuts are completed.
 * @param lang the language of the paper
 */
export function citationOfSelection(
  analysis: Analysis,
  range: Range,
  study: Study,
  lang: string | undefined,
): SelectionCitation | null {
  const source = analysis.role === 'source' ? sourceOf(analysis, study) : undefined;
  if (!source) return null;
  const wanted = { start: range.start, end: Math.max(range.end, range.start + 1) };
  const touched = source.passages.filter(({ words }) => words && overlaps(words.range, wanted));
  const selected = touched.flatMap((passage) => {
    const words = range.end > range.start ? wordsWithin(passage, range) : '';
    return words === '' ? [] : [{ passage, words }];
  });
  const passages = selected.length > 0 ? selected.map(({ passage }) => passage) : touched;
  if (passages.length === 0) return ofHeadingOrNote(source, wanted, lang);
  const numbers = passages.map(({ number }) => number);
  const citation = citationOfPassages(source, numbers, lang);
  return quotationOf(
    selected.map(({ words }) => words),
    citation,
  );
}

/** @param words the selected words of each passage */
function quotationOf(words: readonly string[], citation: string): SelectionCitation {
  const paragraphs = words.length;
  if (paragraphs === 0) return { citation, quotation: null, block: null, paragraphs };
  const all = words.join(' ');
  const quotation = `“${escapeQuoted(marksWithin(all, '“', false))}” ${citation}`;
  const isLong = words.length > 1 || all.split(' ').length >= minBlockWords;
  const lines = words.flatMap((part) => [`> ${escapedStart(escapeQuoted(part))}`, '>']);
  return { citation, quotation, paragraphs, block: isLong ? [...lines, `> — ${citation}`].join('\n') : null };
}

/** Escapes the start of a line that would make it a heading, list or table. */
function escapedStart(line: string): string {
  return line.replace(/^(\d+)(?=[.)])/u, '$1\\').replace(/^[-+#~:|=]/u, '\\$&');
}

function ofHeadingOrNote(source: Source, range: Range, lang: string | undefined): SelectionCitation | null {
  const note = source.notes.find(({ words }) => words && overlaps(words.range, range));
  if (note) {
    const citation = citationFor(source.key, 'note', [note.number], lang);
    return quotationOf([wordsWithin(note, range)].filter(Boolean), citation);
  }
  const section = source.sections.find((candidate) => candidate.range && overlaps(candidate.range, range));
  return section ? quotationOf([], citationOfSection(source, section, lang)) : null;
}

/**
 * The plain words of a passage or note within a range of its file, with cut words completed. Empty if there are none.
 */
function wordsWithin(passage: Passage | Note, range: Range): string {
  const plain = passage.words?.plain;
  if (!plain) return '';
  const { text, starts, ends } = plain;
  let [start, end] = [text.length, 0];
  for (let i = 0; i < text.length; i++) {
    if ((starts[i] ?? 0) < range.start || (ends[i] ?? 0) > range.end) continue;
    start = Math.min(start, i);
    end = i + 1;
  }
  const words = text.slice(start, Math.max(start, end));
  if (!hasWord(words)) return '';
  const whole = wholeWords(text, { start, end });
  return text.slice(whole.start, whole.end).replace(/\s+/gu, ' ').trim();
}
