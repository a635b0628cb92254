import type { QuotationMarks } from './richMarkup.ts';
import {
  firstCharacter,
  isTextNode,
  joinRich,
  lastCharacter,
  plainRich,
  type RichNode,
  type RichText,
  trimmedEnd,
  trimmedStart,
  richWords,
} from './richText.ts';

/**
 * What stays where the first sign would be followed by the second: the first alone, or the second alone. Both stay where a pair
 * does not stand here. The table is that of citeproc-js and of Pandoc's citeproc; the specification leaves it open.
 */
const firstStays: ReadonlySet<string> = new Set(['!.', '!:', '?.', '?:', ':.', ';:', ';.', '!!', '??', '..', '::', ';;', ',,']);
const secondStays: ReadonlySet<string> = new Set([':!', ':?', ';!', ';?', '  ', ' ,', ' .']);

/** Takes away the punctuation that is too much where texts meet. */
export function withoutDoublePunctuation(parts: readonly RichText[]): RichText[] {
  const out: RichText[] = [];
  const rest = [...parts].reverse();
  for (let current = rest.pop(); current !== undefined; ) {
    const next = rest.at(-1);
    const change = next === undefined ? undefined : meeting(current, next);
    if (change === undefined) {
      out.push(current);
      current = rest.pop();
    } else {
      rest[rest.length - 1] = change.second;
      current = change.first;
    }
  }
  return out;
}

interface Meeting {
  readonly first: RichText;
  readonly second: RichText;
}

/** The two texts after one of them lost what is too much; undefined where nothing is, or where it is out of reach. */
function meeting(first: RichText, second: RichText): Meeting | undefined {
  const start = firstCharacter(second);
  const end = (start === '.' ? endBeforeQuote(first) : undefined) ?? lastCharacter(first);
  if (start === '' || end === '') return undefined;
  if (firstStays.has(end + start)) {
    const shortened = trimmedStart(second, (sign) => sign === start);
    return richWords(shortened) === richWords(second) ? undefined : { first, second: shortened };
  }
  if (!secondStays.has(end + start)) return undefined;
  const shortened = trimmedEnd(first, (sign) => sign === end);
  return richWords(shortened) === richWords(first) ? undefined : { first: shortened, second };
}

const quoteSign = /["'\p{Pf}]/u;

/** The last character before the quotation marks that a text ends in; undefined where it ends in none. */
function endBeforeQuote(text: RichText): string | undefined {
  if (!quoteSign.test(lastCharacter(text)) && lastCharacter(text) !== ' ') return undefined;
  const words = richWords(text).trimEnd();
  return quoteSign.test(words.slice(-1)) ? words.replace(/[\s"'\p{Pf}]+$/u, '').slice(-1) : undefined;
}

/** Puts a delimiter between texts, but not before one that begins with punctuation. */
export function delimited(parts: readonly RichText[], delimiter: string): RichText[] {
  const between = plainRich(delimiter);
  return parts.flatMap((part, index) =>
    index === 0 || /[,;.]/.test(firstCharacter(part)) ? [part] : [between, part],
  );
}

/** Moves a full stop or comma after a quotation into its marks, as English of the United States does. */
export function withPunctuationInQuotes(text: RichText): RichText {
  const nodes: RichNode[] = [];
  for (const node of text) {
    const last = nodes.at(-1);
    const moves = isTextNode(node) && last !== undefined && !isTextNode(last) && last.mark === 'quoted' && /^[.,]/.test(node.text);
    if (isTextNode(node) && moves) {
      const sign = { ...node, text: node.text.charAt(0) };
      const isClosed = /[.,;:!?]/.test(lastCharacter(last.content));
      if (!isClosed) nodes[nodes.length - 1] = { ...last, content: joinRich([last.content, [sign]]) };
      if (node.text.length > 1) nodes.push({ ...node, text: node.text.slice(1) });
    } else nodes.push(isTextNode(node) ? node : { ...node, content: withPunctuationInQuotes(node.content) });
  }
  return nodes;
}

/** Writes the quotation marks of a language, those within others of the other kind. */
export function withQuotationMarks(text: RichText, marks: QuotationMarks, isInner = false): RichText {
  const [open, close] = isInner ? [marks.innerOpen, marks.innerClose] : [marks.open, marks.close];
  return text.flatMap((node): RichText => {
    if (isTextNode(node)) return [node];
    if (node.mark !== 'quoted') return [{ ...node, content: withQuotationMarks(node.content, marks, isInner) }];
    const content = withQuotationMarks(node.content, marks, !isInner);
    return joinRich([quotationMark(open, node.content), content, quotationMark(close, node.content)]);
  });
}

/** A quotation mark, which belongs to the citation of what it stands at. */
function quotationMark(mark: string, content: RichText): RichText {
  const citation = citationIn(content);
  return mark === '' ? [] : [citation === undefined ? { text: mark } : { text: mark, citation }];
}

function citationIn(text: RichText): number | undefined {
  for (const node of text) {
    const citation = isTextNode(node) ? node.citation : citationIn(node.content);
    if (citation !== undefined) return citation;
  }
  return undefined;
}
