import { type Message, messageOf } from '../../core/messages.ts';
import {
  comparableLine,
  contentsHeading,
  entryTitle,
  hasPageNumber,
  isProseItem,
  type Block,
  type Item,
  plainOf,
  textOfBlock,
} from '../blocks.ts';

/** Lines between which Project Gutenberg sets its texts, and those of its older files. */
const licenceEnds = /\*\s?\*\s?\*\s?START OF TH(?:E|IS) PROJECT GUTENBERG|^\*?END\*?\s?THE SMALL PRINT/i;
const licenceBegins =
  /\*\s?\*\s?\*\s?END OF TH(?:E|IS) PROJECT GUTENBERG|^End of (?:the |this )?Project Gutenberg|^\*{3} ?START: FULL LICENSE/i;
const credits =
  /^(?:produced by|e-?text prepared by|(?:e-?text )?transcribed (?:from|by)|this e-?(?:text|book) was (?:prepared|produced|transcribed)|prepared by|credits:)/i;
const maxCreditWords = 90;

/** Marks what editors and web pages set around the text of a book: licence, contents, lines of links. */
export function markBookParts(items: readonly Item[], title: string | undefined): void {
  markLicence(items);
  markContents(items);
  markLinkLines(items, title);
}

function leaveOut(item: Item, why: Message): void {
  item.kind = 'furniture';
  item.why = why;
}

function markLicence(items: readonly Item[]): void {
  const start = items.findIndex(({ text }) => licenceEnds.test(text.slice(0, 20_000)));
  const end = items.findIndex(({ text }, index) => index > start && licenceBegins.test(text));
  items.forEach((item, index) => {
    if (index > start && (end < 0 || index < end)) return;
    leaveOut(item, messageOf('importing.licence'));
    if (index <= start) item.isHeader = true;
  });
  if (start < 0) return;
  for (const item of items.slice(start + 1, start + 7))
    if (credits.test(item.text) && item.words <= maxCreditWords)
      leaveOut(item, messageOf('importing.credits'));
}

/** Marks a list of contents: the line that calls it so, and the entries after it. */
function markContents(items: readonly Item[]): void {
  const last = new Map<string, number>();
  items.forEach((item, index) => {
    if (item.words <= 25 && item.kind !== 'furniture') last.set(comparableLine(item.text), index);
  });
  items.forEach((item, index) => {
    if (item.kind === 'furniture' || !contentsHeading.test(item.text.trim())) return;
    let end = index + 1;
    while (items[end] && isContents(items[end], (title) => (last.get(title) ?? 0) > end)) end++;
    if (end > index + 1)
      for (const one of items.slice(index, end)) leaveOut(one, messageOf('importing.contents'));
  });
}

function isContents(item: Item | undefined, isLater: (title: string) => boolean): boolean {
  if (!item || item.kind === 'note' || item.kind === 'furniture' || item.block.kind === 'code') return false;
  const entries = entriesOf(item.block).filter((entry) => entry.trim() !== '');
  if (entries.length === 0) return item.block.kind === 'pageMark' || item.block.kind === 'break';
  if (anchorShare(item.block) >= 0.6) return true;
  const known = entries.filter((entry) => hasPageNumber(entry) || isLater(comparableLine(entryTitle(entry))));
  return item.words <= entries.length * 25 && known.length >= entries.length * 0.8;
}

function entriesOf(block: Block): string[] {
  if (block.rows) return block.rows.map((cells) => cells.map(plainOf).join('  '));
  if (block.items) return block.items.flatMap((item) => item.flatMap(entriesOf));
  return textOfBlock(block).split('\n');
}

/** The share of the letters of a block that stand in links. */
function anchorShare(block: Block): number {
  const runs = runsIn(block);
  const count = (texts: readonly string[]): number => texts.join('').replace(/[^\p{L}\p{N}]/gu, '').length;
  const all = count(runs.map((run) => run.text));
  return all === 0 ? 0 : count(runs.flatMap((run) => (run.style?.anchor ? [run.text] : []))) / all;
}

function runsIn(block: Block): Block['runs'] {
  if (block.items) return block.items.flatMap((item) => item.flatMap(runsIn));
  return block.rows ? block.rows.flatMap((cells) => cells.flat()) : block.runs;
}

/** What links to other pages of a text are called. */
const navigationWord =
  /^[\s←→«»‹›<>|[\]()▲▼↑↓.·…-]*(?:(?:go )?(?:back|up|top|home|index|toc|contents?|table of contents|main page|front page|previous|prev|next|first|last|continue|title page|full text|archive|forward)(?: (?:page|chapter|section|part|letter|article|to (?:the )?(?:top|index|contents|start)))?|zurück|weiter|vor(?:heriges|wärts)?|nächst(?:e[rs]?|es kapitel)|inhalt(?:sverzeichnis)?|start(?:seite)?|nach oben|précédente?|suivante?|sommaire|accueil|retour|table des matières|anterior|siguiente|índice|inicio|seguinte|próxim[oa]|indietro|avanti|indice|vorige|volgende|föregående|nästa)?(?:: .{1,80})?[\s←→«»‹›<>|[\]()▲▼↑↓.·…-]*$/iu;
const separators = /[\s|·•/\\»«›‹<>→←↑↓▲▼:–—\-[\]()*†#.~_]+/gu;

/**
 * Marks lines that hold nothing but links: where people move from page to page, in the midst of a text; others only before
 * its first prose and after its last.
 */
function markLinkLines(items: readonly Item[], title: string | undefined): void {
  const isText = (item: Item): boolean => isProseItem(item) && anchorShare(item.block) < 0.5;
  const first = items.findIndex((item) => isText(item) && item.kind !== 'furniture');
  const last = items.findLastIndex((item) => isText(item) && item.kind !== 'furniture');
  const heading = title === undefined ? -1 : indexOfLine(items, title);
  items.forEach((item, index) => {
    if (item.kind !== 'paragraph') return;
    const links = linksOf(item, title);
    if (!links) return;
    const isEdge = (first >= 0 && index < first) || index > last;
    if (links.every((link) => navigationWord.test(link)) || (isEdge && (links.length > 1 || index < heading)))
      leaveOut(item, messageOf('importing.links'));
  });
}

/** The first item that has the words of a line and no others, or -1. */
function indexOfLine(items: readonly Item[], line: string): number {
  const words = comparableLine(line);
  // Signs and spaces may be added to the words, but not paragraphs of them.
  return items.findIndex(
    ({ text }) => text.length <= 2 * line.length + 100 && comparableLine(text) === words,
  );
}

/** The texts of the links of a line that holds nothing else but signs and the title. Undefined for other lines. */
function linksOf({ block }: Item, title: string | undefined): string[] | undefined {
  const links: string[] = [];
  let rest = '';
  for (const run of block.runs)
    if (run.style?.anchor && /[^\s]/u.test(run.text)) links.push(run.text.trim());
    else rest += ` ${run.text}`;
  if (links.length === 0) return undefined;
  const bare = comparableLine(rest.replace(separators, ' '));
  const isTitle = title !== undefined && bare === comparableLine(title);
  return bare === '' || isTitle || /^you are here$/.test(bare) ? links : undefined;
}
