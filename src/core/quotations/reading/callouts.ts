import type { Blockquote } from 'mdast';

/** Callouts for quotations. Others, as `> [!NOTE]`, contain the writer's own words. */
export const quotingCallouts = new Set(['quote', 'cite']);

/** Returns the kind of a callout, `> [!quote] Title`; undefined for a plain block quotation. */
export function calloutKind(node: Blockquote, text: string): string | undefined {
  const start = node.position?.start.offset ?? 0;
  if (!text.startsWith('[!', start + 1) && !text.startsWith('[!', start + 2)) return undefined;
  return /^>[ \t]?\[!([\p{L}-]{1,40})\]/u.exec(text.slice(start, start + 60))?.[1]?.toLowerCase();
}
