import { type Message, messageOf } from '../../core/messages.ts';
import { countWords, normaliseText } from '../../core/text.ts';
import { isRule } from './listMarkers.ts';
import { textOfBlock, type Block, type BlockDoubt, type Page } from './block.ts';

/** What a person may say a block is. An `abstract` goes into the front matter and has no number. */
export type BlockChoice =
  'heading' | 'quotation' | 'paragraph' | 'list' | 'furniture' | 'attribution' | 'note' | 'abstract';

/** What a person may say; of a word that the end of a line divides, how it is spelled. */
export type Choice = BlockChoice | 'joined' | 'hyphened';

/** What the rules take a block for. `other` keeps the kind of its markup: list, table, code, verse and so on. */
export type ItemKind = BlockChoice | 'title' | 'byline' | 'date' | 'other';

/** A question to a person where the rules are not certain. */
export interface DoubtQuestion {
  readonly question: Message;
  readonly options: readonly BlockChoice[];
  readonly reason: Message;
}

/** A block as the structure rules see it. They set `kind` and the fields after it. */
export interface Item {
  readonly block: Block;
  readonly text: string;
  readonly words: number;
  kind: ItemKind;
  /** Why the item is left out, if its kind is `furniture`. */
  why?: Message;
  question?: DoubtQuestion;
  /** The item belongs to the head that an archive sets before a text. Its lines `Title: …` count. */
  isHeader?: true;
  /** The first item of a cut. The answer about it holds for all items of the cut. */
  cutBy?: Item;
  /** Level of a labelled heading, from 1, one below the title. */
  level?: number;
  labelled?: boolean;
  /** The label of a note, and the length in code units of its printed label. */
  note?: { readonly label: string; readonly length: number };
}

/** Makes an item of each block of a page, with the kind that its markup gives. */
export function readItems(page: Page): Item[] {
  return page.blocks.map((read) => {
    const text = textOfBlock(read);
    const block = isOrnament(read, text) ? { ...read, kind: 'break' as const, runs: [] } : read;
    const kind = itemKind(block);
    const question = block.doubtful && questionOfReader(block.doubtful, kind);
    return { block, text, words: countWords(normaliseText(text)), kind, ...(question ? { question } : {}) };
  });
}

/** What a person is asked about a block of which its reader is not certain: whether it is right, or no part of the text. */
function questionOfReader({ reason }: BlockDoubt, kind: ItemKind): DoubtQuestion {
  const options: readonly BlockChoice[] = ['paragraph', 'quotation', 'heading', 'furniture'];
  const own = options.find((option) => option === kind) ?? 'note';
  return {
    question: messageOf('importing.isRight'),
    options: own === 'note' ? ['note', 'furniture'] : [own, ...options.filter((option) => option !== own)],
    reason,
  };
}

/** Whether a paragraph or heading is no words but a sign between two parts of the text. */
function isOrnament({ kind, quotation }: Block, text: string): boolean {
  return (kind === 'paragraph' || kind === 'heading') && quotation === undefined && isRule(text);
}

function itemKind(block: Block): ItemKind {
  if (block.kind === 'note') return 'note';
  if (block.kind === 'attribution') return 'attribution';
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return 'other';
  return block.quotation === undefined ? block.kind : 'quotation';
}

/** Whether a rule may still set the kind of an item. */
export function isOpen(item: Item): boolean {
  return (
    item.kind === 'paragraph' &&
    item.block.sure === undefined &&
    item.question === undefined &&
    item.note === undefined
  );
}

/** Whether a text ends like a sentence. Closing marks and a note mark may follow the full stop. */
export function endsSentence(text: string): boolean {
  return /[.?!…][\p{Pe}\p{Pf}'"]*(?:\d{1,3}|\[\d{1,3}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})?$/u.test(text.trimEnd());
}

/** Whether a text ends in a colon. Closing marks may follow it. */
export function endsInColon(text: string): boolean {
  return /:[\p{Pe}\p{Pf}'"]*$/u.test(text.trimEnd());
}

/** Whether an item is certainly prose: it has 40 words, or 15 and ends like a sentence. */
export function isProseItem(item: Item): boolean {
  return item.words >= 40 || (item.words >= 15 && endsSentence(item.text));
}

/** The beginning of a text, at most 120 code units, to show what a question is about. */
export function excerptOf(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= 120 ? flat : `${flat.slice(0, 117).trimEnd()}…`;
}
