import type { Alphabet, Formula } from '../maths.ts';
import { escapeMarkup, markup } from '../packing.ts';

/** Alphabets as Word has them: a script, a style, or both (22.1.2.94, 22.1.2.111). */
const alphabets: Readonly<Record<Alphabet, string>> = {
  upright: '<m:sty m:val="p"/>',
  bold: '<m:sty m:val="b"/>',
  italic: '<m:sty m:val="i"/>',
  doubleStruck: '<m:scr m:val="double-struck"/><m:sty m:val="p"/>',
  script: '<m:scr m:val="script"/><m:sty m:val="p"/>',
  fraktur: '<m:scr m:val="fraktur"/><m:sty m:val="p"/>',
  sansSerif: '<m:scr m:val="sans-serif"/><m:sty m:val="p"/>',
  monospace: '<m:scr m:val="monospace"/><m:sty m:val="p"/>',
};

/** A formula as Word has it (Office MathML, ECMA-376, part 1, 22.1): what stands in an `m:oMath`. */
export function ommlOf(formula: Formula): string {
  switch (formula.kind) {
    case 'row':
      return mathsRow(formula.children);
    case 'identifier':
    case 'number':
      return mathRun(formula.text, formula.variant && alphabets[formula.variant]);
    case 'operator':
      return mathRun(formula.text, undefined);
    case 'words':
      return mathRun(formula.text, '<m:nor/>');
    case 'space':
      return formula.width > 0 ? mathRun(spaceOf(formula.width), undefined) : '';
    case 'fraction':
      return markup(
        'm:f',
        {},
        (formula.hasLine ? '' : '<m:fPr><m:type m:val="noBar"/></m:fPr>') +
          argument('m:num', formula.top) +
          argument('m:den', formula.bottom),
      );
    case 'root':
      return rootOf(formula);
    case 'script':
      return mathsScript(formula);
    case 'fence':
      return fenceOf(formula.open, formula.close, ommlOf(formula.content));
    case 'accent':
      return accentOf(formula);
    case 'matrix':
      return matrixOf(formula);
  }
}

/** Signs that Word sets before what they work on, which it wants in the same element. */
const largeSigns = /^[∑∏∐∫∬∭∮⋃⋂⋁⋀⨁⨂]$/;

function mathsRow(children: readonly Formula[]): string {
  let made = '';
  for (let at = 0; at < children.length; at++) {
    const child = children[at];
    const next = children[at + 1];
    if (child && isLargeOperator(child)) {
      made += largeOf(child, next ? ommlOf(next) : '');
      at++;
    } else if (child) made += ommlOf(child);
  }
  return made;
}

function isLargeOperator(formula: Formula): formula is Formula & { readonly kind: 'script' } {
  return formula.kind === 'script' && formula.base.kind === 'operator' && largeSigns.test(formula.base.text);
}

function largeOf(
  { base, lower, upper, isLimits }: Formula & { readonly kind: 'script' },
  operand: string,
): string {
  const sign = base.kind === 'operator' ? base.text : '';
  const properties = [
    markup('m:chr', { 'm:val': sign }),
    markup('m:limLoc', { 'm:val': isLimits ? 'undOvr' : 'subSup' }),
    lower ? '' : '<m:subHide m:val="1"/>',
    upper ? '' : '<m:supHide m:val="1"/>',
  ].join('');
  return markup(
    'm:nary',
    {},
    markup('m:naryPr', {}, properties) +
      argument('m:sub', lower) +
      argument('m:sup', upper) +
      markup('m:e', {}, operand),
  );
}

function argument(name: string, formula: Formula | undefined): string {
  return markup(name, {}, formula ? ommlOf(formula) : '');
}

function mathRun(text: string, properties: string | undefined): string {
  const before = properties === undefined ? '' : markup('m:rPr', {}, properties);
  const keepsSpace = /^\s|\s$/.test(text) ? { 'xml:space': 'preserve' } : {};
  return markup('m:r', {}, before + markup('m:t', keepsSpace, escapeMarkup(text)));
}

/** A space of a width in eighteenths of the height of the letters. */
function spaceOf(width: number): string {
  return width >= 18 ? '\u2003'.repeat(Math.round(width / 18)) : width >= 5 ? '\u2005' : '\u2009';
}

function rootOf({ radicand, degree }: Formula & { readonly kind: 'root' }): string {
  const hidden = degree ? '' : '<m:radPr><m:degHide m:val="1"/></m:radPr>';
  return markup('m:rad', {}, hidden + argument('m:deg', degree) + argument('m:e', radicand));
}

function mathsScript(formula: Formula & { readonly kind: 'script' }): string {
  const { base, lower, upper, isLimits } = formula;
  if (isLargeOperator(formula)) return largeOf(formula, '');
  if (isLimits) {
    const below = lower
      ? markup('m:limLow', {}, argument('m:e', base) + argument('m:lim', lower))
      : ommlOf(base);
    return upper ? markup('m:limUpp', {}, markup('m:e', {}, below) + argument('m:lim', upper)) : below;
  }
  const name = lower && upper ? 'm:sSubSup' : lower ? 'm:sSub' : 'm:sSup';
  return markup(
    name,
    {},
    argument('m:e', base) + (lower ? argument('m:sub', lower) : '') + (upper ? argument('m:sup', upper) : ''),
  );
}

function fenceOf(open: string, close: string, content: string): string {
  const signs = markup('m:begChr', { 'm:val': open }) + markup('m:endChr', { 'm:val': close });
  return markup('m:d', {}, markup('m:dPr', {}, signs) + markup('m:e', {}, content));
}

function accentOf({ base, sign, isBelow, isWide }: Formula & { readonly kind: 'accent' }): string {
  const inner = argument('m:e', base);
  if (sign === '\u00AF' || sign === '_')
    return markup('m:bar', {}, `<m:barPr><m:pos m:val="${isBelow ? 'bot' : 'top'}"/></m:barPr>${inner}`);
  if (isWide && !/\p{M}/u.test(sign)) {
    // Below is where Word sets such a sign unless it is told.
    const place = isBelow ? '' : '<m:pos m:val="top"/><m:vertJc m:val="bot"/>';
    const properties = markup('m:chr', { 'm:val': sign }) + place;
    return markup('m:groupChr', {}, markup('m:groupChrPr', {}, properties) + inner);
  }
  return markup('m:acc', {}, markup('m:accPr', {}, markup('m:chr', { 'm:val': sign })) + inner);
}

function matrixOf({ rows, alignment }: Formula & { readonly kind: 'matrix' }): string {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const sideOf = (at: number): string =>
    alignment === 'equations' ? (at % 2 === 0 ? 'right' : 'left') : alignment;
  const sides = Array.from({ length: columns }, (_, at) =>
    markup(
      'm:mc',
      {},
      markup('m:mcPr', {}, `<m:count m:val="1"/>${markup('m:mcJc', { 'm:val': sideOf(at) })}`),
    ),
  );
  const content = rows.map((row) =>
    markup('m:mr', {}, Array.from({ length: columns }, (_, at) => argument('m:e', row[at])).join('')),
  );
  return markup('m:m', {}, markup('m:mPr', {}, markup('m:mcs', {}, sides.join(''))) + content.join(''));
}
