/** Moves of the table: none, both texts, the pattern alone, the text alone. */
const moves = { stop: 0, both: 1, pattern: 2, text: 3 } as const;

const agreement = 2;
const exchangeCost = 2;
const gapCost = 1;

/**
 * Aligns the stretch of `pattern` that agrees best with a stretch of `text`, unit by unit (Smith and Waterman 1981, with
 * linear gaps). Takes time and memory in proportion to the product of the lengths.
 * @returns for each unit of the pattern the offset in the text of the same unit there, or -1
 */
export function alignLocally(pattern: string, text: string): Int32Array {
  const columns = text.length + 1;
  const table = new Uint8Array((pattern.length + 1) * columns);
  let above = new Int32Array(columns);
  let row = new Int32Array(columns);
  const best = { score: 0, row: 0, column: 0 };
  for (let i = 1; i <= pattern.length; i++) {
    const column = fillAlignedRow(pattern.charCodeAt(i - 1), text, above, row, table, i * columns);
    const score = row[column] ?? 0;
    if (score > best.score) Object.assign(best, { score, row: i, column });
    [above, row] = [row, above];
  }
  return traceAligned(pattern, text, table, best.row, best.column);
}

/** Fills a row of scores and moves. Returns the column with the highest score. */
function fillAlignedRow(
  code: number,
  text: string,
  above: Int32Array,
  row: Int32Array,
  table: Uint8Array,
  offset: number,
): number {
  let highest = 0;
  let diagonal = 0;
  let left = 0;
  for (let j = 1; j <= text.length; j++) {
    const over = above[j] ?? 0;
    let score = diagonal + (code === text.charCodeAt(j - 1) ? agreement : -exchangeCost);
    let move: number = moves.both;
    if (over - gapCost > score) [score, move] = [over - gapCost, moves.pattern];
    if (left - gapCost > score) [score, move] = [left - gapCost, moves.text];
    if (score <= 0) [score, move] = [0, moves.stop];
    row[j] = score;
    table[offset + j] = move;
    if (score > (row[highest] ?? 0)) highest = j;
    diagonal = over;
    left = score;
  }
  return highest;
}

function traceAligned(
  pattern: string,
  text: string,
  table: Uint8Array,
  row: number,
  column: number,
): Int32Array {
  const path = new Int32Array(pattern.length).fill(-1);
  const columns = text.length + 1;
  let [i, j] = [row, column];
  while (i > 0 && j > 0) {
    const move = table[i * columns + j];
    if (move === moves.stop) break;
    if (move === moves.both && pattern.charCodeAt(i - 1) === text.charCodeAt(j - 1)) path[i - 1] = j - 1;
    if (move !== moves.text) i--;
    if (move !== moves.pattern) j--;
  }
  return path;
}
