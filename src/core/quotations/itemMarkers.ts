import { originals } from '../match.ts';
import type { Quotable } from '../resolve.ts';
import type { PageReading } from './dividedWords.ts';
import type { ExactMatch, Wanted } from './quotationText.ts';
import { respelt } from './respellings.ts';

/** The number of a paragraph before its words, `¶ 9` or `9`, or what may be the marker of an item: `2.`, `(b)`, `iv)`, `•`. */
const quotedMarker =
  /(?<=^|[\n\r][^\S\n\r]{0,40})(?:[¶§][^\S\n\r]?)?(?<number>[0-9]{1,4})[.:]?[^\S\n\r]+(?=[^\s0-9])|(?<=^|[\s,;:.…\]])(?:\(?(?<label>[0-9]{1,3}|[a-zA-Z]|[ivx]{1,6}|[IVX]{1,6})[.)]|[-–•·▪◦‣*+])[^\S\n\r]+(?=\S)/gu;
/** The same before an item in Markdown. */
const markdownMarker =
  /(?:^|[\n\r])[\s>]*(?:\(?([0-9]{1,9}|[a-zA-Z]|[ivx]{1,6}|[IVX]{1,6})[.)]|[-*+])[ \t]+[*_"“‘«„'[]*$/u;
/** More items than a quotation in running text has. */
const maxMarkers = 30;
const maxMarkerUnits = 60;

/** Returns a quotation without the markers of a list of the source, or the numbers of its paragraphs: `1. lamp 2. oil`. */
export function listReadings(wanted: Wanted, quotable: Quotable): PageReading[] {
  const { words } = wanted.quotation;
  const found = [...words.text.matchAll(quotedMarker)];
  if (found.length === 0 || found.length > maxMarkers) return [];
  const markers = found.map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    label: markerLabelOf(match),
  }));
  const reading = respelt(
    wanted,
    markers.map(({ start, end }) => ({ start, end, newText: '' })),
  );
  const items = markers.map(({ end, label }) => ({ at: words.startAt(end) ?? 0, label }));
  return [
    { wanted: reading, fits: (match) => items.every((item) => beginsItem(item, reading, quotable, match)) },
  ];
}

function markerLabelOf({ groups }: RegExpMatchArray): string | undefined {
  return groups?.['number'] ?? groups?.['label'];
}

/** Whether the source has an item with that marker, or a paragraph with that number, where the words after it stand. */
function beginsItem(
  { at, label }: { readonly at: number; readonly label: string | undefined },
  { words, pattern }: Wanted,
  quotable: Quotable,
  { parts }: ExactMatch,
): boolean {
  const stretches = parts.length === 1 ? [{ start: 0, end: words.text.length }] : (pattern?.parts ?? []);
  const first = words.firstStartingAt(at);
  const part = stretches.findLastIndex(({ start }) => start <= first);
  const [own, found] = [stretches[part], parts[part]];
  if (!own || !found) return false;
  return isMarkerAt(label, quotable, found.start + first - own.start);
}

/** Whether text of a quotation is the marker of the item of the source that begins at an offset of its index. */
export function isMarkerOfItem(text: string, quotable: Quotable, at: number): boolean {
  const [found] = `${text} .`.matchAll(quotedMarker);
  return found?.index === 0 && found[0].trimEnd() === text && isMarkerAt(markerLabelOf(found), quotable, at);
}

function isMarkerAt(label: string | undefined, quotable: Quotable, at: number): boolean {
  const [stretch] = originals(quotable.index, { start: at, end: at + 1 });
  const { file } = quotable.source;
  if (!stretch || !file || quotable.inFile[stretch.unit] !== true) return false;
  const place = quotable.places[stretch.unit];
  if (place?.kind === 'passage' && quotable.index.ranges[stretch.unit]?.start === at) {
    const passage = quotable.source.passages[place.number - 1];
    if (label === (passage?.printed ?? String(place.number))) return true;
  }
  const { start } = stretch.original;
  const written = markdownMarker.exec(file.document.text.slice(Math.max(0, start - maxMarkerUnits), start));
  return written !== null && written[1]?.toLowerCase() === label?.toLowerCase();
}
