import { tableOf } from '../../core/text.ts';
import type { Declarations } from './styleSheet.ts';

/** How the words of an element are set. Lengths are in the size of the book's usual letters (1 em). */
export interface TextStyle {
  readonly italic: boolean;
  readonly bold: boolean;
  readonly size: number;
  /** How far from the left and right edge of the page. */
  readonly left: number;
  readonly right: number;
  /** How far the first line is set in; negative where the others are. */
  readonly indent: number;
  readonly align: string;
}

export const plainStyle: TextStyle = {
  italic: false,
  bold: false,
  size: 1,
  left: 0,
  right: 0,
  indent: 0,
  align: '',
};

/** Lengths of one unit in em, where an em is 16 pixels or 12 points. */
const emPerUnit = tableOf<number>({
  px: 1 / 16,
  pt: 1 / 12,
  pc: 1,
  in: 6,
  cm: 6 / 2.54,
  mm: 6 / 25.4,
  rem: 1,
});
/** The width of a page in em, of which margins may be a share. */
const pageWidth = 32;
const sizes = tableOf<number>({
  'xx-small': 0.6,
  'x-small': 0.75,
  small: 0.89,
  medium: 1,
  large: 1.2,
  'x-large': 1.5,
  'xx-large': 2,
});
const italicTag = /^(?:em|i|cite|dfn|var|address)$/;
const boldTag = /^(?:b|strong|th|h[1-6])$/;

/** How an element is set, by what is declared of it and how the element around it is set. */
export function computedStyle(tagName: string, declared: Declarations, outer: TextStyle): TextStyle {
  const tagged = {
    italic: outer.italic || italicTag.test(tagName),
    bold: outer.bold || boldTag.test(tagName),
  };
  if (declared.size === 0)
    return tagged.italic === outer.italic && tagged.bold === outer.bold ? outer : { ...outer, ...tagged };
  const size = sizeOf(declared.get('font-size'), outer.size);
  const edge = (side: string): number =>
    lengthOf(declared.get(`margin-${side}`), size) + lengthOf(declared.get(`padding-${side}`), size);
  const indent = declared.get('text-indent');
  return {
    italic: isItalic(declared.get('font-style'), tagged.italic),
    bold: isBold(declared.get('font-weight'), tagged.bold),
    size,
    left: outer.left + edge('left'),
    right: outer.right + edge('right'),
    indent: indent === undefined ? outer.indent : lengthOf(indent, size),
    align: declared.get('text-align') ?? outer.align,
  };
}

function isItalic(value: string | undefined, inherited: boolean): boolean {
  if (value === undefined || value === 'inherit') return inherited;
  return /italic|oblique/.test(value);
}

function isBold(value: string | undefined, inherited: boolean): boolean {
  if (value === undefined || value === 'inherit') return inherited;
  return /^(?:bold|bolder|[6-9]00)$/.test(value);
}

function sizeOf(value: string | undefined, outer: number): number {
  if (value === undefined) return outer;
  if (value === 'smaller') return outer / 1.2;
  if (value === 'larger') return outer * 1.2;
  const named = sizes[value];
  if (named !== undefined) return named;
  const [, number = '', unit = ''] = /^([\d.]+)(em|rem|ex|px|pt|pc|in|cm|mm|%)$/.exec(value) ?? [];
  if (number === '') return outer;
  if (unit === '%') return (outer * Number(number)) / 100;
  return Number(number) * (emPerUnit[unit] ?? (unit === 'ex' ? outer / 2 : outer));
}

function lengthOf(value: string | undefined, size: number): number {
  const [, number = '', unit = ''] = /^(-?[\d.]+)(em|rem|ex|px|pt|pc|in|cm|mm|%)$/.exec(value ?? '') ?? [];
  if (number === '' || !Number.isFinite(Number(number))) return 0;
  if (unit === '%') return (pageWidth * Number(number)) / 100;
  return Number(number) * (emPerUnit[unit] ?? (unit === 'ex' ? size / 2 : size));
}
