import { readHtmlTag } from '../../core/syntax.ts';
import type { ElementAttributes, TextStyle } from './manuscriptTypes.ts';
import { unescaped } from './linkTargets.ts';

/** Elements of HTML that mean what an inline of a manuscript means. All others are left out, and what they hold stays. */
const styleOfTag = new Map<string, TextStyle>([
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['cite', 'emphasis'],
  ['dfn', 'emphasis'],
  ['var', 'emphasis'],
  ['strong', 'strong'],
  ['b', 'strong'],
  ['s', 'strikeout'],
  ['strike', 'strikeout'],
  ['del', 'strikeout'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
  ['u', 'underline'],
  ['ins', 'underline'],
]);

/** Elements that are left out without a word, as nothing is lost with them. */
const silentTags = new Set(['wbr', 'span', 'div', 'p', 'small', 'big', 'abbr', 'bdi', 'section', 'article']);

/** What a stretch of raw HTML is to a manuscript. */
export interface RawTag {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'comment' | 'other';
  readonly style: TextStyle | undefined;
  /** Whether something is lost where it is left out. */
  readonly isLoss: boolean;
  /** The words of a comment. */
  readonly comment: string;
}

/** Reads what stands for raw text in a paragraph: a tag, a comment, TeX. */
export function readRawTag(written: string): RawTag {
  const tag = readHtmlTag(written, 0, written.length);
  const name = tag?.name ?? '';
  if (tag?.kind === 'comment') {
    const comment = written.replace(/^<!--|-->$/gu, '').trim();
    return { name, kind: 'comment', style: undefined, isLoss: false, comment };
  }
  const style = styleOfTag.get(name);
  const kind = tag?.kind === 'open' || tag?.kind === 'close' ? tag.kind : 'other';
  const isLoss = kind !== 'close' && style === undefined && !silentTags.has(name);
  return { name, kind, style, isLoss, comment: '' };
}

/** Returns the value of an attribute of a tag; undefined where it has none. */
export function attributeOf(tag: string, name: string): string | undefined {
  const pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'iu');
  const found = pattern.exec(tag);
  const value = found && (found[1] ?? found[2] ?? found[3]);
  return value === null || value === undefined ? undefined : unescaped(value);
}

/**
 * Returns, for each opening tag among raw stretches, the index of the tag that closes it. Tags that are not closed, or not in
 * order, have none.
 */
export function matchTags(tags: ReadonlyMap<number, RawTag>): ReadonlyMap<number, number> {
  const closings = new Map<number, number>();
  const open: { readonly name: string; readonly at: number }[] = [];
  for (const [at, { kind, name, style }] of tags) {
    if (style === undefined && name !== 'a') continue;
    if (kind === 'open') open.push({ name, at });
    const last = open.at(-1);
    if (kind !== 'close' || last?.name !== name) continue;
    open.pop();
    closings.set(last.at, at);
  }
  return closings;
}

/** Returns the name, classes and language that a tag at the beginning of a text gives its element. */
export function attributesOfTag(written: string): ElementAttributes {
  const tag = /^<[^>]*>/u.exec(written)?.[0] ?? '';
  const classes = (attributeOf(tag, 'class') ?? '').split(/\s+/u).filter((name) => name !== '');
  const lang = attributeOf(tag, 'lang');
  return { id: attributeOf(tag, 'id') ?? '', classes, values: lang === undefined ? [] : [['lang', lang]] };
}
