const isoTime =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:[Zz]|([+-])(\d\d):?(\d\d))?)?$/;

/**
 * Returns the time of an RFC 3339 text or of the model's `xsd:dateTime` or date, in milliseconds since 1970; undefined for
 * other texts. Times without a zone are taken as UTC.
 */
export function readTime(text: string): number | undefined {
  const match = isoTime.exec(text.trim());
  if (!match) return undefined;
  const part = (at: number): number => Number(match[at] ?? 0);
  const zone = (match[8] === '-' ? -1 : 1) * (part(9) * 60 + part(10));
  const minutes = (daysBefore(part(1), part(2), part(3)) * 24 + part(4)) * 60 + part(5) - zone;
  return (minutes * 60 + part(6)) * 1000 + Math.floor(Number(`0.${match[7] ?? '0'}`) * 1000);
}

/** Returns the days since 1 January 1970 (Hinnant, “chrono-compatible low-level date algorithms”, days_from_civil). */
function daysBefore(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
