import type { Literal } from 'mdast';
import type {
  CompileContext,
  Extension as TreeExtension,
  Extension as FromMarkdownExtension,
  Token,
} from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type {
  Code,
  Construct,
  Effects,
  Extension as SyntaxExtension,
  Extension,
  State,
  TokenizeContext,
} from 'micromark-util-types';
import type { Processor } from 'unified';
import {
  isKeyCharacter,
  keyMarks,
  maxBraceDepth,
  maxKeyUnits,
  mayStandBeforeKey,
  readCitationKey,
} from '../syntax.ts';

/**
 * Tables, notes, `~~strikethrough~~` and task lists, as in `remark-gfm`, but without its bare addresses. Pandoc does not
 * link those, and the pass that looks for them takes positions from the surrounding text.
 */
export function remarkTablesAndNotes(this: Processor): void {
  const data = this.data() as {
    micromarkExtensions?: SyntaxExtension[];
    fromMarkdownExtensions?: TreeExtension[];
  };
  (data.micromarkExtensions ??= []).push(
    gfmFootnote(),
    gfmStrikethrough({ singleTilde: false }),
    gfmTable(),
    gfmTaskListItem(),
  );
  (data.fromMarkdownExtensions ??= []).push(
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  );
}

/**
 * `@key`, `@{key}` or `-@key` in the tree. The node keeps keys from being read as e-mail addresses or markup, and lets
 * walkers of the tree skip them. Which keys are citations, and in what mode, is decided by `readCitations`.
 */
export interface CitationKeyNode extends Literal {
  type: 'citationKey';
  /** As written: `-@{some key}`. */
  value: string;
  /** Without `-`, `@` and braces. */
  key: string;
  braced: boolean;
  suppressAuthor: boolean;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citationKey: CitationKeyNode;
  }
  interface RootContentMap {
    citationKey: CitationKeyNode;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    citationKey: 'citationKey';
  }
}

const keyCodes = {
  hyphen: 45,
  at: 64,
  bracket: 91,
  open: 123,
  close: 125,
  colon: 58,
  slash: 47,
  asterisk: 42,
};
const construct: Construct = { name: 'citationKey', tokenize, previous };

/**
 * Adds citation keys to a unified processor. It must be the last plugin, so that keys are tried before e-mail addresses.
 */
export function remarkCitations(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  (data.micromarkExtensions ??= []).push(citationKeySyntax());
  (data.fromMarkdownExtensions ??= []).push(citationKeyFromMarkdown());
}

/** The micromark extension. */
function citationKeySyntax(): Extension {
  return {
    text: { [keyCodes.at]: construct, [keyCodes.hyphen]: construct },
    contentInitial: { [keyCodes.bracket]: definitionWithoutKey },
    disable: { null: ['definition'] },
  };
}

/** The definition of a link, as CommonMark has it, whose label is no citation: Pandoc has words in `[@key]: words`. */
const definitionWithoutKey: Construct = {
  tokenize(effects, ok, nok) {
    const constructs = [this.parser.constructs.contentInitial[keyCodes.bracket] ?? []].flat();
    const definition = constructs.find(({ name }) => name === 'definition');
    if (!definition) return nok;
    return effects.check(bracketBeforeKey, nok, definition.tokenize.call(this, effects, ok, nok));
  },
};

const bracketBeforeKey: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code: Code) => {
      effects.enter('data');
      effects.consume(code);
      effects.exit('data');
      return (next: Code) => (next === keyCodes.at ? ok(next) : nok(next));
    };
  },
};

/** The mdast extension for the same syntax. */
function citationKeyFromMarkdown(): FromMarkdownExtension {
  return { enter: { citationKey: enterKey }, exit: { citationKey: exitKey } };
}

function enterKey(this: CompileContext, token: Token): void {
  this.enter({ type: 'citationKey', value: '', key: '', braced: false, suppressAuthor: false }, token);
}

function exitKey(this: CompileContext, token: Token): void {
  const node = this.stack[this.stack.length - 1];
  const value = this.sliceSerialize(token);
  this.exit(token);
  if (node?.type !== 'citationKey') return;
  const read = readCitationKey(value, value.indexOf('@'));
  node.value = value;
  node.key = read?.key ?? '';
  node.braced = read?.braced ?? false;
  node.suppressAuthor = value.startsWith('-');
}

function previous(this: TokenizeContext, code: Code): boolean {
  return code === null || code < 0 || mayStandBeforeKey(code);
}

function isKeyCode(code: Code): boolean {
  if (code === null || code < 0) return false;
  // Half of a surrogate pair counts as a letter: letters outside the basic plane are rare, and other characters next to a
  // key even rarer.
  return (code >= 0xd800 && code < 0xe000) || isKeyCharacter(String.fromCharCode(code));
}

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let depth = 0;
  let length = 0;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('citationKey');
    effects.consume(code);
    return code === keyCodes.hyphen ? at : first;
  }
  function at(code: Code): State | undefined {
    if (code !== keyCodes.at) return nok(code);
    effects.consume(code);
    return first;
  }
  function first(code: Code): State | undefined {
    if (code === keyCodes.open) return inBraces(code);
    if (code !== keyCodes.asterisk && !isKeyCode(code)) return nok(code);
    effects.consume(code);
    return inside;
  }
  function inside(code: Code): State | undefined {
    if (isKeyCode(code)) {
      effects.consume(code);
      return inside;
    }
    if (code !== null && keyMarks.includes(String.fromCharCode(code)))
      return effects.check(keyContinuation, join, end)(code);
    return end(code);
  }
  function join(code: Code): State | undefined {
    effects.consume(code);
    return inside;
  }
  function inBraces(code: Code): State | undefined {
    if (code === null || code < 0 || /\s/u.test(String.fromCharCode(code))) return nok(code);
    if (++length > maxKeyUnits + 2 || depth > maxBraceDepth) return nok(code);
    if (code === keyCodes.open) depth++;
    if (code === keyCodes.close) depth--;
    effects.consume(code);
    return depth === 0 ? end : inBraces;
  }
  function end(code: Code): State | undefined {
    effects.exit('citationKey');
    return ok(code);
  }
}

/** A punctuation mark belongs to a key if a letter or digit follows, or the slashes of `http://`. */
const keyContinuation: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let slashes = false;
    return (code: Code) => {
      slashes = code === keyCodes.colon || code === keyCodes.slash;
      effects.enter('citationKey');
      effects.consume(code);
      effects.exit('citationKey');
      return (next: Code) => (isKeyCode(next) || (slashes && next === keyCodes.slash) ? ok(next) : nok(next));
    };
  },
};

/**
 * Maximum number of brackets, or of emphasis marks, open inside one another. Nobody writes more, and the time of Markdown's
 * parser grows at least with the square of their number.
 */
const maxInlineNesting = 100;
/**
 * Maximum number of closing brackets without an opening one in a paragraph. For each the parser searches back to the start.
 */
const maxUnopenedBrackets = 1000;
/** A character without meaning in Markdown, and of the same length as the one it replaces. */
export const inert = '\uFFFD';

/**
 * Returns a text of the same length in which no paragraph has more than a hundred open brackets, or emphasis marks. Further
 * marks are replaced. Any text that people write is returned unchanged.
 */
export function limitInlineNesting(text: string): string {
  const excess: number[] = [];
  let brackets = 0;
  let emphasis = 0;
  let unopened = 0;
  let lineIsBlank = true;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 10: // line feed
      case 13: // carriage return
        if (lineIsBlank) brackets = emphasis = unopened = 0;
        lineIsBlank = true;
        continue;
      case 32: // space
      case 9: // tab
      case 62: // >
        continue;
      case 92: // backslash
        if (!isLineEndCode(text.charCodeAt(i + 1))) i++;
        break;
      case 91: // [
        if (++brackets > maxInlineNesting) excess.push(i);
        break;
      case 93: // ]
        if (brackets > 0) brackets--;
        else if (++unopened > maxUnopenedBrackets) excess.push(i);
        break;
      case 42: // *
      case 95: // _
      case 126: // ~
        if (isSpaceOrEnd(text, i - 1) || isNestingMark(text, i - 1)) {
          if (!isSpaceOrEnd(text, i + 1) && ++emphasis > maxInlineNesting) excess.push(i);
        } else if (isSpaceOrEnd(text, i + 1) && emphasis > 0) emphasis--;
        break;
    }
    lineIsBlank = false;
  }
  return excess.length === 0 ? text : withInert(text, excess);
}

function isLineEndCode(code: number): boolean {
  return code === 10 || code === 13;
}

function isSpaceOrEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return Number.isNaN(code) || code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
}

function isNestingMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 42 || code === 95 || code === 126 || code === 91 || code === 40;
}

function withInert(text: string, excess: readonly number[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const at of excess) {
    pieces.push(text.slice(from, at), inert);
    from = at + 1;
  }
  return pieces.join('') + text.slice(from);
}
