/**
 * What nobody writes so often without a blank line, and for each of which Markdown's own parser goes back over all that
 * came before: underlined headings, items of lists in lists, marks of emphasis.
 */
const mostUnderlines = 200;
const mostInnerItems = 1000;
const mostEmphasis = 2000;
/** Means nothing in Markdown, and keeps every offset. */
const inert = '\uFFFD';
/** Shorter texts have no room for so many. */
const shortest = 400;

const line = /([^\r\n]*)(?:\r\n|\r|\n|$)/g;
const underline = /^[ \t>]*(?:-+|=+)[ \t]*$/;
const innerItem = /^(?:[ \t>]+)(?:[-+*]|[0-9]{1,9}[.)])(?=[ \t]|$)/;
const emphasis = /[*_~]+/g;

/**
 * A text of the same length in which no stretch between blank lines has more of these than anybody writes: those beyond
 * are made inert. Any text that people write comes back as it is.
 */
export function limitRepetition(text: string): string {
  if (text.length < shortest) return text;
  const parts: string[] = [];
  let changed = false;
  let counts = { underlines: 0, items: 0, emphasis: 0 };
  for (const found of text.matchAll(line)) {
    const [whole, content = ''] = found;
    if (whole === '') break;
    if (content.trim() === '') counts = { underlines: 0, items: 0, emphasis: 0 };
    const limited = limitLine(content, counts);
    changed ||= limited !== content;
    parts.push(limited, whole.slice(content.length));
  }
  return changed ? parts.join('') : text;
}

function limitLine(content: string, counts: { underlines: number; items: number; emphasis: number }): string {
  if (underline.test(content) && ++counts.underlines > mostUnderlines) return content.replace(/[-=]/, inert);
  const isInner = innerItem.test(content) && ++counts.items > mostInnerItems;
  const limited = isInner ? content.replace(/[-+*.)]/, inert) : content;
  return limited.replace(emphasis, (run) =>
    ++counts.emphasis > mostEmphasis ? inert.repeat(run.length) : run,
  );
}
