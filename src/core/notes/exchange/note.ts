import {
  extensions,
  keyOfIri,
  type Annotation,
  type Json,
  type JsonObject,
  type Selectors,
  type TextPosition,
  type TextQuote,
} from '../annotation.ts';
import { type NoteKind, noteKindOf } from '../kinds.ts';
import { annotationJson } from '../writeNotes.ts';
import { isObject, isOfType, listOf } from '../readAnnotation.ts';
import type { Message } from '../../messages.ts';
import { fingerprint } from '../../text.ts';

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
  /** See `Selectors`. */
  readonly others?: readonly string[];
  readonly text: string;
  /** The notes above an answer, the first of the thread first, where its program names them all. */
  readonly ancestors?: readonly string[];
  /** Whether only its author could read it where it comes from. */
  readonly isPrivate?: boolean;
  /** What another program says; undefined for notes that Pilcrow wrote, whose places are described as ours are. */
  readonly foreign?: ForeignNote;
}

/** What another program says of a note. */
export interface ForeignNote {
  /** The note in the model, as it came. Properties that Pilcrow does not know stay as they are. */
  readonly json: JsonObject;
  /** Its selectors, as they came. */
  readonly selectors: readonly Json[];
  /** What the model has no property for, by the names that the program gives it. */
  readonly details: JsonObject;
  /** The title of the page whose address is `source`. */
  readonly title?: string;
  /** Whether Pilcrow described the place: the position is one in the source here. */
  readonly isOurs?: boolean;
}

/** The notes of a file in another format, and the problems in reading it. */
export interface ExchangeReading {
  readonly notes: readonly ExchangedNote[];
  readonly problems: readonly Message[];
  /** How many entries have no words and say nothing, such as bookmarks. */
  readonly left?: number;
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
  /** Undefined for a format that is only read. */
  readonly write?: (notes: readonly ExchangedNote[], context: ExchangeContext) => string;
  /** Undefined for a format that is only written. Never throws. */
  readonly read?: (text: string) => ExchangeReading;
  /** Whether a text is in this format, whatever its name. */
  readonly isRecognised?: (text: string) => boolean;
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

/**
 * Converts an imported note to the model.
 * @param iri that of its source
 */
export function toAnnotation(note: ExchangedNote, kinds: readonly NoteKind[], iri: string): JsonObject {
  const { answers, quote, position, motivation, foreign } = note;
  const kind = noteKindOf(note, kinds);
  const about = answers === undefined ? { source: '', selectors: { quote, position } } : { note: answers };
  const { created, modified: _, body, target, ...json } = annotationJson({ ...note, kind, about });
  const own = {
    ...json,
    motivation: motivation === '' ? (json['motivation'] ?? null) : motivation,
    ...(note.created === '' ? {} : { created }),
    ...(note.modified === '' ? {} : { modified: note.modified }),
    body,
    target: isObject(target) ? { ...target, source: iri } : (target ?? null),
    ...(note.resolved ? { [extensions.state]: 'resolved' } : {}),
  };
  return foreign ? withForeign(own, foreign) : own;
}

/** Adds what another program said: further bodies and targets, creators, rights, languages, selectors of other types. */
function withForeign(own: JsonObject, { json, selectors, details }: ForeignNote): JsonObject {
  const { '@context': _context, '@id': _id, '@type': _type, id: _, type: __, target, ...kept } = json;
  const { body, bodyValue } = kept;
  const [known, others] = [true, false].map((isKnown) =>
    selectors.filter((each) => isPlaceSelector(each) === isKnown),
  );
  const said = { ...details, ...(known?.length ? { selector: known } : {}) };
  return {
    ...own,
    ...(body === undefined && bodyValue !== undefined ? { body: undefined } : {}),
    ...kept,
    target: mergedTarget(own['target'], target, others ?? []),
    ...(Object.keys(said).length === 0 ? {} : { [extensions.imported]: said }),
  };
}

/** Whether a selector gives words or a position, which Pilcrow describes itself. */
export function isPlaceSelector(selector: Json): boolean {
  const types = ['TextQuoteSelector', 'TextPositionSelector'];
  return isObject(selector) && types.some((type) => isOfType(selector, type));
}

/** Puts the own target in place of the one that it describes, and keeps the others. */
function mergedTarget(own: Json | undefined, came: Json | undefined, others: readonly Json[]): Json {
  if (!isObject(own)) return own ?? null;
  const targets = listOf(came);
  const chosen = Math.max(0, targets.findIndex(hasSelector));
  const { source: _, selector: __, id: ___, ...kept } = asResource(targets[chosen]);
  const selector = [...listOf(own['selector']), ...others];
  const mine = { ...own, ...kept, ...(selector.length === 0 ? {} : { selector }) };
  return targets.length < 2 ? mine : targets.map((each, at) => (at === chosen ? mine : each));
}

function asResource(target: Json | undefined): JsonObject {
  return isObject(target) && target['source'] !== undefined ? target : {};
}

/** Whether a target says which part of its source it is. */
export function hasSelector(target: Json): boolean {
  return isObject(target) && target['selector'] !== undefined;
}

/** Returns the id of a note that has none, made of what it says (UUID of version 8, RFC 9562, 5.8): the same each time. */
export function contentId(...parts: readonly string[]): string {
  const hash = fingerprint(parts.join('\n'));
  const groups = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(12, 15)}`, `8${hash.slice(15, 18)}`];
  return `urn:uuid:${groups.join('-')}-${hash.slice(18, 30)}`;
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
