import type { Range } from '../text.ts';
import {
  extensions,
  type Annotation,
  type Json,
  type JsonObject,
  type Selectors,
  type AnnotationTarget,
  type TextPosition,
  type TextQuote,
} from './annotation.ts';
import { type Message, messageOf } from '../messages.ts';
import { fragmentSelectors } from './targetFragment.ts';
import { markdownOfHtml } from './htmlBody.ts';

/** A note, or a sentence that says why it is not one. */
export type AnnotationReading = { readonly annotation: Annotation } | { readonly problem: Message };

/** Whether a value is an object and not a list. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns a list of values. The model allows a single value wherever it allows several. */
export function listOf(value: Json | undefined): readonly Json[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? (value as Json[]) : [value];
}

/** Returns a value that is a string, and an empty string for every other. */
export function stringOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Returns the value that a JSON text stands for. Undefined if it is no JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Whether an object has a type. `type` may be a list, and may be called `@type`. */
export function isOfType(object: JsonObject, type: string): boolean {
  return listOf(object['type'] ?? object['@type']).includes(type);
}

/** Returns the IRI of a resource that is an IRI or an object with one. */
function iriOf(value: Json | undefined): string {
  return isObject(value) ? stringOf(value['id'] ?? value['@id']) : stringOf(value);
}

/** Reads one note. `range` is its range in the file. */
export function readAnnotation(json: Json, range: Range): AnnotationReading {
  if (!isObject(json) || !isOfType(json, 'Annotation')) return { problem: messageOf('notes.noNote') };
  const id = iriOf(json);
  if (id === '') return { problem: messageOf('notes.noId') };
  const target = readTarget(json);
  if ('problem' in target) return target;
  const motivation = stringOf(listOf(json['motivation'])[0]);
  const kind = stringOf(json[extensions.kind]);
  const created = stringOf(json['created']);
  return {
    annotation: {
      id,
      target,
      motivation,
      kind: kind === '' ? undefined : kind,
      author: authorOf(json['creator']),
      created,
      modified: stringOf(json['modified']) || created,
      ...readBodies(json),
      resolved: json[extensions.state] === 'resolved',
      versionOf: stringOf(json[extensions.versionOf]) || undefined,
      range,
      json,
    },
  };
}

function authorOf(creator: Json | undefined): string {
  const [first] = listOf(creator);
  if (!isObject(first)) return stringOf(first);
  return (
    [first['name'], first['nickname'], first['id']].map((each) => stringOf(listOf(each)[0])).find(Boolean) ??
    ''
  );
}

/** Whether a body is a tag. */
export function isTag(body: Json): boolean {
  return isObject(body) && listOf(body['purpose']).includes('tagging') && typeof body['value'] === 'string';
}

/** Whether a body is the text of a note. */
export function isTextBody(body: Json): boolean {
  return isObject(body) && !isTag(body) && typeof body['value'] === 'string';
}

function readBodies(json: JsonObject): { text: string; tags: readonly string[] } {
  const bodies = listOf(json['body']);
  const values = (wanted: (body: Json) => boolean): string[] =>
    bodies.flatMap((body) => (wanted(body) && isObject(body) ? [textOfBody(body)] : []));
  const texts = [...values(isTextBody), stringOf(json['bodyValue'])].filter((text) => text !== '');
  const linked = bodies.filter((body) => typeof body === 'string');
  return {
    text: [...texts, ...linked].join('\n\n'),
    tags: [...new Set(values(isTag).map((tag) => tag.trim()))],
  };
}

/** Returns the text of a body as Markdown. */
function textOfBody(body: JsonObject): string {
  const value = stringOf(body['value']);
  const isHtml = listOf(body['format']).some((format) => /^text\/html\b/i.test(stringOf(format)));
  return isHtml ? markdownOfHtml(value) : value;
}

function readTarget(json: JsonObject): AnnotationTarget | { problem: Message } {
  const targets = listOf(json['target']);
  const [first] = targets;
  if (first === undefined) return { problem: messageOf('notes.noTarget') };
  const chosen = targets.find((each) => isObject(each) && each['selector'] !== undefined) ?? first;
  const iri = isObject(chosen) && chosen['source'] !== undefined ? iriOf(chosen['source']) : iriOf(chosen);
  if (iri === '') return { problem: messageOf('notes.noSource') };
  const hasSelector = isObject(chosen) && chosen['selector'] !== undefined;
  const selectors = hasSelector ? readSelectors(chosen['selector']) : fragmentSelectors(iri);
  if ('problem' in selectors) return selectors;
  const answers = !selectors.quote && !selectors.position && !selectors.others && repliesTo(json, iri);
  return answers ? { kind: 'note', id: iri } : { kind: 'source', iri, selectors };
}

function repliesTo(json: JsonObject, iri: string): boolean {
  return listOf(json['motivation']).includes('replying') || iri.startsWith('urn:uuid:');
}

/** Deeper chains of selectors that refine one another are not read. */
const maxRefinements = 10;

/** Reads selectors. They may stand side by side, be a choice, and refine one another; the innermost words are used. */
export function readSelectors(value: Json | undefined): Selectors | { problem: Message } {
  let quote: TextQuote | undefined;
  let position: TextPosition | undefined;
  const others = new Set<string>();
  let level = listOf(value);
  for (let depth = 0; level.length > 0 && depth < maxRefinements; depth++) {
    const objects = level.filter(isObject);
    for (const selector of objects) {
      if (isOfType(selector, 'TextQuoteSelector')) {
        const read = readQuote(selector);
        if (!read) return { problem: messageOf('notes.noWords') };
        quote = read;
      } else if (isOfType(selector, 'TextPositionSelector')) position = readPosition(selector);
      else others.add(stringOf(listOf(selector['type'] ?? selector['@type'])[0]) || '?');
    }
    level = objects.flatMap((selector) => [...listOf(selector['refinedBy']), ...listOf(selector['items'])]);
  }
  if (quote || position || others.size === 0) return { quote, position };
  return { quote, position, others: [...others] };
}

function readQuote(selector: JsonObject): TextQuote | undefined {
  const exact = stringOf(selector['exact']);
  if (exact.trim() === '') return undefined;
  const unique = selector[extensions.unique];
  const through = stringOf(selector[extensions.through]);
  return {
    exact,
    prefix: stringOf(selector['prefix']),
    suffix: stringOf(selector['suffix']),
    unique: typeof unique === 'boolean' ? unique : undefined,
    ...(through === '' ? {} : { through }),
  };
}

function readPosition({ start, end }: JsonObject): TextPosition | undefined {
  const valid = (value: Json | undefined): value is number =>
    Number.isSafeInteger(value) && Number(value) >= 0;
  return valid(start) && valid(end) && end >= start ? { start, end } : undefined;
}
