import { type Block, type DraftMark, type DraftMarks, textOfBlock } from '../blocks.ts';

type BoxMark = Extract<DraftMark, { readonly kind: 'box' }>;

/** A box whose two ends are in one row of blocks: the indices of the first and last of them. */
interface PlacedBox {
  readonly mark: BoxMark;
  readonly start: number;
  readonly end: number;
}

/**
 * The blocks of a draft with the fences of its boxes, each around as much as stands between the two ends of its bookmark; those of
 * which only one end is left are none.
 */
export function withBoxes(blocks: readonly Block[], draft: DraftMarks): readonly Block[] {
  const all = boxMarksIn(blocks.map(textOfBlock).join('\n'), draft);
  return all.length === 0 ? blocks : withoutBoxMarks(withFences(blocks, draft, new Set()), draft);
}

function boxMarksIn(text: string, draft: DraftMarks): BoxMark[] {
  return draft.in(text).flatMap((mark) => (mark.kind === 'box' ? [mark] : []));
}

/** @param outer the names of boxes that have their fences already */
function withFences(blocks: readonly Block[], draft: DraftMarks, outer: ReadonlySet<string>): Block[] {
  const placed = placedBoxes(blocks, draft).filter(({ mark }) => !outer.has(mark.name));
  const known = new Set([...outer, ...placed.map(({ mark }) => mark.name)]);
  return blocks.flatMap((block, at): Block[] => {
    const { items } = block;
    const inner = items ? { ...block, items: items.map((item) => withFences(item, draft, known)) } : block;
    const opened = placed.filter(({ start }) => start === at);
    const closed = placed.filter(({ end }) => end === at).reverse();
    return [
      ...opened.map((box) => boxFence(openingFence(box.mark), box, blocks)),
      inner,
      ...closed.map((box) => boxFence(':::', box, blocks)),
    ];
  });
}

/** LibreOffice writes the beginning of a bookmark a second time where it ends: the first mark of a box and the last are its ends. */
function placedBoxes(blocks: readonly Block[], draft: DraftMarks): PlacedBox[] {
  const placed = new Map<string, PlacedBox & { readonly marks: number }>();
  blocks.forEach((block, at) => {
    if (block.kind === 'note' || block.kind === 'table') return;
    for (const mark of boxMarksIn(textOfBlock(block), draft)) {
      const { start = at, marks = 0 } = placed.get(mark.name) ?? {};
      placed.set(mark.name, { mark, start, end: at, marks: marks + 1 });
    }
  });
  return [...placed.values()]
    .filter((box) => box.marks > 1 && (box.start < box.end || isAround(blocks[box.start], box.mark, draft)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Whether a box whose ends are both in one block is around all of that: in a list they may be in one item. */
function isAround(block: Block | undefined, { name }: BoxMark, draft: DraftMarks): boolean {
  const items = block?.items;
  if (!items) return true;
  return [items[0], items.at(-1)].every((item) =>
    boxMarksIn((item ?? []).map(textOfBlock).join('\n'), draft).some((mark) => mark.name === name),
  );
}

function boxFence(text: string, { mark, start, end }: PlacedBox, blocks: readonly Block[]): Block {
  const [first, last] = [blocks[start], blocks[end]];
  const line = { line: first?.line ?? 1, endLine: last?.endLine ?? 1 };
  const quotation = first?.quotation;
  const isInside = mark.isQuoted && quotation !== undefined && last?.quotation === quotation;
  return { kind: 'fence', runs: [{ text }], ...line, ...(isInside ? { quotation } : {}) };
}

function openingFence({ id, classes }: BoxMark): string {
  const names = [...(id === '' ? [] : [`#${id}`]), ...classes.map((name) => `.${name}`)];
  return `::: {${names.join(' ')}}`;
}

function withoutBoxMarks(blocks: readonly Block[], draft: DraftMarks): Block[] {
  return blocks.map((block) => {
    const runs = block.runs.map((run) => ({ ...run, text: draft.without(run.text, 'box') }));
    const { items, rows } = block;
    return {
      ...block,
      runs,
      ...(items ? { items: items.map((item) => withoutBoxMarks(item, draft)) } : {}),
      ...(rows
        ? {
            rows: rows.map((cells) =>
              cells.map((cell) => cell.map((run) => ({ ...run, text: draft.without(run.text, 'box') }))),
            ),
          }
        : {}),
    };
  });
}
