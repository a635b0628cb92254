import { inWords } from '../../messages.ts';
import type { Term } from '../../glossary.ts';
import type { Study } from '../../study.ts';
import { usesOfTerm } from '../../resolve.ts';
import {
  concordanceOf,
  concordanceLine,
  type ConcordanceLine,
  type ConcordanceOrder,
} from './concordance.ts';
import { escapeMarkdown, shorten } from '../wording.ts';
import { placesOfTerm, row, type Row } from '../passages.ts';
import { termMarkdown } from './termHover.ts';
import { frequencyOf } from './termFrequency.ts';

/** The most uses listed below a term. */
const maxUses = 200;

/** The most places counted in a tooltip. */
const maxTooltipUses = 14;

/**
 * The rows of the Terms view: every term with its definition. Unused built-in terms are in a group at the end, so
 * that they do not hide the others. Uses and tooltips are asked for later, because they need the papers that use a
 * term to be read.
 */
export function termsView(study: Study): readonly Row[] {
  const terms = [...study.terms.glossary.terms].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const idle = terms.filter((term) => term.builtIn && usesOfTerm(term, study).length === 0);
  const hidden = new Set(idle);
  const shown = terms.filter((term) => !hidden.has(term));
  const rows = (list: readonly Term[]): Row[] => list.map((term) => termViewRow(term, study));
  if (shown.length === 0 || idle.length === 0) return rows(terms);
  const group = row({
    id: 'terms:idle',
    label: inWords('terms.notUsedHere'),
    description: inWords('count.builtInTerms', { count: idle.length }),
    kind: 'group',
    icon: 'library',
    children: rows(idle),
  });
  return [...rows(shown), group];
}

/** The uses of a row's term in context. Empty if there is no such term. */
export function termUses(rowId: string, study: Study, order: ConcordanceOrder = 'position'): readonly Row[] {
  const term = termOf(rowId, study);
  return term ? shownLines(term, study, order).map((line, index) => useRow(term, line, index)) : [];
}

/** The tooltip of a row's term, as Markdown. Undefined if there is no such term. */
export function termTooltip(rowId: string, study: Study): string | undefined {
  const term = termOf(rowId, study);
  return term && termMarkdown(term, undefined, study) + frequencyTable(term, study);
}

function termOf(rowId: string, study: Study): Term | undefined {
  return study.terms.glossary.terms.find((term) => termRowId(term) === rowId);
}

function termRowId(term: Term): string {
  return `term:${term.key}`;
}

function termViewRow(term: Term, study: Study): Row {
  const uses = usesOfTerm(term, study);
  const definition = term.senses[0]?.definition.plain[0]?.text.replace(/\s+/gu, ' ') ?? '';
  const count = uses.length === 0 ? inWords('terms.notUsed') : inWords('count.uses', { count: uses.length });
  return row({
    id: termRowId(term),
    label: term.name,
    description: `${count} · ${shorten(definition, 90)}`,
    accessibleLabel: `${term.name}, ${count}. ${shorten(definition, 200)}`,
    kind: 'term',
    icon: 'symbol-keyword',
    place: placesOfTerm(term, study)[0],
    lazy: uses.length > 0,
  });
}

/** The lines that are shown. In order of position, the context of the others is not read. */
function shownLines(term: Term, study: Study, order: ConcordanceOrder): readonly ConcordanceLine[] {
  return order === 'position'
    ? usesOfTerm(term, study)
        .slice(0, maxUses)
        .map((use) => concordanceLine(use, study))
    : concordanceOf(term, study, order).slice(0, maxUses);
}

function useRow(term: Term, line: ConcordanceLine, index: number): Row {
  const { analysis, use, left, words, right, passage } = line;
  const name = analysis.file.path.slice(analysis.file.path.lastIndexOf('/') + 1);
  const where = passage === '' ? name : `${passage} · ${name}`;
  return row({
    id: `use:${term.key}:${analysis.file.uri}:${String(index)}`,
    label: `…${left}${words}${right}…`,
    description: where,
    tooltip: `…${escapeMarkdown(left)} **${escapeMarkdown(words)}** ${escapeMarkdown(right)}…`,
    accessibleLabel: inWords('terms.use', { words: `${left}${words}${right}`, file: name, passage }),
    kind: 'use',
    icon: analysis.role === 'source' ? 'book' : 'file',
    place: { analysis, range: use.range },
  });
}

/** How often a term is used in the sections of a source and in each paper, without places that do not use it. */
function frequencyTable(term: Term, study: Study): string {
  const { rows, inSources, inPapers } = frequencyOf(term, study);
  const used = rows.filter(({ uses }) => uses > 0);
  if (used.length === 0) return '';
  const lines = used
    .slice(0, maxTooltipUses)
    .map(({ name, uses }) => `| ${escapeMarkdown(shorten(name, 48))} | ${String(uses)} |`);
  if (used.length > maxTooltipUses) lines.push('| … | |');
  const totals = inWords('terms.frequencyHead', { sources: inSources, papers: inPapers });
  return ['', '', totals, '| :-- | --: |', ...lines].join('\n');
}
