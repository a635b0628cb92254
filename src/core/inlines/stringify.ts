import type { Inline } from './nodes.ts';

/** Opens groups and merges neighbouring spaces, as Pandoc does when it joins inlines. */
export function flatten(inlines: readonly Inline[]): readonly Inline[] {
  if (isFlat(inlines)) return inlines;
  const out: Inline[] = [];
  const add = (inline: Inline): void => {
    if (inline.kind === 'nothing') return;
    if (inline.kind === 'group') {
      inline.children.forEach(add);
      return;
    }
    const last = out[out.length - 1];
    if (last === undefined || !isBlankInline(last) || !isBlankInline(inline)) out.push(inline);
    else if (last.kind !== 'lineBreak' && inline.kind !== 'space') out[out.length - 1] = inline;
  };
  inlines.forEach(add);
  return out;
}

/** Whether nothing is to be opened or merged, as in most texts. */
function isFlat(inlines: readonly Inline[]): boolean {
  let isBehindBlank = false;
  for (const inline of inlines) {
    const isBlank = isBlankInline(inline);
    if (inline.kind === 'group' || inline.kind === 'nothing' || (isBlank && isBehindBlank)) return false;
    isBehindBlank = isBlank;
  }
  return true;
}

function isBlankInline(inline: Inline): boolean {
  return inline.kind === 'space' || inline.kind === 'softBreak' || inline.kind === 'lineBreak';
}

/** Removes the spaces at both ends. */
export function trimInlines(inlines: readonly Inline[]): readonly Inline[] {
  const flat = flatten(inlines);
  const isSpace = (inline: Inline | undefined): boolean =>
    inline?.kind === 'space' || inline?.kind === 'softBreak';
  let from = 0;
  let to = flat.length;
  while (from < to && isSpace(flat[from])) from++;
  while (to > from && isSpace(flat[to - 1])) to--;
  return to - from === flat.length ? flat : flat.slice(from, to);
}

/**
 * Returns plain text as Pandoc's `stringify` does: curly quotation marks, no notes, no markup. Unlike in Pandoc, the space
 * after an abbreviation stays an ordinary space.
 */
export function stringify(inlines: readonly Inline[]): string {
  const parts: string[] = [];
  collectText(inlines, parts);
  return parts.join('');
}

function collectText(inlines: readonly Inline[], parts: string[]): void {
  for (const inline of flatten(inlines)) {
    switch (inline.kind) {
      case 'string':
      case 'code':
      case 'math':
        parts.push(inline.text);
        break;
      case 'space':
      case 'tie':
      case 'softBreak':
      case 'lineBreak':
        parts.push(' ');
        break;
      case 'cite':
        parts.push(inline.fallback);
        break;
      case 'singleQuoted':
      case 'doubleQuoted':
        parts.push(inline.kind === 'singleQuoted' ? '‘' : '“');
        collectText(inline.children, parts);
        parts.push(inline.kind === 'singleQuoted' ? '’' : '”');
        break;
      case 'group':
      case 'styled':
      case 'link':
      case 'image':
        collectText(inline.children, parts);
        break;
      case 'note':
      case 'raw':
      case 'nothing':
        break;
    }
  }
}
