import { inWords } from '../../messages.ts';
import type { Source, Study } from '../../study.ts';
import { notesIndex, type NoteThread } from '../../resolve.ts';
import { appendAll, appendTo, countEach } from '../../text.ts';
import { shorten } from '../wording.ts';
import { row, type Row, sectionTrail } from '../passages.ts';
import { noteWords, placeLabel, threadCitation } from './thread.ts';
import { stateWords } from './tooltip.ts';

export type NoteOrder = 'source' | 'kind' | 'tag' | 'author';

/** Restricts the notes shown. */
export interface NoteFilter {
  /** Only notes that have all of these words somewhere. */
  readonly query?: string | undefined;
  /** Only notes that are not resolved. */
  readonly open?: boolean | undefined;
}

/** The content of the Notes view. */
export interface NotesView {
  readonly rows: readonly Row[];
  /** The number of notes that have lost their place. */
  readonly orphans: number;
  readonly message: string;
}

const maxLabelUnits = 80;
/** A list of more notes than this is split into groups. */
const maxPlainRows = 100;

/** The notes of a study folder: files whose notes are not all here, notes that have lost their place, then the others in groups. */
export function notesView(study: Study, order: NoteOrder, filter: NoteFilter = {}): NotesView {
  const all = notesIndex(study).threads;
  const found = all.filter((thread) => matchesFilter(thread, filter));
  const lost = found.filter(isLost);
  const standing = found.filter((thread) => !isLost(thread));
  const orphans = lost.length === 0 ? [] : [orphanGroup(lost)];
  const message =
    all.length > 0 && found.length === 0
      ? inWords('notes.noneFound')
      : found.length < all.length
        ? inWords('notes.found', { found: found.length, all: all.length })
        : '';
  const groups = order === 'source' ? bySource(standing, study) : groupedRows(standing, order, study);
  return {
    rows: [...damagedFiles(study), ...orphans, ...groups],
    orphans: all.filter(isLost).length,
    message,
  };
}

/** Whether a person must place the note, or say what it belongs to. */
export function isLost({ state }: NoteThread): boolean {
  return state !== 'anchored' && state !== 'no-text';
}

function matchesFilter(thread: NoteThread, { query, open }: NoteFilter): boolean {
  if (open && thread.annotation.resolved) return false;
  const words = (query ?? '').toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return true;
  const { kind, answers, sourceName } = thread;
  const said = [thread, ...answers].flatMap(({ annotation }) => [
    annotation.text,
    annotation.author,
    ...annotation.tags.map((tag) => `#${tag}`),
  ]);
  const text = [noteWords(thread), kind.label, sourceName, placeLabel(thread), ...said]
    .join('\n')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** A row for each file of notes that a conflict of git or something else has damaged: nobody misses what is not listed. */
function damagedFiles(study: Study): Row[] {
  return [...study.byUri.values()].flatMap((file): Row[] => {
    const [problem] = file.role === 'notes' ? file.problems : [];
    if (!problem) return [];
    const { path } = file.file;
    return [
      row({
        id: `damaged:${path}`,
        label: path.slice(path.lastIndexOf('/') + 1),
        description: inWords('notes.notAllReadable'),
        tooltip: inWords(problem.message),
        kind: 'note',
        icon: 'error',
        iconColor: 'list.errorForeground',
        problem: true,
        place: { analysis: file, range: problem.range },
      }),
    ];
  });
}

function orphanGroup(lost: readonly NoteThread[]): Row {
  return row({
    id: 'orphans',
    label: inWords('notes.withoutPlace'),
    description: String(lost.length),
    tooltip: inWords('notes.placeThem'),
    kind: 'group',
    icon: 'warning',
    iconColor: 'list.warningForeground',
    problem: true,
    children: lost.map((thread) => noteRow(thread, 'orphan', 'orphans')),
  });
}

function bySource(threads: readonly NoteThread[], study: Study): Row[] {
  return [...groupedBy(threads, ({ sourceName }) => [sourceName])].map(([name, own]) => {
    const source = study.sources.get(name);
    return row({
      id: `source:${name}`,
      label: source?.title ?? name,
      description: inWords('notes.ofSource', { key: name, count: own.length }),
      kind: 'group',
      icon: source?.file ? 'book' : 'notebook',
      children: source ? sectionRows(source, own) : own.map((thread) => rowIn(thread, name)),
    });
  });
}

/** The rows of a source's notes: those before the first section, then a group for each section with notes. */
function sectionRows(source: Source, threads: readonly NoteThread[]): Row[] {
  const trails = groupedBy(threads, (thread) => [trailOf(source, thread)]);
  return [...trails].flatMap(([trail, own]): Row[] => {
    const id = `section:${source.key}:${trail}`;
    const rows = inStretches(own, id);
    if (trail === '') return rows;
    return [countedGroup(id, trail, 'bookmark', own, rows)];
  });
}

/** Rows in the order of the text. If there are too many, they are grouped by stretches of paragraphs. */
function inStretches(threads: readonly NoteThread[], id: string): Row[] {
  if (threads.length <= maxPlainRows) return threads.map((thread) => rowIn(thread, id));
  return stretches(threads).map((own) => {
    const label = stretchLabel(own);
    const group = `${id}:${label}`;
    const rows = own.map((thread) => rowIn(thread, group));
    return countedGroup(group, label, 'list-flat', own, rows);
  });
}

/** A group of rows that says how many notes it has. */
function countedGroup(
  id: string,
  label: string,
  icon: string,
  own: readonly NoteThread[],
  children: readonly Row[],
): Row {
  return row({ id, label, description: String(own.length), kind: 'group', icon, children });
}

/** The label of a stretch: `¶¶ 3–12`, `n. 1–4`, or `Elsewhere` for notes on headings and between paragraphs. */
function stretchLabel(threads: readonly NoteThread[]): string {
  const inText = threads.flatMap(({ passages }) => passages.slice(0, 1));
  const numbers = inText.length > 0 ? inText : threads.flatMap(({ sourceNotes }) => sourceNotes.slice(0, 1));
  const [first] = numbers;
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return inWords('notes.elsewhere');
  const range = first === last ? String(first) : `${String(first)}–${String(last)}`;
  return `${inText.length === 0 ? 'n.' : first === last ? '¶' : '¶¶'} ${range}`;
}

/** Splits notes into stretches of at most `maxPlainRows`, without splitting those of one paragraph. */
function stretches(threads: readonly NoteThread[]): NoteThread[][] {
  const all: NoteThread[][] = [];
  const paragraph = ({ passages, sourceNotes }: NoteThread): string => `${passages[0]} ${sourceNotes[0]}`;
  for (const own of groupedBy(threads, (thread) => [paragraph(thread)]).values()) {
    const last = all.at(-1);
    if (last && last.length + own.length <= maxPlainRows) appendAll(last, own);
    else all.push([...own]);
  }
  return all;
}

function trailOf(source: Source, { passages, sourceNotes }: NoteThread): string {
  const [first] = passages;
  if (first !== undefined) return sectionTrail(source, first);
  return sourceNotes.length > 0 ? inWords('coverage.notes') : '';
}

function groupedRows(
  threads: readonly NoteThread[],
  order: Exclude<NoteOrder, 'source'>,
  study: Study,
): Row[] {
  const [unnamed, untagged] = [inWords('notes.withoutName'), inWords('notes.withoutTag')];
  const names = ({ kind, annotation, answers }: NoteThread): readonly string[] => {
    if (order === 'kind') return [kind.label];
    const said = [annotation, ...answers.map((each) => each.annotation)];
    if (order === 'author') return [...new Set(said.map(({ author }) => author || unnamed))];
    return annotation.tags.length > 0 ? annotation.tags.map((tag) => `#${tag}`) : [untagged];
  };
  const groups = [...groupedBy(threads, names)];
  const kinds = study.configuration.noteKinds.map(({ label }) => label);
  const rank = (name: string): number => {
    const at = kinds.indexOf(name);
    return order === 'kind' ? (at < 0 ? kinds.length : at) : name === untagged || name === unnamed ? 1 : 0;
  };
  groups.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const icon = { kind: 'symbol-enum', tag: 'tag', author: 'person' }[order];
  return groups.map(([name, own]) => {
    const rows = own.map((thread) => rowIn(thread, name));
    return countedGroup(`${order}:${name}`, name, icon, own, rows);
  });
}

function groupedBy(
  threads: readonly NoteThread[],
  names: (thread: NoteThread) => readonly string[],
): Map<string, NoteThread[]> {
  const groups = new Map<string, NoteThread[]>();
  for (const thread of threads) for (const name of names(thread)) appendTo(groups, name, thread);
  return groups;
}

function rowIn(thread: NoteThread, group: string): Row {
  return noteRow(thread, 'annotation', group);
}

/**
 * The row of a note, without its tooltip. That is asked for when the pointer rests on the row, because there may be
 * thousands of rows.
 * @param group makes the id of the row unique, because a note may be in several groups
 */
function noteRow(thread: NoteThread, rowKind: 'annotation' | 'orphan', group: string): Row {
  const { annotation, kind, answers, range, source, state } = thread;
  const words = noteWords(thread);
  const text = annotation.text.replace(/\s+/gu, ' ').trim() || words || kind.label;
  const where = placeLabel(thread);
  const replies = answers.length === 0 ? '' : inWords('count.answers', { count: answers.length });
  const resolved = annotation.resolved ? inWords('notes.resolved') : '';
  const what = rowKind === 'orphan' ? inWords('said.quoted', { words: shorten(words, maxLabelUnits) }) : '';
  const colour = kind.color === 'foreground' ? '' : `pilcrow.note.${kind.color}`;
  const lostState = rowKind === 'orphan' ? stateWords(state) : '';
  return row({
    id: `note:${annotation.id}:${group}`,
    label: `${kind.symbol} ${shorten(text, maxLabelUnits)}`,
    description: [where, what, annotation.author, replies, resolved].filter(Boolean).join(' · '),
    accessibleLabel: [
      kind.label,
      shorten(text, maxLabelUnits),
      where,
      lostState,
      annotation.author,
      replies,
      resolved,
    ]
      .filter(Boolean)
      .join(', '),
    kind: rowKind,
    icon: rowKind === 'orphan' ? 'debug-disconnect' : annotation.resolved ? 'pass' : 'comment',
    iconColor: annotation.resolved ? '' : colour,
    noteId: annotation.id,
    resolved: annotation.resolved,
    problem: rowKind === 'orphan',
    citation: threadCitation(thread),
    place:
      source?.file && range
        ? { analysis: source.file, range }
        : { analysis: thread.file, range: annotation.range },
  });
}

/** All tags of notes, the most frequent first. */
export function noteTags(study: Study): readonly string[] {
  const notes = notesIndex(study).threads.flatMap((thread) => [thread, ...thread.answers]);
  const counts = countEach(notes.flatMap(({ annotation }) => annotation.tags));
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([tag]) => tag);
}
