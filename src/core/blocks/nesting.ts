import type { Nodes, Root } from 'mdast';
import { inert } from './inlineNesting.ts';

/**
 * Maximum depth of nested blocks. Nobody writes deeper; there, Markdown's own parser takes quadratic time, and recursive
 * functions would exhaust the stack.
 */
const deepest = 50;
/** A level of a list or quotation takes at least two columns at the start of its line, or one `>`. */
const widestPrefix = 2 * deepest;

/** White space and the marks of quotations, lists and notes at the start of a line. */
const prefix = /^(?:[ \t]|>|[-+*](?=[ \t]|$)|[0-9]{1,9}[.)](?=[ \t]|$)|\[\^[^\]\s]{1,200}\]:)+/;
/** A mark that opens a level: the label of a note, or the sign of a list or quotation. */
const opener = /\[\^[^\]\s]{1,200}\]:|[>+*\-.)]/g;

/**
 * Returns a text of the same length in which no line opens more than about fifty levels of quotations, lists or notes.
 * Further marks are replaced. Any text that people write is returned unchanged. Each line is judged by itself.
 */
export function limitNesting(text: string): string {
  return mayNestDeeply.test(text) ? text.replace(/[^\r\n]+/g, limitLine) : text;
}

/**
 * A cheap test: a line starts with as many marks as fifty levels take, or with a note, which may be indented by any width.
 */
const mayNestDeeply = /(?:^|[\r\n])(?:[ \t>+*\-0-9.)]{50}|[ \t>+*\-0-9.)]*\[\^)/;

function limitLine(line: string): string {
  const opening = prefix.exec(line)?.[0] ?? '';
  if (opening.length <= deepest) return line;
  let levels = 0;
  let labels = 0;
  const limited = opening.replace(opener, (found: string, at: number) => {
    const column = at - labels;
    labels += found.length - 1;
    return ++levels > deepest || column >= widestPrefix ? found.slice(0, -1) + inert : found;
  });
  return limited + line.slice(opening.length);
}

/** Whether all nodes of a tree can be reached by recursion safely. Does not itself recurse. */
export function isShallow(tree: Root): boolean {
  const open: { readonly node: Nodes; readonly depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth > 4 * deepest) return false;
    if ('children' in next.node)
      for (const child of next.node.children) open.push({ node: child, depth: next.depth + 1 });
  }
  return true;
}

/**
 * Returns a text as plain paragraphs separated by blank lines, for a document that cannot be read as Markdown.
 * @param from the start of the paragraphs
 */
export function plainTree(text: string, from = 0): Root {
  const children = [...text.slice(from).matchAll(/(?:[^\r\n]*[^\s][^\r\n]*(?:\r\n|\r|\n|$))+/g)].map(
    (match): Root['children'][number] => {
      const value = match[0].trimEnd();
      const at = (offset: number) => ({ line: 1, column: 1, offset });
      const start = from + match.index;
      const position = { start: at(start), end: at(start + value.length) };
      return { type: 'paragraph', position, children: [{ type: 'text', value, position }] };
    },
  );
  return { type: 'root', children };
}
