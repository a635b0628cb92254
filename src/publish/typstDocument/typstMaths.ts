import { tableOf } from '../../core/text.ts';
import type { Alphabet, Formula } from '../maths.ts';
import { typstString } from './typstMarkup.ts';

/** The functions of Typst for typstAlphabets. */
const typstAlphabets: Readonly<Record<Alphabet, string>> = {
  upright: 'upright',
  bold: 'bold',
  italic: 'italic',
  doubleStruck: 'bb',
  script: 'cal',
  fraktur: 'frak',
  sansSerif: 'sans',
  monospace: 'mono',
};

/** Signs that grow with what they are on. */
const wideSigns = tableOf<string>({
  '\u0305': 'overline',
  '¯': 'overline',
  '⏞': 'overbrace',
  '⏟': 'underbrace',
  '⎴': 'overbracket',
  '⎵': 'underbracket',
  _: 'underline',
  '\u0332': 'underline',
});

/** A formula as the content of an equation. Blanks stand between all parts, so that no two are read as one. */
export function typstMathsOf(formula: Formula): string {
  switch (formula.kind) {
    case 'row':
      return formula.children.map(typstMathsOf).join(' ');
    case 'identifier':
      return inAlphabet(typstLetter(formula.text), formula.variant);
    case 'number':
      return inAlphabet(words(formula.text), formula.variant);
    case 'operator':
      return inAlphabet(typstSign(formula.text), formula.variant);
    case 'words':
      return words(formula.text);
    case 'space':
      return `#h(${(formula.width / 18).toFixed(3)}em);`;
    case 'fraction':
      return formula.hasLine
        ? called('frac', formula.top, formula.bottom)
        : `vec(delim: #none, ${typstArgument(formula.top)}, ${typstArgument(formula.bottom)})`;
    case 'root':
      return formula.degree
        ? called('root', formula.degree, formula.radicand)
        : called('sqrt', formula.radicand);
    case 'script':
      return typstScript(formula);
    case 'fence':
      return `lr(${typstSign(formula.open)} ${typstArgument(formula.content)} ${typstSign(formula.close)})`;
    case 'accent':
      return typstAccent(formula);
    case 'matrix':
      return typstMatrix(formula);
  }
}

/** A formula as an argument. One that is empty is an empty string, which takes no place. */
function typstArgument(formula: Formula): string {
  const written = typstMathsOf(formula).trim();
  return written === '' ? '""' : written;
}

function called(name: string, ...given: readonly Formula[]): string {
  return `${name}(${given.map(typstArgument).join(', ')})`;
}

function inAlphabet(written: string, variant: Alphabet | undefined): string {
  return variant === undefined ? written : `${typstAlphabets[variant]}(${written})`;
}

/** A letter as Typst has letters, in italics; names of several stand upright with the spaces of an operator. */
function typstLetter(text: string): string {
  return /^\p{L}$/u.test(text) ? text : /^\p{L}+$/u.test(text) ? `op(${typstString(text)})` : words(text);
}

function words(text: string): string {
  return typstString(text);
}

/** A sign, with the spaces that its kind has. What is more than one is an operator of its own. */
function typstSign(text: string): string {
  if (text === '') return '';
  if (/^[!-/:-@[-`{-~]$/.test(text)) return `\\${text}`;
  return /^[^\p{Cc}\p{Z}\p{L}\p{N}]$/u.test(text) ? text : `op(${typstString(text)})`;
}

function typstScript({ base, lower, upper, isLimits }: Formula & { readonly kind: 'script' }): string {
  const placed = called(isLimits ? 'limits' : 'scripts', base);
  const parts = [
    placed,
    ...(upper ? [`t: ${typstArgument(upper)}`] : []),
    ...(lower ? [`b: ${typstArgument(lower)}`] : []),
  ];
  return `attach(${parts.join(', ')})`;
}

function typstAccent({ base, sign: mark, isBelow, isWide }: Formula & { readonly kind: 'accent' }): string {
  const wide = isWide ? wideSigns[mark] : undefined;
  if (wide !== undefined) return called(wide, base);
  if (isBelow) return `attach(${called('limits', base)}, b: ${typstSign(mark)})`;
  return `accent(${typstArgument(base)}, #${typstString(mark)})`;
}

function typstMatrix({ rows, alignment }: Formula & { readonly kind: 'matrix' }): string {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const written = rows.map((row) =>
    Array.from({ length: columns }, (_, at) => {
      const cell = row[at];
      return cell ? typstArgument(cell) : '""';
    }).join(alignment === 'equations' ? ' & ' : ', '),
  );
  return `mat(delim: #none, align: #${alignment === 'center' ? 'center' : 'left'}, ${written.join('; ')})`;
}
