import type { Alphabet, Formula } from './formula.ts';
import { tableOf } from '../../core/text.ts';

const mathNamespace = 'http://www.w3.org/1998/Math/MathML';

/** Names that MathML has for alphabets (3.2.2). */
const mathVariants: Readonly<Record<Alphabet, string>> = {
  upright: 'normal',
  bold: 'bold',
  italic: 'italic',
  doubleStruck: 'double-struck',
  script: 'script',
  fraktur: 'fraktur',
  sansSerif: 'sans-serif',
  monospace: 'monospace',
};

/** A formula as MathML. */
export function mathMlOf(formula: Formula, isDisplay: boolean): string {
  const display = isDisplay ? ' display="block"' : '';
  return `<math xmlns="${mathNamespace}"${display}>${mathElement('mrow', inner(formula))}</math>`;
}

function mathElement(name: string, content: string, attributes = ''): string {
  return `<${name}${attributes}>${content}</${name}>`;
}

function text(written: string): string {
  return written.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
}

/** The elements of a formula, without one around those of a row. */
function inner(formula: Formula): string {
  return formula.kind === 'row' ? formula.children.map(one).join('') : one(formula);
}

function one(formula: Formula): string {
  switch (formula.kind) {
    case 'row':
      return mathElement('mrow', inner(formula));
    case 'identifier':
      return mathElement('mi', text(formula.text), variantOf(formula.variant));
    case 'number':
      return mathElement('mn', text(formula.text), variantOf(formula.variant));
    case 'operator':
      return mathElement('mo', text(formula.text));
    case 'words':
      return mathElement('mtext', text(formula.text).replaceAll(' ', '\u00A0'));
    case 'space':
      return `<mspace width="${(formula.width / 18).toFixed(3)}em"/>`;
    case 'fraction':
      return mathElement(
        'mfrac',
        one(formula.top) + one(formula.bottom),
        formula.hasLine ? '' : ' linethickness="0"',
      );
    case 'root':
      return formula.degree
        ? mathElement('mroot', one(formula.radicand) + one(formula.degree))
        : mathElement('msqrt', inner(formula.radicand));
    case 'script':
      return script(formula);
    case 'fence':
      return mathElement(
        'mrow',
        fenceSign(formula.open, 'prefix') + one(formula.content) + fenceSign(formula.close, 'postfix'),
      );
    case 'accent':
      return accent(formula);
    case 'matrix':
      return matrix(formula);
  }
}

function variantOf(variant: Alphabet | undefined): string {
  return variant === undefined ? '' : ` mathvariant="${mathVariants[variant]}"`;
}

function fenceSign(sign: string, form: string): string {
  return sign === '' ? '' : mathElement('mo', text(sign), ` fence="true" form="${form}" stretchy="true"`);
}

const scriptNames = { lower: 'msub', upper: 'msup', both: 'msubsup' };
const limitNames = { lower: 'munder', upper: 'mover', both: 'munderover' };

function script({ base, lower, upper, isLimits }: Formula & { readonly kind: 'script' }): string {
  const names = isLimits ? limitNames : scriptNames;
  if (lower && upper) return mathElement(names.both, one(base) + one(lower) + one(upper));
  if (lower) return mathElement(names.lower, one(base) + one(lower));
  return upper ? mathElement(names.upper, one(base) + one(upper)) : one(base);
}

/** Combining signs as signs of their own, which MathML wants. */
const spacingSigns = tableOf<string>({
  '\u0302': '^',
  '\u030C': 'ˇ',
  '\u0303': '~',
  '\u0301': '´',
  '\u0300': '`',
  '\u0307': '˙',
  '\u0308': '¨',
  '\u0306': '˘',
  '\u0305': '¯',
  '\u20D7': '→',
});

function accent({ base, sign, isBelow, isWide }: Formula & { readonly kind: 'accent' }): string {
  const mark = mathElement(
    'mo',
    spacingSigns[sign] ?? sign,
    isWide ? ' stretchy="true"' : ' stretchy="false"',
  );
  return mathElement(
    isBelow ? 'munder' : 'mover',
    one(base) + mark,
    isBelow ? ' accentunder="true"' : ' accent="true"',
  );
}

function matrix({ rows, alignment }: Formula & { readonly kind: 'matrix' }): string {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const sides = Array.from({ length: columns }, (_, at) =>
    alignment === 'equations' ? (at % 2 === 0 ? 'right' : 'left') : alignment,
  );
  const content = rows.map((row) =>
    mathElement(
      'mtr',
      Array.from({ length: columns }, (_, at) => mathElement('mtd', cell(row[at]))).join(''),
    ),
  );
  return mathElement('mtable', content.join(''), ` columnalign="${sides.join(' ')}"`);
}

function cell(formula: Formula | undefined): string {
  return formula ? inner(formula) : '';
}
