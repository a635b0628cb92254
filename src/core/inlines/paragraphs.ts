import type { Line } from './blockText.ts';

/** Marks at the start of a line that open a block in Pandoc, but stay in the paragraph in CommonMark. */
const exampleMark = /^(?:\((?=[^.]*\)))?@((?:[\p{L}\p{N}]+|[_-][\p{L}\p{N}]+)*)[.)](?:[ \t]+|$)/u;
const definitionMark = /^[:~][ \t]+/;
/** More than attributes or one word after `:::` makes the line text: a formatter that wraps lines may have joined them. */
const divFence = /^:::+[ \t]*(?:$|(?:\{(?:[^{}"'@[]|"[^"]*"|'[^']*')*\}|[^\s{]\S*)[ \t]*:*[ \t]*$)/;
/** The first characters of the three patterns. */
const mayOpen = new Set([...'(@:~'].map((mark) => mark.charCodeAt(0)));

/**
 * Splits a CommonMark paragraph where Pandoc starts a block: numbered examples (`(@label) text`), terms and their
 * definitions (`: text`), fences of divs (`:::`). Adds the labels of examples to `examples`.
 */
export function splitParagraph(
  text: string,
  lines: readonly Line[],
  examples?: Set<string>,
): (readonly Line[])[] {
  if (!lines.some(({ start }) => mayOpen.has(text.charCodeAt(start)))) return [lines];
  const parts: Line[][] = [[]];
  let kind: 'text' | 'examples' | 'definitions' = 'text';
  lines.forEach((line, index) => {
    const content = text.slice(line.start, line.end);
    const part = parts[parts.length - 1] ?? [];
    const opens = (mark: RegExpExecArray): void => {
      parts.push([{ ...line, start: line.start + mark[0].length }]);
    };
    const example =
      index === 0 || part.length === 0 || kind === 'examples' ? exampleMark.exec(content) : null;
    const definition = index < 2 || kind === 'definitions' ? definitionMark.exec(content) : null;
    if (example) {
      if (example[1]) examples?.add(example[1]);
      kind = 'examples';
      opens(example);
    } else if (definition) {
      kind = 'definitions';
      opens(definition);
    } else if (divFence.test(content)) {
      parts.push([]);
    } else part.push(line);
  });
  return parts.filter((part) => part.length > 0);
}
