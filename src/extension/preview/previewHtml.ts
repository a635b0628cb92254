import type { PreviewReply } from '../../server/protocol.ts';
import { escapeHtml } from '../escapeHtml.ts';
import { styledHtml } from './styledHtml.ts';

/** The preview's own texts, translated. */
export interface Wording {
  readonly works: string;
  readonly notes: string;
  readonly unresolved: string;
}

type RepliedCitation = PreviewReply['citations'][number];

/**
 * The HTML of a citation as readers see it. All text is escaped: nothing of a document becomes HTML.
 * @param written the citation as it stands in the paper, for one that no style prints
 */
export function citationHtml(
  citation: RepliedCitation | undefined,
  written: string,
  { unresolved }: Wording,
): string {
  if (!citation) return '';
  const { runs, note } = citation;
  const said = note ? note.runs.map(({ text }) => text).join('') : '';
  const lines = [citation.unresolved ? unresolved : '', said, citation.tooltip];
  const title = lines.filter(Boolean).join('\n\n');
  const classes = citation.unresolved ? 'pilcrow-citation pilcrow-unresolved' : 'pilcrow-citation';
  const label = citation.unresolved ? `<span class="pilcrow-said">${escapeHtml(unresolved)}: </span>` : '';
  const words = runs ? styledHtml(runs) : escapeHtml(written.replace(/\s+/gu, ' '));
  const mark = note ? `<sup>${String(note.number)}</sup>` : '';
  return `<span class="${classes}"${title ? ` title="${escapeHtml(title)}"` : ''}>${label}${words}${mark}</span>`;
}

/** The HTML of a paper's title, subtitle, authors and date. */
export function headingOf(heading: PreviewReply['heading']): string {
  if (!heading) return '';
  const { title, subtitle, authors, date } = heading;
  const line = (name: string, classes: string, text: string): string =>
    text === '' ? '' : `<${name} class="${classes}">${escapeHtml(text)}</${name}>\n`;
  const lines = [
    line('h1', 'pilcrow-title', title),
    line('p', 'pilcrow-subtitle', subtitle),
    line('p', 'pilcrow-byline', [authors.join(', '), date].filter(Boolean).join(' · ')),
  ];
  return `<header class="pilcrow-heading">\n${lines.join('')}</header>\n`;
}

/** The HTML of the notes and the list of works. That has no heading if the paper ends with a heading of its own. */
export function endOfPaper(
  { citations, footnotes, works }: PreviewReply,
  hasHeading: boolean,
  wording: Wording,
): string {
  const ofCitations = citations.flatMap(({ note }) => note ?? []);
  const notes = [
    ...ofCitations.map(({ number, runs }) => ({ number, html: styledHtml(runs) })),
    ...footnotes,
  ].sort((one, other) => one.number - other.number);
  const noted = notes.map(
    ({ number, html }) => `<li id="pilcrow-note-${String(number)}" value="${String(number)}">${html}</li>`,
  );
  const listed = works.map((work) => `<li>${styledHtml(work)}</li>`);
  return (
    listOf('ol', 'pilcrow-notes', wording.notes, noted) +
    listOf('ul', 'pilcrow-works', hasHeading && noted.length === 0 ? '' : wording.works, listed)
  );
}

function listOf(name: 'ol' | 'ul', classes: string, heading: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const above = heading === '' ? '' : `<h2>${escapeHtml(heading)}</h2>\n`;
  return `<section class="${classes}">\n${above}<${name}>\n${items.join('\n')}\n</${name}>\n</section>\n`;
}
