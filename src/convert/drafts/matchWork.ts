import { isRecord } from './managedCitation.ts';

/** A work that citations may name: its key, and what is known of it in the variables of CSL. */
export interface CitableWork {
  readonly key: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What tells one work from others, comparable. */
interface WorkSigns {
  readonly doi: string;
  readonly title: string;
  /** The family name of the first author. */
  readonly family: string;
  readonly year: string;
}

/** Finds works by what is known of them, never by their ids, which a reference manager gives out anew in every document. */
export class WorkMatcher {
  private readonly known: readonly { readonly key: string; readonly signs: WorkSigns }[];

  constructor(works: readonly CitableWork[]) {
    this.known = works.map(({ key, data }) => ({ key, signs: signsOfWork(data) }));
  }

  /**
   * The key of a work: that with the same DOI, else that with the same title, first author and year, of which one that is unknown on
   * either side does not count. Undefined where none is the same.
   */
  keyOf(data: Readonly<Record<string, unknown>>): string | undefined {
    const wanted = signsOfWork(data);
    if (wanted.doi !== '') {
      const found = this.known.find(({ signs }) => signs.doi === wanted.doi);
      if (found) return found.key;
    }
    if (wanted.title === '') return undefined;
    const alike = this.known.filter(
      ({ signs }) => signs.title === wanted.title && !contradicts(signs, wanted),
    );
    const whole = alike.find(({ signs }) => signs.family === wanted.family && signs.year === wanted.year);
    return whole?.key ?? (alike.length === 1 ? alike[0]?.key : undefined);
  }
}

function contradicts(one: WorkSigns, other: WorkSigns): boolean {
  const differ = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;
  return differ(one.family, other.family) || differ(one.year, other.year) || differ(one.doi, other.doi);
}

function signsOfWork(data: Readonly<Record<string, unknown>>): WorkSigns {
  return {
    doi: comparableSign(data['DOI']).replace(/^(?:https?dxdoiorg|https?doiorg|doi)/, ''),
    title: comparableSign(data['title']),
    family: comparableSign(familyOf(data)),
    year: issuedYear(data['issued']),
  };
}

/** The family name of the first author, or editor, of a work. */
export function familyOf(data: Readonly<Record<string, unknown>>): string {
  const [first] =
    familyNames(data['author']).length > 0 ? familyNames(data['author']) : familyNames(data['editor']);
  return first ?? '';
}

/** The family names of a list of names; names that are not divided stand whole. */
export function familyNames(names: unknown): string[] {
  if (!Array.isArray(names)) return [];
  return names.flatMap((name: unknown) => {
    if (typeof name === 'string') return [name];
    if (!isRecord(name)) return [];
    const particle =
      typeof name['non-dropping-particle'] === 'string' ? `${name['non-dropping-particle']} ` : '';
    const whole = name['family'] ?? name['literal'];
    return typeof whole === 'string' ? [`${particle}${whole}`] : [];
  });
}

/** The four digits of a year in a date of CSL, in any of its forms; empty where there are none. */
export function issuedYear(date: unknown): string {
  return /(?<!\d)\d{4}(?!\d)/.exec(JSON.stringify(date ?? ''))?.[0] ?? '';
}

/** A text without markup, references to signs, marks on letters, spaces and case. */
function comparableSign(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .replace(/<\/?(?:i|b|em|strong|sup|sub|span)\b[^<>]*>|&(?:#\w{1,8}|\w{1,8});/gi, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
