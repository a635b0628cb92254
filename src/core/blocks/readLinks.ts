import { memo } from '../memo.ts';
import type { Definition, Image, Link, Nodes } from 'mdast';
import { mayLink, moveRange, type Range } from '../text.ts';
import type { Chunk, MarkdownDocument } from './document.ts';
import { formulasIn } from './readFootnotes.ts';
import { rangeOf } from './blockLines.ts';

/** The target of a link or image. */
export interface LinkTarget {
  /** The target itself, without escapes. */
  readonly target: string;
  /** The range of the target as written, without angle brackets. Offsets are into the document. */
  readonly range: Range;
  /** Whether the written form equals the target. */
  readonly isPlain: boolean;
}

interface ChunkLinks {
  /** Targets of `[text](target)` and `![text](target)`. Offsets are into the chunk. */
  readonly targets: readonly LinkTarget[];
  readonly definitions: readonly { readonly label: string; readonly target: LinkTarget }[];
  /** The labels that links refer to. */
  readonly labels: readonly string[];
}

/** Longer links are ignored. UTF-16 code units. */
const maxLinkLength = 2000;

/**
 * Returns the targets in links and images, and those of definitions that a link refers to, in order. Links that Pandoc may
 * read as something else are left out: in formulas and TeX, after citations, and with a label defined twice.
 */
export function readLinks({ text, chunks }: MarkdownDocument): readonly LinkTarget[] {
  if (!mayLink(text)) return [];
  const all = chunks.map(({ chunk, start }) => ({
    links: /\](?:\(|:)/.test(chunk.text) ? linksOfChunk(chunk) : noLinks,
    start,
  }));
  const isDefining = all.some(({ links }) => links.definitions.length > 0);
  const labels = new Set(isDefining ? chunks.flatMap(({ chunk }) => linksOfChunk(chunk).labels) : []);
  const times = new Map<string, number>();
  for (const { label } of all.flatMap(({ links }) => links.definitions))
    times.set(label, (times.get(label) ?? 0) + 1);
  return all.flatMap(({ links, start }) => {
    const defined = links.definitions
      .filter(({ label }) => labels.has(label) && times.get(label) === 1)
      .map(({ target }) => target);
    return [...links.targets, ...defined]
      .map((each) => ({ ...each, range: moveRange(each.range, start) }))
      .sort((a, b) => a.range.start - b.range.start);
  });
}

const noLinks: ChunkLinks = { targets: [], definitions: [], labels: [] };

const linksOfChunk = memo('links of a chunk', (chunk: Chunk): ChunkLinks =>
  chunk.text.includes(']') ? new LinkWalk(chunk.text).take(chunk.nodes) : noLinks,
);

/** Collects the links of the nodes of one text. */
class LinkWalk {
  private readonly targets: LinkTarget[] = [];
  private readonly definitions: { readonly label: string; readonly target: LinkTarget }[] = [];
  private readonly labels: string[] = [];

  constructor(private readonly text: string) {}

  take(nodes: readonly Nodes[]): ChunkLinks {
    for (const node of nodes) this.visit(node, []);
    const { targets, definitions, labels } = this;
    return { targets, definitions, labels };
  }

  /** @param formulas the formulas of the block */
  private visit(node: Nodes, formulas: readonly Range[]): void {
    if (node.type === 'link' || node.type === 'image') this.takeLink(node, formulas);
    else if (node.type === 'linkReference' || node.type === 'imageReference')
      this.labels.push(node.identifier);
    else if (node.type === 'definition') this.define(node);
    if (!('children' in node)) return;
    const inside = isBlockOfInlines(node) ? this.formulasOf(node) : formulas;
    if (inside) for (const child of node.children) this.visit(child, inside);
  }

  /** Returns the formulas of a block; undefined where it has TeX, which may hold anything. */
  private formulasOf(node: Nodes): Range[] | undefined {
    const { start, end } = rangeOf(node);
    const written = this.text.slice(start, end);
    if (/\\[A-Za-z]+\{/.test(written)) return undefined;
    return written.includes('$') ? formulasIn(written).map((range) => moveRange(range, start)) : [];
  }

  private takeLink(node: Link | Image, formulas: readonly Range[]): void {
    const { start, end } = rangeOf(node);
    if (end - start > maxLinkLength || !this.text.startsWith(node.type === 'image' ? '![' : '[', start))
      return;
    if (formulas.some((formula) => formula.start < end && start < formula.end)) return;
    const target = node.type === 'image' ? this.targetOfImage(node) : this.targetOfLink(node);
    if (target) this.targets.push(target);
  }

  private targetOfLink(node: Link): LinkTarget | undefined {
    const { start, end } = rangeOf(node);
    const last = node.children.at(-1);
    const close = last ? rangeOf(last).end : start + 1;
    // Pandoc reads citations and notes in brackets before links.
    if (/^\^|@/.test(this.text.slice(start + 1, close))) return undefined;
    return this.targetAfter(close, end, node.url);
  }

  private targetOfImage(node: Image): LinkTarget | undefined {
    const { start, end } = rangeOf(node);
    for (let at = this.text.indexOf('](', start); at >= 0 && at < end; at = this.text.indexOf('](', at + 1)) {
      const target = this.targetAfter(at, end, node.url);
      if (target) return target;
    }
    return undefined;
  }

  /** Returns the target of a link whose text ends at `close`. */
  private targetAfter(close: number, end: number, url: string): LinkTarget | undefined {
    const opening = /^\]\([ \t\r\n]*/.exec(this.text.slice(close, end));
    return opening ? this.targetAt(close + opening[0].length, end, url) : undefined;
  }

  private targetAt(from: number, end: number, url: string): LinkTarget | undefined {
    const rest = this.text.slice(from, end);
    const bracketed = /^<((?:\\.|[^<>\\\r\n])*)>/.exec(rest);
    const written = bracketed ? (bracketed[1] ?? '') : (/^(?:\\.|[^\s\\]|\\)*/.exec(rest)?.[0] ?? '');
    const start = bracketed ? from + 1 : from;
    // After a target without brackets the end of the link may follow.
    if (written.startsWith(url))
      return { target: url, range: { start, end: start + url.length }, isPlain: true };
    const length = bracketed ? written.length : written.replace(/\)$/, '').length;
    return { target: url, range: { start, end: start + length }, isPlain: false };
  }

  private define(node: Definition): void {
    const { start, end } = rangeOf(node);
    if (end - start > maxLinkLength || /^\[(?:\^|-?@)/.test(this.text.slice(start, start + 3))) return;
    const opening = /^\[(?:\\.|[^\\\]])*\]:[ \t\r\n]*/.exec(this.text.slice(start, end));
    const target = opening && this.targetAt(start + opening[0].length, end, node.url);
    if (target) this.definitions.push({ label: node.identifier, target });
  }
}

function isBlockOfInlines({ type }: Nodes): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'tableCell';
}
