import { isDashedLine } from '../blockLines.ts';
import { readDashedTable, TableFooters } from './dashedTables.ts';
import type { DraftRegion } from './draftNode.ts';
import { readGridTable } from './gridTables.ts';
import { readLinkDefinition } from './linkDefinitions.ts';
import { readDefinitionList, readLineBlock, readMarkedList } from './markedBlocks.ts';
import { readMetadataBlock } from './metadataBlocks.ts';
import { RegionLines } from './regionLines.ts';

/** Finds the blocks of Pandoc that CommonMark does not have in one text. */
export class RegionFinder {
  private readonly footers: TableFooters;

  constructor(private readonly text: string) {
    this.footers = new TableFooters(text);
  }

  /**
   * Returns the block that begins at `start`, a place where a block may begin; undefined where CommonMark reads it.
   * @param start behind what the containers take of the line
   */
  regionAt(start: number): DraftRegion | undefined {
    const { text, footers } = this;
    const lines = new RegionLines(text, start);
    const first = lines.content(0) ?? '';
    switch (/^ {0,3}([^ ])/.exec(first)?.[1]) {
      case undefined:
        return this.isTableHeader(lines) ? readDashedTable(lines, footers) : undefined;
      case '-':
        return (
          readMetadataBlock(lines) ?? (isDashedLine(first) ? readDashedTable(lines, footers) : undefined)
        );
      case '+':
        return readGridTable(lines);
      case '[':
        return readLinkDefinition(lines) ?? this.proseRegion(lines);
      case '|':
        return readLineBlock(lines) ?? this.proseRegion(lines);
      default:
        return readMarkedList(lines) ?? this.proseRegion(lines);
    }
  }

  private isTableHeader(lines: RegionLines): boolean {
    return lines.isFilled(0) && isDashedLine(lines.content(1));
  }

  private proseRegion(lines: RegionLines): DraftRegion | undefined {
    if (this.isTableHeader(lines)) {
      const table = readDashedTable(lines, this.footers);
      if (table) return table;
    }
    return readDefinitionList(lines);
  }
}

/** Whether a text may hold blocks or inlines of Pandoc that CommonMark does not have: a cheap test. */
export function mayHoldRegions(text: string): boolean {
  return regionSigns.test(text);
}

const regionSigns =
  /(?:^|[\r\n])[ \t>+*0-9.)-]{0,40}(?:\[\^[^\]\r\n]{1,200}\]:[ \t>+*0-9.)-]{0,40}){0,3}(?::|~[ \t]|\[(?!\^)[^\r\n]*\]:|\||\+[-=:]|--|- -|\.{3}|\(?(?:@\S{0,100}|#|[0-9]{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,15})[.)](?:\s|$))/;
