/** Where in a message of the protocol, or of Pilcrow's own, addresses stand. */

/** Properties that hold an address, or a list of addresses; texts of documents never stand under these names. */
const addressNames: ReadonlySet<string> = new Set([
  'uri',
  'uris',
  'targetUri',
  'target',
  'href',
  'rootUri',
  'oldUri',
  'newUri',
  'scopeUri',
  // Arguments of commands, and Pilcrow's own: `NoteReply`, `ImportParams`, `CoverageFilter`.
  'arguments',
  'file',
  'folder',
  'papers',
]);

/** Properties that hold Markdown in which Pilcrow links to files; an answer may be Markdown as a whole. */
const markdownNames: ReadonlySet<string> = new Set(['', 'value', 'shown', 'tooltip', 'documentation']);

/** Nothing of ours or of a client is nested deeper. */
const maxMessageDepth = 200;

/**
 * A message with every `file:` address in it changed; what holds none stays the same object.
 * @param scheme what the addresses begin with that are changed
 */
export function mapAddresses(message: unknown, change: (uri: string) => string, scheme = /^file:/i): unknown {
  return mapValue(message, '', (text, name) =>
    addressNames.has(name) && scheme.test(text) ? change(text) : text,
  );
}

/** A message with the `file:` addresses of links in Markdown changed. */
export function mapLinks(message: unknown, change: (uri: string) => string): unknown {
  return mapValue(message, '', (text, name) =>
    markdownNames.has(name) && text.includes('](<file:')
      ? text.replace(/(?<=\]\(<)file:[^<>\s]+/gu, change)
      : text,
  );
}

type ChangeText = (text: string, name: string) => string;

function mapValue(value: unknown, name: string, change: ChangeText, depth = 0): unknown {
  if (typeof value === 'string') return change(value, name);
  if (typeof value !== 'object' || value === null || depth > maxMessageDepth) return value;
  if (ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return mappedList(value, name, change, depth);
  // Edits are listed by address.
  const isByAddress = name === 'changes';
  let copy: Record<string, unknown> | undefined;
  for (const [key, each] of Object.entries(value)) {
    const now = mapValue(each, key, change, depth + 1);
    if (now !== each) copy = { ...(copy ?? value), [key]: now };
  }
  const result = copy ?? value;
  if (!isByAddress) return result;
  return Object.fromEntries(
    Object.entries(result).map(([key, each]) => [change(key, 'uri'), each as unknown]),
  );
}

function mappedList(list: readonly unknown[], name: string, change: ChangeText, depth: number): unknown {
  // Places of tokens and marks are long lists of numbers.
  if (typeof list[0] === 'number') return list;
  let copy: unknown[] | undefined;
  for (const [at, each] of list.entries()) {
    const now = mapValue(each, name, change, depth + 1);
    if (now !== each) (copy ??= [...list])[at] = now;
  }
  return copy ?? list;
}
