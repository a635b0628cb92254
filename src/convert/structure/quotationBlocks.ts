import { type PlainMessageId, messageOf } from '../../core/messages.ts';
import { type DoubtQuestion, endsInColon, endsSentence, isOpen, type Item } from '../blocks.ts';

/** Verbs and nouns that announce somebody's words. */
const saying =
  /\b(?:says?|said|saying|writes?|wrote|written|put|puts|states?|stated|statement|declares?|declared|argues?|argued|remarks?|remarked|observes?|observed|explains?|explained|notes|noted|replies|replied|answers?|answered|asks|asked|warns?|warned|concludes?|concluded|describes?|described|quotes?|quoted|quotation|quoting|words|phrases?|passage|formulation|formulated|maxim|motto|slogan|according to|reads?|sagt|schreibt|schrieb|dit|écrit|escribe|dijo)\b/iu;
/** Words that begin an enumeration in running text. */
const enumeration =
  /^(?:first(?:ly)?|second(?:ly)?|to begin with|one|on the one hand|erstens|premièrement|primero)\b/iu;
const wholeQuotation = /^["“„«](?:[^"“”„«»]|\[[^\]]*\])*["”“»][.,]?(?:\d{1,3})?$/u;

/** The most words of an attribution. */
const maxAttributionWords = 35;

/** Finds the quotations that plain text does not mark, and the attributions after them. */
export function markQuotations(items: readonly Item[]): void {
  const marked = items.some((item) => item.block.quotation !== undefined);
  const indents = items.filter((item) => isIndentedItem(item)).length < items.length * maxIndentedShare;
  items.forEach((item, index) => {
    if (item.block.quotation !== undefined) markInside(items, index);
    else if (!marked && isOpen(item)) markOutside(items, index, indents);
  });
}

/** With a larger share of indented blocks than this, indentation begins paragraphs and does not mark quotations. */
const maxIndentedShare = 0.3;

function isIndentedItem(item: Item): boolean {
  return (item.block.indent ?? 0) >= 2;
}

/** Marks the last part of a block quotation as its attribution if it looks like one. */
function markInside(items: readonly Item[], index: number): void {
  const item = items[index];
  const same = (other: Item | undefined): boolean => other?.block.quotation === item?.block.quotation;
  if (item?.kind !== 'quotation' || same(items[index + 1]) || !same(items[index - 1])) return;
  if (strength(item) >= 2) item.kind = 'attribution';
}

function markOutside(items: readonly Item[], index: number, indents: boolean): void {
  const item = items[index];
  const before = items[index - 1];
  const after = items[index + 1];
  if (!item || mayBeAttribution(item, before)) return;
  const introduced = before?.kind === 'paragraph' && endsInColon(before.text);
  const attributed = after !== undefined && isOpen(after) && mayBeAttribution(after, item) && item.words >= 5;
  const indented =
    indents &&
    isIndentedItem(item) &&
    !(before && isIndentedItem(before)) &&
    !(after && isIndentedItem(after));
  const said = introduced && saying.test(before.text.slice(-160)) && !enumeration.test(item.text);
  if (attributed) {
    item.kind = 'quotation';
    item.question = quotationDoubt(
      introduced ? 'importing.quotationByColonAndLine' : 'importing.quotationByLine',
    );
    after.kind = 'attribution';
    after.question = {
      question: messageOf('importing.isAttribution'),
      options: ['attribution', 'paragraph', 'heading', 'furniture'],
      reason: messageOf('importing.attributionByWords'),
    };
  } else if (introduced && item.words >= 4 && !item.labelled) {
    const quotation = said || indented || wholeQuotation.test(item.text);
    if (quotation) item.kind = 'quotation';
    item.question = quotationDoubt(quotation ? 'importing.quotationAnnounced' : 'importing.quotationByColon');
  } else if (indented && item.words >= 8 && endsSentence(item.text)) {
    item.kind = 'quotation';
    item.question = quotationDoubt('importing.quotationIndented');
  }
}

function quotationDoubt(reason: PlainMessageId): DoubtQuestion {
  return {
    question: messageOf('importing.isQuotation'),
    options: ['quotation', 'paragraph', 'heading', 'furniture'],
    reason: messageOf(reason),
  };
}

/** Whether an item can be the attribution of the one before: it is short and has signs of a reference. */
function mayBeAttribution(item: Item, before: Item | undefined): boolean {
  if (!before || before.kind === 'heading' || before.kind === 'title' || before.kind === 'byline')
    return false;
  return strength(item) >= 2;
}

/** The number of signs of a reference in a line. A dash before a name counts as two, which is enough. */
function strength(item: Item): number {
  const { text } = item;
  if (item.words === 0 || item.words > maxAttributionWords) return 0;
  if (/^(?:—|―|–|--)\s*["“«(]?\p{Lu}/u.test(text) && item.words <= 20) return 2;
  const inBrackets = /^\([^()]*\)\.?$/u.test(text);
  const signs = [
    /\bpp?\.\s?[0-9ivxlI]/u,
    /\b(?:Vol(?:ume|\.)?|Bd\.|Book|Ch(?:apter|\.)|Act|Canto|Scene)\s?[0-9IVXLC]/u,
    /\([^()]*\b(?:1[0-9]|20)\d{2}\b[^()]*\)|,\s(?:1[0-9]|20)\d{2}\b/u,
    /\b(?:Selected|Collected|Complete) Works|\b[Ii]bid\b|\bop\. cit\b|\btrans\.|\bed\.|\bWerke\b/u,
    /^["“«‘][^"”»]{3,120}["”»’]/u,
    /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){0,3}, /u,
  ].filter((sign) => sign.test(text)).length;
  if (
    /\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|we|you|they|it)\b/iu.test(
      text.replace(/["“«][^"”»]*["”»]/gu, ''),
    )
  )
    return 0;
  return inBrackets ? signs + 1 : signs;
}
