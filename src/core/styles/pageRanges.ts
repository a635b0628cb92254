/** Pages, cut at what stands between them: `3-5, 7` into `3-5`, `,` and `7`. */
export function pagesIn(text: string): readonly string[] {
  return text.split(/([,&])/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}

/**
 * Writes a range of pages in a format of the style (CSL 1.0.2, appendix V).
 * @param format the value of `page-range-format`; undefined where only the dash changes
 */
export function formattedRange(text: string, format: string | undefined, delimiter: string): string {
  const [from, to, more] = text.includes('\\-') ? [text.replaceAll('\\-', '-')] : text.split(/[-\u2013]/u).map((end) => end.trim());
  if (from === undefined || to === undefined) return from ?? '';
  if (more !== undefined) return text;
  if (format === undefined) return from + delimiter + to;
  const prefix = from.replace(/\p{Nd}+$/u, '');
  if (prefix !== to.replace(/\p{Nd}+$/u, '')) return from + delimiter + to;
  const first = from.slice(prefix.length);
  const written = to.slice(prefix.length);
  const last = written.length < first.length ? first.slice(0, first.length - written.length) + written : written;
  if (format === 'expanded') return prefix + first + delimiter + prefix + last;
  return prefix + first + delimiter + shortened(first, last, format);
}

function shortened(first: string, last: string, format: string): string {
  if (format === 'minimal') return changedEnd(first, last, 1);
  if (format === 'minimal-two') return changedEnd(first, last, 2);
  if (!/^chicago(-15|-16)?$/.test(format)) return last;
  if (first.length < 3 || first.endsWith('00')) return last;
  if (/0\d$/.test(first) && /0\d$/.test(last)) return changedEnd(first, last, 1);
  const isOld = format !== 'chicago-16';
  if (isOld && first.length === 4 && changedDigits(first, last) >= 3) return last;
  return changedEnd(first, last, 2);
}

function changedDigits(first: string, last: string): number {
  return [...last].filter((digit, at) => first[at] !== digit).length;
}

/** The digits of the last page from the first that differs on, but at least so many. */
function changedEnd(first: string, last: string, minDigits: number): string {
  if (first.length !== last.length) return last;
  let same = 0;
  while (same < first.length && first[same] === last[same]) same++;
  if (same === 0) return last;
  return last.slice(Math.min(same, Math.max(0, last.length - minDigits)));
}
