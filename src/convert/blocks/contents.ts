import { normaliseText } from '../../core/text.ts';

/** The line above a list of contents. */
export const contentsHeading =
  /^[_*]*(?:(?:table of |list of )?contents|list of (?:illustrations|plates|figures|maps)|inhalt(?:sverzeichnis|sübersicht)?|table des matières|sommaire|índice|indice|sumario|sumário|inhoud(?:sopgave)?|innehåll|содержание|оглавление|зміст)[.:]?[_*]*$/iu;

const tail =
  /(?:\s{2,}|[.…·_]{2,}|(?:\s\.){2,}|,\s|\s)\s*(?:pp?\.\s*)?(?:\d{1,4}|[ivxlc]{1,8})(?:\s*[-–]\s*\d{1,4})?\.?\s*$/u;

/** Whether a line ends in the number of a page, as an entry of a list of contents does. */
export function hasPageNumber(line: string): boolean {
  return tail.test(line);
}

/** The title of an entry of a list of contents, without the number of its page. */
export function entryTitle(entry: string): string {
  return entry.replace(tail, '');
}

/** The letters and digits of a line in lower case, by which lines are compared. */
export function comparableLine(text: string): string {
  return normaliseText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
