import { DataTransferItem, type DataTransfer, type TreeDragAndDropController } from 'vscode';
import type { ViewNode } from '../server/protocol.ts';

/** What a dragged row carries besides plain text, so that a paper knows it for a citation. */
export const citationMimeType = 'application/vnd.pilcrow.citation';

/** A dragged passage, section or note arrives as its citation, in papers and in every other text field. */
export const dragRows: TreeDragAndDropController<ViewNode> = {
  dragMimeTypes: ['text/plain', citationMimeType],
  dropMimeTypes: [],
  handleDrag(rows: readonly ViewNode[], carried: DataTransfer): void {
    const citations = rows.flatMap(({ citation }) => (citation ? [citation] : []));
    if (citations.length === 0) return;
    carried.set('text/plain', new DataTransferItem(citations.join(' ')));
    carried.set(citationMimeType, new DataTransferItem(citations.join(' ')));
  },
};
