import { messageOf } from '../../core/messages.ts';
import { appendAll, fingerprint } from '../../core/text.ts';
import {
  type Block,
  type Choice,
  type Dropped,
  excerptOf,
  groupLists,
  judgeLists,
  numberedParagraphs,
  isOpen,
  type Item,
  type DoubtQuestion,
  type Metadata,
  type Page,
  plainOf,
  readItems,
  withMarks,
  withoutStart,
} from '../blocks.ts';
import { readFront } from './front.ts';
import type { Decision, Doubt } from './doubt.ts';
import { hyphenDoubts } from './hyphenDoubts.ts';
import { markBookParts } from './bookParts.ts';
import { markBoilerplate } from './boilerplate.ts';
import { joinTitles, markUnlabelled, setDepths } from './headings.ts';
import { markLabelled } from './labelledHeadings.ts';
import { findMarks } from './noteMarks.ts';
import { markNotes } from './noteBlocks.ts';
import { markQuotations } from './quotationBlocks.ts';

/** The structure of a page, ready to be written. */
export interface Outline {
  readonly metadata: Metadata;
  /** The blocks of the body, then those of the notes. */
  readonly blocks: readonly Block[];
  readonly dropped: readonly Dropped[];
  readonly doubts: readonly Doubt[];
}

/** The items of a page after the general rules. */
export interface PageStructure {
  readonly items: readonly Item[];
  readonly metadata: Metadata;
}

/**
 * Applies the general rules to a page one after another. A later rule does not change what an earlier one has
 * decided.
 */
export function findStructure(page: Page): PageStructure {
  const raw = readItems(page);
  markBookParts(raw, page.metadata.title);
  markBoilerplate(raw);
  markNotes(raw);
  const items = page.format === 'text' ? groupLists(joinTitles(raw)) : raw;
  if (page.format !== 'text') judgeLists(items, page.format === 'markdown');
  const { created, ...said } = readFront(items, page.metadata);
  const metadata = {
    ...said,
    ...(said.issued === undefined && created !== undefined ? { issued: created } : {}),
  };
  markLabelled(items);
  if (page.format !== 'markdown') markQuotations(items);
  markUnlabelled(items, page.format === 'text');
  return { items, metadata };
}

/**
 * The id of the doubt about an item. It depends only on its place and words, so that no other decision changes it.
 */
export function doubtId(item: Item): string {
  return `${item.block.line}-${fingerprint(item.text).slice(0, 8)}`;
}

/** Applies the decisions to a structure and returns its doubts. Changes the items. */
export function decide(structure: PageStructure, decisions: readonly Decision[]): Doubt[] {
  const chosen = new Map(decisions.map((decision) => [decision.id, decision.choice]));
  const cuts = new Map<Item, boolean>();
  const doubts: Doubt[] = [];
  for (const item of structure.items) {
    const { question } = item;
    if (question) {
      const id = doubtId(item);
      const choice = question.options.find((option) => option === chosen.get(id));
      if (choice !== undefined) {
        if (item.cutBy === item) cuts.set(item, choice === 'furniture');
        item.kind = choice;
      }
      // What a rule has taken for the title, or left out, is asked or told elsewhere.
      if (question.options.some((option) => option === item.kind))
        appendAll(doubts, doubtsOf(item, question, id));
    } else if (item.cutBy && cuts.get(item.cutBy) === false) item.kind = itsOwnKind(item.block);
  }
  return doubts;
}

function itsOwnKind(block: Block): Item['kind'] {
  return block.kind === 'heading' || block.kind === 'paragraph' ? block.kind : 'other';
}

/** One question about a block, unless only the spelling of its words is asked. */
function doubtsOf(item: Item, question: DoubtQuestion, id: string): Doubt[] {
  const { line, endLine, doubtful } = item.block;
  if (doubtful?.hyphens) return hyphenDoubts(item.block);
  const doubt = {
    id,
    line,
    endLine,
    ...(doubtful?.page === undefined ? {} : { page: doubtful.page }),
    excerpt: excerptOf(doubtful?.words ?? item.text),
    ...question,
    chosen: item.kind as Choice,
  };
  return [doubt];
}

/** What the rules and a person say of the author's own Markdown, the rest of which stays as it is. */
export interface OwnMarkdown {
  readonly doubts: readonly Doubt[];
  readonly dropped: readonly Dropped[];
  /** What to do with the block that begins on a line. */
  readonly verdict: (line: number) => 'leaveOut' | 'numbered' | undefined;
}

/** Reasons for which a part of the author's own Markdown is left out. */
const leftOutOfMarkdown: ReadonlySet<string> = new Set([
  'importing.licence',
  'importing.credits',
  'importing.contents',
  'importing.links',
]);

/** Applies the decisions to a page of Markdown that keeps the author's writing. */
export function ownOutline({ items }: PageStructure, { doubts, dropped }: Outline): OwnMarkdown {
  const out = items.filter(({ why, kind }) => kind === 'furniture' && leftOutOfMarkdown.has(why?.id ?? ''));
  const lines = new Set(out.map(({ block }) => block.line));
  const numbered = new Set(
    items.filter(({ block, kind }) => block.items && kind === 'paragraph').map(({ block }) => block.line),
  );
  return {
    doubts: doubts.filter(({ options }) => options.includes('list')),
    dropped: dropped.filter(({ why }) => leftOutOfMarkdown.has(why.id)),
    verdict: (line) => (lines.has(line) ? 'leaveOut' : numbered.has(line) ? 'numbered' : undefined),
  };
}

/** The outline of a text that is no copy of an edition. */
export function textOutline(structure: PageStructure, page: Page, decisions: readonly Decision[]): Outline {
  const doubts = decide(structure, decisions);
  const { items } = structure;
  const depths = setDepths(items);
  const marked = withNoteMarks(items);
  const body: Block[] = [];
  const notes: Block[] = [];
  const dropped: Dropped[] = [...page.dropped];
  const abstracts: string[] = [];
  let quotations = 1_000_000;
  items.forEach((item, index) => {
    const block = marked.get(index) ?? item.block;
    if (item.kind === 'abstract') abstracts.push(item.text.replace(/\s+/g, ' ').trim());
    else if (item.kind === 'furniture')
      dropped.push({
        line: block.line,
        endLine: block.endLine,
        text: item.text,
        why: item.why ?? messageOf('importing.byDecision'),
      });
    else if (item.kind === 'note') notes.push(blockAsNote(item, block, notes));
    else if (item.kind === 'quotation') body.push({ ...block, quotation: block.quotation ?? ++quotations });
    else if (item.kind === 'attribution') body.push(attributionBlock(block, body.at(-1)));
    else if (item.kind === 'heading') body.push({ ...block, kind: 'heading', depth: depths.get(item) ?? 2 });
    else if (item.kind === 'paragraph' && block.items) appendAll(body, numberedParagraphs(block));
    else if (item.kind === 'paragraph' || item.kind === 'other' || item.kind === 'list')
      body.push(item.kind === 'paragraph' ? { ...block, kind: 'paragraph' } : block);
  });
  const abstract = abstracts.join('\n\n');
  return {
    metadata: { ...structure.metadata, ...(abstract === '' ? {} : { abstract }) },
    blocks: [
      ...body.filter((block, index) => block.kind !== 'break' || isBetweenText(body, index)),
      ...notes,
    ],
    dropped: joinDropped(dropped),
    doubts,
  };
}

/** Whether a break stands between two parts of the running text, and not at a heading or at an end. */
function isBetweenText(body: readonly Block[], index: number): boolean {
  const isSign = (block: Block): boolean => block.kind === 'pageMark';
  const before = body.slice(Math.max(0, index - 8), index).findLast((block) => !isSign(block));
  const after = body.slice(index + 1, index + 9).find((block) => !isSign(block) && block.kind !== 'break');
  const isText = (block: Block | undefined): boolean =>
    block !== undefined && block.kind !== 'heading' && block.kind !== 'break';
  return isText(before) && isText(after);
}

/** What was left out, in order, with neighbours that were left out for the same reason as one. */
function joinDropped(dropped: readonly Dropped[]): Dropped[] {
  const joined: Dropped[] = [];
  for (const one of [...dropped].sort((a, b) => a.line - b.line)) {
    const last = joined.at(-1);
    const isSame = last?.why.id === one.why.id && joinable.has(one.why.id);
    if (last && isSame)
      joined[joined.length - 1] = {
        ...last,
        endLine: Math.max(last.endLine, one.endLine),
        text: `${last.text}\n${one.text}`,
      };
    else joined.push(one);
  }
  return joined;
}

/** Reasons for which whole parts of a text are left out. */
const joinable: ReadonlySet<string> = new Set(['importing.licence', 'importing.contents']);

/** An attribution belongs to the quotation before it. Without a quotation it is a paragraph. */
function attributionBlock(block: Block, before: Block | undefined): Block {
  if (before?.quotation === undefined) return { ...block, kind: 'paragraph' };
  return { ...block, kind: 'attribution', quotation: before.quotation };
}

function blockAsNote(item: Item, block: Block, notes: readonly Block[]): Block {
  if (block.kind === 'note') return block;
  const label = item.note?.label ?? nextLabel(notes);
  return { ...withoutStart(block, item.note?.length ?? 0), kind: 'note', note: label };
}

function nextLabel(notes: readonly Block[]): string {
  const taken = new Set(notes.map((note) => note.note));
  let next = taken.size + 1;
  while (taken.has(String(next))) next++;
  return String(next);
}

/** The blocks with note marks in place of the numbers in their text, by the index of their item. */
function withNoteMarks(items: readonly Item[]): Map<number, Block> {
  const labels = items
    .filter((item) => item.kind === 'note')
    .map((item) => item.note?.label ?? item.block.note ?? '');
  const numbers = [...new Set(labels)]
    .filter((label) => /^\d+$/.test(label))
    .map(Number)
    .sort((a, b) => a - b);
  const marked = new Map<number, Block>();
  if (numbers.length === 0 || items.some((item) => isNoteMarked(item.block))) return marked;
  const places = findMarks(
    items.map((item) => (mayCarryMarks(item) ? item.block.runs : [])),
    numbers,
  );
  for (const [index, found] of places) {
    const block = items[index]?.block;
    if (block) marked.set(index, { ...block, runs: withMarks(block.runs, found) });
  }
  return marked;
}

/** Whether a mark of a note that its format knows stands in a block, be it in an item of a list or in a cell. */
function isNoteMarked({ runs, items = [], rows = [] }: Block): boolean {
  return (
    [runs, ...rows.flat()].some((each) => each.some((run) => run.note !== undefined)) ||
    items.some((blocks) => blocks.some(isNoteMarked))
  );
}

function mayCarryMarks(item: Item): boolean {
  return (
    ['paragraph', 'quotation', 'heading', 'attribution'].includes(item.kind) &&
    plainOf(item.block.runs) !== ''
  );
}

/** Whether a structure has any text to write. */
export function hasText(structure: PageStructure): boolean {
  return structure.items.some((item) => item.words > 0 && (isOpen(item) || item.kind !== 'furniture'));
}
