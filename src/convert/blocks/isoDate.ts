const months: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const monthFirst = new RegExp(`\\b${monthName} +(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})\\b`, 'i');
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? +${monthName},? +(\\d{4})\\b`, 'i');
const monthOnly = new RegExp(`\\b${monthName},? +(\\d{4})\\b`, 'i');

/**
 * The first date in a text in ISO form, possibly without day or month (`2015-03`, `1844`). Undefined if there is
 * none.
 */
export function isoDate(text: string): string | undefined {
  const iso = /\b(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?!\d)/.exec(text);
  if (iso) return joinDate(iso[1], Number(iso[2]), iso[3]);
  const first = monthFirst.exec(text);
  if (first) return joinDate(first[3], monthNumber(first[1]), first[2]);
  const second = dayFirst.exec(text);
  if (second) return joinDate(second[3], monthNumber(second[2]), second[1]);
  const third = monthOnly.exec(text);
  if (third) return joinDate(third[2], monthNumber(third[1]), undefined);
  return /^\(?((?:1[0-9]|20)\d{2})\)?$/.exec(text.trim())?.[1];
}

function monthNumber(name: string | undefined): number {
  return months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

function joinDate(year: string | undefined, month: number, day: string | undefined): string | undefined {
  if (year === undefined || month < 1 || month > 12) return undefined;
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = Number(day ?? 0);
  return date >= 1 && date <= 31 ? `${year}-${two(month)}-${two(date)}` : `${year}-${two(month)}`;
}

/** Whether a line is little more than a date: `Posted on March 3, 2015`. */
export function isDateLine(text: string): boolean {
  const date = isoDate(text);
  if (date === undefined || text.length > 60) return false;
  const rest = text
    .replace(monthFirst, '')
    .replace(dayFirst, '')
    .replace(monthOnly, '')
    .replace(/\d{4}([-/]\d{1,2}){0,2}|\d{1,2}:\d{2}(?::\d{2})?/g, '')
    .replace(
      /\b(?:posted|published|updated|written|first|last|on|at|am|pm|date|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|utc|gmt)\b/gi,
      '',
    );
  return /^[\s\p{P}TZ]*$/u.test(rest);
}
