import type { Nodes } from 'mdast';

/**
 * Returns the stretches of a text where attributes and raw HTML may define identifiers: everything but code and comments.
 * Of fenced code, the opening line is included.
 * @param nodes their positions are offsets into `text`
 */
export function readBlocksWithAttributes(nodes: readonly Nodes[], text: string): string[] {
  const stretches: string[] = [];
  let from = 0;
  const leaveOut = (start: number, end: number): void => {
    if (start > from) stretches.push(text.slice(from, start));
    from = Math.max(from, end);
  };
  const visit = (node: Nodes): void => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    if (node.type === 'code' && /^(?:`{3}|~{3})/.test(text.slice(start, start + 3))) {
      const line = /^.*/.exec(text.slice(start, end))?.[0].length ?? 0;
      leaveOut(start + line, end);
    } else if (node.type === 'inlineCode') leaveOut(start, end);
    else if (node.type === 'html' && node.value.startsWith('<!--') && node.value.trimEnd().endsWith('-->'))
      leaveOut(start, end);
    else if ('children' in node) node.children.forEach(visit);
  };
  nodes.forEach(visit);
  leaveOut(text.length, text.length);
  return stretches;
}
