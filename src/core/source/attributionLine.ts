import { inAnyLanguage } from '../languages.ts';

/** The dashes that start an attribution: em dash, horizontal bar, en dash, two or three hyphens. */
export const attributionDash = /^\s*(?:[\u2014\u2015\u2013]+|--)/u;

/** Maximum length of an attribution, in code units. Longer text is prose and no reference. */
export const maxAttributionLength = 300;

/**
 * Whether a last line says whose words stand before it. A dash alone does not tell: prose that is broken into lines goes on with
 * one, `— so they said — and never came back`, and so does what people say to each other. Where the words before are at an end, it is an
 * attribution unless it reads as a sentence; where they are not, as at the end of a verse, only if a name or a title begins it.
 * @param line printed words, from the beginning of the line or paragraph on
 * @param before what stands before it in the same paragraph: empty where it is a paragraph of its own
 */
export function isAttributionLine(line: string, before = ''): boolean {
  const dash = attributionDash.exec(line)?.[0];
  if (dash === undefined || line.length > maxAttributionLength) return false;
  if (line.trim().split(/\r\n|\r|\n/).length > 2 || lineOfDialogue.test(before)) return false;
  const said = line.slice(dash.length).replace(/^-|[\s\u00a0]+$/gu, '');
  // An option of a program, `--lang`.
  if (dash.endsWith('-') && /^\p{Ll}/u.test(said)) return false;
  const rest = said.trimStart().replace(citationAtEnd, '');
  if (endsAlone.test(before)) return isNameLike(rest) || !isSentence(rest);
  return isNameLike(rest) && !dashWithin.test(rest) && !/[?!\u3002\uFF01\uFF1F\u061F\u0964]$/u.test(rest);
}

const lineOfDialogue = /(?:^|[\r\n])[ \t]*(?:[\u2014\u2015\u2013]|--)[^\r\n]*[\r\n]\s*$/u;

/** A text that is empty, or ends as a sentence or what is quoted does. */
const endsAlone =
  /(?:^|[.?!\u2026\u3002\uFF01\uFF1F\u061F\u0964\u06D4:;)\]"\u201D\u201C\u2019\u00BB\u203A\u300D\u300F]|[.?!]['*_])\s*$/u;

/** A citation behind words, which tells nothing of them. */
const citationAtEnd = /(?<=\S)\s*\[[^[\]]*@[^[\]]*\][.\s]*$/u;

/** A second dash between words. */
const dashWithin = /\s(?:[\u2014\u2015\u2013]|--?)\s+\S/u;

/** What a reference may begin with beside a name, and which of it stands for one. */
const referenceOpening = new RegExp(String.raw`^(?:${inAnyLanguage('attributing')})[\s:,]+`, 'iu');
const sameWork = /^(?:ibid|id|ebd)\.|^(?:\[[^[\]]*)?@/iu;

/** What goes on behind words in marks or brackets; `p. 3` may. */
const wordBehindMark = /["\u201C\u201D\u00BB\u2019)\]][,.;:]?\s+(?!\p{Ll}{1,3}\.)\p{Ll}/u;

/** A year or a place behind a name. */
const numberAtEnd = /(?:[,(]\s*|\bpp?\.\s*|[¶§]\s*)\p{N}+\)?[.\s]*$/u;

/** Small words within names and titles, and the ends of those longer ones that stand in names. */
const particle =
  /^(?:\p{Ll}{1,3}\.?|(?:d|l|dell|all|nell)['’]\S+|della|delle|degli|dalla|nella|under|with|from)$/u;

/** Whether words begin with a name, a title or a date: a few words, or up to the first comma all but small ones begin as names do. */
function isNameLike(words: string): boolean {
  if (sameWork.test(words)) return true;
  const opening = referenceOpening.exec(words)?.[0];
  if (opening !== undefined) return isNameLike(words.slice(opening.length));
  if (/^[[("\u201C\u201E\u00AB\u2018']/u.test(words)) return !wordBehindMark.test(words);
  const [head = ''] = words.split(/[,;:(\n\r\u3001\uFF0C\u300A\u300C]|\s[\u2014\u2015\u2013]\s/u);
  const all = head.trim().split(/\s+/u);
  if (all.length > 8 || !/^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(head)) return false;
  if (/^\D\S*(?:\s+\S+){0,3}$/u.test(words) && !/\p{P}$/u.test(words)) return true;
  if (!/[\p{Lu}\p{Lt}\p{Lo}]/u.test(head)) return /^[\p{N}\p{P}\s]+$/u.test(words);
  return all.every((word) => /^[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{P}]/u.test(word) || particle.test(word));
}

/** Whether words are what somebody says, or the rest of a sentence: no reference. */
function isSentence(words: string): boolean {
  if (/[?!][\p{Pf}\p{Pe}"']*\s+\p{Ll}/u.test(words) || wordBehindMark.test(words)) return true;
  if (/\s(?:[\u2014\u2015\u2013]|--)\s+\p{Ll}/u.test(words)) return true;
  const ends = /[.?!\u2026]["\u201D\u2019\u00BB)]*$/u.test(words);
  return ends && !numberAtEnd.test(words) && hasLongSmallWords(words.replace(/^\p{P}+/u, ''));
}

/** Whether most words are none of names and titles. */
function hasLongSmallWords(words: string): boolean {
  const all = words.split(/\s+/u);
  const small = all.filter((word) => /^\p{Ll}/u.test(word) && !particle.test(word)).length;
  return small * 2 > all.length || (small > 0 && /^\p{Ll}/u.test(words));
}
