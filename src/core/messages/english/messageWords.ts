/** `1 citation`, `3 citations`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

/** ` Did you mean @a or @b?`; empty for no names. */
export function didYouMean(names: readonly string[]): string {
  return names.length === 0 ? '' : ` Did you mean ${names.join(' or ')}?`;
}

/** ` Do you mean a?`; empty for no name. */
export function doYouMean(name: string | undefined): string {
  return name === undefined ? '' : ` Do you mean ${name}?`;
}

/** Names with commas; what comes after the longest list that a person reads is `…`. */
export function listed(names: readonly string[], isCut: boolean): string {
  return `${names.join(', ')}${isCut ? ' …' : ''}`;
}

/** A paragraph by its number, or another place by its label, as `n1`, `abstract`, `unnumbered`, or `¶ 41` as it is printed. */
export type NamedPlace = number | string;

/** `¶¶ 12–14, 20`, `n. 1`, `the abstract`. */
export function placeNames(places: readonly NamedPlace[]): string {
  const numbers = places.filter((place) => typeof place === 'number');
  const others = places.filter((place) => typeof place === 'string').map(placeName);
  const sign = numbers.length > 1 ? '¶¶' : '¶';
  const runs = runsOfNumbers(numbers).map(([first, last]) => numberRange(first, last));
  return [...(numbers.length === 0 ? [] : [`${sign} ${runs.join(', ')}`]), ...others].join(', ');
}

/** ` at ¶ 12`, ` at ¶¶ 12–14, 20`, ` in n. 1`, ` in the abstract`; empty where there is no place. */
export function atPlaces(places: readonly NamedPlace[]): string {
  if (places.length === 0) return '';
  const [first] = places;
  return ` ${typeof first === 'number' || first?.startsWith('¶') ? 'at' : 'in'} ${placeNames(places)}`;
}

/** `¶ 1–82`; `¶ 1` where there is but one. */
export function paragraphRange(first: string, last: string): string {
  return first === last ? `¶ ${first}` : `¶ ${first}–${last}`;
}

/** `¶ 3, ¶ 5–9`. */
export function paragraphRuns(numbers: readonly number[]): string {
  return runsOfNumbers(numbers)
    .map(([first, last]) => `¶ ${numberRange(first, last)}`)
    .join(', ');
}

function placeName(label: string): string {
  if (label === 'abstract' || label === 'title') return `the ${label}`;
  if (label === 'unnumbered') return 'a paragraph without a number';
  return label.replace(/^n(?=\d)/, 'n. ');
}

function numberRange(first: number, last: number): string {
  return first === last ? String(first) : `${String(first)}–${String(last)}`;
}

function runsOfNumbers(numbers: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}
