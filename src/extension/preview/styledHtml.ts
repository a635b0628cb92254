import type { PreviewReply } from '../../server/protocol.ts';
import { escapeHtml } from '../escapeHtml.ts';

type StyledRun = PreviewReply['works'][number][number];

/** The HTML of what a citation style prints. All text is escaped, and only the web is linked. */
export function styledHtml(runs: readonly StyledRun[]): string {
  return runs.map(runHtml).join('');
}

function runHtml(run: StyledRun): string {
  let html = escapeHtml(run.text);
  if (run.smallCaps) html = `<span class="pilcrow-small-caps">${html}</span>`;
  if (run.underline) html = `<u>${html}</u>`;
  if (run.vertical === 'superscript') html = `<sup>${html}</sup>`;
  if (run.vertical === 'subscript') html = `<sub>${html}</sub>`;
  if (run.italic) html = `<em>${html}</em>`;
  if (run.bold) html = `<strong>${html}</strong>`;
  const isWeb = run.link !== undefined && /^https?:\/\//iu.test(run.link);
  return isWeb ? `<a href="${escapeHtml(run.link ?? '')}">${html}</a>` : html;
}
