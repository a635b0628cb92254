import type { Term, TermSense } from '../glossary/term.ts';
import { sensesFor } from '../glossary/term.ts';
import type { Analysis, Study } from '../index/study.ts';
import { resolveCitation } from '../resolve/citation.ts';
import { termsIn, termUseAt, usesOfTerm, isProse } from '../resolve/terms.ts';
import type { Range } from '../text/range.ts';
import { escapeMarkdown, plural, quoteMarkdown, shorten } from './markdown.ts';
import { passagePreview, passageWords } from './passages.ts';
import { entryAt } from './entries.ts';

/** Words of a definition that are read in ten seconds, together with the rest of the hover. */
const definitionLength = 420;
const passageLength = 260;
const mostNames = 6;

/** What a term means: definition, defining passage, other names, related terms, how often it is used. */
export function termHover(
  analysis: Analysis,
  offset: number,
  study: Study,
): { range: Range; markdown: string } | undefined {
  const use = termUseAt(analysis, offset, study);
  if (use) return { range: use.span ?? use.range, markdown: termMarkdown(use.term, analysis, study) };
  const entry = entryAt(analysis, offset, study);
  return entry && { range: entry.range, markdown: termMarkdown(entry.term, analysis, study) };
}

/** A term explained, as Markdown. */
export function termMarkdown(term: Term, analysis: Analysis | undefined, study: Study): string {
  const senses = sensesFor(term, sourceUnderDiscussion(analysis));
  const several = senses.length > 1;
  const blocks = [`**${escapeMarkdown(term.name)}**`];
  for (const sense of senses.slice(0, 3)) blocks.push(...senseBlocks(sense, study, several));
  const names = (label: string, list: readonly { name: string }[]): void => {
    if (list.length === 0) return;
    const shown = list
      .slice(0, mostNames)
      .map(({ name }) => escapeMarkdown(name))
      .join(', ');
    blocks.push(`${label}: ${shown}${list.length > mostNames ? ' …' : ''}`);
  };
  names('Also', term.aliases);
  names('See also', term.seeAlso);
  blocks.push(usesLine(term, analysis, study));
  return blocks.filter(Boolean).join('\n\n');
}

/** The key of the source that a file is, or that a paper cites most. */
function sourceUnderDiscussion(analysis: Analysis | undefined): string | undefined {
  if (analysis?.role === 'source') return analysis.key;
  if (analysis?.role !== 'paper') return undefined;
  const counts = new Map<string, number>();
  for (const { key } of analysis.citations) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function senseBlocks(sense: TermSense, study: Study, several: boolean): string[] {
  const words = sense.definition.plain.map(({ text }) => text.replace(/\s+/gu, ' ').trim()).join(' ');
  const source =
    several && sense.key !== undefined
      ? `_In ${escapeMarkdown(study.sources.get(sense.key)?.title ?? sense.key)}:_ `
      : '';
  const definition = words === '' ? '' : source + escapeMarkdown(shorten(words, definitionLength));
  return [definition, ...sense.definedAt.slice(0, 1).map((citation) => definedAt(citation, study))].filter(
    Boolean,
  );
}

function definedAt(citation: TermSense['definedAt'][number], study: Study): string {
  const { source, target } = resolveCitation(citation, study);
  if (!source || !target) return '';
  const number = target.passages[0];
  const item =
    number === undefined
      ? source.notes.find((note) => note.number === target.note)
      : source.passages[number - 1];
  if (!item) return '';
  const where = number === undefined ? `n. ${String(item.number)}` : `¶ ${String(item.number)}`;
  const words = passageWords(item);
  const head = `Defined at ${where} of ${escapeMarkdown(source.title)}`;
  return words === undefined
    ? `${head}: _${escapeMarkdown(passagePreview(item))}_`
    : `${head}:\n\n${quoteMarkdown(shorten(words, passageLength))}`;
}

function usesLine(term: Term, analysis: Analysis | undefined, study: Study): string {
  const uses = usesOfTerm(term, study);
  const inPapers = uses.filter((use) => use.analysis.role === 'paper').length;
  const here =
    analysis && isProse(analysis)
      ? termsIn(analysis, study).uses.filter((use) => use.term === term).length
      : 0;
  const inSources = uses.length - inPapers;
  const parts = [];
  if (here > 0) parts.push(`${plural(here, 'use')} here`);
  if (inPapers > 0) parts.push(`${String(inPapers)} in papers`);
  if (inSources > 0) parts.push(`${String(inSources)} in sources`);
  return parts.join(', ');
}
