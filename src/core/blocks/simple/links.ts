import { normaliseLabel, type Labels } from '../chunks/labels.ts';

const address = /\]\(([^\s()<>\\&[\]`\u0000-\u0020\u007f]*)\)/y;
const noteCall = /\[\^([^ \t\r\n[\]\\]+)\]/y;

/**
 * Returns the bare address of a link whose text ends at `at`, and the end of the link; undefined where it is not simple.
 */
export function addressAt(text: string, at: number): { url: string; end: number } | undefined {
  address.lastIndex = at;
  const found = address.exec(text);
  return found ? { url: found[1] ?? '', end: at + found[0].length } : undefined;
}

/**
 * Returns the end of the link text that opens at `at`; -1 where none opens, `undefined` where that is uncertain.
 * @param limit the end of the paragraph
 */
export function endOfLinkText(text: string, at: number, limit: number): number | undefined {
  let depth = 0;
  for (let i = at; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 96 || code === 92 || code === 60) return undefined;
    if (code === 91 && ++depth > 10) return undefined;
    if (code === 93 && --depth === 0) {
      if (text.charCodeAt(i + 1) !== 40) return -1;
      return addressAt(text, i) ? i : undefined;
    }
  }
  return -1;
}

/** Returns the label of the note mark at `at`, and its end. The document must define the note. */
export function noteReferenceAt(
  text: string,
  at: number,
  { notes }: Labels,
): { label: string; end: number } | undefined {
  if (notes.size === 0 || text.charCodeAt(at + 1) !== 94) return undefined;
  noteCall.lastIndex = at;
  const [whole, label] = noteCall.exec(text) ?? [];
  if (whole === undefined || label === undefined || !notes.has(normaliseLabel(label))) return undefined;
  return { label, end: at + whole.length };
}
