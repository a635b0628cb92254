import { memo } from '../../memo.ts';
import type { Heading, List, ListItem, RootContent } from 'mdast';
import type { Paper } from '../../study.ts';
import { plainTextOf, rangeOf } from '../../blocks.ts';
import { appendAll, type Range } from '../../text.ts';
import { announcesQuestions, endsAsQuestion } from './questionHeadings.ts';

/** A question that a paper asks. */
export interface PaperQuestion {
  /** Range in the paper: the list item, or the heading and what is below it. */
  readonly range: Range;
  /** Ranges of its lines in the paper, without indentation and list markers. */
  readonly lines: readonly Range[];
}

/** A top-level node, the text of its chunk, and the offset of the chunk in the paper. */
interface PlacedNode {
  readonly node: RootContent;
  readonly text: string;
  readonly start: number;
}

/**
 * The questions of a paper in reading order: list items, and headings that end in a question mark, below a heading
 * that announces questions. If the title announces them, in the whole paper. Ticked items are left out. Cached per
 * paper.
 */
export const paperQuestions = memo('questions of a paper', (paper: Paper): readonly PaperQuestion[] => {
  const { title } = paper;
  const nodes = paper.document.chunks.flatMap(({ start, chunk }) =>
    chunk.nodes.map((node): PlacedNode => ({ node, text: chunk.text, start })),
  );
  const questions: PaperQuestion[] = [];
  // Depth of the heading that announces questions: 0 for the title, undefined for none.
  let announced = typeof title === 'string' && announcesQuestions(title) ? 0 : undefined;
  const whole = announced;
  nodes.forEach((placed, index) => {
    const { node } = placed;
    if (node.type === 'heading') {
      const words = plainTextOf([node], placed.text).text;
      if (announced !== undefined && announced > 0 && node.depth <= announced) announced = whole;
      if (announcesQuestions(words)) announced ??= node.depth;
      else if (announced !== undefined && endsAsQuestion(words))
        questions.push(headingQuestion(nodes, index, node, paper.text));
    }
    if (
      node.type === 'list' &&
      announced !== undefined &&
      rangeOfPlaced(placed).start >= (questions.at(-1)?.range.end ?? 0)
    )
      appendAll(questions, questionItems(placed, node, paper.text));
  });
  return questions;
});

function rangeOfPlaced({ node, start }: PlacedNode): Range {
  return rangeOf(node, start);
}

/** The question of a heading, with everything below it up to the next heading. */
function headingQuestion(
  nodes: readonly PlacedNode[],
  index: number,
  heading: Heading,
  text: string,
): PaperQuestion {
  const next = nodes.slice(index + 1).findIndex(({ node }) => node.type === 'heading');
  const below = nodes.slice(index + 1, next < 0 ? undefined : index + 1 + next);
  const own = nodes[index];
  const start = (own?.start ?? 0) + (heading.children[0]?.position?.start.offset ?? 0);
  const end = (own?.start ?? 0) + (heading.children.at(-1)?.position?.end.offset ?? 0);
  const blocks = below.filter(({ node }) => node.type !== 'html' && node.type !== 'footnoteDefinition');
  const lines = blocks.flatMap((block) => {
    const range = rangeOfPlaced(block);
    return [{ start: range.start, end: range.start }, ...lineRanges(text, range, 0)];
  });
  const last = blocks.at(-1);
  const range = { start, end: last ? rangeOfPlaced(last).end : end };
  return { range, lines: [{ start, end }, ...lines] };
}

function questionItems({ start }: PlacedNode, list: List, text: string): PaperQuestion[] {
  return list.children
    .filter((item) => item.checked !== true)
    .flatMap((item) => itemQuestion(item, start, text) ?? []);
}

function itemQuestion(item: ListItem, start: number, text: string): PaperQuestion | undefined {
  const first = item.children[0]?.position?.start;
  if (first?.offset === undefined || item.position?.end.offset === undefined) return undefined;
  const range = { start: start + first.offset, end: start + item.position.end.offset };
  if (text.slice(range.start, range.end).trim() === '') return undefined;
  return { range, lines: lineRanges(text, range, first.column - 1) };
}

/** The lines of a range. Lines after the first lose as much indentation as the first one had. */
function lineRanges(text: string, { start, end }: Range, indentation: number): Range[] {
  const lines: Range[] = [];
  for (let at = start; at <= end;) {
    const found = text.indexOf('\n', at);
    const stop = found < 0 || found > end ? end : found;
    const written = text.slice(at, stop);
    const spaces = at === start ? 0 : Math.min(indentation, /^[ \t]*/.exec(written)?.[0].length ?? 0);
    lines.push({ start: at + spaces, end: at + written.trimEnd().length });
    at = stop + 1;
  }
  return lines.map((line) => ({ start: Math.min(line.start, line.end), end: line.end }));
}
