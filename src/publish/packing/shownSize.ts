/** A picture as it is shown, in inches. */
import { tableOf } from '../../core/text.ts';

export interface ShownSize {
  readonly width: number;
  readonly height: number;
}

const pixelsInInch = 96;
const inchesInUnit = tableOf<number>({
  '': 1 / pixelsInInch,
  px: 1 / pixelsInInch,
  in: 1,
  cm: 1 / 2.54,
  mm: 1 / 25.4,
  pt: 1 / 72,
  pc: 1 / 6,
});

/**
 * How large a picture is shown: as its author says, else as large as it is, and never larger than the text.
 * @param said width and height as written in Markdown: `50%`, `3cm`, `200`, or nothing
 * @param text the width and height of the text on a page, in inches
 */
export function shownSizeOf(
  { width, height }: { readonly width: number; readonly height: number },
  said: { readonly width: string; readonly height: string },
  text: ShownSize,
): ShownSize {
  const ratio = height / width;
  const toldWidth = inchesOf(said.width, text.width);
  const toldHeight = inchesOf(said.height, text.height);
  const wanted: ShownSize =
    toldWidth === undefined
      ? toldHeight === undefined
        ? { width: width / pixelsInInch, height: height / pixelsInInch }
        : { width: toldHeight / ratio, height: toldHeight }
      : { width: toldWidth, height: toldHeight ?? toldWidth * ratio };
  const scale = Math.min(1, text.width / wanted.width, text.height / wanted.height);
  return { width: wanted.width * scale, height: wanted.height * scale };
}

function inchesOf(said: string, whole: number): number | undefined {
  const [, digits = '', unit = ''] = /^\s*(\d{0,6}(?:\.\d{0,6})?)\s*([a-z%]*)\s*$/.exec(said) ?? [];
  const number = Number.parseFloat(digits);
  if (!(number > 0)) return undefined;
  if (unit === '%') return (whole * number) / 100;
  const inches = Object.hasOwn(inchesInUnit, unit) ? inchesInUnit[unit] : undefined;
  return inches === undefined ? undefined : number * inches;
}
