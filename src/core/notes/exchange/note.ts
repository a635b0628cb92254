import {
  extensions,
  keyOfIri,
  type Annotation,
  type JsonObject,
  type Selectors,
  type TextPosition,
  type TextQuote,
} from '../annotation.ts';
import { type NoteKind, noteKindOf } from '../kinds.ts';
import { annotationJson } from '../writeNotes.ts';
import type { Message } from '../../messages.ts';

/** A note to be exported to another format or imported from it. */
export interface ExchangedNote {
  readonly id: string;
  /** Key of the source, or its address in another program; empty for answers. */
  readonly source: string;
  /** Id of the note that it answers; undefined for notes on a source. */
  readonly answers: string | undefined;
  /** Id of the kind; undefined where the motivation implies it. */
  readonly kind: string | undefined;
  readonly motivation: string;
  readonly author: string;
  readonly created: string;
  readonly modified: string;
  readonly tags: readonly string[];
  readonly resolved: boolean;
  readonly quote: TextQuote | undefined;
  readonly position: TextPosition | undefined;
  readonly text: string;
}

/** The notes of a file in another format, and the problems in reading it. */
export interface ExchangeReading {
  readonly notes: readonly ExchangedNote[];
  readonly problems: readonly Message[];
}

/** What a format asks of the study folder when it writes notes. */
export interface ExchangeContext {
  /** A source as other programs know it, by its key: its web address, where it has one, and its title. */
  readonly nameOf: (key: string) => { readonly uri: string; readonly title: string };
  /** The heading of a note for people: its kind, author and place. */
  readonly headingOf: (note: ExchangedNote) => string;
}

/** A format of another program in which notes go out, and perhaps come in. */
export interface ExchangeFormat {
  /** What the names of its files end in, in lower case and without the dot. */
  readonly extension: string;
  readonly write: (notes: readonly ExchangedNote[], context: ExchangeContext) => string;
  /** Undefined for a format that is only written. Never throws. */
  readonly read?: (text: string) => ExchangeReading;
}

/** Converts a note for export to other formats. */
export function exchangedNote(annotation: Annotation): ExchangedNote {
  const { target } = annotation;
  const selectors: Selectors =
    target.kind === 'source' ? target.selectors : { quote: undefined, position: undefined };
  const { id, kind, motivation, author, created, modified, tags, resolved, text } = annotation;
  return {
    id,
    source: target.kind === 'source' ? (keyOfIri(target.iri) ?? target.iri) : '',
    answers: target.kind === 'note' ? target.id : undefined,
    kind,
    motivation,
    author,
    created,
    modified,
    tags,
    resolved,
    ...selectors,
    text,
  };
}

/** Converts an imported note to the model. */
export function toAnnotation(note: ExchangedNote, kinds: readonly NoteKind[]): JsonObject {
  const { source, answers, quote, position, motivation } = note;
  const kind = noteKindOf(note, kinds);
  const about = answers === undefined ? { source, selectors: { quote, position } } : { note: answers };
  const json = annotationJson({ ...note, kind, about });
  return {
    ...json,
    motivation: motivation === '' ? (json['motivation'] ?? null) : motivation,
    modified: note.modified,
    ...(note.resolved ? { [extensions.state]: 'resolved' } : {}),
  };
}

/** A note without content, which importers fill in. */
export const blankNote: ExchangedNote = {
  id: '',
  source: '',
  answers: undefined,
  kind: undefined,
  motivation: '',
  author: '',
  created: '',
  modified: '',
  tags: [],
  resolved: false,
  quote: undefined,
  position: undefined,
  text: '',
};
