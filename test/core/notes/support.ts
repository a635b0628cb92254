import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchorTextOf, type AnchorText } from '../../../src/core/notes/anchorText.ts';
import { type NoteSelection, select } from '../../../src/core/notes/select.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { readSource } from '../../../src/core/source/readSource.ts';

/** The text of a source, ready for placing notes. */
export function textOf(markdown: string): AnchorText {
  return anchorTextOf(readSource(parseMarkdown(markdown)), markdown);
}

/** The selectors of words in a text. */
export function selected(words: string, target: AnchorText, from = 0): NoteSelection {
  const at = target.file.indexOf(words, from);
  assert.ok(at >= 0, `“${words}” is in the text`);
  const selection = select({ start: at, end: at + words.length }, target);
  assert.ok(selection);
  return selection;
}

/** A word of an edited text, which keeps its identity when it moves. Copies are the same word. */
export interface Word {
  readonly id: number;
  readonly text: string;
}

/** A text of named words, with the range of each. Every thirtieth name ends a paragraph. */
export function written(words: readonly Word[]): {
  text: string;
  places: readonly { id: number; start: number; end: number }[];
} {
  let text = '';
  const places = words.map(({ id, text: word }) => {
    const start = text.length + (text === '' || text.endsWith('\n') ? 0 : 1);
    text = text.padEnd(start) + word;
    const end = text.length;
    if (id % 30 === 29) text += '.\n\n';
    return { id, start, end };
  });
  return { text, places };
}

/** An edit of a text. Numbers are taken modulo the size of the text. */
export type Edit =
  | { readonly kind: 'delete'; readonly at: number; readonly count: number }
  | { readonly kind: 'insert'; readonly at: number; readonly words: readonly string[] }
  | { readonly kind: 'replace'; readonly at: number; readonly words: readonly string[] }
  | { readonly kind: 'copy' | 'move'; readonly at: number; readonly count: number; readonly to: number };

let next = 1_000_000;

/** The words after an edit. New words get names of their own. */
export function edited(words: readonly Word[], edit: Edit): Word[] {
  const at = words.length === 0 ? 0 : edit.at % words.length;
  const fresh = (texts: readonly string[]): Word[] => texts.map((text) => ({ id: next++, text }));
  switch (edit.kind) {
    case 'delete':
      return [...words.slice(0, at), ...words.slice(at + edit.count)];
    case 'insert':
      return [...words.slice(0, at), ...fresh(edit.words), ...words.slice(at)];
    case 'replace':
      return [...words.slice(0, at), ...fresh(edit.words), ...words.slice(at + edit.words.length)];
    default: {
      const run = words.slice(at, at + edit.count);
      const rest =
        edit.kind === 'copy' ? [...words] : [...words.slice(0, at), ...words.slice(at + edit.count)];
      const to = rest.length === 0 ? 0 : edit.to % rest.length;
      return [...rest.slice(0, to), ...run, ...rest.slice(to)];
    }
  }
}

/** A small vocabulary, so that phrases repeat by chance. */
const vocabulary =
  'bread water flour salt baker oven dough rises slowly warm the of and a loaf no not day'.split(' ');
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...vocabulary) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z]{3,9}$/) },
);
const place = fc.nat(2000);
const count = fc.integer({ min: 1, max: 20 });
const some = fc.array(word, { minLength: 1, maxLength: 8 });
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('delete' as const), at: place, count }),
  fc.record({ kind: fc.constant('insert' as const), at: place, words: some }),
  fc.record({ kind: fc.constant('replace' as const), at: place, words: some }),
  fc.record({ kind: fc.constantFrom('copy' as const, 'move' as const), at: place, count, to: place }),
);
/** A text with phrases that repeat. */
export const words: fc.Arbitrary<Word[]> = fc
  .tuple(
    fc.array(word, { minLength: 30, maxLength: 150 }),
    fc.array(fc.tuple(place, count, place), { maxLength: 3 }),
  )
  .map(([texts, copies]) => {
    let all = texts;
    for (const [at, length, to] of copies) {
      const run = all.slice(at % all.length, (at % all.length) + length);
      const into = to % all.length;
      all = [...all.slice(0, into), ...run, ...all.slice(into)];
    }
    return all.map((text, id) => ({ id, text }));
  });
