import type { Nodes } from 'mdast';
import type { CitingFile } from '../../study.ts';
import { nodesNear } from '../../citations.ts';
import { isOpaque } from '../passages.ts';

/** The text around the cursor in its paragraph, as written. */
export interface Surroundings {
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

/** The most of a paragraph that is read on either side. No person quotes more at once. UTF-16 code units. */
const maxReachUnits = 4000;
const blankQuotedLine = /^[ \t>]*$/;

/**
 * The paragraph around an offset. Undefined in code, HTML, front matter and addresses, where nothing is completed.
 */
export function surroundingsOf(file: CitingFile, offset: number): Surroundings | undefined {
  const { document, text } = file;
  if (isOpaque(document, offset) || nodesNear(document, offset).some((node) => isOpenAt(node, offset, text)))
    return undefined;
  const before = paragraphBefore(file.text, offset);
  if (isUnfinishedFrontMatter(file.text, offset) || isUnfinishedCode(before) || isAddress(before))
    return undefined;
  return { offset, before, after: paragraphAfter(file.text, offset) };
}

function paragraphBefore(text: string, offset: number): string {
  const lines = text.slice(Math.max(0, offset - maxReachUnits), offset).split(/\r\n|\r|\n/);
  const blank = lines.findLastIndex((line, index) => index < lines.length - 1 && blankQuotedLine.test(line));
  return lines.slice(blank + 1).join('\n');
}

function paragraphAfter(text: string, offset: number): string {
  const lines = text.slice(offset, offset + maxReachUnits).split(/\r\n|\r|\n/);
  const blank = lines.findIndex((line, index) => index > 0 && blankQuotedLine.test(line));
  return (blank < 0 ? lines : lines.slice(0, blank)).join('\n');
}

/** Whether the node is a code fence or comment that is still open at the cursor. */
function isOpenAt(node: Nodes, offset: number, text: string): boolean {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return false;
  if (offset <= start.offset || offset > end.offset) return false;
  if ('children' in node) return node.children.some((child) => isOpenAt(child, offset, text));
  if (offset !== end.offset) return false;
  const written = text.slice(start.offset, end.offset);
  if (node.type === 'html') return written.startsWith('<!--') && !written.endsWith('-->');
  return node.type === 'code' && !/\n[ \t>]*(?:`{3,}|~{3,})[ \t]*$/.test(written);
}

/** Whether a person is writing front matter: a first line `---` that is not closed, and no blank line since. */
function isUnfinishedFrontMatter(text: string, offset: number): boolean {
  if (!/^---[ \t]*\r?\n/.test(text)) return false;
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return !lines.slice(1).some((line) => /^(?:---|\.\.\.)?[ \t]*$/.test(line));
}

/** Whether inline code is open at the end. */
function isUnfinishedCode(before: string): boolean {
  let open = 0;
  for (const { 0: run, index } of before.matchAll(/`+/g)) {
    if (open === 0 && before.charAt(index - 1) === '\\') continue;
    if (open === 0) open = run.length;
    else if (open === run.length) open = 0;
  }
  return open > 0;
}

/** Whether the cursor is in a web address or in the target of a link. */
function isAddress(before: string): boolean {
  return /(?:[a-z][a-z0-9+.-]*:\/\/|\bwww\.)[^\s<>"“”]*$/iu.test(before) || /\]\([^()\s]*$/.test(before);
}
