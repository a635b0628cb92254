import { countWords, normaliseText } from '../../core/text.ts';
import { textOf, type Block, type Page } from './blocks.ts';

/** What a person may decide that a block is. `abstract` is a standfirst: kept in the front matter, without a number. */
export type Choice =
  'heading' | 'quotation' | 'paragraph' | 'furniture' | 'attribution' | 'note' | 'abstract';

/** What the rules take a block for; `other` leaves it what its markup says (list, table, code, verse …). */
export type ItemKind = Choice | 'title' | 'byline' | 'date' | 'other';

/** A question that the rules could answer either way. */
export interface Question {
  readonly question: string;
  readonly options: readonly Choice[];
  readonly reason: string;
}

/** A block on its way through the structure rules, which change `kind` and what follows from it. */
export interface Item {
  readonly block: Block;
  readonly text: string;
  readonly words: number;
  kind: ItemKind;
  /** Why a piece of furniture was cut. */
  why?: string;
  question?: Question;
  /** The item that a cut began with: it decides for all behind it. */
  cutBy?: Item;
  /** Level below the title, from 1, where a rule has set it. */
  level?: number;
  labelled?: boolean;
  /** Label of a note, and the length of its printed label. */
  note?: { readonly label: string; readonly length: number };
}

/** The items of a page, as its own markup has them. */
export function readItems(page: Page): Item[] {
  return page.blocks.map((block) => {
    const text = textOf(block);
    return { block, text, words: countWords(normaliseText(text)), kind: kindOf(block) };
  });
}

function kindOf(block: Block): ItemKind {
  if (block.kind === 'note') return 'note';
  if (block.kind === 'attribution') return 'attribution';
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return 'other';
  return block.quotation === undefined ? block.kind : 'quotation';
}

/** Whether a rule may still say what the item is. */
export function isOpen(item: Item): boolean {
  return (
    item.kind === 'paragraph' &&
    item.block.sure === undefined &&
    item.question === undefined &&
    item.note === undefined
  );
}

/** Whether a text ends as a sentence does, closing marks behind it included. */
export function endsSentence(text: string): boolean {
  return /[.?!…][\p{Pe}\p{Pf}'"]*(?:\d{1,3}|\[\d{1,3}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})?$/u.test(text.trimEnd());
}

/** Whether a text ends in a colon, closing marks behind it included. */
export function endsInColon(text: string): boolean {
  return /:[\p{Pe}\p{Pf}'"]*$/u.test(text.trimEnd());
}

/** Whether an item is prose beyond doubt: a few full lines that end as sentences do. */
export function isProse(item: Item): boolean {
  return item.words >= 40 || (item.words >= 15 && endsSentence(item.text));
}

/** The first words of a text, for showing a person what is asked about. */
export function excerptOf(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= 120 ? flat : `${flat.slice(0, 117).trimEnd()}…`;
}
