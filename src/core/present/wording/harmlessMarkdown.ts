import type { Nodes, Parents, Table } from 'mdast';
import { type MarkdownDocument, rangeOf } from '../../blocks.ts';
import { percentEncoded, type Range } from '../../text.ts';
import { escapeMarkdown, escapeWords, linkWords } from './escapeMarkdown.ts';

/** Markdown of our own that stands in place of a stretch of a text. */
export interface ShownLink {
  readonly range: Range;
  readonly markdown: string;
}

/**
 * Writes a document that anybody may have written, for a viewer that may know any Markdown and HTML. What is known to be
 * harmless is written out: words with every sign escaped, and the marks of the blocks and inlines below. Everything else
 * is shown as the text that it is. So a viewer finds no picture, no HTML, and no link but to the web, to mail or to a file
 * beside the text, also where it reads otherwise than our reader does.
 * @param links stand in place of what they cover; of two that overlap the first in the text counts, and none stands in a link
 */
export function harmlessMarkdown(document: MarkdownDocument, links: readonly ShownLink[]): string {
  return new HarmlessWriter(document, links).write();
}

interface Where {
  /** Line ends would end what holds the words. */
  readonly oneLine?: boolean;
  /** No link stands in a link. */
  readonly inLink?: boolean;
  readonly inTable?: boolean;
}

const maxListNumber = 999_999_999;

class HarmlessWriter {
  private readonly addresses = new Map<string, string>();
  private readonly links: readonly ShownLink[];
  private nextLink = 0;
  /** Up to here the text is written, as a link. */
  private writtenTo = 0;

  constructor(
    private readonly document: MarkdownDocument,
    links: readonly ShownLink[],
  ) {
    this.links = [...links].sort((a, b) => a.range.start - b.range.start);
  }

  write(): string {
    const { tree } = this.document;
    this.collectAddresses(tree);
    return this.blocks(tree.children);
  }

  private collectAddresses(node: Nodes): void {
    if (node.type === 'definition' && !this.addresses.has(node.identifier))
      this.addresses.set(node.identifier, node.url);
    if ('children' in node) for (const child of node.children) this.collectAddresses(child);
  }

  private blocks(nodes: readonly Nodes[], between = '\n\n'): string {
    return nodes
      .map((node) => this.block(node))
      .filter((text) => text !== '')
      .join(between);
  }

  private block(node: Nodes): string {
    switch (node.type) {
      case 'definition':
        return '';
      case 'heading':
        return `${'#'.repeat(node.depth)} ${this.words(node, { oneLine: true })}`;
      case 'thematicBreak':
        return '* * *';
      case 'blockquote':
        return indentLines(this.blocks(node.children), '> ', '> ');
      case 'code':
        return fenced(node.value);
      case 'list':
        return node.children
          .map((item, index) => {
            const number = Math.min((node.start ?? 1) + index, maxListNumber);
            const mark = node.ordered === true ? `${String(number)}. ` : '- ';
            const box = typeof item.checked === 'boolean' ? (item.checked ? '[x] ' : '[ ] ') : '';
            return indentLines(box + this.itemBlocks(item.children), mark, ' '.repeat(mark.length));
          })
          .join(node.spread === true ? '\n\n' : '\n');
      case 'table':
        return this.table(node);
      case 'lineBlock':
        return node.children.map((line) => escapedLines(this.words(line, { oneLine: true }))).join('\\\n');
      case 'footnoteDefinition':
        return `\\[^${escapeMarkdown(node.label ?? node.identifier)}\\]: ${this.blocks(node.children)}`;
      case 'paragraph':
      case 'definitionTerm':
        return escapedLines(this.words(node, {}));
      case 'definitionList':
      case 'definitionDescription':
        return this.blocks(node.children);
      default:
        return this.asWritten(node);
    }
  }

  /** A list in an item of a list without blank lines follows its paragraph at once. */
  private itemBlocks(nodes: readonly Nodes[]): string {
    const isTight = nodes.length === 2 && nodes[1]?.type === 'list' && nodes[1].ordered !== true;
    return this.blocks(nodes, isTight ? '\n' : '\n\n');
  }

  private table(table: Table): string {
    const rows = table.children.map(({ children }) =>
      children.map((cell) => this.words(cell, { oneLine: true, inTable: true })),
    );
    const [head = [], ...others] = rows;
    const marks = head.map((_, index) => delimiters[table.align?.[index] ?? 'none']);
    return [head, marks, ...others].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  }

  private words({ children }: Parents, where: Where): string {
    return children
      .map((child, index) => (holdsNext(child, children[index + 1]) ? '' : this.inline(child, where)))
      .join('');
  }

  private inline(node: Nodes, where: Where): string {
    const { start, end } = rangeOf(node);
    if (end > start && end <= this.writtenTo) return '';
    switch (node.type) {
      case 'text':
        return this.text(node.value, { start, end }, where);
      case 'emphasis':
        return withMark(this.words(node, where), '*');
      case 'strong':
        return withMark(this.words(node, where), '**');
      case 'delete':
        return withMark(this.words(node, where), '~~');
      case 'inlineCode':
        // A backslash is a sign like others in code, but not for every reader in the words of a link.
        return where.inLink === true ? escapeMarkdown(node.value) : codeMarkdown(node.value, where.inTable);
      case 'break':
        return where.oneLine === true ? ' ' : '\\\n';
      case 'link':
      case 'linkReference':
        return this.link(node, node.type === 'link' ? node.url : this.addresses.get(node.identifier), where);
      case 'image':
      case 'imageReference':
        return `*${escapeMarkdown(node.alt ?? '') || 'picture'}*`;
      default:
        return this.text(this.document.text.slice(start, end), { start, end }, where);
    }
  }

  private link(node: Parents, url: string | undefined, where: Where): string {
    const address = where.inLink === true || url === undefined ? undefined : harmlessAddress(url);
    if (url !== undefined && address === undefined && where.inLink !== true) return this.asWritten(node);
    const { start } = rangeOf(node);
    this.skipLinksBefore(start);
    const words = this.words(node, { ...where, inLink: address !== undefined || where.inLink === true });
    return address === undefined
      ? `\\[${words}\\]`
      : `[${linkWords(words)}](${/[^A-Za-z0-9\-._~:/?#@=%+,;]/.test(address) || address === '' ? `<${address}>` : address})`;
  }

  /** Links that begin in something that is not written out piece by piece are left out. */
  private skipLinksBefore(start: number): void {
    while ((this.links[this.nextLink]?.range.start ?? Infinity) < start) this.nextLink++;
  }

  /** The words of a text, with the links that begin in it. */
  private text(value: string, { start, end }: Range, where: Where): string {
    this.skipLinksBefore(Math.max(start, this.writtenTo));
    const next = this.links[this.nextLink];
    const isWhole = this.writtenTo <= start && (!next || next.range.start >= end);
    if (isWhole || where.inLink === true) return wordsWithLinks(value, where);
    const out: string[] = [];
    let at = Math.max(start, this.writtenTo);
    for (let link = next; link && link.range.start < end; link = this.links[this.nextLink]) {
      this.nextLink++;
      if (link.range.start < at) continue;
      out.push(wordsWithLinks(this.unmarked(at, link.range.start), where), link.markdown);
      at = this.writtenTo = link.range.end;
    }
    out.push(wordsWithLinks(this.unmarked(at, end), where));
    return out.join('');
  }

  /** The words of a part of a text: without the marks of quotations at the beginning of its lines, and without escapes. */
  private unmarked(start: number, end: number): string {
    return this.document.text
      .slice(start, end)
      .replace(/[\r\n]+[ \t>]*/g, '\n')
      .replace(/\\([!-/:-@[-`{-~])/g, '$1');
  }

  private asWritten(node: Nodes): string {
    const { start, end } = rangeOf(node);
    return escapeMarkdown(this.document.text.slice(Math.max(start, this.writtenTo), end));
  }
}

/** Whether a node is the image of a figure: its caption, which its text is, stands after it. */
function holdsNext(node: Nodes, next: Nodes | undefined): boolean {
  return next !== undefined && rangeOf(next).start < rangeOf(node).end;
}

const delimiters = { none: '---', left: ':--', right: '--:', center: ':-:' };

function indentLines(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => ((index === 0 ? first : others) + line).trimEnd())
    .join('\n');
}

/** Code in a fence that is longer than every one in it. What language it is in is not said, as that is an attribute. */
function fenced(code: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
  return `${fence}\n${code.replace(/\r\n?/g, '\n')}\n${fence}`;
}

/** Code in a line, as Markdown, whatever it holds. */
export function codeMarkdown(code: string, inTable = false): string {
  const fence = '`'.repeat(longestRun(code) + 1);
  const words = code.replace(/\s/gu, ' ');
  if (words.trim() === '') return '';
  const pad = /^[ `]|[ `]$/.test(words) ? ' ' : '';
  return `${fence}${pad}${inTable ? words.replaceAll('|', '\\|') : words}${pad}${fence}`;
}

function longestRun(code: string): number {
  return Math.max(0, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
}

function withMark(words: string, mark: string): string {
  return words === '' ? '' : mark + words + mark;
}

/** Words of a text, in which addresses of the web are links. */
function wordsWithLinks(value: string, { oneLine, inLink }: Where): string {
  const text = value.replace(/[ \t]*[\r\n]+[ \t]*/g, oneLine === true ? ' ' : '\n').replace(/[^\S\n]/gu, ' ');
  if (inLink === true || !text.includes('://')) return escapeWords(text);
  return text
    .split(/(?<![A-Za-z0-9])(https?:\/\/[A-Za-z0-9][A-Za-z0-9\-._~/?#=%+:,;@&]*[A-Za-z0-9/])/)
    .map((part, index) => (index % 2 === 1 ? `<${part}>` : escapeWords(part)))
    .join('');
}

/** Escapes what a line of a paragraph may begin with that no inline does. */
function escapedLines(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line.trim().replace(/^([-+=:]|\d+(?=[.)]))/, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`)),
    )
    .filter((line) => line !== '')
    .join('\n');
}

/** An address to which a link may lead, as it stands in Markdown: of the web, of mail, or a path. Otherwise undefined. */
function harmlessAddress(url: string): string | undefined {
  const isAbsolute = /^(?:https?:\/\/[^\\/]|mailto:)/i.test(url);
  const isKnown = isAbsolute || /^(?!\/\/)[^\\:/?#]*(?:$|[/?#])/.test(url);
  if (!isKnown || /[\\\u0000-\u001F]/.test(url)) return undefined;
  return url.replace(/[^A-Za-z0-9\-._~:/?#@!$'*+,;=%&()]+/g, percentEncoded).replaceAll('&', '&amp;');
}
