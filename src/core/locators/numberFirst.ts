/** Numbers that stand before their term, as Chinese, Japanese and Korean have them: `第2段`, `3頁`, `제2문단`. */

/** A number with its term after it. */
export interface NumberFirst {
  readonly term: string;
  /** The number, or two with a hyphen between, in digits. */
  readonly numbers: string;
  readonly end: number;
}

const hanDigits = '\u3007\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D';
const countedNumber = `(?:[0-9\uFF10-\uFF19]{1,4}|[${hanDigits}\u5341\u767E]{1,7})`;
const numberAndTerm = new RegExp(
  `[\u7B2C\uC81C]?\\s?(${countedNumber})(?:\\s?[-\u2013\u2014~\u301C\uFF5E\u81F3\u5230]\\s?[\u7B2C\uC81C]?(${countedNumber}))?\\s?` +
    '(\u6BB5\u843D|\u6BB5|\u9801|\u9875|\u30DA\u30FC\u30B8|\u7BC0|\u8282|\u7AE0|\u811A[\u6CE8\u8A3B]|[\u6CE8\u8A3B]|' +
    '\uBB38\uB2E8|\uB2E8\uB77D|\uCABD|\uD398\uC774\uC9C0|\uC808|\uC7A5|\uAC01\uC8FC)(?!\\p{Script=Han})',
  'uy',
);

/** Reads a number and its term at an offset; undefined where there are none. */
export function numberFirst(text: string, at: number): NumberFirst | undefined {
  if (!/[0-9\u3007\u4E00-\u9FFF\uC81C\uFF10-\uFF19]/u.test(text.charAt(at))) return undefined;
  numberAndTerm.lastIndex = at;
  const [whole, first = '', last, term = ''] = numberAndTerm.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const numbers = last === undefined ? inDigits(first) : `${inDigits(first)}-${inDigits(last)}`;
  return { term, numbers, end: at + whole.length };
}

/** Returns a number of Chinese characters in digits, below 1,000: `二十三`; those of digits as ordinary ones. */
function inDigits(number: string): string {
  if (!/[\u5341\u767E]/u.test(number))
    return [...number]
      .map((digit) => {
        const at = hanDigits.indexOf(digit);
        return at >= 0 ? String(at) : digit.normalize('NFKC');
      })
      .join('');
  let sum = 0;
  let unit = 0;
  for (const sign of number) {
    const rank = sign === '\u767E' ? 100 : sign === '\u5341' ? 10 : 0;
    if (rank > 0) sum += Math.max(1, unit) * rank;
    unit = rank > 0 ? 0 : hanDigits.indexOf(sign);
  }
  return String(sum + unit);
}
