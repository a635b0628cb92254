import type { Study } from '../../core/study.ts';
import { inWords } from '../../core/messages.ts';
import { shorten } from '../../core/present/wording.ts';
import { type NoteRow, noteRows } from '../../core/present/notes.ts';
import { passageNumbers } from '../../core/present/passages.ts';
import { namer, placeColumns, type Listing } from '../listingKind.ts';
import { chosenFiles } from '../openStudies.ts';

/** `pilcrow list notes`: those in the chosen notes files, and those on the chosen sources. */
export const notesListing: Listing<NoteRow> = {
  rows: (study, io) => {
    const name = namer(io);
    const chosen = new Set(chosenFiles(study).map(name));
    return noteRows(study.folder.study, name).filter(
      ({ file, target }) => chosen.has(file) || (target !== null && chosen.has(target.file)),
    );
  },
  columns: [
    ...placeColumns,
    'id',
    'source',
    'kind',
    'author',
    'created',
    'modified',
    'tags',
    'resolved',
    'answers',
    'status',
    'quote',
    'text',
    'targetFile',
    'targetLine',
    'targetColumn',
    'paragraphs',
    'notes',
  ],
  fields: ({ target, tags, resolved, ...row }) => ({
    ...row,
    tags: tags.join('; '),
    resolved: resolved ? 'yes' : 'no',
    targetFile: target?.file ?? null,
    targetLine: target?.line ?? null,
    targetColumn: target?.column ?? null,
    paragraphs: target?.paragraphs.join(' ') ?? null,
    notes: target?.notes.join(' ') ?? null,
  }),
  cells: (row, colors, study) => [
    noteRowPlace(row, study),
    row.status === 'anchored' || row.status === 'no-text'
      ? row.kind
      : [{ text: row.status, paint: colors.red }],
    row.author,
    [shorten(row.text, 60), row.resolved ? { text: inWords('list.resolved'), paint: colors.dim } : ''],
  ],
};

function noteRowPlace({ file, line, column, source, target }: NoteRow, { sources }: Study): string {
  if (!target) return `${file}:${String(line)}:${String(column)}`;
  const { paragraphs, notes: numbers } = target;
  const where =
    paragraphs.length > 0
      ? passageNumbers(paragraphs, sources.get(source))
      : numbers.map((number) => `n. ${String(number)}`).join(', ');
  return `@${source}${where === '' ? '' : `, ${where}`}`;
}
