import { tableOf } from '../../core/text.ts';
import type { List, Nodes, PhrasingContent, RootContent, Text } from 'mdast';
import { type Block, type Run, type RunStyle, mayStandInSource, safeAddress, tidyRuns } from '../blocks.ts';
import { bareText, findContent, findHtmlNotes, parseHtml, readHtmlBlocks, takeMarks } from '../html.ts';

/** The addresses of reference links by identifier. */
export type LinkDefinitions = ReadonlyMap<string, string>;

/** A comment that marks a page of the printed source. Other comments are dropped. */
const pageMark = /^<!--\s*(?:p\.|page|pg\.)(?:\s+|(?<=\.))((?:[\p{L}\p{N}]{1,12})?)\s*-->$/iu;
/** Deeper nesting is read as plain text. */
const maxMarkdownDepth = 40;

/**
 * Reads Markdown nodes, and HTML between them, as blocks.
 * @param own the Markdown of the nodes, where their words are to be written as the author wrote them
 */
export function readMarkdownBlocks(
  nodes: readonly RootContent[],
  definitions: LinkDefinitions,
  own?: string,
): Block[] {
  const reader = new MarkdownReader(definitions, own);
  return nodes.flatMap((node) => reader.block(node, undefined, 0));
}

class MarkdownReader {
  private quotations = 0;

  constructor(
    private readonly definitions: LinkDefinitions,
    private readonly own: string | undefined,
  ) {}

  block(node: RootContent, quotation: number | undefined, depth: number): Block[] {
    if (depth > maxMarkdownDepth) return [];
    const place = { line: node.position?.start.line ?? 1, endLine: node.position?.end.line ?? 1 };
    const base = { ...place, sure: true as const, ...(quotation === undefined ? {} : { quotation }) };
    switch (node.type) {
      case 'paragraph':
        return [this.paragraph(node.children, base)];
      case 'heading':
        return [{ ...base, kind: 'heading', depth: node.depth, runs: this.runs(node.children) }];
      case 'blockquote': {
        const group = quotation ?? ++this.quotations;
        return node.children.flatMap((child) => this.block(child, group, depth + 1));
      }
      case 'list':
        return [{ ...base, kind: 'list', runs: [], ...this.items(node, depth) }];
      case 'table':
        return [
          {
            ...base,
            kind: 'table',
            runs: [],
            rows: node.children.map((row) => row.children.map((cell) => this.runs(cell.children))),
          },
        ];
      case 'code':
        return [
          {
            ...base,
            kind: 'code',
            runs: [{ text: node.value }],
            ...(node.lang ? { language: node.lang } : {}),
          },
        ];
      case 'thematicBreak':
        return [{ ...base, kind: 'break', runs: [] }];
      case 'footnoteDefinition':
        return node.children
          .flatMap((child) => this.block(child, undefined, depth + 1))
          .map((block) => ({ ...block, kind: 'note', note: node.identifier }));
      case 'html':
        return this.html(node.value, place.line);
      default:
        return [];
    }
  }

  private paragraph(children: readonly PhrasingContent[], base: Omit<Block, 'kind' | 'runs'>): Block {
    const runs = this.runs(children);
    const words = runs.some((run) => run.text.trim() !== '');
    return { ...base, kind: words || !runs.some((run) => run.image) ? 'paragraph' : 'image', runs };
  }

  private items(node: List, depth: number) {
    const items = node.children.map((item) =>
      item.children.flatMap((child) => this.block(child, undefined, depth + 1)),
    );
    return {
      items: items.filter((item) => item.length > 0),
      ...(node.ordered ? { ordered: node.start ?? 1 } : {}),
      ...(isLooseList(node) ? { isLoose: true as const } : {}),
    };
  }

  /** Reads HTML between Markdown blocks. Page marks stay; the rest is read like an HTML page. */
  private html(value: string, line: number): Block[] {
    const page = pageMark.exec(value.trim())?.[1];
    if (page !== undefined) return [{ kind: 'pageMark', runs: [{ text: '', page }], line, endLine: line }];
    const tree = parseHtml(value);
    if (tree === undefined)
      return [{ kind: 'paragraph', runs: tidyRuns([{ text: bareText(value) }]), line, endLine: line }];
    const marks = takeMarks(tree);
    const notes = findHtmlNotes(tree);
    const { cut } = findContent(tree, new Set(notes.notes.keys()));
    return readHtmlBlocks(tree, { notes, marks, cut, base: undefined }).map((block) => ({
      ...block,
      line: block.line + line - 1,
      endLine: block.endLine + line - 1,
    }));
  }

  runs(children: readonly PhrasingContent[]): Run[] {
    const runs: Run[] = [];
    this.inline(children, undefined, runs, 0);
    return tidyRuns(runs);
  }

  private inline(
    children: readonly PhrasingContent[],
    style: RunStyle | undefined,
    runs: Run[],
    depth: number,
  ): void {
    let inner = style;
    const open: { tag: string; style: RunStyle | undefined }[] = [];
    for (const node of depth > maxMarkdownDepth ? [] : children) {
      const page = node.type === 'html' ? pageMark.exec(node.value)?.[1] : undefined;
      if (page !== undefined) runs.push({ text: '', page });
      else if (node.type !== 'html') this.inlineNode(node, inner, runs, depth);
      else if (/^<br\b/i.test(node.value)) runs.push({ text: '\n' });
      else inner = tagStyle(node.value, inner, open);
    }
  }

  private textRun({ value, position }: Text, style: RunStyle | undefined): Run {
    if (this.own === undefined || !position)
      return { text: value.replace(/\s*\n\s*/g, ' '), ...(style ? { style } : {}) };
    const text = wordsAsWritten(this.own.slice(position.start.offset, position.end.offset));
    return { text, style: { ...style, asWritten: true } };
  }

  private inlineNode(node: PhrasingContent, style: RunStyle | undefined, runs: Run[], depth: number): void {
    const push = (text: string, own: RunStyle | undefined = style): void =>
      void runs.push(own ? { text, style: own } : { text });
    switch (node.type) {
      case 'text':
        return void runs.push(this.textRun(node, style));
      case 'inlineCode':
        return push(node.value, { ...style, code: true });
      case 'break':
        return push('\n', undefined);
      case 'emphasis':
        return this.inline(node.children, { ...style, emphasis: true }, runs, depth + 1);
      case 'strong':
        return this.inline(node.children, { ...style, strong: true }, runs, depth + 1);
      case 'delete':
        return this.inline(node.children, { ...style, deleted: true }, runs, depth + 1);
      case 'footnoteReference':
        return void runs.push({ text: '', note: node.identifier });
      case 'link':
      case 'linkReference': {
        const url = safeAddress(
          node.type === 'link' ? node.url : (this.definitions.get(node.identifier) ?? ''),
        );
        return this.inline(
          node.children,
          { ...style, anchor: true, ...(url === undefined ? {} : { link: url }) },
          runs,
          depth + 1,
        );
      }
      case 'image':
      case 'imageReference': {
        const url = safeAddress(
          node.type === 'image' ? node.url : (this.definitions.get(node.identifier) ?? ''),
          'https://relative.invalid/',
        );
        if (url !== undefined)
          runs.push({
            text: '',
            image: { url: url.replace('https://relative.invalid/', ''), alt: node.alt ?? '' },
          });
        return;
      }
      default:
        return;
    }
  }
}

/** The words of a text as its author wrote them, in one line. What HTML was around them may not make a tag of them. */
function wordsAsWritten(written: string): string {
  return written
    .replace(/\s*\n[ \t>]*/g, ' ')
    .replace(/\\[^]|<(?=[A-Za-z/!?]|$)/g, (found) => (found === '<' ? '\\<' : found));
}

/** Whether blank lines stand between the items of a list. */
function isLooseList({ children }: List): boolean {
  return children.slice(1).every((item, index) => {
    const before = children[index]?.position?.end.line ?? 0;
    return (item.position?.start.line ?? 0) > before + 1;
  });
}

const tagStyles = tableOf<RunStyle>({
  em: { emphasis: true },
  i: { emphasis: true },
  strong: { strong: true },
  b: { strong: true },
  del: { deleted: true },
  s: { deleted: true },
  code: { code: true },
  sup: { raised: true },
  sub: { lowered: true },
});

/** The style after an inline HTML tag. `open` holds the styles to return to at closing tags. */
function tagStyle(
  tag: string,
  style: RunStyle | undefined,
  open: { tag: string; style: RunStyle | undefined }[],
): RunStyle | undefined {
  const match = /^<(\/?)([a-z]+)\b/i.exec(tag);
  const name = (match?.[2] ?? '').toLowerCase();
  const own = tagStyles[name];
  if (own === undefined) return style;
  if (match?.[1] === '/') {
    const last = open.at(-1);
    return last?.tag === name ? open.pop()?.style : style;
  }
  open.push({ tag: name, style });
  return { ...style, ...own };
}

/** Whether a node contains HTML or an address that a source may not have. */
export function needsConversion(node: Nodes): boolean {
  if (node.type === 'html') return !pageMark.test(node.value.trim());
  const isAddressed = node.type === 'link' || node.type === 'image' || node.type === 'definition';
  if (isAddressed && !mayStandInSource(node.url)) return true;
  return 'children' in node && (node.children as Nodes[]).some(needsConversion);
}
