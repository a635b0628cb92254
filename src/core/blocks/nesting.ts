import type { Nodes, Root } from 'mdast';

/**
 * Nesting beyond what anybody writes: at that depth Markdown's own parser takes quadratic time, and whatever walks the
 * tree would exhaust the stack.
 */
const deepest = 50;
/** A level of a list or quotation takes at least two columns of its line's beginning, or one `>`. */
const widestPrefix = 2 * deepest;
/** Stands in for a mark that would open one more level. It means nothing in Markdown and keeps every offset. */
const inert = '\uFFFD';

/** White space and the marks that open quotations, lists and notes, at the beginning of a line. */
const prefix = /^(?:[ \t]|>|[-+*](?=[ \t]|$)|[0-9]{1,9}[.)](?=[ \t]|$)|\[\^[^\]\s]{1,200}\]:)+/;
/** What opens a level: a note's label as a whole, and the sign of a list or quotation. */
const opener = /\[\^[^\]\s]{1,200}\]:|[>+*\-.)]/g;

/**
 * A text of the same length in which no line opens more than about fifty levels of quotations, lists or notes: marks
 * beyond are made inert. Any text that people write comes back as it is. Each line is looked at by itself.
 */
export function limitNesting(text: string): string {
  return mayNestDeeply.test(text) ? text.replace(/[^\r\n]+/g, limitLine) : text;
}

/** A cheap look: a line that opens with as much as fifty levels take, or with a note, which takes any width. */
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

/** Whether every node of a tree can be reached by recursion without danger. Does not recurse itself. */
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
 * A text as plain paragraphs parted by blank lines: what is left of a document that cannot be read as Markdown.
 * @param from where they begin
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
