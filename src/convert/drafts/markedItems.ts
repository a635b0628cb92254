import { itemMarkAt } from '../../core/blocks.ts';
import type { Block } from '../blocks.ts';

/** The blocks of a draft, with the labels of lists as the marks of items where Pandoc reads them so. */
export function withMarkedItems(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    const { labels, items } = block;
    if (!items) return block;
    const marks = labels && itemMarksOf(labels);
    return { ...block, items: items.map(withMarkedItems), ...(marks ? { marks } : {}) };
  });
}

/** Undefined for plain numbers, which need no marks of their own, and for labels that are none of Markdown. */
function itemMarksOf(labels: readonly string[]): readonly string[] | undefined {
  if (labels.every((label) => /^\d+\)$/.test(label))) return labels.map((label) => `${label} `);
  const style = styleAt(labels[0] ?? '');
  if (style === undefined) return undefined;
  // What word processors have after z is no letter to Pandoc, which counts items, whatever letter they have.
  const isLetter = /a/i.test(style);
  const marks = labels.map((label) =>
    isLetter ? label.replace(/[a-z]{2,}/, 'z').replace(/[A-Z]{2,}/, 'Z') : label,
  );
  return marks.every((mark) => styleAt(mark, style)) ? marks.map(spaced) : undefined;
}

function styleAt(label: string, style?: string): string | undefined {
  const text = spaced(label);
  return itemMarkAt(text, 0, text.length, style)?.style;
}

/** A letter of its own with a point may be an initial: Pandoc wants two spaces after it. */
function spaced(label: string): string {
  return /^[A-Z]\.$/.test(label) ? `${label}  ` : `${label} `;
}
