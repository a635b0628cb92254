import { inEnglish } from '../messages.ts';
import type { NotesFile } from '../study.ts';
import type { Annotation } from '../notes.ts';
import type { NotesIndex, NoteThread } from '../resolve.ts';
import type { Range } from '../text.ts';
import { defineCheck, type Problem, type Related } from './defineCheck.ts';

/** More words than this are not needed to tell a note. */
const longestQuote = 80;

/** Files of notes and notes that cannot be read. */
export const unreadableNotes = defineCheck({
  ids: ['note/unreadable'],
  looksAt: 'notes',
  check: ({ file, index }) => [
    ...file.problems.map(
      ({ message, range }) => ({ check: 'note/unreadable', range, message: inEnglish(message) }) as const,
    ),
    ...file.notes.flatMap((annotation) => repeated(annotation, file, index)),
  ],
});

/** Notes that have lost their place. */
export const orphanedNotes = defineCheck({
  ids: ['note/orphan'],
  looksAt: 'notes',
  check: ({ file, index }) => file.notes.flatMap((annotation) => orphaned(annotation, file, index)),
});

function repeated(annotation: Annotation, file: NotesFile, index: NotesIndex): Problem<'note/unreadable'>[] {
  const other = index.repeated.get(annotation);
  if (!other) return [];
  const range = firstLineOf(annotation, file);
  const message = `The note ${annotation.id} stands in ${other.file.file.path} too, and was changed last there: that one counts.`;
  const related = [
    {
      uri: other.file.file.uri,
      range: firstLineOf(other.annotation, other.file),
      message: 'the note that counts',
    },
  ];
  return [{ check: 'note/unreadable', range, message, related }];
}

function orphaned(annotation: Annotation, file: NotesFile, index: NotesIndex): Problem<'note/orphan'>[] {
  const thread = index.threadOf.get(annotation.id);
  if (thread?.annotation !== annotation) return [];
  const message = messageOf(thread);
  if (message === undefined) return [];
  return [{ check: 'note/orphan', range: firstLineOf(annotation, file), message, related: placesOf(thread) }];
}

function messageOf(thread: NoteThread): string | undefined {
  const { target } = thread.annotation;
  switch (thread.state) {
    case 'anchored':
    case 'no-text':
      return undefined;
    case 'no-note':
      return 'The note that this one answers is gone.';
    case 'no-source':
      return `The study folder has no source “${thread.sourceName}”, which this note is on.`;
    case 'ambiguous':
      return `The words of this note, ${quoteOf(thread)}, stand in several places of ${thread.sourceName} that are as good: place it.`;
    case 'orphan':
      if (target.kind === 'source' && !target.selectors.quote)
        return `This note gives a position in ${thread.sourceName} but no words to check it by: place it.`;
      return thread.candidates.length > 0
        ? `The words of this note, ${quoteOf(thread)}, are no longer in their place in ${thread.sourceName}: place it.`
        : `The words of this note, ${quoteOf(thread)}, are no longer in ${thread.sourceName}: place it.`;
  }
}

function quoteOf({ annotation: { target } }: NoteThread): string {
  const words = target.kind === 'source' ? (target.selectors.quote?.exact ?? '') : '';
  const line = words.replace(/\s+/gu, ' ').trim();
  return `“${line.length > longestQuote ? `${line.slice(0, longestQuote).trimEnd()} …` : line}”`;
}

/** Where the note may belong. */
function placesOf({ source, candidates }: NoteThread): readonly Related[] {
  const uri = source?.file?.file.uri;
  if (uri === undefined) return [];
  return candidates.map((range, at) => ({
    uri,
    range,
    message: at === 0 ? 'it may belong here' : 'or here',
  }));
}

/** The first line of a note: all of it underlined is a wall of colour. */
function firstLineOf({ range }: Annotation, { text }: NotesFile): Range {
  const line = text.slice(range.start, range.end).search(/[\r\n]/);
  return line < 1 ? range : { start: range.start, end: range.start + line };
}
