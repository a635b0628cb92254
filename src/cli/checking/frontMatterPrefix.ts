import { isUtf8 } from 'node:buffer';

const markBytes = Buffer.from('\uFEFF');
const frontMatterDashes = Buffer.from('---');
const [dashByte, spaceByte, tab, feed, carriage] = [45, 32, 9, 10, 13];

/**
 * The bytes of a paper up to the end of its front matter, where other files may depend on that: where it may list works
 * or name bibliographies.
 */
export function frontMatterPrefix(bytes: Buffer): Buffer | undefined {
  const start = afterByteOrderMarks(bytes);
  const end = endOfFrontMatter(bytes, start);
  if (end === undefined) return undefined;
  const head = bytes.subarray(0, end);
  // A paper that is no text has no front matter either.
  return (mayListWorks(head) || mayNameBibliographies(head)) && isUtf8(bytes) ? head : undefined;
}

/** Whether front matter may list works that others can cite: false only where it lists none. */
export function mayListWorks(head: Buffer): boolean {
  return mayHaveField(head, 'references');
}

/** Whether front matter may name bibliographies: false only where it names none. */
export function mayNameBibliographies(head: Buffer): boolean {
  return mayHaveField(head, 'bibliography');
}

/** The name of a field may be written with escapes. */
function mayHaveField(head: Buffer, name: string): boolean {
  return head.includes(name) || head.includes('\\');
}

/** Readers drop a byte order mark, and editors another one. */
function afterByteOrderMarks(bytes: Buffer): number {
  let at = 0;
  for (let marks = 0; marks < 2 && bytes.subarray(at, at + markBytes.length).equals(markBytes); marks++)
    at += markBytes.length;
  return at;
}

/** The end of the line of the closing fence, its line ending left out; undefined where there is no front matter. */
function endOfFrontMatter(bytes: Buffer, start: number): number | undefined {
  if (bytes.indexOf(frontMatterDashes, start) !== start || fenceEnd(bytes, start) === undefined)
    return undefined;
  for (
    let at = bytes.indexOf(frontMatterDashes, start + 3);
    at >= 0;
    at = bytes.indexOf(frontMatterDashes, at + 1)
  ) {
    const before = bytes[at - 1];
    const end = before === feed || before === carriage ? fenceEnd(bytes, at) : undefined;
    if (end !== undefined) return end;
  }
  return undefined;
}

/** The end of a line that is a fence and nothing else. */
function fenceEnd(bytes: Buffer, start: number): number | undefined {
  let at = start + frontMatterDashes.length;
  if (bytes[at] === dashByte) return undefined;
  while (bytes[at] === spaceByte || bytes[at] === tab) at++;
  return at >= bytes.length || bytes[at] === feed || bytes[at] === carriage ? at : undefined;
}
