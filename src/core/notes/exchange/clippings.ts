import { type ExchangeFormat, type ExchangeReading } from './note.ts';
import { markTypeOf } from './noteColumns.ts';
import { type DeviceMark, notesOfMarks, numbersIn } from './deviceMarks.ts';
import { timeIn } from './timeInWords.ts';
import { messageOf } from '../../messages.ts';

const divider = /^={6,}[ \t]*$/m;
/** What stands in the place of words that a publisher does not let one copy: a sentence in angle brackets. */
const withheld = /^<[\p{L}\p{M}\s.,'’]{12,}>$/u;

/** `My Clippings.txt` of a Kindle: entries of two lines and their text, between lines of equal signs. */
export const clippingsFormat: ExchangeFormat = {
  extension: 'txt',
  read: fromClippings,
  isRecognised: (text) => divider.test(text) && /^[^\n]*\r?\n[-–] [^\n]*\|/.test(text.replace(/^\uFEFF/, '')),
};

function fromClippings(text: string): ExchangeReading {
  const entries = text.replace(/\r\n?/g, '\n').split(divider);
  const marks = entries.flatMap((entry) => markOfEntry(entry.replace(/^\s+/u, '')) ?? []);
  const written = entries.filter((entry) => entry.trim() !== '').length;
  if (marks.length === 0) return { notes: [], problems: [messageOf('notes.noClippings')] };
  const { notes, empty } = notesOfMarks(marks);
  const unread = written - marks.length;
  return {
    notes,
    problems: unread > 0 ? [messageOf('notes.unreadEntries', { count: unread })] : [],
    ...(empty > 0 ? { left: empty } : {}),
  };
}

/** Reads an entry: the title, then what it is, where it stands and when it was made, then its words. */
function markOfEntry(entry: string): DeviceMark | undefined {
  const [title = '', what = '', ...lines] = entry.replace(/\uFEFF/g, '').split('\n');
  if (title.trim() === '' || !/^[-–]\s/.test(what)) return undefined;
  const parts = what.replace(/^[-–]\s*/, '').split('|');
  const dated = parts.length > 1 ? (parts.pop() ?? '') : '';
  const where = parts.join('|').trim();
  const type = markTypeOf(where);
  if (!type) return undefined;
  const text = lines.join('\n').trim();
  return {
    type,
    text: type === 'highlight' && withheld.test(text) ? '' : text,
    title: title.trim(),
    where,
    ...numbersIn(where),
    created: timeIn(dated),
  };
}
