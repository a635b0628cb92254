import type { PhrasingContent } from 'mdast';
import { definitionTextAt } from '../blockLines.ts';
import type {
  DefinitionDescriptionNode,
  DefinitionListNode,
  DefinitionTermNode,
} from '../pandoc/pandocNodes.ts';
import { isPlainStart } from './plainStart.ts';
import { simpleParagraph } from './simpleParagraph.ts';
import {
  filledLine,
  type PieceLine,
  positionIn,
  positionOfLines,
  type ReadBlock,
  type Segment,
  segmentOf,
  type SimplePiece,
} from './simplePiece.ts';

/** Reads a definition list of terms with one definition each, on the next line, and blank lines behind it. */
export function readTermLines(piece: SimplePiece, index: number): ReadBlock<DefinitionListNode> | undefined {
  const children: DefinitionListNode['children'] = [];
  const first = filledLine(piece, index);
  let last = first;
  let next = index;
  for (let at = index; ;) {
    const term = filledLine(piece, at);
    const line = filledLine(piece, at + 1);
    const textStart = line && definitionTextAt(piece.text, line.start);
    if (!term || !line || textStart === undefined) break;
    const read = filledLine(piece, at + 2) ? undefined : readTermLine(piece, term, { line, textStart });
    if (!read) return undefined;
    children.push(read[0], read[1]);
    last = line;
    next = at + 2;
    for (at = next; at < piece.filledEnd && !filledLine(piece, at);) at++;
    // A line further in goes on with the definition, and one with such a mark is another of the term.
    if (/[ :~]/y.test(piece.text.charAt(piece.lines[at]?.start ?? piece.text.length))) return undefined;
  }
  if (!first || !last || children.length === 0) return undefined;
  return { node: { type: 'definitionList', children, position: positionOfLines(first, last) }, next };
}

/** Reads a term and its definition; undefined where their content is not simple. */
function readTermLine(
  piece: SimplePiece,
  term: PieceLine,
  { line, textStart }: { readonly line: PieceLine; readonly textStart: number },
): [DefinitionTermNode, DefinitionDescriptionNode] | undefined {
  const { text } = piece;
  const parts = [
    { segment: segmentOf(text, term, term.start), next: line.start },
    // Behind what is read by itself the parser puts a line end of its own.
    { segment: segmentOf(text, line, textStart), next: line.end + 1 },
  ] as const;
  const isSimple = ({ segment }: (typeof parts)[number]): boolean =>
    segment.to === segment.lineEnd && segment.from < segment.to && isPlainStart(piece, segment.from, true);
  if (!parts.every(isSimple)) return undefined;
  const [named, defined] = parts.map(({ segment, next }) => ofOneLine(piece, segment, next));
  if (!named || !defined) return undefined;
  return [
    { type: 'definitionTerm', ...named },
    {
      type: 'definitionDescription',
      children: [{ type: 'paragraph', ...defined }],
      position: positionOfLines(line, line),
    },
  ];
}

type LineContent = Pick<DefinitionTermNode, 'position' | 'data'> & { children: PhrasingContent[] };

function ofOneLine(piece: SimplePiece, segment: Segment, next: number): LineContent | undefined {
  const paragraph = simpleParagraph(piece, [segment]);
  if (!paragraph) return undefined;
  return {
    children: paragraph.children,
    position: positionIn(segment, segment.from, segment, segment.to),
    data: { pandoc: { lines: [{ start: segment.from, end: segment.to, next }] } },
  };
}
