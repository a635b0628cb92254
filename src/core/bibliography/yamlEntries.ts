import type { Range } from '../text.ts';

/**
 * Finds the entries of a YAML list without parsing it. The list starts at a line `references:` (or, in a file of its own,
 * at the first `-`). Its entries are the `-` items at the indentation of the first, up to a line that is indented less.
 */
export function splitYamlEntries(text: string, alone: boolean): readonly Range[] {
  const heading = /^(["']?)references\1[ \t]*:[ \t]*(?:#[^\n\r]*)?$/m.exec(text);
  if (heading === null && !alone) return [];
  const starts: number[] = [];
  let indentation: number | undefined;
  let end = text.length;
  for (const line of yamlLinesFrom(text, heading ? heading.index + heading[0].length : 0)) {
    const match = /^([ \t]*)(\S.*)$/.exec(text.slice(line.start, line.end));
    const [, indent = '', words = ''] = match ?? [];
    if (match === null || words.startsWith('#') || (indentation === undefined && words === '---')) continue;
    const isItem = /^-(?:\s|$)/.test(words);
    if (indentation === undefined) {
      if (!isItem) break;
      indentation = indent.length;
    }
    if (isItem && indent.length === indentation) starts.push(line.start);
    else if (indent.length <= indentation) {
      end = line.start;
      break;
    }
  }
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? end }));
}

function* yamlLinesFrom(text: string, from: number): Generator<Range> {
  for (let start = from; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    yield { start, end };
    start = end + 1;
  }
}
