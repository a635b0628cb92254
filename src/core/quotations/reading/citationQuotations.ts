import { countWords, isUnspaced, normaliseText, quotationSigns } from '../../text.ts';
import type { DraftQuotation } from './draft.ts';
import { draftQuotation } from './markedParagraph.ts';
import { pairMarks } from './pairMarks.ts';
import type { ParagraphProse } from './paragraphProse.ts';

const hasSign = new RegExp(`[${quotationSigns}]`, 'u');
const citedKey = /@(?:\{[^{}\s]*\}|[^\s,;\]{}]*)/gu;
/** Fewer are a title, a term or a name. */
const leastWords = 3;

/** Returns the quotations in the brackets of the citations of a paragraph: `[@key, ¶ 3: “…”]`. */
export function citationQuotations({ words, places }: ParagraphProse): DraftQuotation[] {
  return places.flatMap((place) => {
    const text = words.text.slice(place.start, place.end);
    if (place.note || !hasSign.test(text)) return [];
    const keys = [...text.matchAll(citedKey)].map(({ index, 0: key }) => ({
      start: index,
      end: index + key.length,
    }));
    const { outer } = pairMarks({
      text,
      usable: (at) => !keys.some(({ start, end }) => start <= at && at < end),
    });
    return outer.flatMap(({ open, close }): DraftQuotation[] => {
      const [start, end] = [place.start + open.end, place.start + close.at];
      const quoted = words.slice(start, end);
      if (countOfWords(quoted.text) < leastWords) return [];
      const range = {
        start: words.startAt(place.start + open.at) ?? 0,
        end: words.endAt(place.start + close.end - 1) ?? 0,
      };
      const marks = { open: open.mark, close: close.mark };
      return [{ ...draftQuotation(quoted, [], range, marks, false, place, ''), isInCitation: true }];
    });
  });
}

function countOfWords(text: string): number {
  const letters = [...text].filter((_, at) => isUnspaced(text.charCodeAt(at))).length;
  return Math.max(countWords(normaliseText(text)), letters / 2);
}
