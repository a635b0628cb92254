import { messageOf } from '../../core/messages.ts';
import {
  comparableLine,
  endsSentence,
  isDateLine,
  isoDate,
  isProseItem,
  type Item,
  type Metadata,
  orderedOf,
} from '../blocks.ts';
import { takeInformation } from './information.ts';

const byline = /^(?:by|written by|text by|von|par|por|di|av)\s+(?=[\p{Lu}\p{Pi}"'])(.{2,100})$/u;
const bylineAnyCase = /^(?:by|von|par|por)\s+(.{2,100})$/iu;
const namedField = /^(title|author|authors|by|date|published|source|url|language)\s*:\s*(\S.{0,300})$/iu;
/** Title, byline, date and subtitle are among this many first items. */
const maxFrontItems = 12;

/** Finds title, byline, date and standfirst before the text. Returns `known` with the CSL variables they give. */
export function readFront(items: readonly Item[], known: Metadata): Metadata {
  const found: Mutable = { ...known };
  const issued = takeInformation(items.filter(({ kind }) => kind !== 'other').slice(0, maxFrontItems));
  if (issued !== undefined) found.issued ??= issued;
  const text = items.filter((item) => item.kind !== 'furniture');
  const start = text.findIndex(isProseItem);
  const before = text.slice(0, start < 0 ? maxFrontItems : Math.min(start, maxFrontItems));
  readNamed([...items.filter((item) => item.isHeader), ...before], found);
  for (const item of before) readFrontLine(item, found);
  readNameLines(before, found);
  readTitle(text, before, found);
  readNameAboveDate(before, found);
  markStandfirst(text, start);
  return found;
}

type Mutable = { -readonly [Key in keyof Metadata]: Metadata[Key] };

/** Reads lines `Title: …` and `Author: …`, as at the beginning of Project Gutenberg texts. */
function readNamed(items: readonly Item[], found: Mutable): void {
  for (const item of items) {
    const isField = item.kind === 'paragraph' || item.isHeader;
    const [, name = '', value = ''] = isField ? (namedField.exec(item.text) ?? []) : [];
    if (name === '') continue;
    const lower = name.toLowerCase();
    if (lower === 'title') found.title = value;
    else if (lower.startsWith('author') || lower === 'by') found.authors = splitAuthors(value);
    else if (lower === 'date' || lower === 'published') found.issued ??= isoDate(value) ?? value;
    else if (/^https?:\/\//.test(value)) found.url ??= value;
    else if (lower === 'language')
      found.language ??= value.toLowerCase() === 'english' ? 'en' : value.slice(0, 20);
    if (!item.isHeader) item.kind = lower === 'title' ? 'title' : 'byline';
  }
}

/** Finds the title: the line equal to the known title, else the first line if it is short and ends no sentence. */
function readTitle(items: readonly Item[], before: readonly Item[], found: Mutable): void {
  if (found.title !== undefined) {
    const title = comparableLine(found.title);
    for (const item of items.slice(0, 30))
      if (isLine(item) && comparableLine(item.text) === title) item.kind = 'title';
    if (items.some((item) => item.kind === 'title')) return;
  }
  if (titleAboveByline(before, found)) return;
  const first = before.find((item) => item.kind === 'paragraph' || item.kind === 'heading');
  if (!first || first !== before.find((item) => item.kind !== 'title' && item.kind !== 'byline')) return;
  if (
    found.title !== undefined ||
    first.words === 0 ||
    first.words > 25 ||
    items.length < 2 ||
    orderedOf(first.text)
  )
    return;
  if (/[.;,:]$/.test(first.text) || bylineAnyCase.test(first.text)) return;
  const top =
    first.kind === 'heading' &&
    items.filter((item) => item.kind === 'heading' && item.block.depth === first.block.depth).length === 1;
  if (first.kind === 'heading' ? !top : first.block.sure && !first.block.bold) return;
  first.kind = 'title';
  found.title = first.text.replace(/\s+/g, ' ').trim();
}

/** Takes the line above the byline as the title. Lines before it belong to the page's frame. */
function titleAboveByline(before: readonly Item[], found: Mutable): boolean {
  const at = before.findIndex((item) => item.kind === 'byline' && !namedField.test(item.text));
  const line = before[at - 1];
  if (!line || !isLine(line) || line.words === 0 || line.words > 25 || /[.;,:]$/.test(line.text))
    return false;
  line.kind = 'title';
  delete line.question;
  delete line.level;
  found.title = line.text.replace(/\s+/g, ' ').trim();
  for (const item of before.slice(0, at - 1)) {
    if (!isLine(item)) continue;
    item.kind = 'furniture';
    item.why = messageOf('importing.beforeTitle');
  }
  return true;
}

/** Finds the author's name on a line of its own: below a line “By”, or as the head of the file gives it. */
function readNameLines(before: readonly Item[], found: Mutable): void {
  before.forEach((item, index) => {
    if (!isLine(item) || item.words > 8) return;
    const above = before[index - 1];
    const isBelow = above !== undefined && /^(?:by|von|par|por|di|av)[:.]?$/iu.test(above.text.trim());
    const names = (found.authors ?? []).map(comparableLine);
    if (!isBelow && !names.includes(comparableLine(item.text))) return;
    found.authors ??= splitAuthors(item.text);
    item.kind = 'byline';
    if (isBelow) above.kind = 'byline';
  });
}

const nameWord = String.raw`(?:\p{Lu}[\p{L}\p{M}.’'-]*|de|da|di|du|des|del|della|van|von|der|den|ten|zu|la|le|el|al|y|bin|ibn)`;
/** Two to six words as names have them, or several such names. */
const severalNames = new RegExp(
  String.raw`^\p{Lu}[\p{L}\p{M}.’'-]*(?: ${nameWord}){1,5}(?:(?:,| and| und| et| &)(?: ${nameWord}){2,6}){0,5}$`,
  'u',
);

/** Takes a line between the title and a date as the author, where nothing else says who it is and it looks like a name. */
function readNameAboveDate(before: readonly Item[], found: Mutable): void {
  if (found.authors !== undefined) return;
  const at = before.findIndex((item, index) => item.kind === 'date' && before[index - 2]?.kind === 'title');
  const line = before[at - 1];
  if (!line || !isLine(line) || line.words > 14 || !severalNames.test(line.text) || orderedOf(line.text))
    return;
  // A comma stands between whole names here.
  found.authors = splitAuthors(line.text.replaceAll(',', ';'));
  line.kind = 'byline';
}

function isLine(item: Item): boolean {
  return item.kind === 'paragraph' || item.kind === 'heading';
}

function readFrontLine(item: Item, found: Mutable): void {
  if (!isLine(item) || item.words > 16) return;
  const date = isDateLine(item.text) ? isoDate(item.text) : undefined;
  if (date !== undefined) {
    found.issued ??= date;
    item.kind = 'date';
    return;
  }
  const name = (byline.exec(item.text) ??
    (item.text.length < 60 ? bylineAnyCase.exec(item.text) : null))?.[1];
  if (name === undefined || endsInSentence(name)) return;
  const [who = '', ...rest] = name.split(
    /\s*[|•·]\s*|\s+on\s+(?=\p{Lu}\p{L}+ \d)|,\s+(?=\p{Lu}\p{L}+ \d{1,2},? \d{4})/u,
  );
  if (!namesSomebody(who)) return;
  found.authors ??= splitAuthors(who);
  const published = isoDate(rest.join(' '));
  if (published !== undefined) found.issued ??= published;
  item.kind = 'byline';
}

/** Small words between names, and before what stands for one: `the Mill Group`, `Ada Quill of the Mill Press`. */
const smallWord = new RegExp(
  String.raw`^(?:${nameWord}|[\p{L}\p{M}]\.?|the|an?|our|of|for|in|at|from|with|and|und|et|y|e|&|die|das|dem|les|aux?|à|do|dos|\p{N}.*)$`,
  'u',
);

/**
 * Whether what stands behind `By` is somebody, and not how a text begins, `By the end of the year the mill stood still`: all but small
 * words begin as names do, or it is as short as `our correspondent`.
 */
function namesSomebody(who: string): boolean {
  const [head = ''] = who.split(/[,;:([\u2013\u2014]/u);
  const all = head.trim().split(/\s+/u);
  if (!/\p{Lu}|\p{Lo}/u.test(head)) return all.length <= 4;
  return all.every((word) => /^[\p{Pi}"'(]?[\p{Lu}\p{Lt}\p{Lo}]/u.test(word) || smallWord.test(word));
}

/** Whether a name ends like a sentence. The full stop of an initial or of `Jr.` does not count. */
function endsInSentence(name: string): boolean {
  return endsSentence(name) && !/\b\p{Lu}\.$/u.test(name) && !/\b(?:Jr|Sr|Dr|Ph\.D)\.$/u.test(name);
}

function splitAuthors(text: string): string[] {
  return text
    .split(/\s*(?:;|,?\s+(?:and|und|et|y)\s+|\s+&\s+)\s*/u)
    .map((name) => name.trim().replace(/,$/, ''))
    .filter((name) => name !== '');
}

/** Marks a first paragraph that is set apart: by a larger gap after it, by its markup or by a heading “Abstract”. */
function markStandfirst(items: readonly Item[], start: number): void {
  const item = items[start];
  const next = items[start + 1];
  if (!item || !next || item.kind !== 'paragraph') return;
  const heading = items[start - 1];
  const headed =
    heading !== undefined &&
    /^(?:abstract|summary|synopsis|zusammenfassung|résumé|resumen)[.:]?$/iu.test(heading.text.trim());
  const framed = items.slice(0, start).some((one) => one.kind === 'title' || one.kind === 'byline');
  const reason = headed
    ? undefined
    : item.block.standfirst === 'class'
      ? messageOf('importing.abstractByMarkup')
      : item.block.standfirst === 'style' && next.block.standfirst === undefined
        ? messageOf('importing.abstractInItalics')
        : framed && isSetApart(items, start)
          ? messageOf('importing.abstractByGap')
          : undefined;
  if (!headed && reason === undefined) return;
  item.kind = 'abstract';
  if (headed) heading.kind = 'title';
  item.question = {
    question: messageOf('importing.isAbstract'),
    options: ['abstract', 'paragraph', 'quotation', 'furniture'],
    reason: reason ?? messageOf('importing.abstractByHeading'),
  };
}

function isSetApart(items: readonly Item[], start: number): boolean {
  const gaps = items.slice(1).flatMap((item) => (item.block.gap === undefined ? [] : [item.block.gap]));
  if (gaps.length < 4) return false;
  const usual = [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
  return (items[start + 1]?.block.gap ?? 0) > usual && (items[start]?.block.gap ?? 0) <= usual;
}
