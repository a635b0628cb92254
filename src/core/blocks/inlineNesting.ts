/**
 * Maximum number of brackets, or of emphasis marks, open inside one another. Nobody writes more, and the time of Markdown's
 * parser grows at least with the square of their number.
 */
const deepest = 100;
/**
 * Maximum number of closing brackets without an opening one in a paragraph. For each the parser searches back to the start.
 */
const mostUnopened = 1000;
/** A character without meaning in Markdown, and of the same length as the one it replaces. */
export const inert = '\uFFFD';

/**
 * Returns a text of the same length in which no paragraph has more than a hundred open brackets, or emphasis marks. Further
 * marks are replaced. Any text that people write is returned unchanged.
 */
export function limitInlineNesting(text: string): string {
  const excess: number[] = [];
  let brackets = 0;
  let emphasis = 0;
  let unopened = 0;
  let lineIsBlank = true;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 10: // line feed
      case 13: // carriage return
        if (lineIsBlank) brackets = emphasis = unopened = 0;
        lineIsBlank = true;
        continue;
      case 32: // space
      case 9: // tab
      case 62: // >
        continue;
      case 92: // backslash
        if (!isLineEnd(text.charCodeAt(i + 1))) i++;
        break;
      case 91: // [
        if (++brackets > deepest) excess.push(i);
        break;
      case 93: // ]
        if (brackets > 0) brackets--;
        else if (++unopened > mostUnopened) excess.push(i);
        break;
      case 42: // *
      case 95: // _
      case 126: // ~
        if (isSpace(text, i - 1) || isMark(text, i - 1)) {
          if (!isSpace(text, i + 1) && ++emphasis > deepest) excess.push(i);
        } else if (isSpace(text, i + 1) && emphasis > 0) emphasis--;
        break;
    }
    lineIsBlank = false;
  }
  return excess.length === 0 ? text : withInert(text, excess);
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return Number.isNaN(code) || code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
}

function isMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 42 || code === 95 || code === 126 || code === 91 || code === 40;
}

function withInert(text: string, excess: readonly number[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const at of excess) {
    pieces.push(text.slice(from, at), inert);
    from = at + 1;
  }
  return pieces.join('') + text.slice(from);
}
