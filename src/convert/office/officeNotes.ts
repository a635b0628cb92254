import { type Block, type Run, textOfBlock, withoutStart } from '../blocks.ts';

/** The blocks of notes, by the names that their marks have in the runs of a text. */
export type NoteBodies = ReadonlyMap<string, readonly Block[]>;

/**
 * Numbers the notes of a text from 1 in the order of their marks, and puts them after it. A mark without a note is left
 * out, and so is a note without a mark, which no reader sees.
 * @param signs what a mark shows in place of its number, by its name, where the author chose it
 */
export function numberedNotes(
  blocks: readonly Block[],
  notes: NoteBodies,
  signs: ReadonlyMap<string, string> = new Map(),
): Block[] {
  const labels = new Map<string, { readonly label: string; readonly line: number }>();
  const labelOf = (name: string, line: number): string | undefined => {
    const known = labels.get(name);
    if (known || !notes.has(name)) return known?.label;
    const label = String(labels.size + 1);
    labels.set(name, { label, line });
    return label;
  };
  const made = blocks.map((block) => withLabels(block, labelOf, block.line));
  // Notes may have notes, which are numbered meanwhile.
  for (const [name, { label, line }] of labels)
    (notes.get(name) ?? []).forEach((block, index) => {
      const { quotation: _, ...rest } = index === 0 ? withoutSign(block, signs.get(name)) : block;
      if (block.kind === 'pageMark') return;
      made.push(withLabels({ ...rest, kind: 'note', note: label, line, endLine: line }, labelOf, line));
    });
  return made;
}

/** A note whose mark its author chose begins with that mark. */
function withoutSign(block: Block, sign = ''): Block {
  return sign !== '' && textOfBlock(block).startsWith(sign) ? withoutStart(block, sign.length) : block;
}

type LabelOf = (name: string, line: number) => string | undefined;

function withLabels(block: Block, labelOf: LabelOf, line: number): Block {
  const runs = labelledRuns(block.runs, labelOf, line);
  const items = block.items?.map((item) => item.map((child) => withLabels(child, labelOf, child.line)));
  const rows = block.rows?.map((cells) => cells.map((cell) => labelledRuns(cell, labelOf, line)));
  return { ...block, runs, ...(items ? { items } : {}), ...(rows ? { rows } : {}) };
}

function labelledRuns(runs: readonly Run[], labelOf: LabelOf, line: number): readonly Run[] {
  if (!runs.some(({ note }) => note !== undefined)) return runs;
  return runs.flatMap((run): Run[] => {
    if (run.note === undefined) return [run];
    const note = labelOf(run.note, line);
    return note === undefined ? [] : [{ ...run, note }];
  });
}
