const romanSigns: readonly (readonly [value: number, sign: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A whole number above 0 as a Roman numeral in small letters. It has an `m` for each thousand: look at its size before. */
export function romanNumeralOf(number: number): string {
  let rest = number;
  let numeral = '';
  for (const [value, sign] of romanSigns) for (; rest >= value; rest -= value) numeral += sign;
  return numeral;
}

/** A whole number above 0 in letters, as a list or a spreadsheet counts on: `z`, then `aa`, `ab`. */
export function lettersOfNumber(number: number): string {
  let letters = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  return letters;
}
