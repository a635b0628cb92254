import { inWords, spokenTag } from '../../messages.ts';
import { type ExchangeContext, exchangedNote, type ExchangedNote, exchangeFormats } from '../../notes.ts';
import { notesIndex, type NoteThread } from '../../resolve.ts';
import type { Study } from '../../study.ts';
import { bracedKey } from '../../syntax.ts';
import { unknownTextInLanguage } from '../citing.ts';
import { placeLabel } from './thread.ts';

/** The notes of a study folder with their answers, as other programs are given them; those on some sources where `keys` names any. */
export function notesToExchange(study: Study, keys: readonly string[]): readonly ExchangedNote[] {
  return notesIndex(study)
    .threads.filter(({ sourceName }) => keys.length === 0 || keys.includes(sourceName))
    .flatMap((thread) => [thread, ...thread.answers].map(({ annotation }) => exchangedNote(annotation)));
}

/** What a format of notes asks of the study folder that they are from. */
export function exchangeContext(study: Study): ExchangeContext {
  const { threadOf } = notesIndex(study);
  return {
    nameOf: (key) => {
      const source = study.sources.get(key);
      const url = source?.csl['URL'];
      return { uri: typeof url === 'string' ? url : key, title: source?.title ?? key };
    },
    headingOf: (note) => {
      const thread = threadOf.get(note.id);
      const own = thread?.kind.label ?? inWords('notes.note');
      const kind = note.answers === undefined ? own : inWords('notes.answer');
      return [kind, note.author, thread ? citedPlace(thread) : ''].filter(Boolean).join(' · ');
    },
  };
}

/** The place of a note as a citation in a line: `@bread [¶ 2]`. */
function citedPlace(thread: NoteThread): string {
  const key = `@${bracedKey(thread.sourceName)}`;
  const place = placeLabel(thread);
  return place === '' ? key : `${key} [${place}]`;
}

/** Notes as Markdown that goes out, in the language that is spoken. */
export function notesDocument(notes: readonly ExchangedNote[], study: Study): string {
  const markdown = exchangeFormats['markdown']?.write?.(notes, exchangeContext(study)) ?? '';
  return `---\nlang: ${spokenTag()}\n---\n\n${unknownTextInLanguage(markdown, spokenTag())}`;
}
