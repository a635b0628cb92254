import { isUtf8 } from 'node:buffer';

const markBytes = Buffer.from('\uFEFF');
const frontMatterDashes = Buffer.from('---');
const [dashByte, spaceByte, tab, feed, carriage, pointByte] = [45, 32, 9, 10, 13, 46];
/** What may stand right before the name of a field: a line end, or a quotation mark. */
const beforeField = new Set([feed, carriage, 34, 39]);

const points = Buffer.from('...');
const namesOfFields = ['references', 'bibliography'].map((name) => Buffer.from(name));

/**
 * The bytes of a paper up to the end of its front matter, where other files may depend on that: where it may list works
 * or name bibliographies. The whole paper, where a metadata block further down may do so.
 */
export function frontMatterPrefix(bytes: Buffer): Buffer | undefined {
  const start = afterByteOrderMarks(bytes);
  const end = endOfFrontMatter(bytes, start);
  if (mayHaveMetadata(bytes, end ?? start)) return isUtf8(bytes) ? bytes : undefined;
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

/** Whether a metadata block behind an offset may have such a field: its name begins a line. */
function mayHaveMetadata(bytes: Buffer, from: number): boolean {
  if (bytes.indexOf(frontMatterDashes, from) < 0) return false;
  // The name may be written with escapes, which need quotation marks.
  if (bytes.includes('\\', from) && (bytes.includes('\n"', from) || bytes.includes('\r"', from))) return true;
  return namesOfFields.some((name) => {
    for (let at = bytes.indexOf(name, from); at >= 0; at = bytes.indexOf(name, at + 1))
      if (beforeField.has(bytes[at - 1] ?? feed)) return true;
    return false;
  });
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
  const ends = [frontMatterDashes, points].flatMap((fence) => endOfFence(bytes, fence, start + 3) ?? []);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** The end of the first line that is a closing fence. */
function endOfFence(bytes: Buffer, fence: Buffer, from: number): number | undefined {
  for (let at = bytes.indexOf(fence, from); at >= 0; at = bytes.indexOf(fence, at + 1)) {
    const before = bytes[at - 1];
    const end = before === feed || before === carriage ? fenceEnd(bytes, at) : undefined;
    if (end !== undefined) return end;
  }
  return undefined;
}

/** The end of a line that is a fence and nothing else. */
function fenceEnd(bytes: Buffer, start: number): number | undefined {
  let at = start + frontMatterDashes.length;
  if (bytes[at] === dashByte || bytes[at] === pointByte) return undefined;
  while (bytes[at] === spaceByte || bytes[at] === tab) at++;
  return at >= bytes.length || bytes[at] === feed || bytes[at] === carriage ? at : undefined;
}
