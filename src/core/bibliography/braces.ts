/** LaTeX braces. A brace after a backslash (`\\{`) is an ordinary character. */

/** Returns the offset of the `}` that closes a brace opened before `from`; undefined where there is none before `limit`. */
export function closingBrace(text: string, from: number, limit: number): number | undefined {
  let depth = 1;
  for (let i = from; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return i;
  }
  return undefined;
}

/**
 * Returns the offset of the `"` that closes a quotation mark opened before `from`; undefined where there is none before
 * `limit`. Inside braces `"` is an ordinary character.
 */
export function closingQuote(text: string, from: number, limit: number): number | undefined {
  let depth = 0;
  for (let i = from; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === 123) depth++;
    else if (code === 125) depth--;
    else if (code === 34 && depth <= 0) return i;
  }
  return undefined;
}

/** Returns the offset of the first comma or `close` from `from` on that is outside braces; `limit` where there is none. */
export function commaOrClose(text: string, from: number, limit: number, close: string): number {
  let depth = 0;
  for (let i = from; i < limit; i++) {
    const character = text.charAt(i);
    if (depth <= 0 && i > from && (character === ',' || character === close)) return i;
    if (character === '{') depth++;
    else if (character === '}') depth--;
  }
  return limit;
}

/**
 * Splits LaTeX at every match of `separator` outside braces. The flags `g` and `y` are ignored. The first character of a
 * match must be white space, `~`, a comma or a semicolon.
 */
export function splitOutsideBraces(latex: string, separator: RegExp): string[] {
  if (!latex.includes('{')) return latex.split(separator);
  const sticky = new RegExp(separator.source, separator.flags.replace(/[gy]/g, '') + 'y');
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < latex.length; i++) {
    const character = latex.charAt(i);
    if (character === '\\') i++;
    else if (character === '{') depth++;
    else if (character === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[\s~,;]/.test(character)) {
      sticky.lastIndex = i;
      const match = sticky.exec(latex);
      if (match === null || match[0] === '') continue;
      parts.push(latex.slice(from, i));
      from = i + match[0].length;
      i = from - 1;
    }
  }
  parts.push(latex.slice(from));
  return parts;
}
