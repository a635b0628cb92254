import { asMapping, scalarText } from './values.ts';

/** A date, or a range of two. A part is `[year, month, day]` with months 1–12. Years before our era are negative. */
export interface CslDate {
  /** One or two dates. `[0]` as the second means a range without an end. */
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly season?: string | number;
  readonly circa?: boolean;
  /** Words instead of a date: “forthcoming”. */
  readonly literal?: string;
}

/** Reads a CSL date variable in any form found in real files; undefined where it is not a date. */
export function readCslDate(value: unknown): CslDate | undefined {
  const mapping = asMapping(value);
  if (mapping === undefined && !Array.isArray(value)) return readDateText(scalarText(value) ?? '');
  const literal = scalarText(mapping?.['literal']);
  const parts = readDateParts(mapping?.['date-parts'] ?? value);
  const date = parts ? { 'date-parts': parts } : readDateText(scalarText(mapping?.['raw']) ?? '');
  if (date === undefined && literal === undefined) return undefined;
  const season = scalarText(mapping?.['season']);
  return {
    ...date,
    ...(season === undefined ? {} : { season }),
    ...(isTrue(mapping?.['circa']) ? { circa: true } : {}),
    ...(literal === undefined ? {} : { literal }),
  };
}

/** Reads a date written as text: an EDTF date, or the words themselves. */
function readDateText(text: string): CslDate | undefined {
  return readEdtf(text) ?? (text === '' ? undefined : { literal: text });
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === 1 || value === '1';
}

/**
 * Reads `[[1970, 5]]`, `[1970, 5]`, `[{year: 1970, month: 5}]` and `{year: 1970}`, with at most a first and a last date.
 */
function readDateParts(value: unknown): number[][] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const flat = list.length > 0 && list.every((item) => datePartNumber(item) !== undefined);
  const parts = (flat ? [list] : list).slice(0, 2).map(readDatePart);
  const dates =
    parts.flatMap((part) => part ?? []).length > 0 ? parts.flatMap((part) => (part ? [part] : [])) : [];
  return dates.length > 0 ? dates : undefined;
}

function readDatePart(value: unknown): number[] | undefined {
  const mapping = asMapping(value);
  const list: readonly unknown[] = mapping
    ? [mapping['year'], mapping['month'], mapping['day']]
    : Array.isArray(value)
      ? value
      : [];
  const part: number[] = [];
  for (const item of list.slice(0, 3)) {
    const number = datePartNumber(item);
    if (number === undefined) break;
    part.push(number);
  }
  return part.length > 0 ? part : undefined;
}

function datePartNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  return typeof value === 'string' && /^-?\d{1,9}$/.test(value.trim()) ? Number(value) : undefined;
}

/** Year, month or season, and day. A time of day after them is ignored. `X` or `u` stands for an unknown digit. */
const edtf =
  /^(-?[\dXxu?~%]{4,9}?|-?\d{1,4})(?:-(\d\d|[Xx]{2}|uu)(?:-(\d\d|[Xx]{2}|uu))?)?(?:T[\d:.+\-Z]*)?([?~%]?)$/;

/**
 * Reads a date or range in the Extended Date/Time Format, levels 0 and 1, as in the BibLaTeX manual (§ 2.3.8): `1970`,
 * `1970-05`, `1970-21` (spring), `1970-05-01T10:00Z`, `1867/1894`, `1867/`, `../1867`, `1970~`, `199X`, `-0043`. Undefined
 * for other text.
 */
export function readEdtf(text: string): CslDate | undefined {
  const sides = text.trim().split('/');
  if (sides.length > 2) return undefined;
  const [first, last] = sides.map(readEdtfSide);
  if (first === undefined) return undefined;
  if (sides.length === 1)
    return first === 'open' ? undefined : fromSides(first.parts, undefined, first.circa);
  if (last === undefined || (first === 'open' && last === 'open')) return undefined;
  if (first === 'open') return last === 'open' ? undefined : fromSides([0], last.parts, last.circa);
  return last === 'open'
    ? fromSides(first.parts, [0], first.circa)
    : fromSides(first.parts, last.parts, first.circa || last.circa);
}

interface EdtfDate {
  readonly parts: readonly number[];
  readonly circa: boolean;
}

function fromSides(first: readonly number[], last: readonly number[] | undefined, circa: boolean): CslDate {
  return { 'date-parts': last ? [first, last] : [first], ...(circa ? { circa: true } : {}) };
}

function readEdtfSide(text: string): EdtfDate | 'open' | undefined {
  const side = text.trim();
  if (side === '' || side === '..' || side === 'open' || side === 'unknown') return 'open';
  const long = /^[yY](-?\d{5,9})$/.exec(side);
  if (long) return { parts: [Number(long[1])], circa: false };
  const match = edtf.exec(side);
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', mark = ''] = match;
  const unknown = /[Xxu]/.test(year);
  const written = Number(year.replace(/[Xxu]/g, '0').replace(/[?~%]/g, ''));
  if (!Number.isFinite(written)) return undefined;
  const parts = [written <= 0 ? written - 1 : written];
  if (/^\d+$/.test(month)) parts.push(Number(month));
  if (/^\d+$/.test(day)) parts.push(Number(day));
  return { parts, circa: unknown || mark !== '' };
}
