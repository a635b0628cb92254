import { appendAll } from '../../core/text.ts';
import type { TextComment } from '../blocks.ts';
import type { PdfAnnotation, PdfFile, PdfPage } from './openPdf.ts';
import { linesOfSpans } from './pdfLines.ts';
import { type PdfSpan, spansOfPage } from './pdfSpans.ts';

/** Kinds of annotations of readers (ISO 32000-2, 12.5.6) by the numbers that pdf.js gives them. */
const markupKinds: ReadonlySet<number> = new Set([9, 10, 11, 12]);
const placeKinds: ReadonlySet<number> = new Set([1, 3, 14]);
/** The most code units around marked words, and of marked words. */
const maxAround = 40;
const maxMarked = 2000;
/** More words than this are never in as many code units. */
const maxWordsBeside = 40;

/** Nobody marks more on one page. The limit bounds the time for a hostile file. */
const maxOfPage = 2000;

/** A place on a page as it is shown, in points, `y` downwards. */
interface ShownBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Reads what readers have marked and written on the pages of a file. Marks on no words, as on those of a picture, are left out. */
export async function pdfComments(file: PdfFile): Promise<readonly TextComment[]> {
  const comments: TextComment[] = [];
  for (let index = 0; index < file.pageCount; index++) {
    const annotations = (await file.annotations(index)).filter(isReaders).slice(0, maxOfPage);
    if (annotations.length === 0) continue;
    const page = await file.page(index);
    const text = wordsOfPage(spansOfPage(file, page), index);
    const own = new Map<string, TextComment>();
    for (const annotation of annotations) {
      const answered = own.get(annotation.inReplyTo ?? '');
      const comment = answered ? answerTo(answered, annotation) : commentOf(annotation, page, text, index);
      if (comment) own.set(annotation.id, comment);
    }
    appendAll(comments, [...own.values()]);
  }
  return comments;
}

function isReaders({ annotationType }: PdfAnnotation): boolean {
  return markupKinds.has(annotationType) || placeKinds.has(annotationType);
}

/** The words of a page in order, with where each stands. */
interface PlacedWord extends ShownBox {
  readonly text: string;
  /** The line that it stands on, counted from 0. */
  readonly line: number;
}

function wordsOfPage(spans: readonly PdfSpan[], page: number): readonly PlacedWord[] {
  return linesOfSpans(spans, page).flatMap((line, at) => {
    const words: PlacedWord[] = [];
    // A word may stand in several stretches, as where a part of it is in italics.
    let open: PlacedWord | undefined;
    let end = -Infinity;
    for (const span of line.spans) {
      const width = (span.end - span.x) / Math.max(1, span.text.length);
      if (span.x - end > 0.15 * span.size) open = undefined;
      for (const { 0: text, index } of span.text.matchAll(/\s+|\S+/gu)) {
        if (text.trim() === '') {
          open = undefined;
          continue;
        }
        const left = span.x + index * width;
        const box = {
          left,
          right: left + text.length * width,
          top: span.y - 0.75 * span.size,
          bottom: span.y + 0.2 * span.size,
        };
        if (open) words.pop();
        open = open
          ? { ...box, left: open.left, text: open.text + text, line: at }
          : { ...box, text, line: at };
        words.push(open);
      }
      if (/\s$/u.test(span.text)) open = undefined;
      end = span.end;
    }
    return words;
  });
}

function commentOf(
  annotation: PdfAnnotation,
  page: PdfPage,
  words: readonly PlacedWord[],
  index: number,
): TextComment | undefined {
  const boxes = boxesOf(annotation, page);
  const isMarkup = markupKinds.has(annotation.annotationType);
  const at = isMarkup ? markedWords(words, boxes) : lineBeside(words, boxes);
  const [first, last] = [at[0], at.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { left = 0, top = 0 } = boxes[0] ?? {};
  const textOf = (some: readonly PlacedWord[]): string => joinedWords(some.map(({ text }) => text));
  return {
    ...saidIn(annotation),
    // Programs number annotations anew when they write a file: the place on the page stays.
    id: `${index + 1}/${left.toFixed(0)}/${top.toFixed(0)}`,
    quote: {
      exact: textOf(at.flatMap((each) => words[each] ?? [])).slice(0, maxMarked),
      prefix: textOf(words.slice(Math.max(0, first - maxWordsBeside), first)).slice(-maxAround),
      suffix: textOf(words.slice(last + 1, last + 1 + maxWordsBeside)).slice(0, maxAround),
    },
  };
}

/** An answer is on the words of what it answers. */
function answerTo({ id, quote }: TextComment, annotation: PdfAnnotation): TextComment | undefined {
  const said = saidIn(annotation);
  return said.text === '' ? undefined : { ...said, id: `${id}/answer`, answers: id, quote };
}

function saidIn({
  titleObj,
  contentsObj,
  creationDate,
  modificationDate,
}: PdfAnnotation): Pick<TextComment, 'author' | 'created' | 'text' | 'isResolved'> {
  return {
    author: titleObj?.str.trim() ?? '',
    created: isoOfPdfDate(creationDate ?? modificationDate ?? ''),
    text: contentsObj?.str.trim() ?? '',
    isResolved: false,
  };
}

/** The boxes of an annotation as the page is shown: of its quadrilaterals, else of its rectangle. */
function boxesOf({ quadPoints, rect }: PdfAnnotation, page: PdfPage): readonly ShownBox[] {
  const quads = quadPoints ?? [];
  if (quads.length < 8) return [shownBox([...rect], page)];
  const boxes: ShownBox[] = [];
  for (let at = 0; at + 8 <= quads.length; at += 8) boxes.push(shownBox([...quads.slice(at, at + 8)], page));
  return boxes;
}

/** @param points `x, y` by turns, in points from the lower left corner */
function shownBox(points: readonly number[], { view, rotate }: PdfPage): ShownBox {
  const [left = 0, bottom = 0, right = 0, top = 0] = view;
  const xs: number[] = [];
  const ys: number[] = [];
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x, y] = [points[at] ?? 0, points[at + 1] ?? 0];
    const [shownX = 0, shownY = 0] = {
      90: [y - bottom, x - left],
      180: [right - x, y - bottom],
      270: [top - y, right - x],
    }[rotate] ?? [x - left, top - y];
    xs.push(shownX);
    ys.push(shownY);
  }
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** The places of the words of which at least half is marked. */
function markedWords(words: readonly PlacedWord[], boxes: readonly ShownBox[]): readonly number[] {
  return words.flatMap((word, at) => {
    const middle = (word.top + word.bottom) / 2;
    const covered = boxes
      .filter(({ top, bottom }) => top <= middle && middle <= bottom)
      .reduce(
        (sum, { left, right }) => sum + Math.max(0, Math.min(right, word.right) - Math.max(left, word.left)),
        0,
      );
    return covered >= (word.right - word.left) / 2 ? [at] : [];
  });
}

/** The places of the words of the line that is nearest to a mark beside the text. */
function lineBeside(words: readonly PlacedWord[], boxes: readonly ShownBox[]): readonly number[] {
  const [box] = boxes;
  if (!box) return [];
  const middle = (box.top + box.bottom) / 2;
  const away = ({ top, bottom }: PlacedWord): number => Math.abs((top + bottom) / 2 - middle);
  const nearest = words.reduce<PlacedWord | undefined>(
    (best, word) => (best && away(best) <= away(word) ? best : word),
    undefined,
  );
  return words.flatMap(({ line }, at) => (line === nearest?.line ? [at] : []));
}

/** Words with blanks between them; a word that a line divides is put together. */
function joinedWords(words: readonly string[]): string {
  return words
    .join(' ')
    .replace(/(?<=\p{L})[\u00AD\u2010-] (?=\p{Ll})/gu, '')
    .replaceAll('\u00AD', '');
}

/** A date as ISO 8601 has it, of one as PDF has it: `D:20240229170405+01'00'` (ISO 32000-2, 7.9.4). Empty where it is none. */
function isoOfPdfDate(text: string): string {
  const [
    ,
    year,
    month = '01',
    day = '01',
    hour = '00',
    minute = '00',
    second = '00',
    sign,
    offset = '00',
    rest = '00',
  ] = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+-])(\d\d)'?(\d\d)?'?|Z)?/u.exec(text) ?? [];
  if (year === undefined) return '';
  const date = new Date(
    `${year}-${month}-${day}T${hour}:${minute}:${second}${sign ? `${sign}${offset}:${rest}` : 'Z'}`,
  );
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().replace('.000Z', 'Z');
}
