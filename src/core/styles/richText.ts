/** The looks of a stretch of text, or what else is said of it. */
export type Mark =
  | 'italic'
  | 'bold'
  | 'smallCaps'
  | 'underline'
  | 'superscript'
  | 'subscript'
  /** Keeps its case when the text around it changes its own. */
  | 'asIs'
  /** In quotation marks, which are written when everything else is there: how deep they stand is known only then. */
  | 'quoted'
  | 'link'
  /** Stands apart from what is beside it, without looks of its own. */
  | 'apart';

export interface TextNode {
  readonly text: string;
  /** The index of the citation that it stands for. */
  readonly citation?: number;
}

export interface MarkedNode {
  readonly mark: Mark;
  readonly content: RichText;
  /** The address of a link. */
  readonly link?: string;
}

/** Text with marks around stretches of it. No text node is empty, and no two stand side by side that could be one. */
export type RichText = readonly RichNode[];
export type RichNode = TextNode | MarkedNode;

export const noText: readonly RichNode[] = [];

export function isTextNode(node: RichNode | undefined): node is TextNode {
  return node !== undefined && 'text' in node;
}

/** Makes rich text of words in which nothing is markup. Spaces that follow each other are one. */
export function plainRich(text: string): RichText {
  return text === '' ? noText : [{ text: text.replace(/[ \t\r\n]+/g, ' ') }];
}

export function enclosedIn(mark: Mark, content: RichText, link?: string): RichText {
  return [link === undefined ? { mark, content } : { mark, content, link }];
}

/** Puts texts one after another. Of spaces that meet, one stays. */
export function joinRich(parts: readonly RichText[]): RichText {
  if (parts.length === 1) return parts[0] ?? noText;
  const nodes: RichNode[] = [];
  for (const part of parts)
    for (const node of part) {
      const last = nodes.at(-1);
      if (!isTextNode(node) || !isTextNode(last)) nodes.push(node);
      else if (last.citation === node.citation) nodes[nodes.length - 1] = merged(last, node);
      else nodes.push(endsInSpace(last) ? { ...node, text: node.text.replace(/^ /, '') } : node);
    }
  return nodes.some((node) => isTextNode(node) && node.text === '')
    ? nodes.filter((node) => !isTextNode(node) || node.text !== '')
    : nodes;
}

function endsInSpace(node: TextNode): boolean {
  return node.text.endsWith(' ');
}

function merged(first: TextNode, second: TextNode): TextNode {
  const text = endsInSpace(first) && second.text.startsWith(' ') ? second.text.slice(1) : second.text;
  return { ...first, text: first.text + text };
}

/** The words of a text without its marks. Quotation marks that are yet to be written are not among them. */
export function richWords(text: RichText): string {
  let words = '';
  for (const node of text) words += isTextNode(node) ? node.text : richWords(node.content);
  return words;
}

/** Whether it has no word at all. */
export function isBlank(text: RichText): boolean {
  return text.every((node) => !isTextNode(node) && isBlank(node.content));
}

/** The first character; empty where there is none. */
export function firstCharacter(text: RichText): string {
  for (const node of text) {
    const first = isTextNode(node) ? String.fromCodePoint(node.text.codePointAt(0) ?? 0) : firstCharacter(node.content);
    if (first !== '') return first;
  }
  return '';
}

/** The last code unit; empty where there is none. */
export function lastCharacter(text: RichText): string {
  for (let at = text.length - 1; at >= 0; at--) {
    const node = text[at];
    const last = node === undefined ? '' : isTextNode(node) ? node.text.slice(-1) : lastCharacter(node.content);
    if (last !== '') return last;
  }
  return '';
}

/** Changes each stretch of text. */
export function mapText(text: RichText, change: (words: string) => string): RichText {
  return mapNodes(text, (node) => ({ ...node, text: change(node.text) }));
}

/** Says of each stretch which citation it stands for. */
export function ofCitation(text: RichText, citation: number): RichText {
  return mapNodes(text, (node) => ({ ...node, citation }));
}

function mapNodes(text: RichText, change: (node: TextNode) => TextNode): RichText {
  return text.flatMap((node): RichNode[] => {
    if (!isTextNode(node)) return [{ ...node, content: mapNodes(node.content, change) }];
    const changed = change(node);
    return changed.text === '' ? [] : [changed];
  });
}

/** Takes characters away at the beginning, as far as `isDropped` goes. */
export function trimmedStart(text: RichText, isDropped: (character: string) => boolean): RichText {
  const [first, ...rest] = text;
  if (first === undefined) return text;
  if (!isTextNode(first)) {
    const content = trimmedStart(first.content, isDropped);
    const shortened = { ...first, content };
    return isBlank(content) ? [shortened, ...trimmedStart(rest, isDropped)] : [shortened, ...rest];
  }
  let from = 0;
  while (from < first.text.length && isDropped(first.text.charAt(from))) from++;
  if (from === first.text.length) return trimmedStart(rest, isDropped);
  return from === 0 ? text : [{ ...first, text: first.text.slice(from) }, ...rest];
}

/** Takes characters away at the end, as far as `isDropped` goes. */
export function trimmedEnd(text: RichText, isDropped: (character: string) => boolean): RichText {
  const last = text.at(-1);
  const before = text.slice(0, -1);
  if (last === undefined) return text;
  if (!isTextNode(last)) {
    const content = trimmedEnd(last.content, isDropped);
    const shortened = { ...last, content };
    return isBlank(content) ? [...trimmedEnd(before, isDropped), shortened] : [...before, shortened];
  }
  let end = last.text.length;
  while (end > 0 && isDropped(last.text.charAt(end - 1))) end--;
  if (end === 0) return trimmedEnd(before, isDropped);
  return end === last.text.length ? text : [...before, { ...last, text: last.text.slice(0, end) }];
}
