import type { Root, RootContent } from 'mdast';
import type { Construct } from 'micromark-util-types';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { appendAll } from '../../text.ts';
import { mayHoldRegions } from '../pandoc/findRegion.ts';
import { remarkImageTexts } from '../pandoc/figures.ts';
import { finishTree } from '../pandoc/finishTree.ts';
import { remarkPandocBlocks } from '../pandoc/remarkPandoc.ts';
import { endOfReadable, isShallow, limitMarks, limitNesting, plainTree } from '../parserLimits.ts';
import { limitInlineNesting, remarkCitations, remarkTablesAndNotes } from '../remarkExtensions.ts';
import { frontMatterEnd } from './cut.ts';
import { definedLabels, isNoLabels, type Labels, noLabels } from './labels.ts';

/** Tells the parser, before it reads anything, what is defined outside of the text that it is given. */
function remarkLabels(this: Processor, { links, notes }: Labels): void {
  const tellLabels: Construct = {
    name: 'definedElsewhere',
    tokenize(_effects, _ok, nok) {
      const parser = this.parser as { defined: string[]; gfmFootnotes?: string[]; isTold?: boolean };
      if (!parser.isTold) {
        parser.isTold = true;
        appendAll(parser.defined, links);
        appendAll((parser.gfmFootnotes ??= []), notes);
      }
      return nok;
    },
  };
  const data = this.data() as { micromarkExtensions?: unknown[] };
  (data.micromarkExtensions ??= []).push({ flowInitial: { null: tellLabels } });
}

/** Plugins that tables, notes, figures and citations need, in the order that they need. */
const inlinePlugins = [remarkTablesAndNotes, remarkImageTexts, remarkCitations];
// Pure: a bundle that reads no Markdown leaves them out.
const processor = /* @__PURE__ */ (() =>
  unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(inlinePlugins).freeze())();
/** Only the beginning of a document can have front matter. */
const processorOfTheRest = /* @__PURE__ */ (() => unified().use(remarkParse).use(inlinePlugins).freeze())();

/**
 * What a text means: `remark-parse` with front matter, tables, notes and citation keys; whatever is faster must say the
 * same. Never throws. Nesting that nobody writes is flattened, so that whatever walks the tree may recurse; from where a
 * text repeats itself as nobody writes, it is plain text, so that no text takes much longer than others of its length.
 * @param isFirst whether the text is the beginning of the document
 * @param labels what is defined in the rest of the document
 */
export function parseWithRemark(text: string, isFirst = true, labels: Labels = noLabels): Root {
  const tree = parseNested(text, isFirst, labels, 0);
  if (!text.includes(']:') || !mayHoldRegions(text)) return tree;
  // Blocks of Pandoc are read by themselves: they know what the text defines, and the text what they define, only now.
  const defined = definedLabels(tree.children);
  if (isNoLabels(defined)) return tree;
  const links = new Set([...labels.links, ...defined.links]);
  const notes = new Set([...labels.notes, ...defined.notes]);
  return parseNested(text, isFirst, { links, notes }, 0);
}

/** More deeply, blocks of Pandoc inside one another are plain text. */
const maxInnerDocuments = 6;

/**
 * @param depth the number of texts that the text was taken out of
 * @param isItem whether it is the content of an item
 */
function parseNested(text: string, isFirst: boolean, labels: Labels, depth: number, isItem = false): Root {
  try {
    const end = endOfReadable(text);
    const frontEnd = isFirst ? frontMatterEnd(text) : 0;
    const closed = frontEnd > 0 ? withDashesAt(text, frontEnd) : text;
    const limited = limitInlineNesting(limitNesting(limitMarks(closed.slice(0, end))));
    // The dashes of front matter look like a table.
    const mayHold = mayHoldRegions(frontEnd > 0 ? limited.slice(frontEnd) : limited);
    const plain = isFirst ? processor : processorOfTheRest;
    const withBlocks = mayHold
      ? plain().use(remarkPandocBlocks, { text: limited, hasFrontMatter: frontEnd !== 0, isItem })
      : plain;
    const tree = (isNoLabels(labels) ? withBlocks : withBlocks().use(remarkLabels, labels)).parse(limited);
    if (!isShallow(tree)) return plainTree(text);
    const inside = (inner: string, isInItem: boolean): readonly RootContent[] =>
      parseNested(inner, false, labels, depth + 1, isInItem).children;
    finishTree(tree, limited, depth < maxInnerDocuments ? inside : undefined);
    if (end < text.length) appendAll(tree.children, plainTree(text, end).children);
    return tree;
  } catch {
    return plainTree(text);
  }
}

/**
 * Returns the tree of a text as earlier versions of Pilcrow read sources: by CommonMark, with front matter, tables and notes, but without
 * blocks of Pandoc. Never throws.
 */
export function parseCommonMark(text: string): Root {
  try {
    const limited = limitInlineNesting(limitNesting(limitMarks(text.slice(0, endOfReadable(text)))));
    const tree = processor.parse(limited);
    return isShallow(tree) ? tree : plainTree(text);
  } catch {
    return plainTree(text);
  }
}

/** Front matter may end with three points. The parser knows it with dashes. */
function withDashesAt(text: string, frontEnd: number): string {
  const at = text.lastIndexOf('...', frontEnd);
  if (at < 0 || /[^. \t]/.test(text.slice(at, frontEnd))) return text;
  return `${text.slice(0, at)}---${text.slice(at + 3)}`;
}
