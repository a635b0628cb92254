import { type BlockLine, definitionTextAt, isDashedLine, type ItemMark, itemMarkAt } from '../blockLines.ts';
import { type DraftNode, type DraftRegion } from './draftNode.ts';
import type { RegionLines } from './regionLines.ts';

/**
 * Blocks of Pandoc that marks at the start of their lines make: numbered examples, `(@label)`, lists numbered with letters
 * or roman numerals, definition lists and line blocks (Text.Pandoc.Readers.Markdown of Pandoc 3.10).
 */

/** Reads a list whose marks CommonMark does not know; undefined where none begins. */
export function readMarkedList(lines: RegionLines): DraftRegion | undefined {
  const first = lines.line(0);
  const opening = first && itemMarkAt(lines.text, first.start, first.end);
  if (!opening) return undefined;
  const children: DraftNode[] = [];
  let next = 0;
  for (;;) {
    const line = lines.line(next);
    const mark = line && itemMarkAt(lines.text, line.start, line.end, opening.style);
    if (!mark) break;
    const item = readItem(lines, next, mark, opening.style);
    children.push(item.node);
    next = item.next;
    let filled = next;
    while (lines.line(filled) && lines.isBlank(filled)) filled++;
    const behind = lines.line(filled);
    if (!behind || !itemMarkAt(lines.text, behind.start, behind.end, opening.style)) break;
    next = filled;
  }
  const end = lines.line(next - 1)?.end ?? lines.start;
  return { node: { type: 'list', children, start: lines.start, end }, next };
}

/** How far in the lines of a numbered example stand, however long its label is. */
const exampleIndent = 4;

/** Reads one item: its paragraph with lazy lines, and what is indented as far as its text. */
function readItem(lines: RegionLines, at: number, mark: ItemMark, style: string): DraftRegion {
  const width = style.includes('@') ? exampleIndent : mark.width;
  const first = lines.line(at) ?? { start: lines.start, end: lines.start, next: lines.start };
  const content: BlockLine[] = [{ ...first, start: Math.min(first.start + mark.width, first.end) }];
  let next = at + 1;
  for (;;) {
    const line = lines.line(next);
    if (!line) break;
    if (lines.isBlank(next)) {
      let filled = next;
      while (lines.line(filled) && lines.isBlank(filled)) filled++;
      const behind = lines.line(filled);
      if (!behind || indentation(lines.text, behind) < width) break;
      for (; next < filled; next++) content.push(lines.line(next) ?? line);
      continue;
    }
    const indent = indentation(lines.text, line);
    if (indent < width && endsItem(lines, line, style)) break;
    content.push({ ...line, start: line.start + Math.min(indent, width) });
    next++;
  }
  const end = content[content.length - 1]?.end ?? first.end;
  const node = { type: 'listItem', lines: content, holds: 'blocks', start: first.start, end } as const;
  return { node: mark.label ? { ...node, label: mark.label } : node, next };
}

const otherBlock = / {0,3}(?:(?:[-+*]|[0-9]{1,9}[.)])(?=[ \t]|$)|`{3}|~{3}|:{3,}\s*$)/my;

/** Whether a line that is not indented ends an item rather than continues its paragraph. */
function endsItem({ text }: RegionLines, { start, end }: BlockLine, style: string): boolean {
  otherBlock.lastIndex = start;
  return (
    otherBlock.test(text) ||
    itemMarkAt(text, start, end, style) !== undefined ||
    itemMarkAt(text, start, end) !== undefined
  );
}

function indentation(text: string, { start, end }: BlockLine): number {
  let at = start;
  while (at < end && text.charCodeAt(at) === 32) at++;
  return text.charCodeAt(at) === 9 ? at - start + 4 : at - start;
}

const noTerm =
  / {0,3}(?:#{1,6}(?:[ \t]|$)|[-+*](?:[ \t]|$)|`{3}|~{3}|<|>|\||\[[^\]\r\n]*\]:|[:~][ \t]|:{3})| {4}|\t/my;

/**
 * Returns the index of the line that defines the term on a line; undefined where it is none.
 * @param isFirst whether the term would begin a list: then the line may be the caption of a table instead
 */
function definitionOf(lines: RegionLines, term: number, isFirst: boolean): number | undefined {
  const line = lines.line(term);
  if (!line || lines.isBlank(term)) return undefined;
  noTerm.lastIndex = line.start;
  if (noTerm.test(lines.text)) return undefined;
  const at = lines.isBlank(term + 1) ? term + 2 : term + 1;
  const next = lines.line(at);
  if (!next || definitionTextAt(lines.text, next.start) === undefined) return undefined;
  return isFirst && at === term + 2 && isCaptionOfNext(lines, at) ? undefined : at;
}

/** Whether a line that may define a term is the caption of a table that follows it. */
function isCaptionOfNext(lines: RegionLines, at: number): boolean {
  if (lines.isFilled(at + 1)) return false;
  let table = at + 1;
  while (lines.line(table) && lines.isBlank(table)) table++;
  const content = lines.content(table) ?? '';
  return (
    isDashedLine(content) ||
    isDashedLine(lines.content(table + 1)) ||
    /^ {0,3}\+[:=-]/.test(content) ||
    pipeRow.test(lines.content(table + 1) ?? '')
  );
}

/** Reads a definition list; undefined where none begins. */
export function readDefinitionList(lines: RegionLines): DraftRegion | undefined {
  const children: DraftNode[] = [];
  let next = 0;
  let end = lines.start;
  for (let term = 0; ;) {
    let at = definitionOf(lines, term, children.length === 0);
    const line = lines.line(term);
    if (at === undefined || !line) break;
    children.push({
      type: 'definitionTerm',
      lines: [line],
      holds: 'inlines',
      start: line.start,
      end: line.end,
    });
    while (at !== undefined) {
      const definition = readDefinition(lines, at);
      children.push(definition.node);
      ({ next } = definition);
      end = definition.node.end;
      at = [next, next + 1].find((index) => {
        const behind = lines.line(index);
        return (
          behind &&
          (index === next || lines.isBlank(next)) &&
          definitionTextAt(lines.text, behind.start) !== undefined
        );
      });
    }
    term = next;
    while (lines.line(term) && lines.isBlank(term)) term++;
  }
  return children.length === 0
    ? undefined
    : { node: { type: 'definitionList', children, start: lines.start, end }, next };
}

/** Reads one definition: the text behind its mark, lazy lines, and what is indented. */
function readDefinition(lines: RegionLines, at: number): DraftRegion {
  const { text } = lines;
  const first = lines.line(at) ?? { start: lines.start, end: lines.start, next: lines.start };
  const textStart = definitionTextAt(text, first.start) ?? first.start;
  // Since Pandoc 3 the text of a definition stands as far in as its first line does.
  const width = text.charCodeAt(textStart - 1) === 9 ? 4 : textStart - first.start;
  const content: BlockLine[] = [{ ...first, start: textStart }];
  let next = at + 1;
  for (;;) {
    const line = lines.line(next);
    if (!line) break;
    let filled = next;
    while (lines.line(filled) && lines.isBlank(filled)) filled++;
    const behind = lines.line(filled);
    const indent = behind ? indentation(text, behind) : 0;
    if (!behind || (filled > next && indent < width)) break;
    if (indent < width && definitionTextAt(text, behind.start) !== undefined) break;
    for (; next < filled; next++) content.push(lines.line(next) ?? line);
    content.push({ ...behind, start: behind.start + indentUnits(text, behind, width) });
    next = filled + 1;
  }
  const end = content[content.length - 1]?.end ?? first.end;
  return {
    node: { type: 'definitionDescription', lines: content, holds: 'blocks', start: first.start, end },
    next,
  };
}

/** Returns the number of units that make the indentation of a definition: `width` spaces or a tab. */
function indentUnits(text: string, { start, end }: BlockLine, width: number): number {
  let at = start;
  while (at < end && at - start < width && text.charCodeAt(at) === 32) at++;
  return at < end && at - start < width && text.charCodeAt(at) === 9 ? at - start + 1 : at - start;
}

const verseMark = /\|(?:[ \t]|(?=\r|\n|$))/y;
/** The second line of a pipe table. */
const pipeRow = /^(?=[^|]*\|)[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:[|+][ \t]*:?-+:?[ \t]*)*[|+]?[ \t]*$/;

/** Reads a line block; undefined where none begins. */
export function readLineBlock(lines: RegionLines): DraftRegion | undefined {
  if (pipeRow.test(lines.content(1) ?? '') || pipeRow.test(lines.content(0) ?? '')) return undefined;
  const children: DraftNode[] = [];
  let next = 0;
  for (; ; next++) {
    const line = lines.line(next);
    if (!line) break;
    verseMark.lastIndex = line.start;
    if (verseMark.test(lines.text)) {
      const start = Math.min(verseMark.lastIndex, line.end);
      children.push({
        type: 'verseLine',
        lines: [{ ...line, start }],
        holds: 'inlines',
        start: line.start,
        end: line.end,
      });
      continue;
    }
    const last = children[children.length - 1];
    const isIndented = /[ \t]/.test(lines.text.charAt(line.start));
    if (!last?.lines || lines.isBlank(next) || !isIndented) break;
    children[children.length - 1] = { ...last, lines: [...last.lines, line], end: line.end };
  }
  const end = lines.line(next - 1)?.end ?? lines.start;
  return children.length === 0
    ? undefined
    : { node: { type: 'lineBlock', children, start: lines.start, end }, next };
}
