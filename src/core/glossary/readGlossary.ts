import type { Heading, Paragraph } from 'mdast';
import { type Citation, readCitations } from '../citations.ts';
import {
  type MarkdownDocument,
  type PlainBlock,
  plainTextOf,
  rangeOf,
  rangeOfBlock,
  type TopBlock,
  topBlocksOf,
} from '../blocks.ts';
import { encloses, firstIndex, type MappedText, type Range, appendAll } from '../text.ts';
import { splitFields, splitNames, type FieldDoubt, type FieldName, type ListedName } from './fields.ts';

/** A field of an entry, for editors: `Also: …`. Ranges are offsets into the file. */
export interface EntryField {
  readonly name: FieldName;
  readonly nameRange: Range;
  /** Empty, and after the colon, where the field has no value. */
  readonly valueRange: Range;
}

/** An ambiguous field of an entry. `range` is in the file. */
export interface UnclearField {
  readonly kind: FieldDoubt['kind'];
  /** The name of the field as written. */
  readonly name: string;
  readonly range: Range;
}

/** A definition, or one sense of it. */
export interface Definition {
  /** From its first block to its last, with any fields in between; undefined where there are no blocks. */
  readonly range: Range | undefined;
  /** Its blocks as Markdown source, separated by blank lines. */
  readonly markdown: string;
  /** Its blocks as plain text. */
  readonly plain: readonly MappedText[];
  /** The citations in it. */
  readonly citations: readonly Citation[];
}

/** The fields and blocks under one heading. */
export interface EntryBody {
  readonly fields: readonly EntryField[];
  readonly aliases: readonly ListedName[];
  readonly not: readonly ListedName[];
  readonly seeAlso: readonly ListedName[];
  readonly definedAt: readonly Citation[];
  readonly usedAt: readonly Citation[];
  readonly definition: Definition;
  readonly unclear: readonly UnclearField[];
}

/** The sense of a term in one source: the content under a heading `### In @key`. */
export interface EntrySense extends EntryBody {
  readonly key: string;
  /** The range of `@key` in the heading. */
  readonly keyRange: Range;
  readonly range: Range;
}

/** An entry of one glossary file. Aliases, `not` and `seeAlso` include those given under its senses. */
export interface GlossaryEntry extends EntryBody {
  /** The name of the term, as plain text on one line. */
  readonly name: string;
  /** The range of the name in the heading. */
  readonly nameRange: Range;
  /** The range of the whole heading, with its `##`. */
  readonly headingRange: Range;
  /** From the heading to the last block of the entry. */
  readonly range: Range;
  readonly senses: readonly EntrySense[];
}

/** The content of a glossary file. Ranges are offsets into its text, in UTF-16 code units. */
export interface GlossaryFile {
  readonly title: string | undefined;
  readonly entries: readonly GlossaryEntry[];
}

/**
 * Reads a glossary: a level-1 heading is its title, each level-2 heading an entry, and lower headings belong to their
 * entry. Where no entry is open, or right after such a heading, which is then one of a section, the terms of definition lists are
 * entries as well. Other text before the first entry is ignored, and so is an entry whose heading has no words. Accepts any
 * document.
 */
export function readGlossary(document: MarkdownDocument): GlossaryFile {
  const reader = new EntryReader(document);
  let title: string | undefined;
  const entries: GlossaryEntry[] = [];
  let open: { heading: Heading; blocks: TopBlock[] } | undefined;
  const close = (): void => {
    const entry = open && reader.entry(open.heading, open.blocks);
    if (entry) entries.push(entry);
    open = undefined;
  };
  for (const node of topBlocksOf(document)) {
    const defined = open && open.blocks.length > 0 ? undefined : definedTermsOf(node);
    if (defined) {
      for (const { heading, blocks } of defined) {
        const entry = reader.entry(heading, blocks);
        if (entry) entries.push(entry);
      }
      open = undefined;
    } else if (node.type === 'heading' && node.depth <= 2) {
      close();
      if (node.depth === 1) title ??= collapsedLine(plainTextOf(node.children, document.text).text);
      else open = { heading: node, blocks: [] };
    } else open?.blocks.push(node);
  }
  close();
  return { title, entries };
}

function collapsedLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** A block of a definition, with its range, as Markdown and as plain text. */
interface DefinitionBlock {
  readonly range: Range;
  readonly plain: MappedText;
}

class EntryReader {
  private readonly text: string;
  private cited: readonly Citation[] | undefined;

  constructor(private readonly document: MarkdownDocument) {
    this.text = document.text;
  }

  /** Those of the whole glossary: each entry looks for its own, and there may be thousands. */
  private get citations(): readonly Citation[] {
    return (this.cited ??= readCitations(this.document));
  }

  entry(heading: Heading, blocks: readonly TopBlock[]): GlossaryEntry | undefined {
    const name = this.name(heading);
    if (!name) return undefined;
    const firstSense = blocks.findIndex((node) => senseKey(node) !== undefined);
    const general = this.body(firstSense < 0 ? blocks : blocks.slice(0, firstSense));
    const senses = firstSense < 0 ? [] : this.senses(blocks.slice(firstSense));
    const last = blocks.at(-1);
    const headingRange = rangeOf(heading);
    return {
      name: collapsedLine(name.name),
      nameRange: name.range,
      headingRange,
      range: { start: headingRange.start, end: last ? rangeOfBlock(last).end : headingRange.end },
      ...withoutCitations(general),
      get definedAt() {
        return general.definedAt;
      },
      get usedAt() {
        return general.usedAt;
      },
      aliases: [general, ...senses].flatMap((body) => body.aliases),
      not: [general, ...senses].flatMap((body) => body.not),
      seeAlso: [general, ...senses].flatMap((body) => body.seeAlso),
      senses,
    };
  }

  /** Returns the words of a heading, without the attributes (`{#id}`) that Pandoc allows after them. */
  private name(heading: Heading): ListedName | undefined {
    const plain = plainTextOf(heading.children, this.text);
    const attributes = /\s*\{[#.][^{}]*\}\s*$/u.exec(plain.text.slice(-500))?.[0].length ?? 0;
    const end = plain.text.slice(0, plain.text.length - attributes).trimEnd().length;
    const start = plain.text.length - plain.text.trimStart().length;
    const range = plain.originalRange({ start, end });
    return range && { name: plain.text.slice(start, end), range };
  }

  private senses(blocks: readonly TopBlock[]): EntrySense[] {
    const senses: EntrySense[] = [];
    for (let from = 0; from < blocks.length;) {
      const heading = blocks[from];
      const found = heading && senseKey(heading);
      let to = from + 1;
      while (to < blocks.length && !senseKey(blocks[to])) to++;
      const last = blocks[to - 1];
      if (heading && found && last) {
        const body = this.body(blocks.slice(from + 1, to));
        senses.push({
          ...withoutCitations(body),
          get definedAt() {
            return body.definedAt;
          },
          get usedAt() {
            return body.usedAt;
          },
          ...found,
          range: { start: rangeOfBlock(heading).start, end: rangeOfBlock(last).end },
        });
      }
      from = to;
    }
    return senses;
  }

  private body(nodes: readonly TopBlock[]): EntryBody {
    const fields: (EntryField & { names: ListedName[] })[] = [];
    const blocks: DefinitionBlock[] = [];
    const unclear: UnclearField[] = [];
    for (const node of nodes) {
      if (node.type === 'paragraph' || node.type === 'plainParagraph') {
        const rest = this.paragraph(node, fields, unclear);
        if (rest) blocks.push(rest);
      } else if (node.type !== 'html' && node.type !== 'definition')
        blocks.push({ range: rangeOf(node), plain: plainTextOf([node], this.text) });
    }
    const named = (name: FieldName): ListedName[] =>
      fields.filter((field) => field.name === name).flatMap((field) => field.names);
    const cited = (name: FieldName): Citation[] =>
      fields.filter((field) => field.name === name).flatMap((field) => this.citationsIn(field.valueRange));
    let definedAt: readonly Citation[] | undefined;
    let usedAt: readonly Citation[] | undefined;
    return {
      fields: fields.map(({ name, nameRange, valueRange }) => ({ name, nameRange, valueRange })),
      aliases: named('also'),
      not: named('not'),
      seeAlso: named('see also'),
      // Nearly all citations of a glossary are never asked for.
      get definedAt() {
        return (definedAt ??= cited('defined at'));
      },
      get usedAt() {
        return (usedAt ??= cited('used at'));
      },
      definition: this.definition(blocks),
      unclear,
    };
  }

  /** Reads the fields at the start of a paragraph, and returns the rest. */
  private paragraph(
    node: Paragraph | PlainBlock,
    fields: (EntryField & { names: ListedName[] })[],
    unclear: UnclearField[],
  ): DefinitionBlock | undefined {
    const plain = node.type === 'plainParagraph' ? node.words : plainTextOf([node], this.text);
    const whole = rangeOfBlock(node);
    const found = splitFields(plain, this.text);
    const { end } = whole;
    for (const { kind, name, range } of found.doubts)
      unclear.push({ kind, name, range: plain.originalRange(range) ?? whole });
    for (const { name, nameRange, language, value } of found.fields) {
      const behind = plain.ends[value.start - 1] ?? end;
      fields.push({
        name,
        nameRange: plain.originalRange(nameRange) ?? whole,
        valueRange: plain.originalRange(value) ?? { start: behind, end: behind },
        names: splitNames(plain, value, this.text).map((each) =>
          language === undefined ? each : { ...each, language },
        ),
      });
    }
    if (found.fields.length === 0) return { range: whole, plain };
    const start = plain.starts[found.rest];
    return start === undefined ? undefined : { range: { start, end }, plain: plain.slice(found.rest) };
  }

  private definition(blocks: readonly DefinitionBlock[]): Definition {
    const first = blocks[0];
    const last = blocks.at(-1);
    const citationsIn = (range: Range): Citation[] => this.citationsIn(range);
    let citations: readonly Citation[] | undefined;
    return {
      range: first && last && { start: first.range.start, end: last.range.end },
      markdown: blocks.map(({ range }) => this.text.slice(range.start, range.end)).join('\n\n'),
      plain: blocks.map((block) => block.plain),
      get citations() {
        return (citations ??= blocks.flatMap((block) => citationsIn(block.range)));
      },
    };
  }

  private citationsIn(range: Range): Citation[] {
    const found: Citation[] = [];
    const first = firstIndex(this.citations, (each) => each.range.start >= range.start);
    for (let i = first; ; i++) {
      const citation = this.citations[i];
      if (!citation || citation.range.start >= range.end) return found;
      if (encloses(range, citation.range)) found.push(citation);
    }
  }
}

/** Returns what of a body may be copied without reading citations. */
function withoutCitations({
  fields,
  aliases,
  not,
  seeAlso,
  definition,
  unclear,
}: EntryBody): Omit<EntryBody, 'definedAt' | 'usedAt'> {
  return { fields, aliases, not, seeAlso, definition, unclear };
}

/** Returns the key of a heading `### In @key`; undefined for any other node. */
function senseKey(node: TopBlock | undefined): { key: string; keyRange: Range } | undefined {
  if (node?.type !== 'heading' || node.depth < 3) return undefined;
  const [opening, key, ...others] = node.children;
  if (opening?.type !== 'text' || !/^\s*in\s+$/iu.test(opening.value)) return undefined;
  if (key?.type !== 'citationKey' || key.suppressAuthor) return undefined;
  return others.every((other) => other.type === 'text' && /^[\s:.]*$/u.test(other.value))
    ? { key: key.key, keyRange: rangeOf(key) }
    : undefined;
}

/** A term of a definition list of Pandoc, as the heading and blocks of an entry. */
interface DefinedTerm {
  readonly heading: Heading;
  readonly blocks: readonly TopBlock[];
}

/** Returns the terms of a definition list (`lamp`, then `:   A jar.`); undefined for other blocks. */
function definedTermsOf(node: TopBlock): readonly DefinedTerm[] | undefined {
  if (node.type !== 'definitionList') return undefined;
  const terms: { readonly heading: Heading; readonly blocks: TopBlock[] }[] = [];
  for (const part of node.children)
    if (part.type === 'definitionTerm')
      terms.push({ heading: { ...part, type: 'heading', depth: 2 }, blocks: [] });
    else appendAll(terms[terms.length - 1]?.blocks ?? [], part.children);
  return terms;
}
