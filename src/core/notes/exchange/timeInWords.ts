/** The beginnings of the names of months in English, French, German, Spanish, Italian, Portuguese, Dutch and Russian. */
const monthNames: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'янв'],
  ['feb', 'fev', 'fév', 'фев'],
  ['mar', 'mär', 'maart', 'mrt', 'мар'],
  ['apr', 'avr', 'abr', 'апр'],
  ['may', 'mai', 'mag', 'mei', 'май', 'мая'],
  ['jun', 'juin', 'giu', 'июн'],
  ['jul', 'juil', 'lug', 'июл'],
  ['aug', 'aoû', 'aou', 'ago', 'авг'],
  ['sep', 'set', 'сен'],
  ['oct', 'okt', 'ott', 'out', 'окт'],
  ['nov', 'ноя'],
  ['dec', 'dez', 'déc', 'dic', 'дек'],
];
/** Tuesday, which begins like March. */
const noMonth = /^mar(?:tes|di|tedì)$/;

const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d(?:[.,]\d+)?))?\s*(Z|UTC|[+-]\d\d:?\d\d)?)?$/i;

/**
 * Returns the time that a text gives, as RFC 3339 in UTC where it gives no zone: ISO 8601 as programs write it, or a date
 * in words as reading devices do. Empty where no date is found.
 */
export function timeIn(text: string): string {
  const [, date, clock = '00:00', seconds = '00', zone = 'Z'] = iso.exec(text.trim()) ?? [];
  if (date !== undefined) return `${date}T${clock}:${seconds.replace(',', '.')}${zoneOf(zone)}`;
  const day = dayIn(text);
  return day === undefined ? '' : `${day}T${clockIn(text)}Z`;
}

function zoneOf(zone: string): string {
  return /^(?:z|utc)$/i.test(zone) ? 'Z' : zone.replace(/^(...)(\d\d)$/, '$1:$2');
}

function dayIn(text: string): string | undefined {
  const [, year, month, day] = /(\d{4})\s*[年년/.-]\s*(\d{1,2})\s*[月월/.-]\s*(\d{1,2})/u.exec(text) ?? [];
  if (year !== undefined) return rfcDate(year, Number(month), Number(day));
  const written = /\b((?:19|20)\d\d)\b/.exec(text);
  const named = (text.match(/\p{L}+/gu) ?? []).map(numberOfMonth).find((number) => number > 0);
  const [number] = /(?<![\d:])\d{1,2}(?![\d:])/.exec(text) ?? [];
  if (!written?.[1] || named === undefined || number === undefined) return undefined;
  return rfcDate(written[1], named, Number(number));
}

function rfcDate(year: string, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return `${year}-${padded(month)}-${padded(day)}`;
}

/** Returns the number of the month that a word names; 0 for other words. */
function numberOfMonth(word: string): number {
  const small = word.toLowerCase();
  if (noMonth.test(small)) return 0;
  return monthNames.findIndex((beginnings) => beginnings.some((each) => small.startsWith(each))) + 1;
}

function clockIn(text: string): string {
  const match = /(\d{1,2}):(\d\d)(?::(\d\d))?\s*([ap])?\.?\s?m?/i.exec(text);
  if (!match) return '00:00:00';
  const [, hour = '0', minute = '00', second = '00', half = ''] = match;
  const noon = /下午|午後|오후/u.test(text) ? 'p' : half.toLowerCase();
  const hours = noon === '' ? Number(hour) : (Number(hour) % 12) + (noon === 'p' ? 12 : 0);
  return `${padded(hours)}:${minute}:${second}`;
}

function padded(number: number): string {
  return String(number).padStart(2, '0');
}
