import { type Message, messageOf } from '../messages.ts';
import type { Range } from '../text.ts';
import { endOfString } from './jsonEntries.ts';
import type { BibliographyProblem } from './work.ts';

const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** The tokens that may come next. */
type Expected = 'value' | 'value or close' | 'name' | 'name or close' | 'colon' | 'comma or close';

/** Returns the first JSON error in a range, in plain words; undefined where there is none. */
export function findJsonError(
  text: string,
  range: Range,
  what: 'entry' | 'note' | 'file',
): BibliographyProblem | undefined {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = range.start;
  while (at < range.end) {
    const character = text.charAt(at);
    if (/[ \t\n\r]/.test(character)) {
      at++;
      continue;
    }
    if (open.length === 0 && expected === 'comma or close')
      return jsonProblemAt(at, range, messageOf('json.onlyComma'));
    const end = endOfToken(text, at);
    const next: Expected | undefined =
      end === undefined ? undefined : expectedAfter(expected, character, open);
    if (next === undefined || end === undefined)
      return jsonProblemAt(at, range, unexpected(expected, character, end));
    expected = next;
    at = end;
  }
  if (open.length === 0 && expected === 'comma or close') return undefined;
  const missing = open.at(-1) === '[' ? ']' : '}';
  return jsonProblemAt(range.end - 1, range, messageOf('json.notClosed', { what, missing }));
}

function jsonProblemAt(at: number, range: Range, message: Message): BibliographyProblem {
  const start = Math.max(range.start, Math.min(at, range.end - 1));
  return { message, range: { start, end: start + 1 } };
}

function endOfToken(text: string, at: number): number | undefined {
  const character = text.charAt(at);
  if ('{}[],:'.includes(character)) return at + 1;
  if (character === '"') {
    const { end, closed } = endOfString(text, at);
    return closed && isString(text.slice(at, end)) ? end : undefined;
  }
  scalar.lastIndex = at;
  const match = scalar.exec(text);
  return match === null ? undefined : at + match[0].length;
}

function isString(json: string): boolean {
  try {
    JSON.parse(json);
    return true;
  } catch {
    return false;
  }
}

/** Returns what may come after a token; undefined where the token itself is not expected. */
function expectedAfter(expected: Expected, character: string, open: string[]): Expected | undefined {
  const mayClose = expected.endsWith('close');
  if (character === '}' || character === ']') {
    if (!mayClose || open.pop() !== (character === '}' ? '{' : '[')) return undefined;
    return 'comma or close';
  }
  if (character === ',') {
    if (expected !== 'comma or close') return undefined;
    return open.at(-1) === '{' ? 'name' : 'value';
  }
  if (character === ':') return expected === 'colon' ? 'value' : undefined;
  if (expected === 'name' || expected === 'name or close') return character === '"' ? 'colon' : undefined;
  if (expected !== 'value' && expected !== 'value or close') return undefined;
  if (character === '{' || character === '[') {
    open.push(character);
    return character === '{' ? 'name or close' : 'value or close';
  }
  return 'comma or close';
}

function unexpected(expected: Expected, character: string, end: number | undefined): Message {
  if (end === undefined && character === '"') return messageOf('json.string');
  switch (expected) {
    case 'comma or close':
      return messageOf('json.noCommaOrClose');
    case 'colon':
      return messageOf('json.noColon');
    case 'name':
    case 'name or close':
      return character === '}' ? messageOf('json.extraComma') : messageOf('json.noName');
    default:
      return character === ']' ? messageOf('json.extraComma') : messageOf('json.noValue');
  }
}
