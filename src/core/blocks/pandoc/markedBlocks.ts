import type { BlockLine } from '../blockLines.ts';
import { isDashedLine } from './dashedTables.ts';
import { type DraftNode, type DraftRegion } from './draftNode.ts';
import type { RegionLines } from './regionLines.ts';

/**
 * Blocks of Pandoc that marks at the start of their lines make: numbered examples, `(@label)`, lists numbered with letters
 * or roman numerals, definition lists and line blocks (Text.Pandoc.Readers.Markdown of Pandoc 3.10).
 */

const roman = 'm{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})';
const label = `@(?:[\\p{L}\\p{N}]|[_-](?=[\\p{L}\\p{N}]))*|#|[0-9]{1,9}|(?=[ivxlcdm])${roman}|(?=[IVXLCDM])${roman.toUpperCase()}|[A-Za-z]`;
/** The mark of an item, and the space after it. The groups are what opens it, its number, and what closes it. */
const itemMark = new RegExp(`( {0,3})(\\(?)(${label})([.)])(?:([ \\t]+)|(?=\\r|\\n|$))`, 'uy');

/** How the items of a list are marked; items of another style begin another list. */
interface ItemMark {
  readonly style: string;
  /** Number of units of the mark, with the indentation before it and the space after it. */
  readonly width: number;
  readonly label: string | undefined;
}

/** Whether a line begins an item of a list that CommonMark does not know. */
export function opensMarkedItem(text: string, start: number, end: number): boolean {
  return itemMarkAt(text, start, end, undefined) !== undefined;
}

/** @param style that of the list so far: `i.` may be a letter or a roman numeral */
function itemMarkAt(
  text: string,
  start: number,
  end: number,
  style: string | undefined,
): ItemMark | undefined {
  itemMark.lastIndex = start;
  const found = itemMark.exec(text);
  if (!found || itemMark.lastIndex > end) return undefined;
  const [whole, , open = '', number = '', close = '', space = ''] = found;
  if (open === '(' && close !== ')') return undefined;
  const isNumber = /^[0-9]/.test(number);
  // CommonMark reads these; and Pandoc reads neither initials nor pages as the mark of an item.
  if (isNumber && open === '' && style !== '1' + close) return undefined;
  if (number === 'p' && close === '.' && /[0-9]/.test(text.charAt(itemMark.lastIndex))) return undefined;
  if (/^[A-Z]$/.test(number) && close === '.' && space.length < 2 && !space.includes('\t')) return undefined;
  const kinds = kindsOf(number).map((kind) => open + kind + close);
  const kind = style === undefined ? kinds[0] : kinds.find((each) => each === style);
  if (kind === undefined) return undefined;
  return {
    style: kind,
    width: whole.length,
    label: number.startsWith('@') ? number.slice(1) : undefined,
  };
}

/** The styles that a number may have, the likeliest first. */
function kindsOf(number: string): string[] {
  if (number.startsWith('@')) return ['@'];
  if (number === '#') return ['#'];
  if (/^[0-9]/.test(number)) return ['1'];
  const isLower = number === number.toLowerCase();
  const letter = isLower ? 'a' : 'A';
  const numeral = isLower ? 'i' : 'I';
  if (number.length > 1) return [numeral];
  if (/[ivx]/i.test(number)) return [numeral, letter];
  return /[lcdm]/i.test(number) ? [letter, numeral] : [letter];
}

/** Reads a list whose marks CommonMark does not know; undefined where none begins. */
export function readMarkedList(lines: RegionLines): DraftRegion | undefined {
  const first = lines.line(0);
  const opening = first && itemMarkAt(lines.text, first.start, first.end, undefined);
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

/** Reads one item: its paragraph with lazy lines, and what is indented as far as its text. */
function readItem(lines: RegionLines, at: number, mark: ItemMark, style: string): DraftRegion {
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
      if (!behind || indentation(lines.text, behind) < mark.width) break;
      for (; next < filled; next++) content.push(lines.line(next) ?? line);
      continue;
    }
    const indent = indentation(lines.text, line);
    if (indent < mark.width && endsItem(lines, line, style)) break;
    content.push({ ...line, start: line.start + Math.min(indent, mark.width) });
    next++;
  }
  const end = content[content.length - 1]?.end ?? first.end;
  const node = { type: 'listItem', lines: content, holds: 'blocks', start: first.start, end } as const;
  return { node: mark.label ? { ...node, label: mark.label } : node, next };
}

const otherBlock = / {0,3}(?:[-+*](?=[ \t]|$)|`{3}|~{3}|:{3,}\s*$)/my;

/** Whether a line that is not indented ends an item rather than continues its paragraph. */
function endsItem({ text }: RegionLines, { start, end }: BlockLine, style: string): boolean {
  otherBlock.lastIndex = start;
  return (
    otherBlock.test(text) ||
    itemMarkAt(text, start, end, style) !== undefined ||
    opensMarkedItem(text, start, end)
  );
}

function indentation(text: string, { start, end }: BlockLine): number {
  let at = start;
  while (at < end && text.charCodeAt(at) === 32) at++;
  return text.charCodeAt(at) === 9 ? at - start + 4 : at - start;
}

/** The mark of a definition, `:` or `~`. */
const definitionMark = /( {0,3})[:~](?: {1,3}|\t)(?=[^\r\n])/y;
const noTerm =
  / {0,3}(?:#{1,6}(?:[ \t]|$)|[-+*](?:[ \t]|$)|`{3}|~{3}|<|>|\||\[[^\]\r\n]*\]:|[:~][ \t]|:{3})| {4}|\t/my;

/** Whether a line begins with the mark of a definition. */
export function opensDefinition(text: string, start: number): boolean {
  definitionMark.lastIndex = start;
  return definitionMark.test(text);
}

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
  if (!next || !opensDefinition(lines.text, next.start)) return undefined;
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
        return behind && (index === next || lines.isBlank(next)) && opensDefinition(lines.text, behind.start);
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
  definitionMark.lastIndex = first.start;
  definitionMark.test(text);
  const textStart = Math.max(first.start, definitionMark.lastIndex);
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
    if (indent < width && opensDefinition(text, behind.start)) break;
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

const verseMark = /\|(?: |(?=\r|\n|$))/y;
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
    if (!last?.lines || lines.isBlank(next) || lines.text.charCodeAt(line.start) !== 32) break;
    children[children.length - 1] = { ...last, lines: [...last.lines, line], end: line.end };
  }
  const end = lines.line(next - 1)?.end ?? lines.start;
  return children.length === 0
    ? undefined
    : { node: { type: 'lineBlock', children, start: lines.start, end }, next };
}
