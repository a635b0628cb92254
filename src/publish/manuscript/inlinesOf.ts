import {
  type BlockText,
  type CiteNode,
  flatten,
  type Inline,
  type LinkInline,
  type NoteInline,
  originalOf,
  readInlines,
  stringify,
  type StyledInline,
} from '../../core/inlines.ts';
import { unlabelledLocator } from '../../core/locators.ts';
import { isReference } from '../../core/resolve.ts';
import { insideTarget } from '../../core/study.ts';
import { readAttributes } from '../../core/syntax.ts';
import { appendAll, type Range } from '../../core/text.ts';
import { affixRuns, suffixRuns } from './affixRuns.ts';
import { GatheredWords } from './gatheredWords.ts';
import { isPublicAddress, readLinkTarget, unescaped, type WrittenTarget } from './linkTargets.ts';
import type { ManuscriptImage, ManuscriptInline } from './manuscriptTypes.ts';
import type { PaperState, ReadItem } from './paperState.ts';
import { remarkMarks } from './remarkMarks.ts';
import { attributeOf, attributesOfTag, matchTags, type RawTag, readRawTag } from './rawHtml.ts';
import { spanLook } from './spanLook.ts';

/** Where inlines stand. */
export interface InlinePlace {
  /** Index of the footnote that they are in; undefined in the text. */
  readonly footnote: number | undefined;
  /** Reads the content of a note whose label stands in the text. */
  readonly readFootnote: (
    label: string,
    index: number,
  ) => ReturnType<Parameters<PaperState['addFootnote']>[1]>;
}

/** Reads the inlines of a block. */
export function inlinesOfBlock(
  block: BlockText,
  state: PaperState,
  place: InlinePlace,
): readonly ManuscriptInline[] {
  const content = block.text.slice(block.from, block.to);
  const nodes = flatten(readInlines(content, state.references));
  return new InlineCollector({ block, content, state, place }).remarked(nodes);
}

/** Reads Markdown of front matter, in which nothing cites. */
export function inlinesOfText(text: string, state: PaperState): readonly ManuscriptInline[] {
  const block: BlockText = { text, from: 0, to: text.length, joined: undefined };
  const nodes = flatten(readInlines(text, state.references));
  const place: InlinePlace = { footnote: undefined, readFootnote: () => [] };
  return new InlineCollector({ block, content: text, state, place, isFrontMatter: true }).collect(nodes);
}

interface InlineSetting {
  readonly block: BlockText;
  /** The text that offsets of inlines are into. */
  readonly content: string;
  readonly state: PaperState;
  readonly place: InlinePlace;
  readonly isFrontMatter?: boolean;
}

class InlineCollector {
  private readonly out: ManuscriptInline[] = [];
  private readonly words = new GatheredWords((node) => this.original(node));

  constructor(private readonly setting: InlineSetting) {}

  /** Reads the inlines of a whole block, with the remarks that stand beside them. */
  remarked(nodes: readonly Inline[]): readonly ManuscriptInline[] {
    if (this.setting.state.remarks.length === 0) return this.collect(nodes);
    const marks = remarkMarks(
      nodes.map((node) => this.original(node)),
      this.setting.state.remarks,
    );
    const out: ManuscriptInline[] = [];
    let from = 0;
    for (const { at, mark } of marks) {
      appendAll(out, new InlineCollector(this.setting).collect(nodes.slice(from, at)));
      out.push(mark);
      from = at;
    }
    return [...out, ...new InlineCollector(this.setting).collect(nodes.slice(from))];
  }

  collect(nodes: readonly Inline[]): readonly ManuscriptInline[] {
    const tags = this.tagsAmong(nodes);
    const closings = matchTags(tags);
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at];
      const tag = tags.get(at);
      const close = closings.get(at);
      if (!node) continue;
      if (tag && close !== undefined) {
        this.addElement(node, tag, nodes.slice(at + 1, close));
        at = close;
      } else if (tag) this.addRaw(node, tag);
      else this.add(node);
    }
    this.flush();
    return this.out;
  }

  private tagsAmong(nodes: readonly Inline[]): ReadonlyMap<number, RawTag> {
    const tags = new Map<number, RawTag>();
    nodes.forEach((node, at) => {
      if (node.kind === 'raw') tags.set(at, readRawTag(this.written(node)));
    });
    return tags;
  }

  private written({ start, end }: Range): string {
    return this.setting.content.slice(start, end);
  }

  private original({ start, end }: Range): Range {
    const { block } = this.setting;
    return originalOf(block, block.from + start, block.from + end);
  }

  private within(nodes: readonly Inline[]): readonly ManuscriptInline[] {
    return new InlineCollector(this.setting).collect(flatten(nodes));
  }

  private flush(): void {
    const { text, range } = this.words.take();
    if (text !== '') this.out.push(textInline(text, this.setting.isFrontMatter ? undefined : range));
  }

  private push(inline: ManuscriptInline): void {
    this.flush();
    this.out.push(inline);
  }

  private add(node: Inline): void {
    switch (node.kind) {
      case 'string':
        return this.words.add(this.exampleReference(node.text) ?? node.text, node);
      case 'space':
      case 'softBreak':
        // Where something was left out between two spaces, one is left.
        return this.words.endsWithSpace ? undefined : this.words.add(' ', node);
      case 'tie':
        return this.words.add('\u00a0', node);
      case 'lineBreak':
        return this.push({ kind: 'break' });
      case 'singleQuoted':
      case 'doubleQuoted':
        return this.addQuoted(node.kind === 'singleQuoted' ? ['‘', '’'] : ['“', '”'], node);
      case 'code':
        return this.push({ kind: 'code', text: node.text, ...ranged(this.original(node)) });
      case 'math': {
        const isDisplay = this.written(node).startsWith('$$');
        return this.push({ kind: 'math', tex: node.text, isDisplay, ...ranged(this.original(node)) });
      }
      case 'styled':
        return this.addStyled(node);
      case 'link':
        return this.addLink(node);
      case 'image':
        return this.addImage(node);
      case 'note':
        return this.addNote(node);
      case 'cite':
        return this.addCite(node);
      case 'group':
        for (const child of flatten(node.children)) this.add(child);
        return;
      case 'raw':
        return this.addRaw(node, readRawTag(this.written(node)));
      case 'nothing':
        return;
    }
  }

  private addQuoted(
    [open, close]: readonly [string, string],
    node: Inline & { children: readonly Inline[] },
  ): void {
    this.words.add(open, { start: node.start, end: node.start + 1 });
    const inner = new InlineCollector(this.setting).collect(flatten(node.children));
    this.addAll(inner);
    this.words.add(close, { start: node.end - 1, end: node.end });
  }

  /** Appends what was read apart. Words go on where words stand before. */
  private addAll(inlines: readonly ManuscriptInline[]): void {
    for (const inline of inlines) {
      if (inline.kind !== 'text') this.push(inline);
      else {
        this.words.addRead(inline.text, inline.range);
      }
    }
  }

  private addStyled(node: StyledInline): void {
    const children = this.within(node.children);
    if (node.style === 'strongEmphasis')
      this.push({ kind: 'strong', children: [{ kind: 'emphasis', children }] });
    else if (node.style === 'span') this.addSpan(node, children);
    else this.push({ kind: node.style, children });
  }

  private addSpan(node: StyledInline, children: readonly ManuscriptInline[]): void {
    const at = node.attributesAt ?? node.start;
    const read = readAttributes(this.setting.content, at) ?? attributesOfTag(this.setting.content.slice(at));
    const { classes } = read;
    const look = spanLook(classes);
    if (look === 'smallCaps' || look === 'underline') this.push({ kind: look, children });
    else {
      const id = this.setting.state.takeId(read.id);
      const attributes = { id, classes, values: read.values };
      if (id === '' && classes.length + read.values.length === 0) this.addAll(children);
      else this.push({ kind: 'span', attributes, children });
    }
  }

  private targetOf({ target, attributesAt }: LinkInline): WrittenTarget {
    if ('address' in target) {
      const isMail = !/^[a-z][a-z0-9+.-]*:/iu.test(target.address);
      return { address: `${isMail ? 'mailto:' : ''}${target.address}`, title: '' };
    }
    if ('at' in target) return readLinkTarget(this.setting.content.slice(target.at, attributesAt));
    const definition = this.setting.state.definitionOf(target.label);
    return { address: unescaped(definition?.url ?? ''), title: definition?.title ?? '' };
  }

  private addLink(node: LinkInline): void {
    const { address, title } = this.targetOf(node);
    this.addLinked(address, title, this.within(node.children), node);
  }

  private addLinked(address: string, title: string, children: readonly ManuscriptInline[], at: Range): void {
    const { state } = this.setting;
    if (isPublicAddress(address)) return this.push({ kind: 'link', target: address, title, children });
    const inside = insideTarget(address, state.path);
    if (inside?.path === state.path && inside.fragment !== undefined) {
      const id = state.identifierFor(decoded(inside.fragment));
      return id === undefined
        ? this.addAll(children)
        : this.push({ kind: 'link', target: `#${id}`, title, children });
    }
    if (inside) {
      const { path, fragment = '' } = inside;
      return this.push({ kind: 'fileLink', path, fragment, children });
    }
    this.addAll(children);
    if (address !== '') state.report('link', this.original(at), 'export.linkLeftOut');
  }

  private addImage(node: LinkInline): void {
    const { address, title } = this.targetOf(node);
    const children = this.within(node.children);
    const { values } = readAttributes(this.setting.content, node.attributesAt) ?? { values: [] };
    const sizes = new Map(values);
    const image = this.imageAt(address, {
      alt: stringify(node.children),
      title,
      width: sizes.get('width') ?? '',
      height: sizes.get('height') ?? '',
    });
    if (image) return this.push({ ...image, caption: children });
    this.addAll(children);
    this.setting.state.report('image', this.original(node), 'export.imageLeftOut');
  }

  private imageAt(
    address: string,
    rest: Omit<ManuscriptImage, 'kind' | 'path' | 'caption'>,
  ): Omit<ManuscriptImage, 'caption'> | undefined {
    const inside = insideTarget(address, this.setting.state.path);
    return inside && inside.written !== '' ? { kind: 'image', path: inside.path, ...rest } : undefined;
  }

  private addNote(node: NoteInline): void {
    const { state, place } = this.setting;
    if (this.setting.isFrontMatter) return;
    const { label } = node;
    // A note within a note is none in Pandoc.
    if (place.footnote !== undefined) {
      if (label !== undefined) return this.words.add(this.written(node), node);
      this.words.add(' (', node);
      this.addAll(this.within(node.children));
      return this.words.add(')', node);
    }
    const footnote = state.addFootnote(this.original(node), (index) => {
      if (label !== undefined) return place.readFootnote(label, index);
      const inner = { ...this.setting, place: { ...place, footnote: index } };
      return [{ kind: 'paragraph', children: new InlineCollector(inner).collect(flatten(node.children)) }];
    });
    this.push({ kind: 'footnote', footnote });
  }

  private addCite(node: CiteNode): void {
    const { state, place } = this.setting;
    const items = node.citations.flatMap((item): ReadItem[] => {
      const { start } = this.original({ start: item.key.start, end: item.key.end });
      const citation = state.citationAt(start);
      if (!citation) return [];
      const suffix = suffixRuns(
        citation,
        affixRuns(item.suffix),
        unlabelledLocator(item.suffix, state.locatorTerms),
      );
      return [{ citation, prefix: affixRuns(item.prefix), suffix }];
    });
    const isCitation = items.some(({ citation }) => !isReference(citation.key, state.study));
    if (this.setting.isFrontMatter || items.length < node.citations.length || !isCitation)
      return this.words.add(node.fallback, node);
    const range = this.original(node);
    this.push({ kind: 'cite', citation: state.citations.length });
    state.citations.push({ range, written: node.fallback, items, footnote: place.footnote });
  }

  /** Returns the number of the example that `@label` names; undefined for other words. */
  private exampleReference(text: string): string | undefined {
    const number = text.startsWith('@') ? this.setting.state.exampleNumber(text.slice(1)) : undefined;
    return number === undefined ? undefined : String(number);
  }

  private addRaw(node: Range, { name, kind, isLoss }: RawTag): void {
    const { state, isFrontMatter } = this.setting;
    if (name === 'br' && kind === 'open') return this.push({ kind: 'break' });
    if (name === 'img' && kind === 'open') return this.addHtmlImage(node);
    if (isLoss && !isFrontMatter) state.report('raw', this.original(node), 'export.rawLeftOut');
  }

  private addHtmlImage(node: Range): void {
    const written = this.written(node);
    const value = (name: string): string => attributeOf(written, name) ?? '';
    const rest = { alt: value('alt'), title: value('title'), width: value('width'), height: value('height') };
    const image = this.imageAt(value('src'), rest);
    if (image) return this.push({ ...image, caption: [] });
    this.words.add(rest.alt, node);
    this.setting.state.report('image', this.original(node), 'export.imageLeftOut');
  }

  private addElement(node: Range, { name, style }: RawTag, inner: readonly Inline[]): void {
    const children = this.within(inner);
    if (style) return this.push({ kind: style, children });
    if (name === 'a') {
      const written = this.written(node);
      this.addLinked(attributeOf(written, 'href') ?? '', attributeOf(written, 'title') ?? '', children, node);
    }
  }
}

function textInline(text: string, range: Range | undefined): ManuscriptInline {
  return range ? { kind: 'text', text, range } : { kind: 'text', text };
}

function ranged(range: Range): { readonly range: Range } {
  return { range };
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
