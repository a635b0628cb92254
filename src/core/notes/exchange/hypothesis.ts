import type { Json, JsonObject, TextQuote } from '../annotation.ts';
import { isObject, listOf, parseJson, readSelectors, stringOf } from '../readAnnotation.ts';
import { fragmentSelectors, fragmentsOf } from '../targetFragment.ts';
import { selectorsJson } from '../writeNotes.ts';
import {
  blankNote,
  type ExchangeContext,
  type ExchangedNote,
  type ExchangeFormat,
  type ExchangeReading,
  type ForeignNote,
} from './note.ts';
import { type Message, messageOf } from '../../messages.ts';
import { UnreadableRows } from './unreadableRows.ts';

/** The address prefix of annotations of Hypothesis in the model. */
const annotationAddress = 'https://hypothes.is/a/';
/** The property that holds data for which Hypothesis has no place. */
const ownProperty = 'pilcrow';
/** The length of the surroundings that the client of Hypothesis stores. */
const maxSideThere = 32;

type SourceName = ExchangeContext['nameOf'];

/** Notes as Hypothesis lists them. */
export const hypothesisFormat: ExchangeFormat = {
  extension: 'json',
  write: (notes, { nameOf }) => toHypothesis(notes, nameOf),
  read: fromHypothesis,
};

/**
 * Returns notes as the client of Hypothesis exports and imports them, under `annotations`, and as its API lists them
 * (`GET /api/search`), under `rows`. Answers list the notes they answer under `references`.
 */
function toHypothesis(notes: readonly ExchangedNote[], nameOf: SourceName): string {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const rows = notes.map((note) => hypothesisRow(note, byId, nameOf));
  return `${JSON.stringify({ annotations: rows, total: rows.length, rows }, null, 2)}\n`;
}

function hypothesisRow(
  note: ExchangedNote,
  byId: ReadonlyMap<string, ExchangedNote>,
  nameOf: SourceName,
): JsonObject {
  const references = ancestors(note, byId);
  const head = byId.get(references[0] ?? '') ?? note;
  const { uri, title } = nameOf(head.source);
  const selector = note.quote ? [quoteThere(note.quote)] : [];
  const own = selectorsJson(note);
  const { source, kind, motivation, resolved } = note;
  return {
    id: shortId(note.id),
    created: note.created,
    updated: note.modified,
    group: '__world__',
    permissions: { read: ['group:__world__'] },
    user: note.author === '' ? '' : `acct:${note.author.replace(/\s+/gu, '_')}@localhost`,
    user_info: { display_name: note.author },
    uri,
    text: note.text,
    tags: note.tags,
    ...(references.length === 0 ? {} : { references: references.map(shortId) }),
    target: [{ source: uri, ...(selector.length === 0 ? {} : { selector }) }],
    document: { title: [title] },
    [ownProperty]: { source, ...(kind === undefined ? {} : { kind }), motivation, resolved, selector: own },
  };
}

/**
 * Returns the words of a note for a page. Hypothesis gets no position: ours counts in the Markdown file, and its client would
 * trust it on the page.
 */
function quoteThere({ exact, prefix, suffix }: TextQuote): JsonObject {
  return {
    type: 'TextQuoteSelector',
    exact,
    prefix: prefix.slice(-maxSideThere).replace(/^[\uDC00-\uDFFF]/, ''),
    suffix: suffix.slice(0, maxSideThere).replace(/[\uD800-\uDBFF]$/, ''),
  };
}

/** Returns the ids of the notes above an answer, the first of the thread first. */
function ancestors(note: ExchangedNote, byId: ReadonlyMap<string, ExchangedNote>): string[] {
  const above: string[] = [];
  let at: ExchangedNote | undefined = note;
  while (at?.answers !== undefined && !above.includes(at.answers)) {
    above.unshift(at.answers);
    at = byId.get(at.answers);
  }
  return above;
}

function shortId(id: string): string {
  return id.startsWith(annotationAddress) ? id.slice(annotationAddress.length) : id;
}

function longId(id: string): string {
  return /^[A-Za-z0-9_-]+$/.test(id) ? annotationAddress + id : id;
}

/** Reads what the client of Hypothesis exports, a list from its API, or an array of annotations. */
function fromHypothesis(text: string): ExchangeReading {
  const json = parseJson(text);
  const rows = isObject(json) ? (json['rows'] ?? json['annotations']) : json;
  if (!Array.isArray(rows)) return { notes: [], problems: [messageOf('notes.noHypothesis')] };
  const notes: ExchangedNote[] = [];
  const unreadable = new UnreadableRows();
  (rows as Json[]).forEach((row, index) => {
    const read = isObject(row) ? noteOfHypothesis(row) : { problem: messageOf('notes.noNote') };
    if ('problem' in read) unreadable.add(index + 1, read.problem);
    else notes.push(read);
  });
  return { notes, problems: unreadable.messages((told) => messageOf('notes.unreadableItems', told)) };
}

function noteOfHypothesis(row: JsonObject): ExchangedNote | { readonly problem: Message } {
  const id = stringOf(row['id']);
  const [target] = listOf(row['target']);
  const extra = isObject(row[ownProperty]) ? row[ownProperty] : {};
  const given = listOf(isObject(target) ? target['selector'] : undefined);
  const ancestors = listOf(row['references']).map(stringOf).filter(Boolean).map(longId);
  const address = (isObject(target) && stringOf(target['source'])) || stringOf(row['uri']);
  const described = extra['selector'] ?? given;
  const isBare = listOf(described).length === 0 && ancestors.length === 0;
  const selectors = isBare ? fragmentSelectors(address) : readSelectors(described);
  if ('problem' in selectors) return selectors;
  if (id === '') return { problem: messageOf('notes.noId') };
  const answered = ancestors.at(-1);
  return {
    ...blankNote,
    id: longId(id),
    answers: answered,
    ...(answered === undefined ? {} : { ancestors }),
    source: answered === undefined ? stringOf(extra['source']) || stringOf(row['uri']) : '',
    kind: stringOf(extra['kind']) || undefined,
    motivation: stringOf(extra['motivation']) || motivationOf(row, answered, given.length > 0),
    resolved: extra['resolved'] === true,
    author: hypothesisAuthor(row),
    created: stringOf(row['created']),
    modified: stringOf(row['updated']) || stringOf(row['created']),
    tags: listOf(row['tags']).map(stringOf).filter(Boolean),
    ...selectors,
    text: stringOf(row['text']),
    ...(isPrivate(row) ? { isPrivate: true } : {}),
    ...(extra['selector'] === undefined
      ? { foreign: foreignPart(row, isBare ? fragmentsOf(selectors) : given) }
      : {}),
  };
}

/** A note on words that says nothing and has no tags is what the client calls a highlight. */
function motivationOf(row: JsonObject, answered: string | undefined, hasWords: boolean): string {
  if (answered !== undefined) return 'replying';
  const saysNothing = stringOf(row['text']) === '' && listOf(row['tags']).length === 0;
  return hasWords && saysNothing ? 'highlighting' : 'commenting';
}

/** Whether nobody but its author could read a note: it is marked “only me”, and shared with no group. */
function isPrivate({ permissions }: JsonObject): boolean {
  if (!isObject(permissions)) return false;
  const readers = listOf(permissions['read']).map(stringOf);
  return readers.length > 0 && !readers.some((reader) => reader.startsWith('group:'));
}

/** What the client says besides: selectors, further targets, the page that it was on, and the group. */
function foreignPart(row: JsonObject, selectors: readonly Json[]): ForeignNote {
  const targets = listOf(row['target']);
  const { uri, group, document } = row;
  const [title] = isObject(document) ? listOf(document['title']) : [];
  return {
    json: targets.length > 1 ? { target: targets } : {},
    selectors,
    details: { ...(uri === undefined ? {} : { uri }), ...(group === undefined ? {} : { group }) },
    title: stringOf(title),
  };
}

function hypothesisAuthor(row: JsonObject): string {
  const info = row['user_info'];
  const shown = isObject(info) ? stringOf(info['display_name']) : '';
  return shown || /^acct:([^@]*)@/.exec(stringOf(row['user']))?.[1] || '';
}
