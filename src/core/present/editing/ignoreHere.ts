import type { Nodes } from 'mdast';
import type { Finding } from '../../check.ts';
import type { Study } from '../../study.ts';
import { type MarkdownDocument, readSuppressions, reparseMarkdown } from '../../blocks.ts';
import { encloses, moveRange, type Range } from '../../text.ts';

/** A comment to be inserted that silences a finding. Offsets are into its file. */
export interface IgnoreComment {
  readonly at: number;
  readonly text: string;
  /** Where in the file the reason stands once the text is inserted: what the person writes next. */
  readonly reason: Range;
}

const placeholder = 'reason';

/**
 * The comment that silences one finding, on a line of its own above the block that the finding stands in.
 * @returns undefined where no comment can: in front matter, in files that are no Markdown, of findings about comments
 */
export function ignoreComment(finding: Finding, study: Study): IgnoreComment | undefined {
  const analysis = study.byUri.get(finding.uri);
  if (!analysis || !('document' in analysis) || finding.check === 'suppression/unused') return undefined;
  const { document } = analysis;
  // What has no extent is about the file, and stands at its beginning whatever comes in there.
  if (finding.range.end <= finding.range.start) return undefined;
  for (const block of blocksAround(document, finding.range)) {
    const comment = commentAbove(document.text, block, finding);
    if (silences(comment, document, finding)) return comment;
  }
  return undefined;
}

/** The blocks that hold a range and may have a comment above them, the innermost first. */
function blocksAround({ chunks }: MarkdownDocument, range: Range): Range[] {
  const blocks: Range[] = [];
  const walk = (nodes: readonly Nodes[], origin: number): void => {
    for (const node of nodes) {
      const own = rangeOf(node, origin);
      if (!encloses(own, range)) continue;
      blocks.unshift(own);
      // A block quotation is one block, as what it quotes is; so is a table, and a note. Items of lists have blocks of their own.
      if (node.type === 'list') for (const item of node.children) walk(item.children, origin);
    }
  };
  for (const { chunk, start } of chunks)
    if (start <= range.start && range.end <= start + chunk.text.length) walk(chunk.blocks, start);
  return blocks;
}

function rangeOf(node: Nodes, origin: number): Range {
  const start = node.position?.start.offset ?? 0;
  return { start: origin + start, end: origin + (node.position?.end.offset ?? start) };
}

function commentAbove(text: string, block: Range, { check }: Finding): IgnoreComment {
  const lineStart =
    Math.max(text.lastIndexOf('\n', block.start - 1), text.lastIndexOf('\r', block.start - 1)) + 1;
  // What stands before a block in its line opens it (`- `) or goes on on every line (`> `).
  const indent = text.slice(lineStart, block.start).replace(/[^\s>]/gu, ' ');
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const opening = `<!-- pilcrow-ignore ${check}: `;
  const start = block.start + opening.length;
  return {
    at: block.start,
    text: `${opening}${placeholder} -->${lineEnd}${indent}`,
    reason: { start, end: start + placeholder.length },
  };
}

/** Whether the finding is silenced once the comment is there, and no comment that was there means something else. */
function silences({ at, text }: IgnoreComment, document: MarkdownDocument, finding: Finding): boolean {
  const next = document.text.slice(0, at) + text + document.text.slice(at);
  const now = readSuppressions(reparseMarkdown(document, next));
  const before = readSuppressions(document);
  const own = now.find(({ range }) => range.start === at);
  const place = moveRange(finding.range, text.length);
  if (own?.check !== finding.check || own.scope === undefined || !encloses(own.scope, place)) return false;
  return now.length === before.length + 1;
}
