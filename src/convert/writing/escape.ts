import { definitionTextAt, itemMarkAt } from '../../core/blocks.ts';

/** The surroundings of a text in the Markdown written. */
export interface EscapeContext {
  /** The text is the label of a link, in which every bracket is escaped. */
  readonly inLink: boolean;
  /** The characters before and after the text in its block. Empty at the ends of the block. */
  readonly before: string;
  readonly after: string;
}

const webAddress = /\bhttps?:\/\/[^\s<>"'“”‘’«»()[\]{}\\`*|]+/giu;
const alphanumeric = /[\p{L}\p{N}]/u;

/**
 * Escapes plain text so that Markdown (CommonMark, GFM, Pandoc citations) reads the same text back, with as few
 * backslashes as possible. `escapeLineStart` handles the start of lines.
 */
export function escapeText(text: string, context: EscapeContext): string {
  if (context.inLink || !text.includes('://')) return escapePlain(text, context);
  const parts: string[] = [];
  let at = 0;
  for (const match of text.matchAll(webAddress)) {
    const url = match[0].replace(/[.,;:!?&~_-]+$/, '');
    if (url.length < 10 || url.length > 2000) continue;
    const start = match.index;
    parts.push(
      escapePlain(text.slice(at, start), { ...context, before: at === 0 ? context.before : '>', after: '<' }),
    );
    parts.push(`<${url}>`);
    at = start + url.length;
  }
  parts.push(escapePlain(text.slice(at), { ...context, before: at === 0 ? context.before : '>' }));
  return parts.join('');
}

/** The signs that `isSpecial` knows. */
const special = /[\\`*_[\]<&~^$@!:.|]/g;
/** What has none of these needs no escapes: a colon before slashes, or a point after `www`. */
const maySpecial = /[\\`*_[\]<&~^$@!|]|:\/\/|www\./i;

function escapePlain(text: string, context: EscapeContext): string {
  if (!maySpecial.test(text)) return text;
  const dollars = text.includes('$', text.indexOf('$') + 1);
  const escaped: string[] = [];
  let from = 0;
  for (const { index } of text.matchAll(special)) {
    if (!isSpecial(text, index, context, dollars)) continue;
    escaped.push(text.slice(from, index), '\\');
    from = index;
  }
  escaped.push(text.slice(from));
  return escaped.join('');
}

function isSpecial(text: string, i: number, context: EscapeContext, dollars: boolean): boolean {
  const next = text[i + 1] ?? context.after;
  const previous = i > 0 ? (text[i - 1] ?? '') : context.before;
  switch (text[i]) {
    case '\\':
    case '`':
    case '*':
    case '~':
    case '|':
      return true;
    case '_':
      return !alphanumeric.test(previous) || !alphanumeric.test(next);
    case '[':
      return context.inLink || !isHarmlessBracket(text, i, context);
    case ']':
      return context.inLink;
    case '<':
      return next === '' || /[A-Za-z/!?]/.test(next);
    case '&':
      return /^&(?:#[xX]?)?[A-Za-z0-9]*/.exec(text.slice(i, i + 40))?.[0] !== '&' || next === '';
    case '^':
      return next !== ' ' && next !== '';
    case '$':
      return dollars;
    case '@':
      return !alphanumeric.test(previous) && /[\p{L}\p{N}_{*]/u.test(next);
    case '!':
      return next === '[';
    case ':':
      return (
        /^(?:\/\/)/.test(text.slice(i + 1, i + 3)) &&
        /(?:https?|ftp)$/i.test(text.slice(Math.max(0, i - 5), i))
      );
    case '.':
      return /www$/i.test(text.slice(Math.max(0, i - 3), i));
    default:
      return false;
  }
}

/**
 * Whether `[` opens an editor's bracket, `[T]o` or `[…]`. It is short and closed, and nothing in it or after it makes
 * it a link, a note mark, a citation or a task.
 */
function isHarmlessBracket(text: string, i: number, context: EscapeContext): boolean {
  const match = /^\[([^[\]\\^@!`*_<>&\n]{1,40})\]/u.exec(text.slice(i, i + 42));
  if (!match || /^\s*$|^[xX]$/.test(match[1] ?? '')) return false;
  const behind = text[i + match[0].length] ?? context.after;
  return behind === '' ? true : !/[([:{]/.test(behind);
}

/** Escapes the start of a line that would otherwise be a heading, list, quotation, rule or table. */
export function escapeLineStart(line: string): string {
  if (/^(?:#{1,6}(?:\s|$)|[-+](?:\s|$)|>|=+\s*$|-{2,}\s*$|~~~)/.test(line)) return `\\${line}`;
  if (/^-(?:[ \t]*-){2,}[ \t]*$/.test(line)) return `\\${line}`;
  if (/^:?-+:?$/.test(line)) return `\\${line}`;
  if (itemMarkAt(line, 0, line.length) && !/^\d/.test(line))
    return line.replace(/^\(|[.)]/, (mark) => `\\${mark}`);
  if (definitionTextAt(line, 0) !== undefined) return `\\${line}`;
  const item = /^(\d{1,9})([.)])(?=\s|$)/.exec(line);
  return item ? `${item[1]}\\${line.slice(item[1]?.length ?? 0)}` : line;
}
