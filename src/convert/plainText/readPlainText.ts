import { appendAll } from '../../core/text.ts';
import {
  type Block,
  bulletOf,
  dividesWord,
  isRule,
  type LineMark,
  noteLabelOf,
  orderedOf,
  type Page,
  pageBlocks,
  plainOf,
  splitPages,
} from '../blocks.ts';
import {
  closeDoubleSpacing,
  groupLines,
  isFull,
  measure,
  readLines,
  withoutPageSign,
  type Layout,
  type TextLine,
} from './lines.ts';
import { withoutPages } from './printedPages.ts';
import { withoutContents } from './textContents.ts';
import { TextStyles } from './textStyles.ts';
import { Hyphenation } from './hyphenation.ts';

/**
 * Reads plain text. Joins wrapped lines and finds verse, underlined headings and rules. The structure rules do the
 * rest.
 */
export function readPlainText(text: string): Page {
  const pageless = withoutPages(readLines(text));
  const body = withoutContents(pageless.lines);
  const groups = closeDoubleSpacing(groupLines(body.lines));
  const styles = new TextStyles(text);
  const layout = measure(groups);
  const hyphenation = new Hyphenation(text);
  const blocks: Block[] = [];
  for (const group of groups) {
    const parts =
      layout.mode === 'long' ? group.lines.map((line) => [line]) : splitGroup(group.lines, layout);
    let gap = group.gap;
    for (const part of joinVerse(parts, layout)) {
      addBlock(blocks, part, gap, { layout, hyphenation, styles });
      gap = 0;
    }
  }
  return { format: 'text', blocks, metadata: {}, dropped: [...pageless.dropped, ...body.dropped] };
}

interface TextPart {
  readonly lines: readonly TextLine[];
  readonly verse: boolean;
}

/**
 * Splits a group of wrapped lines after a line that is not full, before an item and before an indented first line.
 */
function splitGroup(lines: readonly TextLine[], layout: Layout): TextLine[][] {
  const parts: TextLine[][] = [];
  let current: TextLine[] = [];
  for (const line of lines) {
    const last = current.at(-1);
    if (last !== undefined && begins(line, last, current, layout)) {
      parts.push(current);
      current = [];
    }
    current.push(line);
  }
  if (current.length > 0) parts.push(current);
  return parts;
}

function begins(line: TextLine, last: TextLine, current: readonly TextLine[], layout: Layout): boolean {
  const first = current[0] ?? last;
  if (isRule(line.text) || isRule(last.text)) return true;
  if (dividesWord(last.text, withoutPageSign(line.text))) return false;
  if (!isFull(last, line, layout)) return true;
  if (startsItem(withoutPageSign(first.text), withoutPageSign(line.text))) return true;
  return (
    line.indent >= last.indent + 2 && last.indent <= layout.indent && /[.?!:]["'”’)\]]*$/u.test(last.text)
  );
}

/**
 * Whether a line has the next number, or the same bullet, as the line its block began with. Chance would not do that.
 */
function startsItem(first: string, line: string): boolean {
  const bullet = bulletOf(first);
  if (bullet !== undefined) return bulletOf(line) === bullet;
  const note = noteLabelOf(first);
  const nextNote = noteLabelOf(line);
  if (note && nextNote?.form === note.form && nextNote.number === note.number + 1) return true;
  const item = orderedOf(first);
  const next = orderedOf(line);
  return item !== undefined && next?.form === item.form && next.value === item.value + 1;
}

/** Joins three or more short lines in a row to verse, unless they are list items or most of them end a sentence. */
function joinVerse(parts: readonly (readonly TextLine[])[], layout: Layout): TextPart[] {
  const joined: TextPart[] = [];
  let run: TextLine[] = [];
  const flush = (): void => {
    if (isVerse(run)) joined.push({ lines: run, verse: true });
    else for (const line of run) joined.push({ lines: [line], verse: false });
    run = [];
  };
  for (const part of parts) {
    const [line] = part;
    if (line !== undefined && part.length === 1 && line.text.length < Math.min(70, layout.width * 0.9)) {
      run.push(line);
      continue;
    }
    flush();
    joined.push({ lines: part, verse: false });
  }
  flush();
  return joined;
}

function isVerse(lines: readonly TextLine[]): boolean {
  if (lines.length < 3) return false;
  const texts = lines.map((line) => line.text);
  if (
    texts.some(
      (text) =>
        isRule(text) || bulletOf(text) !== undefined || (orderedOf(text) ?? noteLabelOf(text)) !== undefined,
    )
  )
    return false;
  const words = texts.map((text) => text.split(' ').length);
  if (words.filter((count) => count >= 3).length < texts.length * 0.6) return false;
  return texts.filter((text) => !/[.?!:]["'”’)]*$/u.test(text)).length >= texts.length * 0.4;
}

/** What is known of the whole text while its blocks are made. */
interface TextReading {
  readonly layout: Layout;
  readonly hyphenation: Hyphenation;
  readonly styles: TextStyles;
}

function addBlock(
  blocks: Block[],
  part: TextPart,
  gap: number,
  { layout, hyphenation, styles }: TextReading,
): void {
  const [first] = part.lines;
  const last = part.lines.at(-1);
  if (first === undefined || last === undefined) return;
  const place = { line: first.number, endLine: last.number, gap };
  if (part.lines.length === 1 && isRule(first.text)) {
    const previous = blocks.at(-1);
    const underlined =
      gap === 0 && previous?.kind === 'paragraph' ? underlinedHeading(previous, first) : undefined;
    if (underlined) blocks[blocks.length - 1] = underlined;
    else blocks.push({ kind: 'break', runs: [], ...place });
    return;
  }
  const joined = part.verse
    ? joinTextLines(part.lines, () => '\n')
    : joinTextLines(part.lines, hyphenation.joint);
  const indent = Math.max(
    0,
    part.lines.reduce((least, line) => Math.min(least, line.indent), Infinity) - layout.indent,
  );
  const { runs: styled, lines } = styles.read(joined.text, joined.lines);
  const { before, runs, after } = splitPages(styled);
  appendAll(blocks, pageBlocks(before, place.line));
  if (runs.length > 0)
    blocks.push({ kind: part.verse ? 'verse' : 'paragraph', runs, lines, indent, ...place });
  appendAll(blocks, pageBlocks(after, place.endLine));
}

/** Returns a heading if a short line is underlined with a row of signs about as long as itself, else undefined. */
function underlinedHeading(block: Block, line: TextLine): Block | undefined {
  const { length } = plainOf(block.runs);
  if (!/^[=\-~_]+$/.test(line.text) || length > 100) return undefined;
  if (line.text.length < length * 0.6 || line.text.length > length * 1.6 + 2) return undefined;
  return {
    ...block,
    kind: 'heading',
    depth: line.text.startsWith('=') ? 1 : 2,
    sure: true,
    endLine: line.number,
  };
}

function joinTextLines(
  lines: readonly TextLine[],
  joint: (before: string, after: string) => string,
): { text: string; lines: LineMark[] } {
  const marks: LineMark[] = [];
  const parts: string[] = [];
  let length = 0;
  lines.forEach((line) => {
    let before = parts.at(-1);
    if (before !== undefined) {
      const between = joint(before, line.text);
      if (between === '\u00AD') parts[parts.length - 1] = before = before.slice(0, -1);
      const separator = between === '\u00AD' ? '' : between;
      length += separator.length - (between === '\u00AD' ? 1 : 0);
      if (separator !== '') parts.push(separator);
    }
    marks.push({ offset: length, line: line.number });
    parts.push(line.text);
    length += line.text.length;
  });
  return { text: parts.join(''), lines: marks };
}
