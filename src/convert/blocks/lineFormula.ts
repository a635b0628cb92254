import { tableOf } from '../../core/text.ts';

/** An open element of a formula: what the elements in it were read as, and the signs that its properties name. */
interface OpenFormulaPart {
  readonly name: string;
  readonly parts: string[];
  readonly signs: Map<string, string>;
}

const raisedCharacters = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ';
const loweredCharacters = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ';
const plainCharacters = '0123456789+−=()n';
/** What a reader does not see: signs of functions, products and separators, and blanks around operators. */
const unseenSigns = /[\s\u200B\u2061-\u2064]+/gu;
const isOneSign = /^(?:\p{N}+(?:[.,]\p{N}+)*|\p{L}+|.)[\p{M}′″]*$/u;

/**
 * Reads a formula in MathML, or in that of Word (ECMA-376, part 1, 22.1), as a person would type it in a line: `c+v`, `a²`, `x_ij`,
 * `(p−c)/C`. It is told of elements by their names without prefix. What a formula says of itself as TeX is no part of it.
 */
export class LineFormula {
  private readonly opened: OpenFormulaPart[] = [{ name: '', parts: [], signs: new Map() }];

  /** @param value of a property, as the sign of a sum in `chr` */
  open(name: string, value = ''): void {
    // A property is in the properties of what it is one of.
    if (signNames.has(name)) this.opened.at(-2)?.signs.set(name, value);
    this.opened.push({ name, parts: [], signs: new Map() });
  }

  text(text: string): void {
    const part = this.opened.at(-1);
    const isProse = part?.name === 'mtext' || part?.name === 't';
    const seen = isProse ? text.replace(/\s+/g, ' ') : text.replace(unseenSigns, '');
    if (seen !== '') part?.parts.push(seen);
  }

  close(): void {
    const part = this.opened.length > 1 ? this.opened.pop() : undefined;
    if (!part || part.name.endsWith('Pr')) return;
    this.opened.at(-1)?.parts.push((partWriters[part.name] ?? joinedParts)(part.parts, part.signs));
  }

  /** The formula as far as it was read. */
  get words(): string {
    return (this.opened[0]?.parts ?? []).join('').trim();
  }
}

const signNames = new Set(['chr', 'begChr', 'endChr']);

type FormulaPartWriter = (parts: readonly string[], signs: ReadonlyMap<string, string>) => string;

const joinedParts: FormulaPartWriter = (parts) => parts.join('');
const leftOut: FormulaPartWriter = () => '';
const withUpper: FormulaPartWriter = ([base = '', high = '']) => base + inUpperLine(high);
const withLower: FormulaPartWriter = ([base = '', low = '']) => base + inLowerLine(low);
const withBothScripts: FormulaPartWriter = ([base = '', low = '', high = '']) =>
  base + inLowerLine(low) + inUpperLine(high);
const fraction: FormulaPartWriter = ([over = '', under = '']) => `${grouped(over)}/${grouped(under)}`;
const cellsInLine: FormulaPartWriter = (parts) => parts.join(', ');
const rowsInLine: FormulaPartWriter = (parts) => parts.join('; ');

const partWriters = tableOf<FormulaPartWriter>({
  annotation: leftOut,
  'annotation-xml': leftOut,
  mphantom: leftOut,
  mspace: () => ' ',
  msup: withUpper,
  mover: withUpper,
  msub: withLower,
  munder: withLower,
  msubsup: withBothScripts,
  munderover: withBothScripts,
  mfrac: fraction,
  msqrt: (parts) => `√${grouped(parts.join(''))}`,
  mroot: ([base = '', index = '']) => `${inUpperLine(index)}√${grouped(base)}`,
  mfenced: (parts) => `(${parts.join(', ')})`,
  mtr: cellsInLine,
  mtable: rowsInLine,
  phant: leftOut,
  del: leftOut,
  moveFrom: leftOut,
  sSup: withUpper,
  limUpp: withUpper,
  sSub: withLower,
  limLow: withLower,
  sSubSup: withBothScripts,
  sPre: ([low = '', high = '', base = '']) => inLowerLine(low) + inUpperLine(high) + base,
  f: fraction,
  rad: ([index = '', base = '']) => `${inUpperLine(index)}√${grouped(base)}`,
  nary: ([low = '', high = '', base = ''], signs) =>
    `${signs.get('chr') ?? '∫'}${inLowerLine(low)}${inUpperLine(high)} ${base}`,
  d: (parts, signs) => `${signs.get('begChr') ?? '('}${parts.join('|')}${signs.get('endChr') ?? ')'}`,
  mr: cellsInLine,
  m: rowsInLine,
  eqArr: rowsInLine,
});

function inUpperLine(text: string): string {
  return /^[′'″*†]+$/u.test(text) ? text : scripted(text, raisedCharacters, '^');
}

function inLowerLine(text: string): string {
  return scripted(text, loweredCharacters, '_');
}

/** Writes an index or a power in characters of its own where there are such. */
function scripted(text: string, characters: string, mark: string): string {
  if (text === '') return '';
  const written = [...text.replaceAll('-', '−')].map((one) => characters[plainCharacters.indexOf(one)]);
  return written.every((one) => one !== undefined) ? written.join('') : mark + grouped(text);
}

function grouped(text: string): string {
  return isOneSign.test(text) || /^\([^()]*\)$/u.test(text) ? text : `(${text})`;
}
