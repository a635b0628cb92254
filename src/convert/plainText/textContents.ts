import { messageOf } from '../../core/messages.ts';
import { comparableLine, contentsHeading, type Dropped, entryTitle, hasPageNumber } from '../blocks.ts';
import type { TextLine } from './lines.ts';

/** Longer lines are no entries of a list of contents. Code units. */
const maxEntryUnits = 100;
/** An entry that is wrapped has at most this many lines. */
const maxEntryLines = 3;

/**
 * Takes a list of contents out of the lines of a text: the line that calls it so, and the lines after it that end in the
 * number of a page or stand again further down.
 */
export function withoutContents(lines: readonly TextLine[]): {
  readonly lines: readonly TextLine[];
  readonly dropped: readonly Dropped[];
} {
  const at = lines.findIndex((line) => contentsHeading.test(line.text));
  const end = at < 0 ? 0 : contentsEnd(lines, at + 1);
  if (at < 0 || end <= at + 1) return { lines, dropped: [] };
  const left = lines.slice(at, end);
  const text = left
    .map((line) => line.text)
    .filter(Boolean)
    .join('\n');
  const dropped = [
    {
      line: left[0]?.number ?? 1,
      endLine: left.at(-1)?.number ?? 1,
      text,
      why: messageOf('importing.contents'),
    },
  ];
  const blank = { text: '', raw: '', indent: 0, number: left[0]?.number ?? 1 };
  return { lines: [...lines.slice(0, at), blank, ...lines.slice(end)], dropped };
}

/** The index after the last entry from `start` on. It is `start` if there are not two of them. */
function contentsEnd(lines: readonly TextLine[], start: number): number {
  const last = lastPlaces(lines);
  const isEntry = (index: number): boolean => {
    const line = lines[index];
    if (!line || line.text === '' || line.text.length > maxEntryUnits) return false;
    return hasPageNumber(line.raw) || (last.get(comparableLine(entryTitle(line.raw))) ?? 0) > index + 1;
  };
  let end = start;
  let entries = 0;
  for (let index = start; index < lines.length;) {
    const line = lines[index];
    if (line?.text === '' || /^(?:page|seite|chapter|p\.)\.?$/i.test(line?.text ?? '')) index++;
    else {
      const at = [index, index + 1, index + 2].slice(0, maxEntryLines).findIndex(isEntry);
      const between = lines.slice(index, index + Math.max(at, 0));
      if (at < 0 || between.some((one) => one.text === '')) break;
      entries++;
      end = index += at + 1;
    }
  }
  return entries < 2 ? start : end;
}

/** The index of the last line with each text, and of the last two in a row, as the label and title of a heading are. */
function lastPlaces(lines: readonly TextLine[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let before = '';
  lines.forEach(({ text }, index) => {
    if (text === '' || text.length > maxEntryUnits) return;
    const key = comparableLine(text);
    places.set(key, index);
    if (before !== '') places.set(`${before} ${key}`, index);
    before = key;
  });
  return places;
}
