import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeNotes, type NoteChange } from '../../../src/core/notes/changeNotes.ts';
import type { JsonObject, TextQuote } from '../../../src/core/notes/annotation.ts';
import { defaultKinds } from '../../../src/core/notes/kinds.ts';
import { annotationJson, notesFile } from '../../../src/core/notes/writeNotes.ts';

/** A note on “rises slowly”. */
export function note(number: number, more: JsonObject = {}): JsonObject {
  const [kind] = defaultKinds;
  if (!kind) throw new Error('there are kinds');
  const quote: TextQuote = {
    exact: 'rises slowly',
    prefix: 'A dough ',
    suffix: ', and no baker',
    unique: true,
  };
  const json = annotationJson({
    id: `urn:uuid:${String(number)}`,
    kind,
    author: 'Ada',
    created: `2026-03-04T05:06:${String(number % 60).padStart(2, '0')}Z`,
    text: `Why ${String(number)}?`,
    tags: ['time'],
    about: { source: 'bread', selectors: { quote, position: { start: 80, end: 92 } } },
  });
  return { ...json, ...more };
}

export function idOf({ id }: JsonObject): string {
  return typeof id === 'string' ? id : '';
}

export function page(...items: readonly JsonObject[]): string {
  return notesFile('urn:x-pilcrow:notes:bread.ada', items);
}

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const unknown = fc.dictionary(
  fc.stringMatching(/^x-[a-z]{1,6}$/),
  // JSON cannot write -0, so a file cannot contain it.
  fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as JsonObject),
  { maxKeys: 3 },
);

/** Notes that a file may contain, with unknown properties and in any order. */
export const anyNote: fc.Arbitrary<JsonObject> = fc
  .tuple(fc.nat(50), unknown, text, fc.array(text, { maxLength: 3 }), fc.boolean())
  .map(([number, extra, value, tags, first]): JsonObject => {
    const body = [
      { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value },
      ...tags.map((tag) => ({ type: 'TextualBody', purpose: 'tagging', value: tag })),
    ];
    const json = note(number, { body });
    return first ? { ...extra, ...json } : { ...json, ...extra };
  });

/** A file of such notes. No id occurs twice. */
export const anyNotes: fc.Arbitrary<JsonObject[]> = fc.uniqueArray(anyNote, {
  maxLength: 6,
  selector: (json) => json['id'],
});

/** The text after a change that can be made. */
export function changed(text: string, change: NoteChange): string {
  const result = changeNotes(text, 'urn:x', change);
  assert.ok('text' in result, JSON.stringify(result));
  return result.text;
}
