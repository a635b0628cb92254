import type { Nodes } from 'mdast';
import { type Finding, readSuppressions } from '../../check.ts';
import type { Study } from '../../study.ts';
import { type MarkdownDocument, rangeOf, reparseMarkdown } from '../../blocks.ts';
import { encloses, moveRange, type Range } from '../../text.ts';

/** A comment that silences a finding when inserted. Offsets count in the file of the finding. */
export interface IgnoreComment {
  readonly at: number;
  readonly text: string;
  /** Where the placeholder for the reason is once the text is inserted. The person writes it next. */
  readonly reason: Range;
}

const placeholderReason = 'reason';

/**
 * The comment that silences a finding, on a line of its own above the finding's block.
 * @returns undefined if no comment can: in front matter, in files that are not Markdown, for findings about comments
 */
export function ignoreComment(finding: Finding, study: Study): IgnoreComment | undefined {
  const analysis = study.byUri.get(finding.uri);
  if (!analysis || !('document' in analysis) || finding.check === 'suppression/unused') return undefined;
  const { document } = analysis;
  // A finding with an empty range is about the whole file. It stays at the beginning, above any comment.
  if (finding.range.end <= finding.range.start) return undefined;
  for (const block of enclosingBlocks(document, finding.range)) {
    const comment = commentAbove(document.text, block, finding);
    if (silences(comment, document, finding)) return comment;
  }
  return undefined;
}

/** The blocks around a range that may have a comment above them, innermost first. */
function enclosingBlocks({ chunks }: MarkdownDocument, range: Range): Range[] {
  const blocks: Range[] = [];
  const walk = (nodes: readonly Nodes[], origin: number): void => {
    for (const node of nodes) {
      const own = rangeOf(node, origin);
      if (!encloses(own, range)) continue;
      blocks.unshift(own);
      // Block quotations, tables and notes count as one block. Items of lists have blocks of their own.
      if (node.type === 'list') for (const item of node.children) walk(item.children, origin);
    }
  };
  for (const { chunk, start } of chunks)
    if (start <= range.start && range.end <= start + chunk.text.length) walk(chunk.blocks, start);
  return blocks;
}

function commentAbove(text: string, block: Range, { check }: Finding): IgnoreComment {
  const lineStart =
    Math.max(text.lastIndexOf('\n', block.start - 1), text.lastIndexOf('\r', block.start - 1)) + 1;
  // Text before the block in its line either begins it (`- `) or belongs on each line (`> `).
  const indent = text.slice(lineStart, block.start).replace(/[^\s>]/gu, ' ');
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const opening = `<!-- pilcrow-ignore ${check}: `;
  const start = block.start + opening.length;
  return {
    at: block.start,
    text: `${opening}${placeholderReason} -->${lineEnd}${indent}`,
    reason: { start, end: start + placeholderReason.length },
  };
}

/** Whether the comment silences the finding and changes the meaning of no other comment. */
function silences({ at, text }: IgnoreComment, document: MarkdownDocument, finding: Finding): boolean {
  const next = document.text.slice(0, at) + text + document.text.slice(at);
  const now = readSuppressions(reparseMarkdown(document, next));
  const before = readSuppressions(document);
  const own = now.find(({ range }) => range.start === at);
  const place = moveRange(finding.range, text.length);
  if (own?.check !== finding.check || own.scope === undefined || !encloses(own.scope, place)) return false;
  return now.length === before.length + 1;
}
