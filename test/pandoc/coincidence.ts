/**
 * Pandoc reads the text in brackets separately, but remembers only line and column of the last word it saw. So it
 * takes a key, quotation mark or `_` for the rest of a word if an earlier word in brackets ended at the same column.
 * In `^[I] [-@a]{.y}` it finds no citation, in `^[Ia] [-@a]{.y}` it does. Pilcrow does not do this
 * (docs/pandoc-differences.md).
 */

interface Bracket {
  readonly from: number;
  readonly to: number;
}

const padding = 'q'.repeat(40);

/** The text with longer words where such a coincidence is possible. Undefined if none is. */
export function withoutCoincidence(text: string): string | undefined {
  const all = brackets(text);
  const ends = new Set<number>();
  for (const bracket of all) {
    const marks = new Set(
      all
        .filter(({ from }) => from > bracket.to)
        .flatMap((later) => places(text, later, /[-@'"‘“_&]/gu).map((at) => column(text, later, at))),
    );
    for (const end of places(text, bracket, /(?<=[\p{L}\p{N}.][*_]*)(?![\p{L}\p{N}.])/gu))
      if (marks.has(column(text, bracket, end))) ends.add(endOfWord(text, end));
  }
  if (ends.size === 0) return undefined;
  const sorted = [...ends].sort((a, b) => b - a);
  return sorted.reduce((out, at) => out.slice(0, at) + padding + out.slice(at), text);
}

function brackets(text: string): Bracket[] {
  const open: number[] = [];
  const found: Bracket[] = [];
  for (const { 0: mark, index } of text.matchAll(/[[\]]/g)) {
    if (mark === '[') open.push(index + 1);
    else {
      const from = open.pop();
      if (from !== undefined) found.push({ from, to: index });
    }
  }
  // Superscripts and subscripts are read separately, too.
  for (const { 0: script, index } of text.matchAll(/([\^~])[^\s^~]+\1/g))
    found.push({ from: index + 1, to: index + script.length - 1 });
  return found.sort((a, b) => a.to - b.to);
}

function places(text: string, { from, to }: Bracket, what: RegExp): number[] {
  return [...text.slice(from, to).matchAll(what)].map((match) => from + match.index);
}

/** Line and column within the brackets. Prefixes of block quotations and lists do not count. */
function column(text: string, { from }: Bracket, at: number): string {
  const lines = text.slice(from, at).split('\n');
  return `${lines.length}:${[...(lines[lines.length - 1] ?? '')].length}`;
}

function endOfWord(text: string, end: number): number {
  return end - (/[*_]*$/.exec(text.slice(0, end))?.[0].length ?? 0);
}
