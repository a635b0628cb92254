import { messageOf } from '../../core/messages.ts';
import type { Element, Root } from 'hast';
import {
  type Block,
  type Dropped,
  isNotesHeading,
  joinDividedWords,
  joinOverPages,
  noteLabelOf,
  textOfBlock,
  withoutStart,
} from '../blocks.ts';
import { type HtmlContext, readHtmlBlocks } from './htmlBlocks.ts';
import { endLineOf, htmlText, lineOfHtml } from './htmlTree.ts';

/** Reads all blocks of the text of a page, and its notes wherever they stand, without their printed numbers. */
export function readPageBlocks(
  root: Root | Element,
  context: HtmlContext,
): { blocks: Block[]; dropped: Dropped[] } {
  const { notes, headings, printed } = context.notes;
  const cut = new Set([...context.cut, ...headings]);
  const within = { ...context, cut };
  const blocks = joinOverPages(readHtmlBlocks(root, within)).map(joinDividedWords);
  const found = new Set(blocks.map((block) => block.note));
  for (const [element, label] of notes)
    if (!found.has(label))
      for (const block of readHtmlBlocks({ type: 'root', children: [element] }, within)) blocks.push(block);
  const kept = notesWithoutLabels(blocks, printed);
  return { blocks: kept.blocks, dropped: [...headings].map(droppedHeading).concat(kept.dropped) };
}

function droppedHeading(heading: Element): Dropped {
  return {
    line: lineOfHtml(heading),
    endLine: endLineOf(heading),
    text: htmlText(heading),
    why: messageOf('importing.notesHeading'),
  };
}

/** Removes the printed number of each linked note, and the heading above the notes. */
function notesWithoutLabels(
  blocks: readonly Block[],
  printed: ReadonlyMap<string, string>,
): { blocks: Block[]; dropped: Dropped[] } {
  const kept: Block[] = [];
  const dropped: Dropped[] = [];
  const seen = new Set<string>();
  blocks.forEach((block, index) => {
    const { kind, line, endLine, note } = block;
    const text = textOfBlock(block);
    if (kind === 'heading' && blocks[index + 1]?.kind === 'note' && isNotesHeading(text)) {
      dropped.push({ line, endLine, text, why: messageOf('importing.notesHeading') });
      return;
    }
    if (kind !== 'note' || note === undefined || seen.has(note)) return void kept.push(block);
    seen.add(note);
    const length = block.items ? 0 : labelLength(text, note, printed.get(note) ?? note);
    if (text.trim().length > length) kept.push(length > 0 ? withoutStart(block, length) : block);
  });
  return { blocks: kept, dropped };
}

/** Signs that a link back has left of the printed number around it: `. Text`, `[] Text`. */
const emptyLabel = /^(?:[[(][\])]|[\])])?[.:)]?\s+/u;

/** The length of the printed number at the beginning of a note, in code units; 0 if there is none. */
function labelLength(text: string, label: string, printed: string): number {
  const found = noteLabelOf(text);
  if (found && [label, printed].includes(String(found.number))) return found.length;
  if (/^\d+$/.test(printed)) {
    const length = text.startsWith(printed) ? printed.length : 0;
    // A number without a sign after it is the label too, but not the beginning of a longer one.
    return length > 0 && /^(?:[\])]?[.:)]?\s|\p{Lu})/u.test(text.slice(length))
      ? length + (/^[\])]?[.:)]?\s*/u.exec(text.slice(length))?.[0].length ?? 0)
      : (emptyLabel.exec(text)?.[0].length ?? 0);
  }
  if (/^[*†‡§¶]+$/u.test(printed) && text.startsWith(printed)) return printed.length;
  const letter = /^[[(]?([a-z]{1,5})[\])]?[.:)]?\s+/iu.exec(text);
  if (letter?.[1] === printed && /^(?:[[(]|[a-z]{1,5}[\]).:])/iu.test(text)) return letter[0].length;
  return emptyLabel.exec(text)?.[0].length ?? 0;
}
