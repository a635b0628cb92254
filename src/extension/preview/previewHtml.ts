import type { PreviewReply } from '../../server/protocol.ts';
import { escapeHtml } from '../escapeHtml.ts';

/** The preview's own texts, translated. */
export interface Wording {
  readonly works: string;
  readonly unresolved: string;
}

type RepliedCitation = PreviewReply['citations'][number];

/** The HTML of a citation as readers see it. All text is escaped: nothing of a document becomes HTML. */
export function citationHtml(citation: RepliedCitation | undefined, { unresolved }: Wording): string {
  if (!citation) return '';
  const lines = citation.unresolved ? [unresolved, citation.tooltip] : [citation.tooltip];
  const title = lines.filter(Boolean).join('\n\n');
  const classes = citation.unresolved ? 'pilcrow-citation pilcrow-unresolved' : 'pilcrow-citation';
  const label = citation.unresolved ? `<span class="pilcrow-said">${escapeHtml(unresolved)}: </span>` : '';
  return `<span class="${classes}"${title ? ` title="${escapeHtml(title)}"` : ''}>${label}${escapeHtml(citation.text)}</span>`;
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

/** The HTML of the list of works. It has no heading if the paper ends with a heading of its own. */
export function endOfPaper(works: readonly string[], hasHeading: boolean, wording: Wording): string {
  if (works.length === 0) return '';
  const heading = hasHeading ? '' : `<h2>${escapeHtml(wording.works)}</h2>\n`;
  const items = works.map((work) => `<li>${escapeHtml(work)}</li>`).join('\n');
  return `<section class="pilcrow-works">\n${heading}<ul>\n${items}\n</ul>\n</section>\n`;
}
