import { inWords } from '../../messages.ts';
import { languageOf } from '../../blocks.ts';
import { citationRange } from '../../citations.ts';
import { describeWork } from '../../bibliography.ts';
import type { Analysis, Study } from '../../study.ts';
import { type Resolution, resolveCitation } from '../../resolve.ts';
import { citedIndex, countUses } from '../../citedBy.ts';
import type { Note, Passage } from '../../source.ts';
import { appendAll, numbersFromTo, type Range } from '../../text.ts';
import { escapeMarkdown, shorten } from '../wording.ts';
import { noteHover } from '../notes.ts';
import {
  citationAt,
  passageAt,
  passageNumbers,
  passageWords,
  sectionName,
  sectionTrail,
  sourceLine,
  sourceOf,
  paragraphLabel,
} from '../passages.ts';
import { counterpartBlocks } from './counterpartHover.ts';
import { passageText } from './passageText.ts';
import { quotationHover, quotationState } from './quotationHover.ts';
import { termHover } from '../terms.ts';

/** The content of a hover, as Markdown without HTML, and the range it is about. */
export interface HoverView {
  readonly range: Range;
  readonly markdown: string;
  /** Whether to offer an import: only the edition of the source is in the study folder. */
  readonly offerImport: boolean;
}

/** The most passages shown in a hover. */
const maxPassages = 4;
const maxPassageUnits = 900;

/**
 * The hover for an offset of a file. Undefined if there is nothing to say.
 * @param links whether terms are linked to their entries; not every editor can open such links
 */
export function hoverAt(
  analysis: Analysis,
  offset: number,
  study: Study,
  links = false,
): HoverView | undefined {
  const view = hoverWithoutNotes(analysis, offset, study, links);
  const notes = noteHover(analysis, offset, study);
  if (!notes) return view;
  const markdown = [notes.markdown, view?.markdown].filter(Boolean).join('\n\n---\n\n');
  return { range: notes.range, markdown, offerImport: false };
}

function hoverWithoutNotes(
  analysis: Analysis,
  offset: number,
  study: Study,
  links: boolean,
): HoverView | undefined {
  const citation = citationAt(analysis, offset);
  if (citation) return citationHover(analysis, resolveCitation(citation, study), study);
  if (analysis.role === 'paper' || analysis.role === 'source' || analysis.role === 'glossary') {
    const term = termHover(analysis, offset, study, links);
    const state = term && analysis.role === 'paper' ? quotationState(analysis, offset, study) : undefined;
    if (term) {
      const markdown = [term.markdown, state].filter(Boolean).join('\n\n---\n\n');
      return { range: term.range, markdown, offerImport: false };
    }
  }
  if (analysis.role === 'paper') {
    const quotation = quotationHover(analysis, offset, study);
    if (quotation) return { ...quotation, offerImport: false };
  }
  if (analysis.role === 'source') return sourceHover(analysis, offset, study);
  return undefined;
}

function citationHover(paper: Analysis, resolution: Resolution, study: Study): HoverView | undefined {
  const { citation, source, works, target } = resolution;
  const range = citationRange(citation);
  if (!source) {
    const [placed] = works;
    return placed && { range, markdown: escapeMarkdown(describeWork(placed.work)), offerImport: false };
  }
  const others = counterpartBlocks(source, passagesIn(target), languageOfFile(paper), study);
  const blocks = [...others.before, `**${escapeMarkdown(sourceLine(source))}**`];
  if (target?.section) blocks.push(sectionBlock(resolution));
  else if (target && target.passages.length > 0)
    appendAll(
      blocks,
      passageBlocks(
        resolution,
        target.passages.map((number) => source.passages[number - 1]),
      ),
    );
  if (target?.note !== undefined)
    blocks.push(noteHoverBlock(source.notes.find((note) => note.number === target.note)));
  if (target?.passages.length === 0 && target.note === undefined) blocks.push(sourceSummary(resolution));
  appendAll(blocks, others.after);
  blocks.push(citedLine(paper, resolution, study));
  return { range, markdown: blocks.filter(Boolean).join('\n\n'), offerImport: source.file === undefined };
}

/** The passages that are cited one by one; of a section none. */
function passagesIn(target: Resolution['target']): readonly number[] {
  return target && !target.section ? target.passages : [];
}

function languageOfFile(file: Analysis): string | undefined {
  return file.role === 'paper' || file.role === 'glossary' ? languageOf(file.document) : undefined;
}

function sectionBlock(resolution: Resolution): string {
  const { section, source } = resolution.target ?? {};
  if (!section || !source) return '';
  const numbers =
    section.last < section.first
      ? inWords('hover.noParagraphs')
      : passageNumbers(numbersFromTo(section.first, section.last), source);
  const lines = source.passages.slice(section.first - 1, section.first - 1 + maxPassages).map((passage) => {
    const words = passage.gist ?? passageWords(passage) ?? '';
    return `- ${paragraphLabel(passage)} ${escapeMarkdown(shorten(words, 140))}`;
  });
  const more = section.last - section.first + 1 - maxPassages;
  if (more > 0) lines.push(`- ${inWords('count.moreParagraphs', { count: more })}`);
  return `${escapeMarkdown(sectionName(section))} (${numbers})\n\n${lines.join('\n')}`;
}

function passageBlocks(resolution: Resolution, passages: readonly (Passage | undefined)[]): string[] {
  const { source } = resolution;
  const known = passages.filter((passage) => passage !== undefined);
  const shown = known.slice(0, maxPassages);
  const room = Math.floor(maxPassageUnits / Math.max(1, Math.min(shown.length, 3)));
  const blocks = shown.map((passage) => {
    const trail = source ? sectionTrail(source, passage.number) : '';
    const head = `${paragraphLabel(passage)}${trail === '' ? '' : ` · ${escapeMarkdown(trail)}`}`;
    return `${head}\n\n${passageText(passage, room)}`;
  });
  if (known.length > shown.length)
    blocks.push(inWords('count.moreParagraphs', { count: known.length - shown.length }));
  return blocks;
}

function noteHoverBlock(note: Note | undefined): string {
  if (!note) return '';
  const anchor = note.anchor === undefined ? '' : ` · to ¶ ${String(note.anchor)}`;
  return `n. ${String(note.number)}${anchor}\n\n${passageText(note, maxPassageUnits)}`;
}

function sourceSummary(resolution: Resolution): string {
  const source = resolution.target?.source;
  if (!source) return '';
  const parts = [
    inWords('count.paragraphs', { count: source.passages.length }),
    inWords('count.sections', { count: source.sections.length }),
  ];
  if (source.notes.length > 0) parts.push(inWords('count.notes', { count: source.notes.length }));
  return parts.join(', ');
}

function citedLine(paper: Analysis, resolution: Resolution, study: Study): string {
  const { source, target } = resolution;
  if (!source || !target) return '';
  const cited = citedIndex(study).bySource.get(source.key);
  const uses = cited?.of(target.passages, target.note === undefined ? [] : [target.note]);
  const { citations, papers } = countUses(uses);
  if (!uses || citations === 0) return '';
  const here = [...uses].filter((use) => use.paper === paper).length;
  return inWords('cited.here', { times: citations, papers, here });
}

function sourceHover(
  analysis: Extract<Analysis, { role: 'source' }>,
  offset: number,
  study: Study,
): HoverView | undefined {
  const source = sourceOf(analysis, study);
  const found = source && passageAt(source, offset);
  if (!found) return undefined;
  const isPassage = 'passage' in found;
  const item = isPassage ? found.passage : found.note;
  if (!item.words) return undefined;
  const cited = citedIndex(study).bySource.get(source.key);
  const uses = (isPassage ? cited?.byPassage : cited?.byNote)?.get(item.number);
  const { citations, papers } = countUses(uses);
  const head = 'printed' in item ? paragraphLabel(item) : `n. ${String(item.number)}`;
  const gist = item.gist === undefined ? '' : `\n\n_${escapeMarkdown(item.gist)}_`;
  const count =
    citations === 0 ? inWords('cited.notYet') : inWords('cited.inPapers', { times: citations, papers });
  const others = isPassage ? counterpartBlocks(source, [item.number], undefined, study).after : [];
  const markdown = [`**${head}** · ${count}${gist}`, ...others].join('\n\n');
  return { range: item.words.range, markdown, offerImport: false };
}
