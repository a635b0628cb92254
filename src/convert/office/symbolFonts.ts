/**
 * The characters of the font Symbol from 0x20 to 0x7E and from 0xA0 to 0xFE, by the mapping of Adobe
 * (https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt). Pieces of large brackets are left out.
 */
const symbolLow =
  ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼';
const symbolHigh = '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑';
/** The signs of Wingdings that people put into texts, by their numbers. */
const wingdings = new Map([
  [0x4a, '☺'],
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x71, '❑'],
  [0x75, '◆'],
  [0x76, '❖'],
  [0x9f, '•'],
  [0xa7, '▪'],
  [0xa8, '◻'],
  [0xd8, '➢'],
  [0xdf, '←'],
  [0xe0, '→'],
  [0xe1, '↑'],
  [0xe2, '↓'],
  [0xe8, '➔'],
  [0xef, '⇦'],
  [0xf0, '⇨'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
]);

/** What stands for a sign that no character is known for. */
const unknownSign = '\uFFFD';

/**
 * The character that a sign of a symbol font looks like. Signs of other fonts are what their number says.
 * @param code the number of the sign, perhaps in the private area from 0xF000 on
 */
export function symbolOf(code: number, font: string): string {
  const number = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^wingdings/i.test(font)) return wingdings.get(number) ?? unknownSign;
  if (/^symbol/i.test(font)) return symbolSign(number);
  const isCharacter = number >= 0x20 && number <= 0x10ffff && !(number >= 0xd800 && number <= 0xdfff);
  return isCharacter ? String.fromCodePoint(number) : unknownSign;
}

function symbolSign(number: number): string {
  if (number >= 0x20 && number <= 0x7e) return symbolLow[number - 0x20] ?? unknownSign;
  return number >= 0xa0 && number <= 0xfe ? (symbolHigh[number - 0xa0] ?? unknownSign) : unknownSign;
}

const privateSign = /[\uF020-\uF0FF]/g;
const signOrSoftHyphen = /[\u00AD\uF020-\uF0FF]/;

/** A text without soft hyphens, which nobody sees, and with characters in place of the signs of symbol fonts. */
export function withoutSymbols(text: string, font = 'Symbol'): string {
  if (!signOrSoftHyphen.test(text)) return text;
  const plain = text.replaceAll('\u00AD', '');
  return plain.replace(privateSign, (sign) =>
    symbolOf(sign.charCodeAt(0), /wingdings|symbol/i.test(font) ? font : 'Symbol'),
  );
}
