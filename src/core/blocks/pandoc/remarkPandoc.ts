import type { CompileContext, Extension as TreeExtension, Token } from 'mdast-util-from-markdown';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import type { Processor } from 'unified';
import type { Literal, Node } from 'unist';
import { endOfAttributes } from '../../syntax.ts';
import { RegionFinder } from './findRegion.ts';
import type { DraftNode } from './draftNode.ts';
import { startsSublist } from './sublists.ts';

/** A block that is read later from its draft. It stands in the tree only while that is made. */
export interface RegionNode extends Node {
  type: 'pandocRegion';
  draft: DraftNode;
}

/** A line of colons that opens or closes a div. */
export interface DivFenceNode extends Literal {
  type: 'divFence';
  /** The line as written. */
  value: string;
}

declare module 'mdast' {
  interface RootContentMap {
    pandocRegion: RegionNode;
    divFence: DivFenceNode;
  }
  interface BlockContentMap {
    pandocRegion: RegionNode;
    divFence: DivFenceNode;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    pandocRegion: 'pandocRegion';
    pandocLine: 'pandocLine';
    divFence: 'divFence';
  }
}

const colon = 58;
const space = 32;

/** What a text is that has blocks of Pandoc. */
interface PandocText {
  readonly text: string;
  readonly hasFrontMatter: boolean;
  readonly isItem: boolean;
}

/**
 * Teaches a processor the blocks of Pandoc in one text, `text`, which it must be given to parse.
 * @param options `hasFrontMatter`: whether the text begins with front matter, closed or not; `isItem`: whether it is the content of
 * an item
 */
export function remarkPandocBlocks(this: Processor, { text, hasFrontMatter, isItem }: PandocText): void {
  const finder = new RegionFinder(text);
  const drafts = new Map<number, DraftNode>();
  const data = this.data() as { micromarkExtensions?: Extension[]; fromMarkdownExtensions?: TreeExtension[] };
  const isSublist = (at: number): boolean => startsSublist(text, at, isItem);
  const region = regionConstruct(finder, drafts, hasFrontMatter, isSublist);
  (data.micromarkExtensions ??= []).push({
    // Under the space, too, so that it comes before indented code: a column may be set to the right.
    flowInitial: { [space]: region, null: region },
    flow: { [colon]: fenceConstruct(text), null: sublistConstruct(isSublist) },
  });
  (data.fromMarkdownExtensions ??= []).push({
    enter: {
      pandocRegion(this: CompileContext, token: Token) {
        const draft = drafts.get(token.start.offset);
        if (draft) this.enter({ type: 'pandocRegion', draft }, token);
      },
      divFence(this: CompileContext, token: Token) {
        this.enter({ type: 'divFence', value: this.sliceSerialize(token) }, token);
      },
    },
    exit: {
      pandocRegion(this: CompileContext, token: Token) {
        this.exit(token);
      },
      divFence(this: CompileContext, token: Token) {
        this.exit(token);
      },
    },
  });
}

/** Takes a block as it stands, so that nothing in it is read by the rules of CommonMark. */
function regionConstruct(
  finder: RegionFinder,
  drafts: Map<number, DraftNode>,
  hasFrontMatter: boolean,
  isSublist: (at: number) => boolean,
): Construct {
  return {
    name: 'pandocRegion',
    concrete: true,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      const now = () => this.now();
      const continues = () => this.interrupt === true || continuesBlock(this.events);
      let end = 0;
      return (code: Code): State | undefined => {
        const { offset } = now();
        const isOther = (continues() && !isSublist(offset)) || (hasFrontMatter && offset === 0);
        const region = isOther ? undefined : finder.regionAt(offset);
        if (!region) return nok(code);
        drafts.set(offset, region.node);
        ({ end } = region.node);
        effects.enter('pandocRegion');
        return inside(code);
      };
      function inside(code: Code): State | undefined {
        if (code === null || now().offset >= end) {
          effects.exit('pandocRegion');
          return ok(code);
        }
        if (!isEnd(code)) {
          effects.enter('pandocLine');
          return line(code);
        }
        effects.enter('lineEnding');
        effects.consume(code);
        effects.exit('lineEnding');
        return inside;
      }
      function line(code: Code): State | undefined {
        if (isEnd(code) || now().offset >= end) {
          effects.exit('pandocLine');
          return inside(code);
        }
        effects.consume(code);
        return line;
      }
    },
  };
}

/** Ends the paragraph of an item where a list begins in it, which `regionConstruct` reads. */
function sublistConstruct(isSublist: (at: number) => boolean): Construct {
  return {
    name: 'pandocSublist',
    tokenize(this: TokenizeContext, _effects: Effects, ok: State, nok: State): State {
      return (code: Code): State | undefined => {
        if (this.interrupt !== true) return nok(code);
        const [, token] = this.events.at(-1) ?? [];
        const space = token?.type === 'linePrefix' ? token.end.offset - token.start.offset : 0;
        return isSublist(this.now().offset - space) ? ok(code) : nok(code);
      };
    },
  };
}

/** Whether a line continues a pipe table, or underlines the paragraph before it. */
function continuesBlock(events: TokenizeContext['events']): boolean {
  const before = events.findLast(([, { type }]) => type !== 'lineEnding' && type !== 'linePrefix')?.[1].type;
  return before === 'tableHead' || before === 'tableRow' || before === 'content';
}

/** Where the attributes of a div begin. */
const divColons = /^:::+[ \t]*(?=[^ \t:])/;
const afterAttributes = /[ \t]*:*[ \t]*$/y;
const wordOfDiv = /[^ \t]+/y;

/** Whether a line opens a div. More than attributes or one word behind the colons makes it text. */
function opensDiv(line: string): boolean {
  const at = divColons.exec(line)?.[0].length ?? 0;
  if (at === 0) return false;
  wordOfDiv.lastIndex = at;
  afterAttributes.lastIndex =
    endOfAttributes(line, at, line.length) ?? (wordOfDiv.test(line) ? wordOfDiv.lastIndex : at);
  return afterAttributes.test(line);
}

const divClosing = /^:::+[ \t]*$/;

function fenceConstruct(text: string): Construct {
  return {
    name: 'divFence',
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      return (code: Code): State | undefined => {
        const { offset } = this.now();
        const line = /[^\r\n]*/y;
        line.lastIndex = offset;
        const written = line.exec(text)?.[0] ?? '';
        if (!divClosing.test(written) && (this.interrupt || !opensDiv(written))) return nok(code);
        effects.enter('divFence');
        return inside(code);
      };
      function inside(code: Code): State | undefined {
        if (isEnd(code)) {
          effects.exit('divFence');
          return ok(code);
        }
        effects.consume(code);
        return inside;
      }
    },
  };
}

/** micromark has codes below zero for line ends (-5 to -3) and for tabs (-2, -1). */
function isEnd(code: Code): boolean {
  return code === null || code < -2;
}
