import { appendAll } from '../../core/text.ts';
import { endsSentence } from '../blocks.ts';
import { labelOfLine, type PdfNote } from './footNotes.ts';
import type { PdfNode } from './openPdf.ts';
import type { PdfLine } from './pdfLines.ts';
import type { PdfSpan } from './pdfSpans.ts';
import { type TaggedParagraph, TreeReader } from './taggedParagraphs.ts';

/** What the structure trees of a file say. */
export interface TaggedText {
  readonly paragraphs: readonly TaggedParagraph[];
  readonly notes: readonly PdfNote[];
  /** Stretches of text that are labels of notes. */
  readonly marks: ReadonlySet<PdfSpan>;
}

/** A tree that leaves out more than this share of the letters is not that of the whole text. */
const maxLeftOut = 0.1;
/** With more paragraphs than this that end amid a sentence which the next goes on with, the tree has one for each line. */
const maxOpenShare = 0.4;

/**
 * Reads the structure trees of all pages.
 * @param lines of each page without its running heads
 * @returns undefined if the trees do not hold the text, or call each line a paragraph
 */
export function readTrees(
  trees: readonly (PdfNode | null)[],
  spans: readonly (readonly PdfSpan[])[],
  lines: readonly (readonly PdfLine[])[],
): TaggedText | undefined {
  if (trees.every((tree) => tree === null)) return undefined;
  const paragraphs: TaggedParagraph[] = [];
  const marks = new Set<PdfSpan>();
  trees.forEach((tree, page) => {
    const reader = tree && new TreeReader(spans[page] ?? [], page).read(tree);
    appendAll(paragraphs, withItemLabels(reader?.paragraphs ?? []));
    for (const span of reader?.marks ?? []) marks.add(span);
  });
  const found = lettersOf(paragraphs.flatMap((one) => one.lines));
  if (found < lettersOf(lines.flat()) * (1 - maxLeftOut) || isByLine(paragraphs)) return undefined;
  const text = paragraphs.filter(({ role }) => role.kind !== 'note');
  return { paragraphs: text, notes: taggedNotes(paragraphs), marks };
}

/** Gives items the labels that some producers put into the tree as paragraphs of their own. */
function withItemLabels(paragraphs: readonly TaggedParagraph[]): TaggedParagraph[] {
  const labels = new Map<PdfNode, string>();
  const isLabel = ({ role, lines }: TaggedParagraph): boolean => {
    const text = lines.map((line) => line.text).join('');
    if (role.item === undefined || !/^(?:[[(]?(?:\d{1,3}|\p{L})[.)\]]{1,2}|[•◦▪‣●○■])$/u.test(text))
      return false;
    labels.set(role.item, text);
    return true;
  };
  const others = paragraphs.filter((paragraph) => !isLabel(paragraph));
  const seen = new Set<PdfNode>();
  return others.map((paragraph) => {
    const { item } = paragraph.role;
    const label = item && !seen.has(item) ? labels.get(item) : undefined;
    if (item) seen.add(item);
    return label === undefined ? paragraph : { ...paragraph, role: { ...paragraph.role, label } };
  });
}

/** A small letter at the beginning of a line, or one of a script without capitals. */
const goesOnSmall = /^[\p{Ll}\p{Lo}]/u;

function lettersOf(lines: readonly PdfLine[]): number {
  return lines.reduce((sum, line) => sum + line.text.length, 0);
}

/** Names, captions and lines of verse end without a full stop, too; nothing goes on behind them. */
function isByLine(paragraphs: readonly TaggedParagraph[]): boolean {
  const text = paragraphs.filter(({ role }) => role.kind === 'paragraph');
  const open = text.filter(
    ({ lines }, at) =>
      lines.length === 1 &&
      !endsSentence(lines[0]?.text ?? '') &&
      goesOnSmall.test(text[at + 1]?.lines[0]?.text ?? ''),
  );
  return text.length > 8 && open.length > text.length * maxOpenShare;
}

/** The notes, each with its paragraphs. One that a page begins with goes on from the page before. */
function taggedNotes(paragraphs: readonly TaggedParagraph[]): PdfNote[] {
  const notes: PdfNote[] = [];
  let element: PdfNode | undefined;
  for (const { role, lines } of paragraphs) {
    const first = lines[0];
    if (role.kind !== 'note' || !first) continue;
    const label =
      role.label === undefined
        ? labelOfLine(first)
        : { label: role.label.replace(/[^\d*∗†‡§¶]/gu, ''), labelLength: 0 };
    const open = notes.at(-1);
    if (open && (role.note === element || label === undefined)) {
      appendAll(open.lines, lines);
      open.page = lines.at(-1)?.page ?? open.page;
    } else
      notes.push({
        label: label?.label ?? '',
        labelLength: label?.labelLength ?? 0,
        page: first.page,
        lines: [...lines],
      });
    element = role.note;
  }
  return notes;
}
