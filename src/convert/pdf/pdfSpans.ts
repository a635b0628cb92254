import { pushTo } from './listsByKey.ts';
import type { PdfFile, PdfPage } from './openPdf.ts';

/** A stretch of text on one baseline in one font. Lengths are in points, and `y` grows downwards. */
export interface PdfSpan {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly italic: boolean;
  readonly bold: boolean;
  /** The marked content that the stretch stands in. */
  readonly mark: string | undefined;
}

/** Text that is turned by more than this is no line of the page: it is a watermark, or stands in the margin. */
const maxSlope = 0.05;

/** The text of a page that stands upright as the page is shown, in the order of the file. Artifacts are left out. */
export function spansOfPage(file: PdfFile, page: PdfPage): PdfSpan[] {
  const spans: PdfSpan[] = [];
  const open: OpenMark[] = [];
  for (const item of page.items) {
    if ('type' in item) {
      if (item.type.startsWith('begin')) open.push({ tag: item.tag ?? '', id: item.id ?? undefined });
      else open.pop();
      continue;
    }
    if (item.str === '' || open.some(({ tag }) => tag === 'Artifact')) continue;
    const place = shownPlaceOf(item.transform, item.width, page);
    const look = file.look(item.fontName);
    const mark = open.findLast(({ id }) => id !== undefined)?.id;
    const text = isSoftHyphen(item.str, open.at(-1)) ? '\u00AD' : withMendedLetters(item.str);
    if (place) spans.push({ ...place, text, italic: look?.italic ?? false, bold: look?.bold ?? false, mark });
  }
  return withoutDoubles(spans);
}

/**
 * Letters of ligatures whose two bytes Ghostscript 9 and 10 write in the wrong order: `昀椀` for `fi`. They count as
 * such only beside Latin letters.
 */
function withMendedLetters(text: string): string {
  if (!/[\u4100-\u7A00]/.test(text)) return text;
  return text.replace(
    /(?<=\p{Script=Latin})[\u4100-\u7A00]{1,3}|[\u4100-\u7A00]{1,3}(?=\p{Script=Latin})/gu,
    (letters) =>
      [...letters].every((letter) => letter.charCodeAt(0) % 256 === 0)
        ? Array.from(letters, (letter) => String.fromCharCode(letter.charCodeAt(0) / 256)).join('')
        : letters,
  );
}

/** Marked content that the text stands in. */
interface OpenMark {
  readonly tag: string;
  readonly id: string | undefined;
}

/** Whether a hyphen stands in marked content of its own, by which producers say that they divided a word with it. */
function isSoftHyphen(text: string, mark: OpenMark | undefined): boolean {
  return mark?.tag === 'Span' && mark.id === undefined && /^[-\u2010\u00AD]$/.test(text);
}

/** Where a text stands on the page as it is shown; undefined if it is turned or stands outside of it. */
function shownPlaceOf(
  transform: readonly number[],
  width: number,
  { view, rotate }: PdfPage,
): Pick<PdfSpan, 'x' | 'end' | 'y' | 'size'> | undefined {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform;
  const [left = 0, bottom = 0, right = 0, top = 0] = view;
  const size = Math.hypot(c, d);
  const shown = {
    0: [a, b, x - left, top - y],
    90: [b, -a, y - bottom, x - left],
    180: [-a, -b, right - x, y - bottom],
    270: [-b, a, top - y, right - x],
  }[rotate];
  const [along = 0, across = 0, shownX = 0, shownY = 0] = shown ?? [];
  if (along <= 0 || Math.abs(across) > maxSlope * along || size === 0) return undefined;
  const isOutside =
    shownY < 0 || shownX + width < 0 || shownY > (rotate % 180 === 0 ? top - bottom : right - left) + size;
  return isOutside ? undefined : { x: shownX, end: shownX + width, y: shownY, size };
}

/** Leaves out what is printed twice over itself to look bold, or as a shadow. */
function withoutDoubles(spans: readonly PdfSpan[]): PdfSpan[] {
  const byHeight = new Map<number, PdfSpan[]>();
  return spans.filter((span) => {
    const height = Math.round(span.y);
    const near = [height - 1, height, height + 1].flatMap((one) => byHeight.get(one) ?? []);
    if (span.text.trim() !== '' && near.some((other) => isPrintedOver(span, other))) return false;
    pushTo(byHeight, height, span);
    return true;
  });
}

/** Whether a stretch of text stands where another one has the same words. */
function isPrintedOver(span: PdfSpan, other: PdfSpan): boolean {
  const reach = 0.15 * span.size;
  const isInside = span.x > other.x - reach && span.end < other.end + 2 * reach;
  return isInside && Math.abs(span.y - other.y) < reach && other.text.includes(span.text.trim());
}
