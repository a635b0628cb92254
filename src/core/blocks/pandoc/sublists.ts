import { itemMarkAt, lineAt } from '../blockLines.ts';

/** An item that is longer is not looked through for its mark. Lines. */
const maxLinesOfItem = 200;
const itemOpening = /^[> ]*(?:[-+*]|[0-9]{1,9}[.)])[ \t]/;
const blank = /^[> \t]*$/;

/**
 * Whether a list whose items have letters, roman numerals or the marks of examples begins right below the text of an item. In
 * items, and nowhere else, Pandoc wants no blank line before a list.
 * @param at behind what the containers take of the line
 * @param isItem whether the text is the content of an item
 */
export function startsSublist(text: string, at: number, isItem: boolean): boolean {
  if (!itemMarkAt(text, at, lineAt(text, at, true).end)) return false;
  const start = startOfLine(text, at);
  const prefix = text.slice(start, at);
  return prefix === '' ? isItem : /^[> ]*  $/.test(prefix) && standsInItem(text, start, prefix);
}

function standsInItem(text: string, start: number, prefix: string): boolean {
  let at = start;
  for (let lines = 0; lines < maxLinesOfItem && at > 0; lines++) {
    const end = text.startsWith('\r\n', at - 2) ? at - 2 : at - 1;
    at = startOfLine(text, end);
    const line = text.slice(at, end);
    if (!line.startsWith(prefix) && !blank.test(line)) return itemOpening.test(line);
  }
  return false;
}

function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text.charCodeAt(at - 1) !== 10 && text.charCodeAt(at - 1) !== 13) at--;
  return at;
}
