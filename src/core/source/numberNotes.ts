import type { FootnoteDefinition, Nodes } from 'mdast';
import { printedTextOf, type TopBlock } from '../blocks.ts';
import type { MappedText, Range } from '../text.ts';

/** A note definition of a source, before it is numbered. */
export interface SourceNoteDefinition {
  /** As mdast gives it: lower case. */
  readonly label: string;
  readonly range: Range;
  readonly plain: MappedText;
}

/** A note definition with the number by which `n. 1` finds it. */
export interface NumberedNote extends SourceNoteDefinition {
  readonly number: number;
}

/**
 * Returns all note definitions in some blocks, at any depth, in reading order. Of equal labels the first counts, as in Markdown.
 */
function noteDefinitions(blocks: Iterable<TopBlock>, text: string): SourceNoteDefinition[] {
  const found = new Map<string, SourceNoteDefinition>();
  const visit = (node: TopBlock | Nodes): void => {
    if (node.type === 'footnoteDefinition' && !found.has(node.identifier))
      found.set(node.identifier, definition(node, text));
    if ('children' in node) for (const child of node.children) visit(child);
  };
  for (const block of blocks) visit(block);
  return [...found.values()];
}

function definition(node: FootnoteDefinition, text: string): SourceNoteDefinition {
  const start = node.position?.start.offset ?? 0;
  return {
    label: node.identifier,
    range: { start, end: node.position?.end.offset ?? start },
    plain: printedTextOf(node.children, text),
  };
}

/**
 * Numbers the notes of a source. If all labels are numbers, they are the numbers. Otherwise notes are numbered as they
 * would be printed, in the order of their marks in the text; notes without a mark come last.
 * @param marks labels of the note marks in reading order
 */
export function numberNotes(
  blocks: Iterable<TopBlock>,
  text: string,
  marks: readonly string[],
): NumberedNote[] {
  const definitions = noteDefinitions(blocks, text);
  if (definitions.every((note) => /^[1-9][0-9]{0,5}$/.test(note.label)))
    return definitions
      .map((note) => ({ ...note, number: Number(note.label) }))
      .sort((a, b) => a.number - b.number);
  const order = [...new Set(marks)];
  const place = (note: SourceNoteDefinition): number => {
    const at = order.indexOf(note.label);
    return at < 0 ? order.length : at;
  };
  return [...definitions]
    .sort((a, b) => place(a) - place(b) || a.range.start - b.range.start)
    .map((note, index) => ({ ...note, number: index + 1 }));
}
