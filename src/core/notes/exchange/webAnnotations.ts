import { type Annotation, type Json, type JsonObject, keyOfIri } from '../annotation.ts';
import { readNotes } from '../read.ts';
import { isObject, isOfType, listOf, parseJson, readAnnotation, stringOf } from '../readAnnotation.ts';
import { fragmentsOf } from '../targetFragment.ts';
import {
  contentId,
  exchangedNote,
  type ExchangedNote,
  type ExchangeFormat,
  type ExchangeReading,
  hasSelector,
  isPlaceSelector,
} from './note.ts';
import { type Message, messageOf } from '../../messages.ts';
import { appendAll } from '../../text.ts';
import { UnreadableRows } from './unreadableRows.ts';

const annotationLists = ['AnnotationPage', 'AnnotationCollection', 'AnnotationSet'];

/** Notes in the W3C Web Annotation Data Model: a page, a collection, the set of a reading system, or one annotation. */
export const modelFormat: ExchangeFormat = {
  extension: 'jsonld',
  read: fromModel,
  isRecognised: isModel,
};

/** Whether a JSON text is of the W3C model rather than a list of Hypothesis. */
function isModel(text: string): boolean {
  const json = parseJson(text);
  if (isObject(json)) return [...annotationLists, 'Annotation'].some((type) => isOfType(json, type));
  return (
    Array.isArray(json) && (json as Json[]).some((each) => isObject(each) && isOfType(each, 'Annotation'))
  );
}

/** Reads notes of the model. A page of ours that has been damaged is read as far as it goes. */
function fromModel(text: string): ExchangeReading {
  const json = parseJson(text);
  if (json === undefined) {
    const { notes, problems } = readNotes(text);
    return { notes: notes.map(exchangedNote), problems: problems.map(({ message }) => message) };
  }
  const notes: ExchangedNote[] = [];
  const ids = new Set<string>();
  const unreadable = new UnreadableRows();
  const problems: Message[] = [];
  const about = isObject(json) && isOfType(json, 'AnnotationSet') ? titleOfSet(json) : undefined;
  const { items, hasMore } = annotationsIn(json);
  let left = 0;
  items.forEach((item, index) => {
    const read = readAnnotation(withId(item), { start: 0, end: 0 });
    if ('problem' in read) unreadable.add(index + 1, read.problem);
    else if (!ids.has(read.annotation.id)) {
      ids.add(read.annotation.id);
      if (isBookmark(read.annotation)) left++;
      else notes.push(noteOfModel(read.annotation, about));
    }
  });
  if (hasMore) problems.push(messageOf('notes.morePages'));
  appendAll(
    problems,
    unreadable.messages((told) => messageOf('notes.unreadableItems', told)),
  );
  return { notes, problems, ...(left > 0 ? { left } : {}) };
}

/** Whether a note is the bookmark of another program: a place without words, of which nothing is said. */
function isBookmark({ motivation, target, text, tags }: Annotation): boolean {
  if (motivation !== 'bookmarking' || text !== '' || tags.length > 0 || target.kind === 'note') return false;
  return target.selectors.quote === undefined && keyOfIri(target.iri) === undefined;
}

/**
 * Returns the annotations of a page, of the pages that a collection holds, of a set, or the one that is all; and whether
 * there are pages of which it gives the addresses alone.
 */
function annotationsIn(json: Json): { readonly items: readonly Json[]; readonly hasMore: boolean } {
  if (Array.isArray(json)) return { items: json as readonly Json[], hasMore: false };
  if (!isObject(json)) return { items: [], hasMore: false };
  if (isOfType(json, 'Annotation')) return { items: [json], hasMore: false };
  const items: Json[] = [...listOf(json['items'])];
  let page = json['first'] ?? json['next'];
  while (isObject(page)) {
    appendAll(items, listOf(page['items']));
    page = page['next'];
  }
  return { items, hasMore: typeof page === 'string' };
}

/** Gives an annotation an id if it has none: the model asks for one, but not all programs write it. */
function withId(item: Json): Json {
  if (!isObject(item) || item['id'] !== undefined || item['@id'] !== undefined) return item;
  return { ...item, id: contentId(JSON.stringify([item['target'], item['body'], item['created']])) };
}

/** Returns what the set of a reading system is about: the title of a publication (EPUB Annotations, `about`). */
function titleOfSet(set: JsonObject): string {
  const { about } = set;
  const named = isObject(about) ? (about['dc:title'] ?? about['title']) : undefined;
  return stringOf(named) || stringOf(set['title']) || (isObject(about) ? stringOf(about['id']) : '');
}

function noteOfModel(annotation: Annotation, about: string | undefined): ExchangedNote {
  const note = exchangedNote(annotation);
  const { target, json } = annotation;
  const chosen = listOf(json['target']).find(hasSelector);
  const given = isObject(chosen) ? listOf(chosen['selector']) : [];
  if (target.kind === 'source' && keyOfIri(target.iri) !== undefined) {
    const others = given.filter((each) => !isPlaceSelector(each));
    return { ...note, foreign: { json, selectors: others, details: {}, isOurs: true } };
  }
  const fragments = target.kind === 'source' ? fragmentsOf(target.selectors) : [];
  const selectors = given.length > 0 ? given : fragments;
  const source = target.kind === 'source' ? target.iri : '';
  const isTitle = about !== undefined && about !== '' && source !== '';
  return {
    ...note,
    position: undefined,
    source: isTitle ? about : source,
    foreign: { json, selectors, details: source === '' ? {} : { source } },
  };
}
