/** Characters that take two columns: East Asian wide and full-width ones (Unicode Standard Annex 11), and emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const combining = /\p{M}|\u200b|\u200c|\u200d|\u00ad/u;
const onlyNarrow = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff]*$/;

/**
 * Returns the offset in `line` at which each of some columns begins, as a person sees columns. A column within a wide
 * character begins after it; one beyond the line, at its end.
 * @param columns ascending
 */
export function offsetsOfColumns(line: string, columns: readonly number[]): number[] {
  if (onlyNarrow.test(line)) return columns.map((column) => Math.min(column, line.length));
  const offsets: number[] = [];
  let column = 0;
  let at = 0;
  for (const character of line) {
    while (
      offsets.length < columns.length &&
      (columns[offsets.length] ?? 0) <= column &&
      !isCombining(character)
    )
      offsets.push(at);
    column += columnsOf(character, column);
    at += character.length;
  }
  while (offsets.length < columns.length) offsets.push(at);
  return offsets;
}

/** Returns the column at which the character at an offset of `line` begins. */
export function columnOfOffset(line: string, offset: number): number {
  if (onlyNarrow.test(line)) return offset;
  let column = 0;
  for (const character of line.slice(0, offset)) column += columnsOf(character, column);
  return column;
}

function isCombining(character: string): boolean {
  return combining.test(character);
}

/** Columns between the stops of tabs, to which Pandoc widens them before it reads. */
const tabStop = 4;

function columnsOf(character: string, column: number): number {
  if (character === '\t') return tabStop - (column % tabStop);
  if (isCombining(character)) return 0;
  return wide.test(character) ? 2 : 1;
}
