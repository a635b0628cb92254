import type { Term } from '../glossary/term.ts';
import type { Study } from '../index/study.ts';
import { usesOfTerm, type PlacedUse } from '../resolve/terms.ts';
import { escapeMarkdown, plural, shorten } from './markdown.ts';
import { placesOfTerm } from './entries.ts';
import { termMarkdown } from './termHover.ts';
import { row, type Row } from './row.ts';

/** Characters of context on either side of a use. */
const context = 38;
/** More uses than this are not listed under a term. */
const mostUses = 200;

/** The Terms view: every term with its definition and its uses in context. */
export function termsView(study: Study): readonly Row[] {
  return [...study.glossary.terms]
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map((term) => termRow(term, study));
}

function termRow(term: Term, study: Study): Row {
  const uses = usesOfTerm(term, study);
  const definition = term.senses[0]?.definition.plain[0]?.text.replace(/\s+/gu, ' ') ?? '';
  const count = uses.length === 0 ? 'not used' : plural(uses.length, 'use');
  return row({
    id: `term:${term.key}`,
    label: term.name,
    description: `${count} · ${shorten(definition, 90)}`,
    tooltip: termMarkdown(term, undefined, study),
    accessibleLabel: `${term.name}, ${count}. ${shorten(definition, 200)}`,
    kind: 'term',
    icon: 'symbol-keyword',
    place: placesOfTerm(term, study)[0],
    children: uses.slice(0, mostUses).map((use, index) => useRow(term, use, index)),
  });
}

function useRow(term: Term, { analysis, use }: PlacedUse, index: number): Row {
  const { text } = analysis;
  const flat = (from: number, to: number): string =>
    text.slice(Math.max(0, from), to).replace(/[\s>]+/gu, ' ');
  const left = flat(use.range.start - context, use.range.start);
  const right = flat(use.range.end, use.range.end + context);
  const words = flat(use.range.start, use.range.end);
  const name = analysis.file.path.slice(analysis.file.path.lastIndexOf('/') + 1);
  return row({
    id: `use:${term.key}:${analysis.file.uri}:${String(index)}`,
    label: `…${left}${words}${right}…`,
    description: name,
    tooltip: `…${escapeMarkdown(left)} **${escapeMarkdown(words)}** ${escapeMarkdown(right)}…`,
    accessibleLabel: `${left} ${words} ${right}, in ${name}`,
    kind: 'use',
    icon: analysis.role === 'source' ? 'book' : 'file',
    place: { analysis, range: use.range },
  });
}
