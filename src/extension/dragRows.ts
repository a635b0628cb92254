import { DataTransferItem, type DataTransfer, type TreeDragAndDropController } from 'vscode';
import type { ViewNode } from '../server/protocol.ts';

/** The MIME type by which a paper recognises a dragged row as a citation. Rows also carry plain text. */
export const citationMimeType = 'application/vnd.pilcrow.citation';

/** Makes a dragged passage, section or note arrive as its citation, in papers and in any other text field. */
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
