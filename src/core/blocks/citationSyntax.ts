import type { Literal } from 'mdast';
import type { CompileContext, Extension as FromMarkdownExtension, Token } from 'mdast-util-from-markdown';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import type { Processor } from 'unified';
import {
  deepestBraces,
  isKeyCharacter,
  keyMarks,
  longestKey,
  mayStandBeforeKey,
  readCitationKey,
} from '../syntax.ts';

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

const codes = { hyphen: 45, at: 64, open: 123, close: 125, colon: 58, slash: 47, asterisk: 42 };
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
  return { text: { [codes.at]: construct, [codes.hyphen]: construct } };
}

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
    return code === codes.hyphen ? at : first;
  }
  function at(code: Code): State | undefined {
    if (code !== codes.at) return nok(code);
    effects.consume(code);
    return first;
  }
  function first(code: Code): State | undefined {
    if (code === codes.open) return inBraces(code);
    if (code !== codes.asterisk && !isKeyCode(code)) return nok(code);
    effects.consume(code);
    return inside;
  }
  function inside(code: Code): State | undefined {
    if (isKeyCode(code)) {
      effects.consume(code);
      return inside;
    }
    if (code !== null && keyMarks.includes(String.fromCharCode(code)))
      return effects.check(continuation, join, end)(code);
    return end(code);
  }
  function join(code: Code): State | undefined {
    effects.consume(code);
    return inside;
  }
  function inBraces(code: Code): State | undefined {
    if (code === null || code < 0 || /\s/u.test(String.fromCharCode(code))) return nok(code);
    if (++length > longestKey + 2 || depth > deepestBraces) return nok(code);
    if (code === codes.open) depth++;
    if (code === codes.close) depth--;
    effects.consume(code);
    return depth === 0 ? end : inBraces;
  }
  function end(code: Code): State | undefined {
    effects.exit('citationKey');
    return ok(code);
  }
}

/** A punctuation mark belongs to a key if a letter or digit follows, or the slashes of `http://`. */
const continuation: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let slashes = false;
    return (code: Code) => {
      slashes = code === codes.colon || code === codes.slash;
      effects.enter('citationKey');
      effects.consume(code);
      effects.exit('citationKey');
      return (next: Code) => (isKeyCode(next) || (slashes && next === codes.slash) ? ok(next) : nok(next));
    };
  },
};
