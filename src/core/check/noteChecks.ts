import { type Message, messageOf } from '../messages.ts';
import type { NotesFile } from '../study.ts';
import type { Annotation } from '../notes.ts';
import type { NotesIndex, NoteThread } from '../resolve.ts';
import type { Range } from '../text.ts';
import { defineCheck, type Problem, type Related } from './defineCheck.ts';

/** More words than this are not needed to tell a note. */
const maxQuotedUnits = 80;

/** Files of notes and notes that cannot be read. */
export const unreadableNotes = defineCheck({
  ids: ['note/unreadable'],
  looksAt: 'notes',
  check: ({ file, index }) => [
    ...file.problems.map(({ message, range }) => ({ check: 'note/unreadable', range, message }) as const),
    ...file.notes.flatMap((annotation) => repeatedNote(annotation, file, index)),
  ],
});

/** Notes that have lost their place. */
export const orphanedNotes = defineCheck({
  ids: ['note/orphan'],
  looksAt: 'notes',
  check: ({ file, index }) => file.notes.flatMap((annotation) => orphanProblems(annotation, file, index)),
});

function repeatedNote(
  annotation: Annotation,
  file: NotesFile,
  index: NotesIndex,
): Problem<'note/unreadable'>[] {
  const other = index.repeated.get(annotation);
  if (!other) return [];
  const range = firstLineOf(annotation, file);
  const message = messageOf('notes.sameIn', { id: annotation.id, file: other.file.file.path });
  const related = [
    {
      uri: other.file.file.uri,
      range: firstLineOf(other.annotation, other.file),
      message: messageOf('notes.thatCounts'),
    },
  ];
  return [{ check: 'note/unreadable', range, message, related }];
}

function orphanProblems(
  annotation: Annotation,
  file: NotesFile,
  index: NotesIndex,
): Problem<'note/orphan'>[] {
  const thread = index.threadOf.get(annotation.id);
  if (thread?.annotation !== annotation) return [];
  const message = orphanMessage(thread);
  if (message === undefined) return [];
  return [
    { check: 'note/orphan', range: firstLineOf(annotation, file), message, related: candidatePlaces(thread) },
  ];
}

function orphanMessage(thread: NoteThread): Message | undefined {
  const { sourceName: source } = thread;
  const { target } = thread.annotation;
  switch (thread.state) {
    case 'anchored':
    case 'no-text':
      return undefined;
    case 'no-note':
      return messageOf('notes.answeredGone');
    case 'no-source':
      return messageOf('notes.unknownSource', { source });
    case 'ambiguous':
      return messageOf('notes.ambiguous', { words: quoteInMessage(thread), source });
    case 'orphan':
      if (target.kind === 'source' && target.selectors.others)
        return messageOf('notes.otherSelector', { source, ways: target.selectors.others.join(', ') });
      if (target.kind === 'source' && !target.selectors.quote)
        return messageOf('notes.onlyPosition', { source });
      return messageOf(lostMessage(thread), { words: quoteInMessage(thread), source });
  }
}

/** Words with a position have had a place here. Those of a note that was imported without a place have had none. */
function lostMessage({
  candidates,
  annotation: { target },
}: NoteThread): 'notes.moved' | 'notes.lost' | 'notes.uncertain' | 'notes.notFound' {
  const hadPlace = target.kind === 'source' && target.selectors.position !== undefined;
  if (candidates.length > 0) return hadPlace ? 'notes.moved' : 'notes.uncertain';
  return hadPlace ? 'notes.lost' : 'notes.notFound';
}

function quoteInMessage({ annotation: { target } }: NoteThread): string {
  const words = target.kind === 'source' ? (target.selectors.quote?.exact ?? '') : '';
  const line = words.replace(/\s+/gu, ' ').trim();
  return line.length > maxQuotedUnits ? `${line.slice(0, maxQuotedUnits).trimEnd()} …` : line;
}

/** Where the note may belong. */
function candidatePlaces({ source, candidates }: NoteThread): readonly Related[] {
  const uri = source?.file?.file.uri;
  if (uri === undefined) return [];
  return candidates.map((range, at) => ({
    uri,
    range,
    message: messageOf(at === 0 ? 'notes.mayBelong' : 'notes.orHere'),
  }));
}

/** The first line of a note: all of it underlined is a wall of colour. */
function firstLineOf({ range }: Annotation, { text }: NotesFile): Range {
  const line = text.slice(range.start, range.end).search(/[\r\n]/);
  return line < 1 ? range : { start: range.start, end: range.start + line };
}
