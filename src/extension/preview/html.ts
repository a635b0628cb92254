import type { PreviewReply } from '../../server/protocol.ts';

/** What the preview says in words of its own. */
export interface Wording {
  readonly works: string;
  readonly unresolved: string;
}

type Citation = PreviewReply['citations'][number];

/** A citation as a reader sees it. Everything in it is text: nothing of a document becomes HTML. */
export function spanOf(citation: Citation | undefined, { unresolved }: Wording): string {
  if (!citation) return '';
  const lines = citation.unresolved ? [unresolved, citation.tooltip] : [citation.tooltip];
  const title = lines.filter(Boolean).join('\n\n');
  const classes = citation.unresolved ? 'pilcrow-citation pilcrow-unresolved' : 'pilcrow-citation';
  const label = citation.unresolved ? `<span class="pilcrow-said">${escapeHtml(unresolved)}: </span>` : '';
  return `<span class="${classes}"${title ? ` title="${escapeHtml(title)}"` : ''}>${label}${escapeHtml(citation.text)}</span>`;
}

/** Title, subtitle, authors and date above a paper. */
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

/** The list of works; without a heading where the paper ends in one of its own. */
export function endOfPaper(works: readonly string[], hasHeading: boolean, wording: Wording): string {
  if (works.length === 0) return '';
  const heading = hasHeading ? '' : `<h2>${escapeHtml(wording.works)}</h2>\n`;
  const items = works.map((work) => `<li>${escapeHtml(work)}</li>`).join('\n');
  return `<section class="pilcrow-works">\n${heading}<ul>\n${items}\n</ul>\n</section>\n`;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '');
}
